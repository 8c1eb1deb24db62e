"""Taking the next claim: one statement, no claim to two people, none called taken that is only leased."""

from typing import Any

from django.contrib.auth.models import User
from django.db import transaction

from reviews.enums import EventKind
from reviews.models import Review
from reviews.permissions import Action, require
from reviews.queueing import ANY, FREE_NOW, JOINS, MINE, NOBODYS, NOT_SKIPPED, ORDER, QueueFilter
from reviews.selectors import why_nothing_to_take
from reviews.services.assignment import assign_review, close_review, set_review_priority
from reviews.services.events import record_event
from reviews.services.leases import LEASE, require_free_for, require_lease
from reviews.services.steps import NO_LEASE, NO_WAIT, database_now, guard, lock, move
from reviews.services.waiting import wait_for_answer
from reviews.services.wording import required_text
from reviews.workflow import Step

__all__ = [
    "LEASE",
    "assign_review",
    "close_review",
    "release_review",
    "renew_lease",
    "set_review_priority",
    "skip_review",
    "take_next_review",
    "take_review",
    "wait_for_answer",
]

# The reviewer's own row is locked first, so that a double click waits for its twin. NO KEY: foreign keys to the
# reviewer, which every event has, do not wait. `free` is read only where the reviewer's own work has nothing.
_TAKE = f"""
    WITH me AS MATERIALIZED (
        SELECT id FROM auth_user WHERE id = %(me)s FOR NO KEY UPDATE
    ), own AS MATERIALIZED (
        SELECT r.id FROM {JOINS} JOIN me ON TRUE
         WHERE {FREE_NOW} AND {MINE} {{filters}}
         ORDER BY {ORDER} LIMIT 1 FOR UPDATE OF r SKIP LOCKED
    ), free AS MATERIALIZED (
        SELECT r.id FROM {JOINS} JOIN me ON TRUE
         WHERE NOT EXISTS (SELECT 1 FROM own) AND {FREE_NOW} AND {NOBODYS} AND {NOT_SKIPPED} {{filters}}
         ORDER BY {ORDER} LIMIT 1 FOR UPDATE OF r SKIP LOCKED
    ), picked AS (
        SELECT id FROM own UNION ALL SELECT id FROM free
    )
    UPDATE reviews_review r
       SET stage = 'in_review', lease_holder_id = %(me)s, lease_until = statement_timestamp() + %(lease)s,
           lease_number = r.lease_number + 1, wait_until = NULL, wait_for = '',
           stage_changed_at = CASE r.stage WHEN 'in_review' THEN r.stage_changed_at ELSE statement_timestamp() END
      FROM picked
     WHERE r.id = picked.id
    RETURNING r.*
"""  # noqa: S608 every part is a constant of reviews.queueing


@transaction.atomic
def take_next_review(*, reviewer: User, filters: QueueFilter | None = None) -> Review:
    """Lease the next claim to the reviewer: their own assigned work first, then the queue's order.

    Raises NothingToTake, whose `reason` tells empty, held, filtered out and skipped apart.
    """
    require(reviewer, Action.TAKE)
    chosen = filters or ANY
    conditions, params = chosen.as_sql()
    params |= {"me": reviewer.pk, "lease": LEASE}
    taken = list(Review.objects.raw(_TAKE.format(filters=conditions), params))
    if not taken:
        raise why_nothing_to_take(reviewer, chosen)
    review = taken[0]
    _log_taking(review, reviewer, by="next")
    return review


@transaction.atomic
def take_review(*, review: Review, reviewer: User) -> Review:
    """Lease this claim to the reviewer, by choice; the own lease of another tab is replaced, its number ends.

    Raises HeldByAnother where it is assigned to or edited by somebody else, TransitionRefused by stage.
    """
    require(reviewer, Action.TAKE)
    locked = lock(review)
    guard(locked, Step.TAKE)
    require_free_for(locked, reviewer)
    return move(
        locked,
        Step.TAKE,
        actor=reviewer,
        event=EventKind.TAKEN,
        payload={"by": "choice", "lease": locked.lease_number + 1},
        lease_holder=reviewer,
        lease_until=database_now() + LEASE,
        lease_number=locked.lease_number + 1,
        **NO_WAIT,
    )


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


@transaction.atomic
def skip_review(*, review: Review, reviewer: User, lease_number: int, reason: str) -> Review:
    """Pass the claim on, with a reason; `next` does not give it to this reviewer again. Raises LeaseLost."""
    locked = lock(review)
    guard(locked, Step.SKIP)
    require_lease(locked, reviewer, lease_number)
    return move(
        locked,
        Step.SKIP,
        actor=reviewer,
        event=EventKind.SKIPPED,
        payload={"reason": required_text(reason, "Say why you pass the claim on.")},
        assignee=None,
        **NO_LEASE,
        **NO_WAIT,
    )


def _log_taking(review: Review, reviewer: User, **payload: Any) -> None:
    record_event(review=review, kind=EventKind.TAKEN, actor=reviewer, payload={"lease": review.lease_number} | payload)
