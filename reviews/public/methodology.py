"""How we check, built from the rules that the program itself follows: the live scale, the workflow, the minimum."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe

from claims.enums import DismissalReason
from reviews.enums import CorrectionKind, DisputeOutcome, EvidenceKind
from reviews.evidence_facts import current_ratings
from reviews.independence import MINIMUM
from reviews.models import Rating
from reviews.public.addresses import absolute
from reviews.public.caching import answer
from reviews.public.scale import tone_of
from reviews.public.statistics.counts import COUNTED_FROM
from reviews.right_of_reply import is_low
from reviews.workflow import STEPS


@require_safe
def methodology(request: HttpRequest) -> HttpResponse:
    """Two queries. A scale is never changed, only replaced by a new revision."""
    ratings = current_ratings()
    return answer(
        request,
        revision=[rating.pk for rating in ratings],
        changed_at=None,
        render=lambda: render(request, "public/methodology.html", _context(ratings)),
    )


def _context(ratings: list[Rating]) -> dict[str, Any]:
    numbers = [rating.number for rating in ratings if rating.number is not None]
    return {
        "scale": ratings[0].scale if ratings else None,
        "ratings": [{"rating": rating, "tone": tone_of(rating)} for rating in ratings],
        "steps": [
            {"says": rule.says, "from": [stage.label for stage in rule.sources], "to": rule.target.label}
            for rule in STEPS
        ],
        "minimum": MINIMUM,
        "low": [rating.label for rating in ratings if is_low(rating.number, numbers)],
        "not_checked": [reason.label for reason in DismissalReason if reason != DismissalReason.OTHER],
        "evidence_kinds": EvidenceKind,
        "outcomes": [outcome for outcome in DisputeOutcome if outcome.counts],
        "counted_from": COUNTED_FROM,
        "corrections": CorrectionKind,
        "canonical": absolute(reverse("public:methodology")),
        "section": "methodology",
    }
