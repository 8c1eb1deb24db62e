"""Taking published work up again: it returns to its last author, the public page stays meanwhile."""

from django.contrib.auth.models import User
from django.db import transaction

from reviews.enums import EventKind
from reviews.errors import TransitionRefused
from reviews.models import Review
from reviews.permissions import Action, require
from reviews.services.steps import NO_LEASE, NO_WAIT, guard, lock, move
from reviews.services.wording import required_text
from reviews.workflow import Step


@transaction.atomic
def reopen_review(*, review: Review, by: User, reason: str) -> Review:
    require(by, Action.ASSIGN)
    locked = lock(review)
    why = required_text(reason, "Say why the review is reopened.")
    return move(
        locked,
        Step.REOPEN,
        actor=by,
        event=EventKind.REOPENED,
        payload={"reason": why},
        assignee=locked.last_author,
    )


@transaction.atomic
def cancel_reopening(*, review: Review, by: User) -> Review:
    """Back to approved, while nothing was submitted since. Whoever is editing keeps their draft, not the lease."""
    require(by, Action.ASSIGN)
    locked = lock(review)
    guard(locked, Step.CANCEL_REOPENING)
    latest = locked.verdicts.order_by("-number").first()
    if latest is None or not hasattr(latest, "publication"):
        raise TransitionRefused(
            "There is no reopening to cancel: the latest verdict of this review is not the published one."
        )
    return move(
        locked,
        Step.CANCEL_REOPENING,
        actor=by,
        event=EventKind.REOPENING_CANCELLED,
        assignee=None,
        **NO_LEASE,
        **NO_WAIT,
    )
