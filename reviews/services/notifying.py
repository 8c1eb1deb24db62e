"""Writing notifications, in the transaction of what they tell: for each person and event, or moment, one.

Nobody is told of their own act; nobody who is inactive, has lost the right or chose not to be told.
"""

from collections.abc import Iterable
from datetime import datetime, time, timedelta, tzinfo

from django.conf import settings
from django.contrib.auth.models import User
from django.db.models import QuerySet
from django.db.models.functions import Now
from django.utils import timezone

from reviews.enums import NotificationKind, NotificationWay
from reviews.models import Event, Notification, NotificationChoice, Review
from reviews.notices import ABOUT
from reviews.recipients import people_with


def notify(
    people: Iterable[int | None],
    kind: NotificationKind,
    review: Review,
    *,
    event: Event | None = None,
    moment: datetime | None = None,
    publication: int | None = None,
) -> None:
    """Tell those of `people` (ids) whom it concerns still. Told once already: nothing is added. Four queries."""
    wanted = {pk for pk in people if pk} - {event.actor_id if event else None}
    if not wanted:
        return
    told = people_with(*ABOUT[kind].rights).filter(pk__in=wanted)
    ways = _ways(told, kind)
    Notification.objects.bulk_create(
        (
            Notification(
                person_id=person,
                kind=kind,
                review=review,
                publication_id=publication,
                event=event,
                moment=moment,
                mail_after=_mail_due(way),
            )
            for person, way in ways.items()
            if way != NotificationWay.NONE
        ),
        ignore_conflicts=True,
    )


def mark_read(notifications: QuerySet[Notification]) -> int:
    """Those of them that are unread; their mails are not needed any more. Locked in the order of ids."""
    unread = notifications.filter(read_at=None).order_by("pk").select_for_update(of=("self",))
    ids = list(unread.values_list("pk", flat=True))
    return Notification.objects.filter(pk__in=ids).update(read_at=Now(), mail_after=None)


def _mail_due(way: NotificationWay) -> datetime | Now | None:
    """When a notification that is written now is mailed; at once is by the database's clock, which the sender asks."""
    if way == NotificationWay.AT_ONCE:
        return Now()
    if way == NotificationWay.DIGEST:
        return next_digest(timezone.now(), settings.CLAIMDESK_DIGEST_HOUR, timezone.get_default_timezone())
    return None


def next_digest(now: datetime, hour: int, zone: tzinfo) -> datetime:
    """The first time after `now` when it is `hour` in the newsroom; an hour that a change of clocks skips: the next."""
    today = now.astimezone(zone).date()
    days = (datetime.combine(today + timedelta(days=more), time(hour), tzinfo=zone) for more in range(3))
    return next(moment for moment in days if moment > now)


def _ways(people: QuerySet[User], kind: NotificationKind) -> dict[int, NotificationWay]:
    """How each of them wants to be told of the kind. Two queries."""
    ids = list(people.order_by("pk").values_list("pk", flat=True))
    chosen = NotificationChoice.objects.filter(person__in=ids, kind=kind).values_list("person", "way")
    ways = dict.fromkeys(ids, ABOUT[kind].default)
    return ways | {person: NotificationWay(way) for person, way in chosen}
