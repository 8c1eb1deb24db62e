"""Why there is nothing to take: nothing waits, all is held (by whom, until when), filtered out, skipped, with the
editors, or the limit on open work is reached."""

from datetime import datetime
from typing import Any

from django.contrib.auth.models import User
from django.db import connection
from django.db.models import F, QuerySet
from django.utils.text import Truncator
from django.utils.timezone import localtime

from reviews.enums import NothingReason
from reviews.errors import NothingToTake
from reviews.models import Review
from reviews.queueing import (
    ANY,
    FOR_EDITORS,
    FREE_NOW,
    HELD_BACK,
    JOINS,
    MINE,
    NOBODYS,
    NOT_SECOND,
    NOT_SKIPPED,
    OFFERED,
    OPEN,
    UNTOUCHED,
    QueueFilter,
)
from reviews.services.open_work import limit_reached
from reviews.services.steps import database_now
from reviews.workflow import OPEN_STAGES

MOST_NAMED = 5


def why_nothing_to_take(reviewer: User, filters: QueueFilter, *, has_room: bool) -> NothingToTake:
    """The refusal that names the nearest reason. Two queries."""
    conditions, params = filters.as_sql()
    everything, free, fitting, skipped, touched, second, parked = _counts(
        f"""count(*) FILTER (WHERE NOT {FOR_EDITORS}),
            count(*) FILTER (WHERE {FREE_NOW} AND ({MINE} OR {NOBODYS} AND {OFFERED})),
            count(*) FILTER (WHERE {FREE_NOW} AND {NOBODYS} AND {OFFERED} {conditions}),
            count(*) FILTER (WHERE {FREE_NOW} AND {NOBODYS} AND NOT {NOT_SKIPPED} AND {UNTOUCHED} {conditions}),
            count(*) FILTER (WHERE {FREE_NOW} AND {NOBODYS} AND NOT {UNTOUCHED} {conditions}),
            count(*) FILTER (WHERE {FREE_NOW} AND {NOBODYS} AND {NOT_SKIPPED} AND {UNTOUCHED} AND NOT {NOT_SECOND}
                             {conditions}),
            count(*) FILTER (WHERE {FOR_EDITORS})""",
        params | {"me": reviewer.pk},
    )
    if not has_room and fitting:
        return limit_reached(reviewer)
    if not everything:
        return _nothing_open(parked)
    if free and filters != ANY:
        says = f"Your filters leave nothing to take; without them there {_are(free)}."
        return NothingToTake(says, reason=NothingReason.FILTERED)
    if skipped:
        says = f"You have skipped what is free ({skipped}): open one from the list to take it after all."
        return NothingToTake(says, reason=NothingReason.SKIPPED)
    if touched:
        return NothingToTake(_touched(touched), reason=NothingReason.CONFLICT)
    if second:
        return NothingToTake(_second(second), reason=NothingReason.SECOND)
    return NothingToTake(_held_by(reviewer, _open(), "open claims"), reason=NothingReason.HELD)


def why_no_sibling(reviewer: User, review: Review) -> NothingToTake:
    """The same for the other claims of the review's article."""
    article = review.claim.article_id
    others, free, skipped, touched, second, held_back = _counts(
        f"""count(*),
            count(*) FILTER (WHERE {FREE_NOW} AND {NOBODYS} AND {OFFERED} AND NOT {HELD_BACK}),
            count(*) FILTER (WHERE {FREE_NOW} AND {NOBODYS} AND NOT {NOT_SKIPPED} AND {UNTOUCHED}),
            count(*) FILTER (WHERE {FREE_NOW} AND {NOBODYS} AND NOT {UNTOUCHED}),
            count(*) FILTER (WHERE {FREE_NOW} AND {NOBODYS} AND {NOT_SKIPPED} AND {UNTOUCHED} AND NOT {NOT_SECOND}),
            count(*) FILTER (WHERE {FREE_NOW} AND {NOBODYS} AND {OFFERED} AND {HELD_BACK})""",
        {"me": reviewer.pk, "article": article, "review": review.pk},
        "AND c.article_id = %(article)s AND r.id <> %(review)s",
    )
    if free:
        return limit_reached(reviewer)
    if not others:
        return NothingToTake("This article has no other open claim.", reason=NothingReason.EMPTY)
    if held_back:
        says = f"Publication of this article is held back ({held_back} free): take a claim from the list if you must."
        return NothingToTake(says, reason=NothingReason.FILTERED)
    if skipped:
        says = f"You have skipped its other claims ({skipped}): open one from the list to take it after all."
        return NothingToTake(says, reason=NothingReason.SKIPPED)
    if touched:
        return NothingToTake(_touched(touched), reason=NothingReason.CONFLICT)
    if second:
        return NothingToTake(_second(second), reason=NothingReason.SECOND)
    siblings = _open().filter(claim__article=article).exclude(pk=review.pk)
    return NothingToTake(_held_by(reviewer, siblings, "other claims of this article"), reason=NothingReason.HELD)


def _counts(columns: str, params: dict[str, Any], also: str = "") -> tuple[int, ...]:
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT {columns} FROM {JOINS} WHERE {OPEN} {also}", params)  # noqa: S608 constants of queueing
        return tuple(cursor.fetchone())


def _nothing_open(parked: int) -> NothingToTake:
    if parked:
        says = f"No claim is waiting. Skipped for everybody, so that editors decide: {parked}."
        return NothingToTake(says, reason=NothingReason.FOR_EDITORS)
    return NothingToTake("No claim is waiting: everything is checked.", reason=NothingReason.EMPTY)


def _are(count: int) -> str:
    return "is 1 free claim" if count == 1 else f"are {count} free claims"


def _touched(count: int) -> str:
    claims = "The only free claim touches" if count == 1 else f"All {count} free claims touch"
    return f"{claims} interests that you declared: somebody else has to check {'it' if count == 1 else 'them'}."


def _second(count: int) -> str:
    claims = "The only free claim is one" if count == 1 else f"The {count} free claims are ones"
    return f"{claims} whose second verdict you took: somebody else writes the first."


def _open() -> QuerySet[Review]:
    return Review.objects.filter(stage__in=OPEN_STAGES, skipped_for_all_at=None)


def _held_by(reviewer: User, held: QuerySet[Review], what: str) -> str:
    """Who has the claims and until when, the soonest end first; at most five are named."""
    people = held.select_related("assignee", "lease_holder", "claim")
    ends = (F("lease_until").asc(nulls_last=True), F("wait_until").asc(nulls_last=True), "id")
    now = database_now()
    parts = [_holder(review, reviewer, now) for review in people.order_by(*ends)[:MOST_NAMED]]
    count = held.count()
    rest = f"; and {count - MOST_NAMED} more" if count > MOST_NAMED else ""
    return f"All {count} {what} are in somebody's hands: " + "; ".join(parts) + f"{rest}."


def _holder(review: Review, reviewer: User, now: datetime) -> str:
    person = review.lease_holder or review.assignee
    name = "you" if person == reviewer else str(person) if person else "nobody"
    claim = f"“{Truncator(str(review.claim)).words(8)}”"
    if review.lease_until and review.lease_until > now:
        return f"{name}: {claim}, until {localtime(review.lease_until):%H:%M}"
    if review.wait_until and review.wait_until > now:
        return f"{name}: {claim}, waiting for {review.wait_for} until {localtime(review.wait_until):%d %B %H:%M}"
    return f"{name}: {claim}, assigned"
