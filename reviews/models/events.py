from django.conf import settings
from django.db import models
from django.db.models import Q

from claims.models.triggers import FROZEN
from reviews.enums import EventKind
from reviews.models.log_triggers import CONTINUES_THE_CHAIN, PAYLOAD_FITS_ITS_DIGEST
from reviews.models.reviews import Review
from reviews.models.withheld_triggers import OF_THE_EVENT, frozen_but_for_withholding


class Event(models.Model):
    """One row of the decision log of a review; `hash` chains it to the row before (`reviews.decision_log`)."""

    review = models.ForeignKey(Review, models.PROTECT, related_name="events")
    sequence = models.PositiveIntegerField()
    version = models.PositiveSmallIntegerField(default=1)
    kind = models.CharField(max_length=24, choices=EventKind)
    actor = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="events")
    at = models.DateTimeField()
    payload_sha256 = models.CharField(max_length=64)
    previous_hash = models.CharField(max_length=64, blank=True)
    hash = models.CharField(max_length=64)

    class Meta:
        ordering = ["review", "sequence"]
        constraints = [
            models.UniqueConstraint(fields=["review", "sequence"], name="event_sequence_is_unique_in_its_review"),
            models.CheckConstraint(condition=Q(sequence__gte=1), name="event_sequence_counts_from_one"),
            models.CheckConstraint(
                condition=Q(sequence=1, previous_hash="") | Q(sequence__gt=1) & ~Q(previous_hash=""),
                name="event_follows_another",
            ),
        ]
        triggers = [*FROZEN, CONTINUES_THE_CHAIN]

    def __str__(self) -> str:
        return f"{self.sequence}. {self.get_kind_display()}"


class EventPayload(models.Model):
    """What an event says, as canonical JSON text; apart from its digest, so that a court's order can be obeyed.

    Empty once it is withheld; nothing else ever changes it.
    """

    event = models.OneToOneField(Event, models.PROTECT, primary_key=True, related_name="payload")
    text = models.TextField()

    class Meta:
        triggers = [*frozen_but_for_withholding(OF_THE_EVENT, ["text"]), PAYLOAD_FITS_ITS_DIGEST]

    def __str__(self) -> str:
        return self.text
