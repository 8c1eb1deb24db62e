from django.conf import settings
from django.db import models
from django.db.models import Q

from claims.models.triggers import FROZEN
from reviews.enums import CorrectionKind
from reviews.models.publications import Publication


class Correction(models.Model):
    """A public record of what changed in a publication, and why."""

    publication = models.ForeignKey(Publication, models.PROTECT, related_name="corrections")
    kind = models.CharField(max_length=20, choices=CorrectionKind)
    was = models.TextField(help_text="What the page said.")
    now = models.TextField(help_text="What is right.")
    cause = models.TextField(blank=True)
    noticed_by = models.CharField(max_length=200, blank=True, help_text="Who noticed; shown publicly.")
    reported_on = models.DateField(null=True, blank=True)
    made_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="corrections")
    made_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["-made_at", "-id"]
        constraints = [
            models.CheckConstraint(condition=~Q(was="") & ~Q(now=""), name="correction_says_what_changed"),
        ]
        triggers = [*FROZEN]

    def __str__(self) -> str:
        return f"{self.get_kind_display()}: {self.now}"
