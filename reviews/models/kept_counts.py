from django.db import models
from django.db.models.functions import Now


class KeptCounts(models.Model):
    """What the statistics last counted. Only a copy: they may be counted again at any time, and the row may go."""

    ONLY = 1
    """There is one row."""

    mark = models.CharField(max_length=64, help_text="Of everything that was counted: another mark, other counts.")
    counts = models.JSONField()
    counted_at = models.DateTimeField(db_default=Now())

    class Meta:
        verbose_name_plural = "kept counts"
        constraints = [models.CheckConstraint(condition=models.Q(pk=1), name="kept_counts_are_one_row")]

    def __str__(self) -> str:
        return self.mark
