"""What keeps a claim from being worked on or published now: skipped for everybody, held back, due or waiting."""

from collections.abc import Mapping

from django.utils import timezone

from reviews.desk.forms.wait import WaitForm
from reviews.enums import SkipScope
from reviews.models import Review, Skip
from reviews.services.approval import current_holds

REASON = "reason"
"""The field that says why a claim is skipped."""


def aside_context(review: Review, half_typed: Mapping[str, str]) -> dict[str, object]:
    """Two queries. Its fields keep what was typed (`reviews.desk.half_typed`), and are in sight then."""
    typed = {name: half_typed.get(name, "") for name in (*WaitForm.base_fields, REASON)}
    return {
        "holds": current_holds(review),
        "parked": _asked_for_all(review) if review.skipped_for_all_at else None,
        "wait_form": WaitForm(initial=typed),
        "aside_typed": any(typed.values()),
        "today": timezone.localdate(),
    }


def _asked_for_all(review: Review) -> Skip | None:
    return review.skips.filter(scope=SkipScope.ALL).select_related("reviewer").last()
