"""Who is editing right now: a lease of minutes with a number, so that a late answer is recognised."""

from datetime import timedelta

from django.contrib.auth.models import User
from django.utils.timezone import localtime

from reviews.errors import HeldByAnother, LeaseLost
from reviews.models import Review
from reviews.services.steps import database_now

LEASE = timedelta(minutes=30)
"""Long enough to read a source, short enough that a forgotten tab does not block the claim for a day."""


def is_held(review: Review, reviewer: User, lease_number: int) -> bool:
    """Whether the locked review is leased to the reviewer under that number, by the database's clock."""
    return (
        review.lease_holder_id == reviewer.pk
        and review.lease_number == lease_number
        and review.lease_until is not None
        and review.lease_until > database_now()
    )


def require_lease(review: Review, reviewer: User, lease_number: int) -> None:
    """Raises LeaseLost, saying who has the review now."""
    if not is_held(review, reviewer, lease_number):
        raise LeaseLost(lost_message(review, reviewer))


def lost_message(review: Review, reviewer: User) -> str:
    holder = review.lease_holder or review.assignee
    if holder and holder != reviewer:
        return f"Your time on this claim has ended and {holder} has it now. Nothing was changed."
    return "Your time on this claim has ended. Take it again to go on; nothing was changed."


def require_free_for(review: Review, reviewer: User) -> None:
    """Raises HeldByAnother where the locked review is assigned to, or being edited by, somebody else."""
    if review.assignee_id not in (None, reviewer.pk):
        raise HeldByAnother(f"This claim is assigned to {review.assignee}. An editor can reassign it.")
    if review.lease_until and review.lease_holder_id != reviewer.pk and review.lease_until > database_now():
        raise HeldByAnother(
            f"{review.lease_holder} is working on this claim until {localtime(review.lease_until):%H:%M}.",
            until=review.lease_until,
        )
