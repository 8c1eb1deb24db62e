from collections.abc import Sequence

import pgtrigger
from django.conf import settings
from django.db import models
from django.db.models import F, Q

from claims.models.triggers import APPEND_ONLY
from reviews.models.events import Event
from reviews.models.reviews import Review
from reviews.models.seconds import SecondVerdict
from reviews.models.verdicts import Verdict
from reviews.models.withheld_triggers import DECIDED_ONCE, TARGET_IS_OF_ITS_REVIEW, TEXT_IS_GONE

_TARGETS = ("verdict", "event", "second")


def _one_of(targets: Sequence[str]) -> Q:
    either = Q()
    for target in targets:
        either |= Q(**{f"{name}__isnull": name != target for name in targets})
    return either


class Withholding(models.Model):
    """A text that must go: of an event, of a second verdict, or of a verdict with its publication.

    One person asks, another confirms. Confirmed, the text is emptied in its rows and cannot be had back from them;
    digests stay, so the log still holds.
    """

    review = models.ForeignKey(Review, models.PROTECT, related_name="withholdings")
    verdict = models.ForeignKey(Verdict, models.PROTECT, null=True, blank=True, related_name="withholdings")
    event = models.ForeignKey(Event, models.PROTECT, null=True, blank=True, related_name="withholdings")
    second = models.ForeignKey(SecondVerdict, models.PROTECT, null=True, blank=True, related_name="withholdings")
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
                condition=_one_of(_TARGETS),
                name="withholding_is_of_one_text",
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
                fields=[*_TARGETS],
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
        what = "an event" if self.event_id else "a second verdict" if self.second_id else "a verdict"
        return f"Withholding of {what}: {self.legal_basis}"
