"""Claims out of an article's text, as a job: extracted outside any transaction, stored once, in one transaction."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from django.contrib.auth.models import User
from django.db import transaction
from django.utils import timezone

from claims.enums import JobKind, JobState
from claims.errors import ClaimInvalid
from claims.extraction import Extraction, ExtractionRefused
from claims.extractors import extract_article_text
from claims.models import Article, ArticleText, Claim, Job
from claims.selectors import current_text
from claims.services.history import because
from claims.services.jobs import fail_job, finish_job, renew_lease, told_of_failure
from claims.services.locks import lock_article
from claims.services.proposals import store_proposals
from claims.services.speakers import store_credits


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
    with told_of_failure(job):
        try:
            extraction = extract_text(_text_of(job), before_each_question=partial(renew_lease, job=job))
        except ExtractionRefused as error:
            fail_job(job=job, error=str(error), retry=False)
        else:
            store_extraction(job=job, extraction=extraction)


def _text_of(job: Job) -> ArticleText:
    if job.article_text is None:  # The constraint job_names_what_it_works_on forbids it.
        raise ValueError(f"Job {job.pk} is no extraction.")
    return job.article_text


def extract_text(text: ArticleText, *, before_each_question: Callable[[], None]) -> Extraction:
    article = text.article
    source = article.source.name if article.source else None
    published = article.published_on.isoformat() if article.published_on else None
    return extract_article_text(
        text.text,
        published=published,
        source=source,
        language=article.language,
        before_each_question=before_each_question,
    )


@transaction.atomic
def store_extraction(*, job: Job, extraction: Extraction) -> ExtractionDiff:
    """Adds new claims, links known ones by fingerprint, removes nothing; a person's work stays as it is (JobLost)."""
    text = _text_of(job)
    article = lock_article(text.article)
    with because(f"extraction {extraction.version}", job.requested_by):
        result = store_proposals(text=text, extraction=extraction)
        store_credits(article=article, credits=[(c.name, c.start, c.end) for c in extraction.credits])
        article.extracted_at, article.extractor = timezone.now(), extraction.version
        article.extraction_note = "\n".join(note for note in (extraction.reason, *extraction.notes) if note)
        article.save(update_fields=["extracted_at", "extractor", "extraction_note"])
        finish_job(job=job, result=result | {"version": extraction.version})
    return extraction_diff(job=job)


def extraction_diff(*, job: Job) -> ExtractionDiff:
    """What a finished extraction did, for the editor to look at. Runs one query."""
    lists = {name: job.result.get(name, []) for name in ExtractionDiff.__dataclass_fields__}
    claims = Claim.objects.in_bulk([pk for pks in lists.values() for pk in pks])
    return ExtractionDiff(**{name: [claims[pk] for pk in pks if pk in claims] for name, pks in lists.items()})
