"""Passing a claim on: for oneself, or for everybody until an editor has decided."""

from django.contrib.auth.models import User
from django.db import transaction

from reviews.enums import EventKind, SkipScope
from reviews.errors import TransitionRefused
from reviews.models import Review, Skip
from reviews.permissions import Action, require
from reviews.services.events import record_event
from reviews.services.identities import refuse_revealing
from reviews.services.leases import require_lease
from reviews.services.steps import NO_LEASE, NO_WAIT, database_now, guard, lock, move
from reviews.services.wording import required_text
from reviews.workflow import Step


@transaction.atomic
def skip_review(
    *, review: Review, reviewer: User, lease_number: int, reason: str, scope: SkipScope = SkipScope.ME
) -> Review:
    """Pass the claim on, with a reason; `next` does not give it to this reviewer again. Raises LeaseLost.

    For all: nobody gets it until an editor puts it back, assigns or closes it.
    """
    locked = lock(review)
    guard(locked, Step.SKIP)
    require_lease(locked, reviewer, lease_number)
    why = required_text(reason, "Say why you pass the claim on.")
    refuse_revealing(locked, reason=why)
    Skip.objects.create(review=locked, reviewer=reviewer, scope=SkipScope(scope), reason=why)
    return move(
        locked,
        Step.SKIP,
        actor=reviewer,
        event=EventKind.SKIPPED,
        payload={"scope": SkipScope(scope).value, "reason": why},
        assignee=None,
        skipped_for_all_at=database_now() if scope == SkipScope.ALL else None,
        **NO_LEASE,
        **NO_WAIT,
    )


@transaction.atomic
def put_back(*, review: Review, by: User) -> Review:
    """An editor's answer to a skip for all: it is in the queue again, for everybody but who skipped it."""
    require(by, Action.ASSIGN)
    locked = lock(review)
    if locked.skipped_for_all_at is None:
        raise TransitionRefused("This claim is not out of the queue: somebody has decided on it. Reload.")
    locked.skipped_for_all_at = None
    locked.save(update_fields=["skipped_for_all_at"])
    record_event(review=locked, kind=EventKind.PUT_BACK, actor=by)
    return locked
