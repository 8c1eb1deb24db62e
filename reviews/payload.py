"""Everything that the public page of a verdict shows, as plain data: the page, its ClaimReview, feeds and API read it.

Built when an editor looks at the page, again under lock when they approve it, and frozen in the Publication.
"""

from datetime import UTC
from typing import Any

from django.utils.text import slugify
from django.utils.timezone import localdate
from django.utils.translation import override

from claims.enums import Priority, RequestOrigin, Treatment
from claims.models import Anchor, Claim, Figure, Speaker
from claims.selectors import current_anchors
from reviews.decision_log import canonical_json, digest
from reviews.evidence_facts import independence_of_evidence, sightings_of
from reviews.labels import RatingWords, public_label, questions
from reviews.models import Finding, Publication, Rating, Verdict
from reviews.models.withheld_triggers import PLAIN_SLUG, WITHHELD
from reviews.payload_parts import article_part, contact_part, evidence_part, quote_part, speaker_part
from reviews.wording import ASKED_FOR_BY, KEPT_IN, given_priority

VERSION = 1
"""Of the payload's shape; a reader of old publications looks here."""

SLUG_LIMIT = 80


@override(KEPT_IN)
def build_payload(verdict: Verdict) -> dict[str, Any]:
    """The page of this verdict as it would be published now, our own words in English: pages translate them.

    The number of queries does not grow with its rows.
    """
    claim, *_ = sightings = sightings_of(verdict.review.claim)
    findings = {finding.claim_id: finding for finding in verdict.findings.all()}
    evidence = list(
        verdict.evidence.select_related("source__owner", "protected").prefetch_related(
            "origins__source", "origins__article__source"
        )
    )
    rating = Rating.objects.select_related("scale").get(pk=verdict.rating_id)
    independence = independence_of_evidence(claim, evidence)
    figures = list(Figure.objects.filter(claim=claim))
    payload: dict[str, Any] = {
        "version": VERSION,
        "slug": _slug(verdict),
        "is_sample": claim.article.is_sample,
        "claim": _claim(claim, figures),
        "article": article_part(claim.article),
        "sightings": _sightings(sightings, findings),
        "rating": _rating(rating),
        "label": _label(rating, [finding.value for finding in findings.values()], claim.kind),
        "headline": verdict.headline,
        "summary": verdict.summary,
        "explanation_markdown": verdict.explanation,
        "period": {"from": verdict.period_from, "to": verdict.period_to},
        "evidence": [evidence_part(item, figures) for item in evidence],
        "independence": {
            "citations": independence.citations,
            "origins": independence.origins,
            "exception": verdict.origins_exception,
            "groups": [
                {"name": group.name, "positions": list(group.positions), "why_not": group.why_not}
                for group in independence.groups
            ],
        },
        "contacts": _contacts(verdict),
        "contact_exception": verdict.contact_exception,
        "why_checked": _why_checked(claim, verdict),
    }
    return payload | {"questions": questions(payload)}


def payload_sha256(payload: dict[str, Any]) -> str:
    """Digest of the payload's canonical text; the same before and after a trip through the database."""
    return digest(canonical_json(payload))


def _claim(claim: Claim, figures: list[Figure]) -> dict[str, Any]:
    before, quote, after = quote_part(current_anchors([claim]).first(), claim.article.source)
    return {
        "id": claim.pk,
        "wording": claim.wording,
        "quote": quote,
        "before": before,
        "after": after,
        "kind": claim.kind,
        "speaker": speaker_part(claim.speaker),
        "via": claim.via.name if claim.via else "",
        "figures": [str(figure) for figure in figures],
        "dates": claim.dates,
        "stated_on": claim.stated_on,
        "topics": sorted(topic.name for topic in claim.topics.all()),
        "language": claim.language,
        # When the claim came to us: with the day of publication it gives the time to verdict.
        "registered_at": claim.created_at.astimezone(UTC).isoformat(timespec="seconds"),
        "score_reasons": claim.reasons,
    }


def _sightings(sightings: list[Claim], findings: dict[int, Finding]) -> list[dict[str, Any]]:
    """Those that the verdict has a finding for: one linked after the submission waits for the next verdict."""
    anchors = {anchor.claim_id: anchor for anchor in current_anchors(sightings)}
    return [
        _sighting(sighting, findings[sighting.pk], anchors.get(sighting.pk))
        for sighting in sightings
        if sighting.pk in findings
    ]


def _sighting(sighting: Claim, finding: Finding, anchor: Anchor | None) -> dict[str, Any]:
    before, quote, after = quote_part(anchor, sighting.article.source)
    return {
        "claim_id": sighting.pk,
        "article": article_part(sighting.article),
        "before": before,
        "quote": quote,
        "after": after,
        "start": anchor.start if anchor else None,
        "end": anchor.end if anchor else None,
        "speaker": _name(sighting.speaker),
        "language": sighting.language,
        "stated_on": sighting.stated_on,
        "treatment": _treatment(sighting),
        "finding": finding.value,
        "finding_note": finding.note,
    }


def _treatment(sighting: Claim) -> str:
    """A publisher asserts what it says in its own words; what it quotes of somebody it passes on, or disputes."""
    if sighting.speaker and sighting.treatment == Treatment.ASSERTS:
        return Treatment.REPORTS.value
    return sighting.treatment


def _contacts(verdict: Verdict) -> list[dict[str, Any]]:
    """Everybody asked up to now: what comes after the approval is on the next verdict's page."""
    contacts = verdict.review.contacts.filter(withdrawn_because="").select_related("speaker", "source")
    today = localdate()
    return [contact_part(contact, today=today) for contact in contacts.order_by("asked_on", "id")]


def _name(speaker: Speaker | None) -> str:
    return speaker.name if speaker else ""


def _rating(rating: Rating) -> dict[str, Any]:
    numbers = [number for number in rating.scale.ratings.values_list("number", flat=True) if number is not None]
    return {
        "code": rating.code,
        "label": rating.label,
        "number": rating.number,
        "definition": rating.definition,
        "scale_revision": rating.scale.revision,
        "best": max(numbers),
        "worst": min(numbers),
    }


def _label(rating: Rating, findings: list[str], kind: str) -> dict[str, Any]:
    label = public_label(RatingWords(rating.code, rating.label, rating.number), findings, kind)
    return {
        "text": label.text,
        "tone": label.tone.value,
        "rating_value": label.rating_value,
        "assessed": label.assessed,
    }


def _why_checked(claim: Claim, verdict: Verdict) -> list[str]:
    """How the claim was chosen: who asked, what an editor decided, what spoke for it."""
    why = sorted({ASKED_FOR_BY[RequestOrigin(request.origin)] for request in claim.requests.all()})
    if verdict.review.priority > Priority.NORMAL:
        why.append(given_priority(Priority(verdict.review.priority)))
    return [*why, *claim.reasons]


def _slug(verdict: Verdict) -> str:
    """Fixed at the first publication whose text is not withheld, so that its address lasts."""
    first = (
        Publication.objects.filter(review_id=verdict.review_id)
        .exclude(slug=WITHHELD.lower())
        .order_by("id")
        .values_list("slug", flat=True)
        .first()
    )
    return first or slugify(verdict.headline)[:SLUG_LIMIT].strip("-") or PLAIN_SLUG
