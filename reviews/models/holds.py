from datetime import UTC, datetime
from typing import Final, Self

import pgtrigger
from django.conf import settings
from django.db import models
from django.db.models import Q
from django.db.models.functions import Now

from claims.models import Article
from claims.models.triggers import APPEND_ONLY
from reviews.enums import HoldKind
from reviews.models.hold_triggers import STOPS_WHAT_IS_SET
from reviews.models.reviews import Review

WHEN_LIFTED: Final = datetime(9999, 1, 1, tzinfo=UTC)
"""When a page begins that a hold without an end stops: later than any other time, until somebody lifts the hold."""


class HoldQuerySet(models.QuerySet["Hold"]):
    def in_force(self) -> Self:
        """By the database's clock."""
        return self.filter(Q(until=None) | Q(until__gt=Now()), lifted_at=None)


class Hold(models.Model):
    """Forbids publishing while it lasts; the database refuses too. What was set to a time begins when it ends."""

    kind = models.CharField(max_length=12, choices=HoldKind)
    review = models.ForeignKey(Review, models.PROTECT, null=True, blank=True, related_name="holds")
    article = models.ForeignKey(Article, models.PROTECT, null=True, blank=True, related_name="+")
    reason = models.TextField()
    until = models.DateTimeField(null=True, blank=True, help_text="Empty: until it is lifted.")
    placed_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="placed_holds")
    placed_at = models.DateTimeField(auto_now_add=True)
    lifted_at = models.DateTimeField(null=True, blank=True)
    lifted_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="lifted_holds"
    )

    objects = HoldQuerySet.as_manager()

    class Meta:
        ordering = ["-placed_at", "-id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(review=None, article__isnull=False) | Q(review__isnull=False, article=None),
                name="hold_is_on_a_review_or_an_article",
            ),
            models.CheckConstraint(condition=~Q(reason=""), name="hold_says_why"),
            models.CheckConstraint(
                condition=Q(lifted_at=None, lifted_by=None) | Q(lifted_at__isnull=False, lifted_by__isnull=False),
                name="hold_lifted_says_by_whom",
            ),
        ]
        permissions = [("hold_publication", "Can place and lift holds")]
        triggers = [
            *APPEND_ONLY,
            pgtrigger.ReadOnly(name="read_only", exclude=["lifted_at", "lifted_by"]),
            STOPS_WHAT_IS_SET,
        ]

    def __str__(self) -> str:
        return f"{self.get_kind_display()}: {self.reason}"
