"""The public page that a draft would make, before it is submitted."""

from dataclasses import replace
from typing import Any

from django.contrib.auth.models import User
from django.db import transaction

from reviews.completeness import HEADLINE_LIMIT, SUMMARY_LIMIT, is_partial_date
from reviews.drafting import DraftBody, EvidenceInput, decimal_or_none
from reviews.enums import EvidenceKind, Question, Stage, Stance
from reviews.errors import DraftUnreadable, TransitionRefused
from reviews.models import Draft, Rating, Review
from reviews.payload import build_payload
from reviews.services.verdicts import insert_verdict

GAP = "(Still to be written.)"


def preview_payload(*, review: Review, author: User) -> dict[str, Any]:
    """By the very code that makes the page which is approved, so it shows what would be public: the label of both
    answers, quotations within their limits, what is withheld.

    Nothing is kept: the verdict's rows exist inside a transaction that is rolled back. Gaps are filled with words that
    say so; rows without source or title are left out. Raises DraftUnreadable where there is no rating yet,
    TransitionRefused while nobody checks the claim.
    """
    if review.stage != Stage.IN_REVIEW:
        raise TransitionRefused("There is no draft to look at: the claim is not being checked now.")
    draft = Draft.objects.filter(review=review, author=author).first()
    body = DraftBody.from_json(draft.body) if draft else DraftBody()
    if not Rating.objects.filter(pk=body.rating or 0).exists():
        raise DraftUnreadable("Choose a rating first: the page is made of it. Then look at the page.")
    with transaction.atomic():
        payload = build_payload(insert_verdict(review, author, _without_gaps(body)))
        transaction.set_rollback(True)
    return payload


def _without_gaps(body: DraftBody) -> DraftBody:
    rows = [_readable(row) for row in body.evidence if row.source and row.title.strip()]
    return replace(
        body,
        headline=(body.headline.strip() or GAP)[:HEADLINE_LIMIT],
        summary=(body.summary.strip() or GAP)[:SUMMARY_LIMIT],
        explanation=body.explanation.strip() or GAP,
        period_from=body.period_from if is_partial_date(body.period_from) else "",
        period_to=body.period_to if is_partial_date(body.period_to) else "",
        findings={claim: finding for claim, finding in body.findings.items() if finding.value},
        evidence=tuple(rows),
    )


def _readable(row: EvidenceInput) -> EvidenceInput:
    """Without dates and figures that can't be read yet; they are named where the draft is checked."""
    try:
        low, high = decimal_or_none(row.figure_value), decimal_or_none(row.figure_upper)
    except ValueError:
        low = high = None
    in_order = low is not None and high is not None and low <= high
    return replace(
        row,
        kind=row.kind or EvidenceKind.DOCUMENT.value,
        stance=row.stance or Stance.SUPPORTS.value,
        question=row.question or Question.SUBSTANCE.value,
        published_on=row.published_on if is_partial_date(row.published_on) else "",
        figure_as_of=row.figure_as_of if is_partial_date(row.figure_as_of) else "",
        figure_value=row.figure_value if low is not None else "",
        figure_upper=row.figure_upper if in_order else "",
    )
