"""What a person does with their own notifications: reads them, and chooses of which kinds they are told how."""

from collections.abc import Mapping
from datetime import timedelta
from typing import Final

from django.contrib.auth.models import User
from django.db import transaction
from django.db.models import Q
from django.db.models.functions import Now

from reviews.enums import NotificationKind, NotificationWay
from reviews.errors import NotAllowed
from reviews.models import Notification, NotificationChoice
from reviews.notices import kinds_for
from reviews.services.notifying import mark_read

READ_KEPT: Final = timedelta(days=60)
"""How long a notification is kept after it was read. The decision log keeps what happened."""

UNREAD_KEPT: Final = timedelta(days=365)
"""What nobody read in a year was not for them."""


@transaction.atomic
def read_notification(*, notification_id: int, person: User) -> Notification:
    """Raises Notification.DoesNotExist for one that is not the person's own. Twice is once."""
    own = Notification.objects.filter(person=person)
    found = own.select_related("review", "publication", "event__payload").get(pk=notification_id)
    mark_read(own.filter(pk=notification_id))
    return found


@transaction.atomic
def read_all(*, person: User, up_to: int) -> int:
    """All of the person's that have come before the page they look at was made: `up_to` is the newest id on it."""
    return mark_read(Notification.objects.filter(person=person, pk__lte=up_to))


@transaction.atomic
def choose_ways(*, person: User, ways: Mapping[NotificationKind, NotificationWay]) -> None:
    """How the person is told of these kinds from now on. A mail that they want no more is not sent.

    Raises NotAllowed for a kind that they have no right for.
    """
    if strange := [kind.label for kind in ways if kind not in kinds_for(person)]:
        raise NotAllowed(f"Your account gets no notifications of this kind: {', '.join(strange)}.")
    NotificationChoice.objects.bulk_create(
        (NotificationChoice(person=person, kind=kind, way=way) for kind, way in sorted(ways.items())),
        update_conflicts=True,
        unique_fields=["person", "kind"],
        update_fields=["way"],
    )
    without_mail = [kind for kind, way in ways.items() if way in {NotificationWay.DESK, NotificationWay.NONE}]
    waiting = Notification.objects.filter(person=person, kind__in=without_mail, mail_after__isnull=False)
    ids = list(waiting.order_by("pk").select_for_update(of=("self",)).values_list("pk", flat=True))
    Notification.objects.filter(pk__in=ids).update(mail_after=None)


def forget_notifications() -> int:
    """Removes those that are kept no longer. Returns how many went; a second call removes nothing."""
    old = Q(read_at__lt=Now() - READ_KEPT) | Q(created_at__lt=Now() - UNREAD_KEPT)
    gone, _ = Notification.objects.filter(old).delete()
    return gone
