from django.conf import settings
from django.db import models
from django.db.models import Q

from claims.models.triggers import FROZEN
from reviews.enums import SkipScope
from reviews.models.reviews import Review


class Skip(models.Model):
    """A reviewer passed a claim on, and why. `next` does not offer it to them again, whatever the scope.

    Scope “all” asks the editors: whether the claim is out of the queue now says `Review.skipped_for_all_at` alone.
    """

    review = models.ForeignKey(Review, models.PROTECT, related_name="skips")
    reviewer = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    scope = models.CharField(max_length=3, choices=SkipScope, default=SkipScope.ME)
    reason = models.CharField(max_length=500)
    at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["review", "id"]
        constraints = [
            models.CheckConstraint(condition=~Q(reason=""), name="skip_has_a_reason"),
            models.CheckConstraint(condition=Q(scope__in=SkipScope.values), name="skip_is_for_me_or_for_all"),
        ]
        triggers = [*FROZEN]

    def __str__(self) -> str:
        return f"{self.reviewer}: {self.reason}"
