import pgtrigger
from django.conf import settings
from django.db import models
from django.db.models import F, Q

from claims.models import Source
from claims.models.triggers import APPEND_ONLY
from reviews.models.reviews import Review


class ProposedSource(models.Model):
    """A Source that a reviewer put on record by its name alone; an editor adds what it is and confirms it."""

    source = models.OneToOneField(Source, models.PROTECT, related_name="+")
    proposed_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    review = models.ForeignKey(Review, models.PROTECT, related_name="+", help_text="Where it was needed.")
    proposed_at = models.DateTimeField(auto_now_add=True)
    confirmed_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+")
    confirmed_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["-id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(confirmed_by=None, confirmed_at=None)
                | Q(confirmed_by__isnull=False, confirmed_at__isnull=False),
                name="proposed_source_confirmed_says_by_whom_and_when",
            ),
            models.CheckConstraint(
                condition=~Q(confirmed_by=F("proposed_by")), name="proposed_source_is_confirmed_by_somebody_else"
            ),
        ]
        triggers = [
            *APPEND_ONLY,
            pgtrigger.ReadOnly(name="proposal_stands", exclude=["confirmed_by", "confirmed_at"]),
        ]

    def __str__(self) -> str:
        return str(self.source)
