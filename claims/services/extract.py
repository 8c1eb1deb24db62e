"""Claims out of an article's text, as a job: extracted outside any transaction, stored once, in one transaction."""

from dataclasses import dataclass
from typing import Any

from django.apps import apps
from django.contrib.auth.models import User
from django.db import transaction
from django.utils import timezone

from claims.enums import ClaimStatus, JobKind, JobState
from claims.errors import ClaimInvalid
from claims.extraction import ExtractedClaim, Extraction, ExtractionRefused
from claims.extractors import extract_article_text
from claims.figures import from_extraction
from claims.models import Article, ArticleText, Claim, Job, Speaker
from claims.selectors import current_text
from claims.services.anchors import place_anchor
from claims.services.editing import replace_figures
from claims.services.history import because
from claims.services.jobs import fail_job, finish_job
from claims.services.locks import lock_article
from claims.services.speakers import speaker_records, store_credits

REPLACED = ("wording", "kind", "speaker", "via", "score", "reasons", "dates", "extractor", "status", "readings")
"""What a newer extraction may change of a proposal that nobody has worked on."""


@dataclass(frozen=True, slots=True)
class ExtractionDiff:
    """What an extraction did to an article's claims; `missing` are those it does not find, left as they are."""

    added: list[Claim]
    changed: list[Claim]
    unchanged: list[Claim]
    kept: list[Claim]
    missing: list[Claim]


def queue_extraction(*, article: Article, requested_by: User | None = None) -> Job:
    """A job for the article's current text; the one that is open already, where there is one (ClaimInvalid)."""
    text = current_text(article)
    if text is None:
        raise ClaimInvalid(f"“{article}” has no text to extract claims from: write its claims by hand.")
    job, _ = Job.objects.get_or_create(
        kind=JobKind.EXTRACT,
        article_text=text,
        state__in=[JobState.QUEUED, JobState.RUNNING],
        defaults={"state": JobState.QUEUED, "article": article, "requested_by": requested_by},
    )
    return job


def work_on_extraction(*, job: Job) -> None:
    """Does what a claimed job asks for. Raises JobLost when another worker has it meanwhile, and whatever broke."""
    text = _text_of(job)
    try:
        extraction = extract_text(text)
    except ExtractionRefused as error:
        fail_job(job=job, error=str(error), retry=False)
        return
    except Exception as error:
        fail_job(job=job, error=f"{type(error).__name__}: {error}", retry=True)
        raise
    store_extraction(job=job, extraction=extraction)


def _text_of(job: Job) -> ArticleText:
    if job.article_text is None:  # The constraint job_names_what_it_works_on forbids it.
        raise ValueError(f"Job {job.pk} is no extraction.")
    return job.article_text


def extract_text(text: ArticleText) -> Extraction:
    article = text.article
    source = article.source.name if article.source else None
    published = article.published_on.isoformat() if article.published_on else None
    return extract_article_text(text.text, published=published, source=source, language=article.language)


@transaction.atomic
def store_extraction(*, job: Job, extraction: Extraction) -> ExtractionDiff:
    """Adds new claims, links known ones by fingerprint, removes nothing; a person's work stays as it is (JobLost)."""
    text = _text_of(job)
    article = lock_article(text.article)
    with because(f"extraction {extraction.version}", job.requested_by):
        speakers = speaker_records(
            name for claim in extraction.claims for name in (claim.speaker, claim.via) if name is not None
        )
        known = known_claims(article)
        sorted_out: dict[str, list[int]] = {"added": [], "changed": [], "unchanged": [], "kept": []}
        for found in extraction.claims:
            claim, what = _store_claim(found, known.get(found.fingerprint), text, speakers, extraction.version)
            known[found.fingerprint] = claim
            place_anchor(claim=claim, article_text=text, start=found.start, end=found.end)
            if not any(claim.pk in ids for ids in sorted_out.values()):
                sorted_out[what].append(claim.pk)
        store_credits(article=article, credits=[(c.name, c.start, c.end) for c in extraction.credits])
        article.extracted_at, article.extractor = timezone.now(), extraction.version
        article.extraction_note = "\n".join(filter(None, [extraction.reason, *extraction.notes]))
        article.save(update_fields=["extracted_at", "extractor", "extraction_note"])
        seen = {pk for ids in sorted_out.values() for pk in ids}
        missing = article.claims.exclude(pk__in=seen).exclude(extractor="").order_by("pk")
        result = sorted_out | {"missing": list(missing.values_list("pk", flat=True)), "version": extraction.version}
        finish_job(job=job, result=result)
    return extraction_diff(job=job)


def extraction_diff(*, job: Job) -> ExtractionDiff:
    """What a finished extraction did, for the editor to look at. Runs one query."""
    lists = {name: job.result.get(name, []) for name in ExtractionDiff.__dataclass_fields__}
    claims = Claim.objects.in_bulk([pk for pks in lists.values() for pk in pks])
    return ExtractionDiff(**{name: [claims[pk] for pk in pks if pk in claims] for name, pks in lists.items()})


def known_claims(article: Article) -> dict[str, Claim]:
    """The article's claims by every fingerprint they ever had: a reworded one is found by its first wording too."""
    history = apps.get_model("claims", "ClaimHistory").objects.filter(pgh_obj__article=article)
    claims = {claim.pk: claim for claim in article.claims.select_for_update(no_key=True).order_by("pk")}
    former = history.order_by("pgh_id").values_list("fingerprint", "pgh_obj_id").distinct()
    return {mark: claims[pk] for mark, pk in former} | {claim.fingerprint: claim for claim in claims.values()}


def _store_claim(
    found: ExtractedClaim,
    known: Claim | None,
    text: ArticleText,
    speakers: dict[str, Speaker],
    version: str,
) -> tuple[Claim, str]:
    """The claim's row, and whether it was added, changed, unchanged or kept as a person left it."""
    values = _values(found, text.article, speakers, version)
    figures = [from_extraction(figure) for figure in found.figures]
    if known is None:
        claim = Claim.objects.create(article=text.article, fingerprint=found.fingerprint, **values)
        replace_figures(claim, figures)
        return claim, "added"
    if known.touched_at is not None or known.frozen_at is not None or known.created_by_id is not None:
        return known, "kept"
    changes = {name: values[name] for name in REPLACED if getattr(known, name) != values[name]}
    if not changes:
        return known, "unchanged"
    for name, value in changes.items():
        setattr(known, name, value)
    known.save(update_fields=list(changes))
    replace_figures(known, figures)
    return known, "changed" if changes.keys() - {"extractor"} else "unchanged"


def _values(found: ExtractedClaim, article: Article, speakers: dict[str, Speaker], version: str) -> dict[str, Any]:
    own_voice = found.speaker is None and article.published_on is not None
    ambiguous = found.ambiguous and len(found.readings) >= 2
    return {
        "wording": found.text[:1000],
        "status": ClaimStatus.AMBIGUOUS if ambiguous else ClaimStatus.PROPOSED,
        "readings": list(found.readings),
        "kind": found.kind.value,
        "speaker": speakers.get((found.speaker or "")[:200]),
        "via": speakers.get((found.via or "")[:200]),
        "score": found.score,
        "reasons": [reason[:200] for reason in found.reasons],
        "dates": list(found.dates),
        "language": article.language,
        # In its own voice the article says it on its own day; when somebody quoted said it, the text must tell.
        "stated_on": article.published_on.isoformat() if own_voice and article.published_on else "",
        "stated_origin": article.published_origin if own_voice else "",
        "extractor": version,
    }
