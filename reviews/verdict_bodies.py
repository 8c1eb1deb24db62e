"""A submitted verdict as the content of a verdict form: what the next one begins with."""

from decimal import Decimal

from django.db.models import prefetch_related_objects

from reviews.drafting import DraftBody, EvidenceInput, FindingInput, OriginInput
from reviews.models import Evidence, Verdict

_SAME_NAMES = (
    "kind",
    "address",
    "title",
    "published_on",
    "language",
    "excerpt",
    "excerpt_translation",
    "stance",
    "question",
    "primary",
    "figure_basis",
    "figure_as_of",
    "withheld_because",
)


PARTS = ("findings", "evidence__origins")


def body_of(verdict: Verdict) -> DraftBody:
    """Every field as it was submitted. Three queries, none where the caller has prefetched what `PARTS` names."""
    prefetch_related_objects([verdict], *PARTS)
    findings = {row.claim_id: FindingInput(row.value, row.note) for row in verdict.findings.all()}
    evidence = sorted(verdict.evidence.all(), key=lambda row: row.position)
    return DraftBody(
        rating=verdict.rating_id,
        headline=verdict.headline,
        summary=verdict.summary,
        explanation=verdict.explanation,
        findings=findings,
        period_from=verdict.period_from,
        period_to=verdict.period_to,
        origins_exception=verdict.origins_exception,
        contact_exception=verdict.contact_exception,
        evidence=tuple(_input(row) for row in evidence),
    )


def _input(row: Evidence) -> EvidenceInput:
    return EvidenceInput(
        source=row.source_id,
        protected=row.protected_id,
        figure_value=_plain(row.figure_value),
        figure_upper=_plain(row.figure_upper),
        rests_on=tuple(OriginInput(origin.source_id, origin.article_id) for origin in row.origins.all()),
        **{name: getattr(row, name) for name in _SAME_NAMES},
    )


def _plain(value: Decimal | None) -> str:
    return f"{value.normalize():f}" if value is not None else ""
