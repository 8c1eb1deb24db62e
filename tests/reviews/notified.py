"""Short ways for tests to see who was told what."""

from django.contrib.auth.models import User

from reviews.enums import NotificationKind
from reviews.models import Notification
from reviews.notices import sentence


def told(person: User, *, unread_only: bool = True) -> list[str]:
    """The kinds that the person is told of, oldest first."""
    rows = Notification.objects.filter(person=person).order_by("pk")
    return [row.kind for row in rows if not (unread_only and row.read_at)]


def told_of(kind: NotificationKind, *among: User) -> set[User]:
    """Who of these people is told of the kind and has not read it; factories make more people than a test names."""
    unread = Notification.objects.filter(kind=kind, read_at=None, person__in=among)
    return set(User.objects.filter(pk__in=unread.values("person")))


def newest(person: User) -> str:
    """What the person's newest notification says."""
    return sentence(Notification.objects.select_related("event__actor").filter(person=person).order_by("-pk")[0])
