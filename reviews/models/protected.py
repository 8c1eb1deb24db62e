from django.conf import settings
from django.db import models
from django.db.models import Q

from claims.models.triggers import FROZEN
from reviews.models.reviews import Review

UNNAMED = "Protected source"
"""The name of the one Source that all evidence of protected sources cites: together they are one origin at most."""


class ProtectedSource(models.Model):
    """Somebody whose evidence we use and whom we do not name: what the public is told of them. `letter` is our name."""

    review = models.ForeignKey(Review, models.PROTECT, related_name="protected_sources")
    letter = models.CharField(max_length=2)
    description = models.CharField(max_length=200, help_text="What the public may know: “an employee of the port”.")
    because = models.CharField(max_length=500, help_text="Why the identity is protected; shown publicly.")
    added_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    added_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["review", "letter"]
        constraints = [
            models.UniqueConstraint(fields=["review", "letter"], name="protected_source_letter_is_unique"),
            models.CheckConstraint(condition=~Q(because=""), name="protected_source_says_why"),
        ]
        triggers = [*FROZEN]

    def __str__(self) -> str:
        return f"Source {self.letter}"


class ProtectedIdentity(models.Model):
    """Who a protected source is. Stands here and nowhere else: not in events, payloads, exports, search or history.

    Read only through `reviews.services.identities.look_at_identity`, which logs who looked and why.
    """

    protected = models.OneToOneField(ProtectedSource, models.PROTECT, primary_key=True, related_name="identity")
    name = models.CharField(max_length=300)
    details = models.TextField(blank=True, help_text="How we know them, and how we know that it is them.")

    class Meta:
        default_permissions = ()
        permissions = [("view_protected_identity", "Can look at protected identities; each look is logged")]
        verbose_name_plural = "protected identities"
        constraints = [models.CheckConstraint(condition=~Q(name=""), name="protected_identity_has_a_name")]
        triggers = [*FROZEN]

    def __str__(self) -> str:
        return f"Identity of source {self.protected_id}"
