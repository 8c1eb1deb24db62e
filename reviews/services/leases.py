"""Who is editing right now: a lease of minutes with a number, so that a late answer is recognised."""

from datetime import timedelta

from django.contrib.auth.models import User
from django.db import transaction
from django.utils.timezone import localtime

from reviews.enums import EventKind, SkipScope, Stage
from reviews.errors import HeldByAnother, LeaseLost, TransitionRefused
from reviews.models import Review
from reviews.services.steps import NO_LEASE, NO_WAIT, database_now, guard, lock, move
from reviews.workflow import OPEN_STAGES, Step

LEASE = timedelta(minutes=30)
"""Long enough to read a source, short enough that a forgotten tab does not block the claim for a day."""


@transaction.atomic
def renew_lease(*, review: Review, reviewer: User, lease_number: int) -> Review:
    """Half an hour more from now. Raises LeaseLost. Not an event: the page renews every few minutes."""
    locked = lock(review)
    require_lease(locked, reviewer, lease_number)
    locked.lease_until = database_now() + LEASE
    locked.save(update_fields=["lease_until"])
    return locked


@transaction.atomic
def release_review(*, review: Review, reviewer: User, lease_number: int) -> Review:
    """Give the claim back: it waits for anybody; the draft stays its author's. Raises LeaseLost."""
    locked = lock(review)
    guard(locked, Step.RELEASE)
    require_lease(locked, reviewer, lease_number)
    return move(locked, Step.RELEASE, actor=reviewer, event=EventKind.RELEASED, assignee=None, **NO_LEASE, **NO_WAIT)


def has_lease(review: Review, reviewer: User) -> bool:
    """Whether the locked review is leased to the reviewer, in whichever of their windows, by the database's clock."""
    return (
        review.lease_holder_id == reviewer.pk and review.lease_until is not None and review.lease_until > database_now()
    )


def is_held(review: Review, reviewer: User, lease_number: int) -> bool:
    """Whether the locked review is leased to the reviewer under that number."""
    return review.lease_number == lease_number and has_lease(review, reviewer)


def require_lease(review: Review, reviewer: User, lease_number: int) -> None:
    """Raises LeaseLost, saying who has the review now."""
    if not is_held(review, reviewer, lease_number):
        raise LeaseLost(lost_message(review, reviewer))


def lost_message(review: Review, reviewer: User) -> str:
    """Also why taking it again leads nowhere, where it does."""
    stage = Stage(review.stage)
    if stage not in OPEN_STAGES:
        return f"This claim is in the stage “{stage.label}” now: nothing is written about it any more."
    holder = review.lease_holder or review.assignee
    if holder and holder != reviewer:
        return f"Your time on this claim has ended and {holder} has it now. Nothing was changed."
    return "Your time on this claim has ended. Take it again to go on; nothing was changed."


def require_free_for(review: Review, reviewer: User) -> None:
    """Raises HeldByAnother where the locked review is assigned to, or being edited by, somebody else, and
    TransitionRefused while it is out of the queue."""
    if review.assignee_id not in (None, reviewer.pk):
        raise HeldByAnother(f"This claim is assigned to {review.assignee}. An editor can reassign it.")
    if review.lease_until and review.lease_holder_id != reviewer.pk and review.lease_until > database_now():
        raise HeldByAnother(
            f"{review.lease_holder} is working on this claim until {localtime(review.lease_until):%H:%M}.",
            until=review.lease_until,
        )
    if review.skipped_for_all_at:
        asked = review.skips.filter(scope=SkipScope.ALL).select_related("reviewer").last()
        why = f": “{asked.reason}” ({asked.reviewer})" if asked else ""
        raise TransitionRefused(f"This claim was skipped for everybody{why}. An editor puts it back or closes it.")
