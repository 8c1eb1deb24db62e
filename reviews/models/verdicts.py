from django.conf import settings
from django.db import models
from django.db.models import Q

from claims.models import Claim
from claims.partial_dates import PartialDateField, partial_date_check
from reviews.enums import FindingValue
from reviews.models.reply_triggers import OFFERS_A_REPLY
from reviews.models.reviews import Review
from reviews.models.scales import Rating
from reviews.models.triggers import (
    AUTHOR_SAVED_A_DRAFT,
    HAS_EVIDENCE,
    NEXT_OF_ITS_REVIEW,
    comes_with_its_verdict,
)
from reviews.models.withheld_triggers import OF_THE_VERDICT, frozen_but_for_withholding

FROZEN_BUT_FOR_TEXTS = frozen_but_for_withholding(
    "w.verdict_id = OLD.id", ["headline", "summary", "explanation", "origins_exception", "contact_exception"]
)


class Verdict(models.Model):
    """An immutable submitted conclusion; after changes are requested the next submission is a new row."""

    review = models.ForeignKey(Review, models.PROTECT, related_name="verdicts")
    number = models.PositiveSmallIntegerField()
    author = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="verdicts")
    rating = models.ForeignKey(Rating, models.PROTECT, related_name="verdicts")
    headline = models.CharField(max_length=75, help_text="Without the rating and without a contested label.")
    summary = models.CharField(max_length=600)
    explanation = models.TextField(help_text="Markdown.")
    period_from = PartialDateField(help_text="From when the verdict holds.")
    period_to = PartialDateField(help_text="Until when it holds.")
    origins_exception = models.TextField(
        blank=True, help_text="Why fewer than two independent origins are enough here; shown publicly."
    )
    contact_exception = models.TextField(
        blank=True, help_text="Why whom it is about was not asked for a reply; shown publicly."
    )
    submitted_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["review", "-number"]
        constraints = [
            models.UniqueConstraint(fields=["review", "number"], name="verdict_number_is_unique_in_its_review"),
            # Target of the publication's composite foreign key: the published author is the verdict's author.
            models.UniqueConstraint(fields=["id", "author"], name="verdict_and_author"),
            models.CheckConstraint(
                condition=~Q(headline="") & ~Q(summary="") & ~Q(explanation=""), name="verdict_is_written_out"
            ),
            partial_date_check("period_from", "verdict_period_from_is_a_partial_date"),
            partial_date_check("period_to", "verdict_period_to_is_a_partial_date"),
        ]
        permissions = [("approve_verdict", "Can approve verdicts and request changes, never on own work")]
        triggers = [*FROZEN_BUT_FOR_TEXTS, AUTHOR_SAVED_A_DRAFT, NEXT_OF_ITS_REVIEW, HAS_EVIDENCE, OFFERS_A_REPLY]

    def __str__(self) -> str:
        return f"{self.headline} ({self.rating})"


class Finding(models.Model):
    """The answer to “did they say it” for one sighting of the claim (the canonical claim is its own sighting)."""

    verdict = models.ForeignKey(Verdict, models.PROTECT, related_name="findings")
    claim = models.ForeignKey(Claim, models.PROTECT, related_name="+")
    value = models.CharField(max_length=20, choices=FindingValue)
    note = models.CharField(max_length=500, blank=True)

    class Meta:
        ordering = ["verdict", "id"]
        constraints = [
            models.UniqueConstraint(fields=["verdict", "claim"], name="finding_is_one_per_verdict_and_sighting"),
        ]
        triggers = [
            *frozen_but_for_withholding(OF_THE_VERDICT, ["note"]),
            comes_with_its_verdict("NEW.verdict_id"),
        ]

    def __str__(self) -> str:
        return self.get_value_display()
