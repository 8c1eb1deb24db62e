import pgtrigger
from django.conf import settings
from django.db import models
from django.db.models import Q
from django.db.models.functions import Now

from reviews.enums import NotificationKind, NotificationWay
from reviews.models.events import Event
from reviews.models.publications import Publication
from reviews.models.reviews import Review


class Notification(models.Model):
    """That one person is told of something, once. It holds references only: the words are made when somebody reads it
    (`reviews.notices`), so that what is sealed, protected or withheld stands in no copy.

    It tells an `event` of the log, or that a `moment` has come (a lease's end, a wait's end, a day). `mail_after`: when
    a mail is due; None: none is, any more.
    """

    person = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="notifications")
    kind = models.CharField(max_length=20, choices=NotificationKind)
    review = models.ForeignKey(Review, models.PROTECT, related_name="notifications")
    publication = models.ForeignKey(Publication, models.PROTECT, null=True, blank=True, related_name="+")
    event = models.ForeignKey(Event, models.PROTECT, null=True, blank=True, related_name="+")
    moment = models.DateTimeField(null=True, blank=True)
    created_at = models.DateTimeField(db_default=Now())
    read_at = models.DateTimeField(null=True, blank=True)
    mail_after = models.DateTimeField(null=True, blank=True)
    mail_tries = models.PositiveSmallIntegerField(default=0)
    mailed_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["-id"]
        indexes = [
            models.Index(fields=["person"], condition=Q(read_at=None), name="notification_unread"),
            models.Index(fields=["mail_after"], condition=Q(mail_after__isnull=False), name="notification_to_mail"),
            models.Index(fields=["created_at"], name="notification_by_age"),
        ]
        constraints = [
            models.CheckConstraint(
                condition=Q(event=None, moment__isnull=False) | Q(event__isnull=False, moment=None),
                name="notification_tells_an_event_or_a_moment",
            ),
            models.UniqueConstraint(
                fields=["person", "event"], condition=Q(event__isnull=False), name="notification_tells_an_event_once"
            ),
            models.UniqueConstraint(
                fields=["person", "kind", "review", "publication", "moment"],
                condition=Q(event=None),
                nulls_distinct=False,
                name="notification_tells_a_moment_once",
            ),
            models.CheckConstraint(
                condition=Q(mailed_at=None) | Q(mail_after=None, mail_tries__gte=1),
                name="notification_mailed_is_mailed_no_more",
            ),
        ]
        triggers = [
            pgtrigger.ReadOnly(
                name="what_it_tells_stands", exclude=["read_at", "mail_after", "mail_tries", "mailed_at"]
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_kind_display()}: {self.review}"


class NotificationChoice(models.Model):
    """How somebody wants to be told of a kind; without a row as `reviews.notices` says."""

    person = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="notification_choices")
    kind = models.CharField(max_length=20, choices=NotificationKind)
    way = models.CharField(max_length=10, choices=NotificationWay)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["person", "kind"], name="notification_choice_is_one_per_kind"),
            models.CheckConstraint(condition=Q(way__in=NotificationWay.values), name="notification_choice_is_a_way"),
        ]

    def __str__(self) -> str:
        return f"{self.get_kind_display()}: {self.get_way_display()}"
