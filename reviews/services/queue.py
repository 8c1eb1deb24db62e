"""Taking claims: the next one, one by choice, an article's others. No claim to two people, none called gone that is
only leased."""

from typing import Any

from django.contrib.auth.models import User
from django.db import transaction

from reviews.enums import EventKind
from reviews.models import Review
from reviews.permissions import Action, require
from reviews.queueing import (
    ANY,
    FREE_NOW,
    HELD_BACK,
    JOINS,
    MINE,
    NOBODYS,
    OFFERED,
    ORDER,
    UNTOUCHED,
    WAIT_OVER,
    QueueFilter,
)
from reviews.services.events import record_event
from reviews.services.explaining import why_no_sibling, why_nothing_to_take
from reviews.services.leases import LEASE, has_lease, require_free_for
from reviews.services.open_work import lock_reviewer, require_room, room_left
from reviews.services.recusal import recusal_logged
from reviews.services.steps import NO_WAIT, database_now, guard, lock, move
from reviews.workflow import Step

MOST_SIBLINGS = 20
"""Taken at once where no limit on open work is set."""

# `free` is read only where the reviewer's own work has nothing, and they have room for more.
_TAKE = f"""
    WITH own AS MATERIALIZED (
        SELECT r.id FROM {JOINS}
         WHERE {FREE_NOW} AND {MINE} AND {UNTOUCHED} {{filters}}
         ORDER BY {WAIT_OVER} DESC, {ORDER} LIMIT 1 FOR UPDATE OF r SKIP LOCKED
    ), free AS MATERIALIZED (
        SELECT r.id FROM {JOINS}
         WHERE %(has_room)s AND NOT EXISTS (SELECT 1 FROM own)
           AND {FREE_NOW} AND {NOBODYS} AND {OFFERED} {{filters}}
         ORDER BY {ORDER} LIMIT 1 FOR UPDATE OF r SKIP LOCKED
    ), picked AS (
        SELECT id FROM own UNION ALL SELECT id FROM free
    )
    UPDATE reviews_review r
       SET stage = 'in_review', lease_holder_id = %(me)s, lease_until = statement_timestamp() + %(lease)s,
           lease_number = r.lease_number + 1, wait_until = NULL, wait_for = '',
           stage_changed_at = CASE r.stage WHEN 'in_review' THEN r.stage_changed_at ELSE statement_timestamp() END
      FROM picked WHERE r.id = picked.id RETURNING r.*
"""  # noqa: S608 every part is a constant of reviews.queueing

# Assigned, not leased: half an hour would be over before the first of them is done, and “next” hands them out now.
_TAKE_SIBLINGS = f"""
    WITH picked AS MATERIALIZED (
        SELECT r.id FROM {JOINS}
         WHERE {FREE_NOW} AND {NOBODYS} AND {OFFERED} AND NOT {HELD_BACK}
           AND c.article_id = %(article)s AND r.id <> %(review)s
         ORDER BY {ORDER} LIMIT %(room)s FOR UPDATE OF r SKIP LOCKED
    )
    UPDATE reviews_review r
       SET stage = 'in_review', assignee_id = %(me)s, lease_holder_id = NULL, lease_until = NULL,
           wait_until = NULL, wait_for = '',
           stage_changed_at = CASE r.stage WHEN 'in_review' THEN r.stage_changed_at ELSE statement_timestamp() END
      FROM picked WHERE r.id = picked.id RETURNING r.*
"""  # noqa: S608 the same constants


@transaction.atomic
def take_next_review(*, reviewer: User, filters: QueueFilter | None = None) -> Review:
    """Lease the next claim to the reviewer: their own assigned work first, then the queue's order.

    Raises NothingToTake, whose `reason` tells empty, held, filtered out, skipped, with the editors and limit apart.
    """
    require(reviewer, Action.TAKE)
    # A statement of its own: the pick must see what a twin of this call, that was first, has taken.
    lock_reviewer(reviewer)
    chosen = filters or ANY
    conditions, params = chosen.as_sql()
    has_room = room_left(reviewer) != 0
    params |= {"me": reviewer.pk, "lease": LEASE, "has_room": has_room}
    taken = list(Review.objects.raw(_TAKE.format(filters=conditions), params))
    if not taken:
        raise why_nothing_to_take(reviewer, chosen, has_room=has_room)
    _log_taking(taken[0], reviewer, by="next")
    return taken[0]


def take_review(*, review: Review, reviewer: User) -> Review:
    """Lease this claim to the reviewer, by choice; the own lease of another tab is replaced, its number ends.

    Raises HeldByAnother where it is assigned to or edited by somebody else, LimitReached where the reviewer has
    enough in hand, TransitionRefused by stage or while the editors decide on it, Recused (which is logged) where they
    declared an interest in what it is about.
    """
    with recusal_logged(review, reviewer, Action.TAKE):
        return _take(review, reviewer)


@transaction.atomic
def _take(review: Review, reviewer: User) -> Review:
    lock_reviewer(reviewer)
    require(reviewer, Action.TAKE, review)
    locked = lock(review)
    guard(locked, Step.TAKE)
    require_free_for(locked, reviewer)
    if locked.assignee_id != reviewer.pk and not has_lease(locked, reviewer):
        require_room(reviewer)
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
def take_siblings(*, review: Review, reviewer: User) -> list[Review]:
    """The free claims of the same article become the reviewer's work too, as far as the limit on open work lets them;
    `next` hands them out before others. What is held back from publication is left out: it may never be needed.

    Raises NothingToTake, saying why none was taken.
    """
    require(reviewer, Action.TAKE)
    lock_reviewer(reviewer)
    room = room_left(reviewer)
    article = review.claim.article_id
    params = {
        "me": reviewer.pk,
        "article": article,
        "review": review.pk,
        "room": MOST_SIBLINGS if room is None else room,
    }
    taken = list(Review.objects.raw(_TAKE_SIBLINGS, params))
    if not taken:
        raise why_no_sibling(reviewer, review)
    for sibling in sorted(taken, key=lambda item: item.pk):
        _log_taking(sibling, reviewer, by="article", assigned=True)
    return taken


def _log_taking(review: Review, reviewer: User, **payload: Any) -> None:
    record_event(review=review, kind=EventKind.TAKEN, actor=reviewer, payload={"lease": review.lease_number} | payload)
