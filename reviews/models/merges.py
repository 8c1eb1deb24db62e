from django.conf import settings
from django.db import models
from django.db.models import F, Q

from claims.models.triggers import FROZEN
from reviews.models.merge_triggers import MERGE_IS_DONE, MERGED_ONCE_WITHOUT_LOOPS
from reviews.models.publications import Publication
from reviews.models.reviews import Review


class Merge(models.Model):
    """Two reviews were about the same statement: `loser` is closed, and `ended` is its page that leads to `winner`."""

    loser = models.OneToOneField(Review, models.PROTECT, related_name="merge")
    winner = models.ForeignKey(Review, models.PROTECT, related_name="merges")
    ended = models.OneToOneField(Publication, models.PROTECT, null=True, blank=True, related_name="merge")
    reason = models.CharField(max_length=500, help_text="Why the two say the same.")
    merged_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="merges")
    merged_at = models.DateTimeField()

    class Meta:
        ordering = ["-merged_at", "-id"]
        constraints = [
            models.CheckConstraint(condition=~Q(loser=F("winner")), name="merge_is_of_two"),
            models.CheckConstraint(condition=~Q(reason=""), name="merge_says_why"),
        ]
        permissions = [("merge_review", "Can merge a claim into another that says the same, never own work")]
        triggers = [*FROZEN, MERGED_ONCE_WITHOUT_LOOPS, MERGE_IS_DONE]

    def __str__(self) -> str:
        return f"Review {self.loser_id} into review {self.winner_id}"
