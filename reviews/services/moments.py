"""What nobody does and people are told of all the same: a lease about to end, a wait that is over, a day that has come.

Found by a sweep, by the database's clock; the unique key of `Notification` makes each moment tell once.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Final

from django.db import transaction
from django.db.models import Exists, Max, OuterRef, Q, QuerySet
from django.utils.timezone import get_default_timezone, localdate

from reviews.changed_texts import changed_passages
from reviews.enums import NotificationKind
from reviews.models import Notification, Review
from reviews.rechecks import rechecks_due_since
from reviews.recipients import who_may_confirm
from reviews.services.notifying import mark_read, notify
from reviews.services.steps import database_now
from reviews.workflow import OPEN_STAGES

LEASE_WARNING: Final = timedelta(minutes=5)
"""The desk's own page warns at the same time; this is for whoever looks at another one."""

LATE: Final = timedelta(days=14)
"""A moment longer ago is not told any more: shorter than notifications are kept, so none is told a second time."""


@dataclass(frozen=True, slots=True)
class Watch:
    """One kind of moment in the work on a review. `is_near` makes the condition as of a time; `same`: how a
    notification of it knows the review's moment (a lookup, by the review's column)."""

    kind: NotificationKind
    person: str
    is_near: Callable[[datetime], Q]
    same: dict[str, str]
    moment: Callable[[Review], datetime | None]


WATCHES: Final = (
    Watch(
        NotificationKind.LEASE_ENDING,
        "lease_holder",
        lambda at: Q(lease_until__gt=at, lease_until__lte=at + LEASE_WARNING),
        {"moment": "lease_until"},
        lambda review: review.lease_until,
    ),
    Watch(
        NotificationKind.WAIT_OVER,
        "assignee",
        lambda at: Q(wait_until__lte=at, wait_until__gt=at - LATE),
        {"moment": "wait_until"},
        lambda review: review.wait_until,
    ),
    Watch(
        NotificationKind.DUE,
        "assignee",
        lambda at: Q(due_on__lte=localdate(at) + timedelta(days=1), due_on__gt=localdate(at - LATE)),
        {"moment__date": "due_on"},
        lambda review: (
            datetime.combine(review.due_on, time(), tzinfo=get_default_timezone()) if review.due_on else None
        ),
    ),
)


def tell_of_work(*, now: datetime | None = None) -> int:
    """Leases about to end, waits that are over, due dates: each person, each moment, once. Returns how many reviews.

    Each review is locked while it is told, so that nobody hears of a lease that was renewed in between.
    """
    at = now or database_now()
    return sum(_tell(watch, pk, at) for watch in WATCHES for pk in _near(watch, at).values_list("pk", flat=True))


def tell_of_rechecks(*, now: datetime | None = None) -> int:
    """Published verdicts that are due for another look, to everybody who may give it. Returns how many were told."""
    at = now or database_now()
    since = at - LATE
    changes = changed_passages().filter(at__gt=since).values_list("publication").annotate(newest=Max("at"))
    changed = dict(changes.values_list("publication", "newest"))
    told = Notification.objects.filter(kind=NotificationKind.RECHECK, moment__gt=since)
    known = set(told.values_list("publication", "moment").distinct())
    # What is overdue stays so until somebody looks: of the pages nothing is read but which they are.
    due = rechecks_due_since(since, at).values_list("pk", "review", "recheck_on")
    new = 0
    for pk, review_id, due_on in due.iterator():
        moment = _recheck_moment(due_on, changed.get(pk), at)
        if moment is not None and moment > since and (pk, moment) not in known:
            _tell_of_recheck(pk, review_id, moment)
            new += 1
    return new


def _tell_of_recheck(publication: int, review_id: int, moment: datetime) -> None:
    review = Review.objects.get(pk=review_id)
    notify(who_may_confirm(review), NotificationKind.RECHECK, review, moment=moment, publication=publication)


def _near(watch: Watch, at: datetime) -> QuerySet[Review]:
    """Open reviews whose moment has come and that their person was not told of."""
    same = {lookup: OuterRef(column) for lookup, column in watch.same.items()}
    told = Notification.objects.filter(kind=watch.kind, review=OuterRef("pk"), person=OuterRef(watch.person), **same)
    near = Review.objects.filter(watch.is_near(at), stage__in=OPEN_STAGES).exclude(**{watch.person: None})
    return near.filter(~Exists(told)).order_by("pk")


@transaction.atomic
def _tell(watch: Watch, pk: int, at: datetime) -> bool:
    review = _near(watch, at).select_for_update(of=("self",), skip_locked=True).filter(pk=pk).first()
    moment = watch.moment(review) if review else None
    if review is None or moment is None:
        return False
    # An earlier end of the same lease is no news any more.
    mark_read(Notification.objects.filter(kind=watch.kind, review=review))
    notify([getattr(review, f"{watch.person}_id")], watch.kind, review, moment=moment)
    return True


def _recheck_moment(due_on: date | None, changed_at: datetime | None, at: datetime) -> datetime | None:
    """The day that was set, once it has come; else when the article's text changed."""
    if due_on is not None and due_on <= localdate(at):
        return datetime.combine(due_on, time(), tzinfo=get_default_timezone())
    return changed_at
