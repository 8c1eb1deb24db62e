from django.conf import settings
from django.db import models
from django.db.models import F, Q

from reviews.enums import CorrectionKind
from reviews.models.publications import Publication
from reviews.models.withheld_triggers import OF_THE_CORRECTION, OF_THE_PUBLICATION, frozen_but_for_withholding


class Correction(models.Model):
    """A public record of what changed in a publication, and why."""

    publication = models.ForeignKey(Publication, models.PROTECT, related_name="corrections")
    kind = models.CharField(max_length=20, choices=CorrectionKind)
    was = models.TextField(help_text="What the page said.")
    now = models.TextField(help_text="What is right.")
    cause = models.TextField(blank=True)
    noticed_by = models.CharField(max_length=200, blank=True, help_text="Who noticed; shown publicly.")
    reported_on = models.DateField(null=True, blank=True)
    fixed_on = models.DateField(null=True, blank=True, help_text="When the page was right again.")
    made_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="corrections")
    made_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["-made_at", "-id"]
        constraints = [
            models.CheckConstraint(condition=~Q(was="") & ~Q(now=""), name="correction_says_what_changed"),
            models.CheckConstraint(
                condition=Q(reported_on=None) | Q(fixed_on=None) | Q(fixed_on__gte=F("reported_on")),
                name="correction_is_reported_before_it_is_fixed",
            ),
        ]
        triggers = [
            *frozen_but_for_withholding(
                f"({OF_THE_PUBLICATION} OR {OF_THE_CORRECTION})", ["was", "now", "cause", "noticed_by"]
            )
        ]

    def __str__(self) -> str:
        return f"{self.get_kind_display()}: {self.now}"
