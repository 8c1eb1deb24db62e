import pgtrigger
from django.conf import settings
from django.db import models
from django.db.models import F, Q

from claims.models.triggers import APPEND_ONLY
from reviews.models.events import Event
from reviews.models.reviews import Review
from reviews.models.verdicts import Verdict
from reviews.models.withheld_triggers import DECIDED_ONCE, TARGET_IS_OF_ITS_REVIEW, TEXT_IS_GONE


class Withholding(models.Model):
    """A text that must go: of an event, or of a verdict with its publication. One person asks, another confirms.

    Confirmed, the text is emptied in its rows and cannot be had back from them; digests stay, so the log still holds.
    """

    review = models.ForeignKey(Review, models.PROTECT, related_name="withholdings")
    verdict = models.ForeignKey(Verdict, models.PROTECT, null=True, blank=True, related_name="withholdings")
    event = models.ForeignKey(Event, models.PROTECT, null=True, blank=True, related_name="withholdings")
    legal_basis = models.TextField(help_text="The order or law: who, file number, date. Not shown publicly.")
    asked_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="asked_withholdings")
    asked_at = models.DateTimeField(auto_now_add=True)
    confirmed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="confirmed_withholdings"
    )
    confirmed_at = models.DateTimeField(null=True, blank=True)
    declined_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="declined_withholdings"
    )
    declined_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["-asked_at", "-id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(verdict=None, event__isnull=False) | Q(verdict__isnull=False, event=None),
                name="withholding_is_of_a_verdict_or_an_event",
            ),
            models.CheckConstraint(condition=~Q(legal_basis=""), name="withholding_has_a_legal_basis"),
            models.CheckConstraint(
                condition=Q(confirmed_by=None) | ~Q(confirmed_by=F("asked_by")),
                name="withholding_is_confirmed_by_a_second_person",
            ),
            models.CheckConstraint(
                condition=Q(confirmed_by=None, confirmed_at=None)
                | Q(confirmed_by__isnull=False, confirmed_at__isnull=False, declined_at=None),
                name="withholding_confirmed_says_by_whom",
            ),
            models.CheckConstraint(
                condition=Q(declined_by=None, declined_at=None)
                | Q(declined_by__isnull=False, declined_at__isnull=False),
                name="withholding_declined_says_by_whom",
            ),
            models.UniqueConstraint(
                fields=["verdict", "event"],
                condition=Q(declined_at=None),
                nulls_distinct=False,
                name="withholding_is_asked_once",
            ),
        ]
        permissions = [("withhold_text", "Can ask for and confirm the withholding of texts, never alone")]
        triggers = [
            *APPEND_ONLY,
            pgtrigger.ReadOnly(
                name="read_only", exclude=["confirmed_by", "confirmed_at", "declined_by", "declined_at"]
            ),
            TARGET_IS_OF_ITS_REVIEW,
            DECIDED_ONCE,
            TEXT_IS_GONE,
        ]

    def __str__(self) -> str:
        return f"Withholding of {'a verdict' if self.verdict_id else 'an event'}: {self.legal_basis}"
