"""What entry points ask about a person's notifications. Nobody ever reads another person's."""

from django.contrib.auth.models import User
from django.db.models import QuerySet

from reviews.enums import NotificationKind, NotificationWay
from reviews.models import Notification, NotificationChoice
from reviews.notices import ABOUT, kinds_for

MOST_COUNTED = 100
"""A bell says “99+” from here on: nobody counts further, and the database should not either."""


def own_notifications(person: User, *, unread_only: bool = False) -> QuerySet[Notification]:
    """The newest first, of the kinds that the person still has a right for."""
    own = Notification.objects.filter(person=person, kind__in=kinds_for(person))
    if unread_only:
        own = own.filter(read_at=None)
    return own.select_related("review__claim", "event__actor")


def own_notification(*, notification_id: int, person: User) -> Notification:
    """With what says where it leads. Raises Notification.DoesNotExist for one that is not on the person's list."""
    related = ("review__claim", "publication", "event__payload", "event__actor")
    return own_notifications(person).select_related(*related).get(pk=notification_id)


def unread_count(person: User) -> int:
    """At most MOST_COUNTED. One query, whatever there is."""
    unread = Notification.objects.filter(person=person, kind__in=kinds_for(person), read_at=None)
    return unread.order_by()[:MOST_COUNTED].count()


def chosen_ways(person: User) -> dict[NotificationKind, NotificationWay]:
    """For every kind that the person can get: as they chose, else as `reviews.notices` says. One query."""
    chosen = dict(NotificationChoice.objects.filter(person=person).values_list("kind", "way"))
    return {kind: NotificationWay(chosen.get(kind, ABOUT[kind].default)) for kind in kinds_for(person)}
