from django.db import models
from django.db.models import Q

from claims.models.triggers import FROZEN
from reviews.models.triggers import SCALE_IS_NOT_IN_USE


class Scale(models.Model):
    """One revision of the rating scale; a change of words or criteria is a new revision."""

    name = models.CharField(max_length=100)
    revision = models.PositiveSmallIntegerField(unique=True)
    introduced_on = models.DateField()
    note = models.TextField(blank=True, help_text="What changed from the revision before, and why.")

    class Meta:
        ordering = ["-revision"]
        triggers = [*FROZEN]

    def __str__(self) -> str:
        return f"{self.name}, revision {self.revision}"


class Rating(models.Model):
    """One step of a scale revision. It judges the statement as of the day it was made."""

    scale = models.ForeignKey(Scale, models.PROTECT, related_name="ratings")
    code = models.SlugField(max_length=30)
    label = models.CharField(max_length=40)
    definition = models.TextField()
    criteria = models.TextField(help_text="When to choose it.")
    tolerance = models.TextField(blank=True, help_text="What the rating means for figures, in words.")
    tolerance_share = models.DecimalField(
        max_digits=5,
        decimal_places=4,
        null=True,
        blank=True,
        help_text="Largest deviation of a stated figure from the evidence, as a share: 0.05 is 5 %.",
    )
    number = models.PositiveSmallIntegerField(null=True, blank=True, help_text="5 is truest; empty: off the scale.")
    position = models.PositiveSmallIntegerField()

    class Meta:
        ordering = ["scale", "position"]
        constraints = [
            models.UniqueConstraint(fields=["scale", "code"], name="rating_code_is_unique_in_its_scale"),
            models.UniqueConstraint(fields=["scale", "position"], name="rating_position_is_unique_in_its_scale"),
            models.UniqueConstraint(fields=["scale", "number"], name="rating_number_is_unique_in_its_scale"),
            models.CheckConstraint(condition=Q(number=None) | Q(number__gte=1), name="rating_number_is_at_least_one"),
            models.CheckConstraint(
                condition=Q(tolerance_share=None) | Q(tolerance_share__gte=0, tolerance_share__lte=1),
                name="rating_tolerance_is_a_share",
            ),
        ]
        triggers = [*FROZEN, SCALE_IS_NOT_IN_USE]

    def __str__(self) -> str:
        return self.label
