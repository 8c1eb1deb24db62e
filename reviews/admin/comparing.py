"""What an approver holds the page against: the verdict before it, the last publication, the scale's rule on figures."""

from typing import Any

from django.contrib.auth.models import User

from reviews.admin.differences import differences
from reviews.draft_changes import changes_between
from reviews.evidence_facts import current_ratings
from reviews.figure_checks import comparisons
from reviews.models import Verdict
from reviews.sealing import visible_verdicts
from reviews.verdict_bodies import body_of


def comparing_context(verdict: Verdict, payload: dict[str, Any], reader: User) -> dict[str, Any]:
    """`earlier` is the verdict before this one, which the changes may have been requested of."""
    body, claim = body_of(verdict), verdict.review.claim
    earlier = visible_verdicts(reader).filter(review=verdict.review_id, number__lt=verdict.number).first()
    previous = verdict.review.publications.exclude(verdict=verdict).order_by("-valid_from").first()
    return {
        "figures": comparisons(list(claim.figures.all()), body.evidence, current_ratings(), stated_on=claim.stated_on),
        "earlier": earlier,
        "since_earlier": changes_between(body_of(earlier), body) if earlier else [],
        "previous": previous,
        "differences": differences(previous.payload, payload) if previous else [],
    }
