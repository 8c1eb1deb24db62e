import pghistory
from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex
from django.contrib.postgres.search import SearchVector
from django.db import models
from django.db.models import F, Q

from claims.enums import ClaimKind, ClaimStatus, DateOrigin, DismissalReason, Priority, Treatment
from claims.models.articles import Article
from claims.models.speakers import Speaker
from claims.models.topics import Topic
from claims.models.triggers import APPEND_ONLY, FROZEN_CLAIM
from claims.partial_dates import PartialDateField, partial_date_check

SEARCH_CONFIG = "english"
"""PostgreSQL's text search configuration for wordings; index and queries must name the same."""


class ClaimQuerySet(models.QuerySet["Claim"]):
    def canonical(self) -> "ClaimQuerySet":
        return self.exclude(status=ClaimStatus.DUPLICATE)

    def accepted(self) -> "ClaimQuerySet":
        return self.filter(status=ClaimStatus.ACCEPTED)

    def proposed(self) -> "ClaimQuerySet":
        return self.filter(status=ClaimStatus.PROPOSED)

    def by_worth(self) -> "ClaimQuerySet":
        """The order of the queue: editor's priority, check-worthiness, age."""
        return self.order_by("-priority", "-score", "created_at", "id")


@pghistory.track(model_name="ClaimHistory")
class Claim(models.Model):
    """One checkable statement of an article; a sighting when it is linked to a canonical claim."""

    article = models.ForeignKey(Article, models.PROTECT, related_name="claims")
    wording = models.CharField(max_length=1000, help_text="Stands alone: names for pronouns, dates resolved.")
    fingerprint = models.CharField(max_length=64, editable=False)
    status = models.CharField(max_length=20, choices=ClaimStatus, default=ClaimStatus.PROPOSED)
    dismissal_reason = models.CharField(max_length=20, choices=DismissalReason, blank=True)
    dismissal_note = models.CharField(max_length=500, blank=True)
    readings = ArrayField(models.CharField(max_length=1000), default=list, blank=True)
    canonical = models.ForeignKey("self", models.PROTECT, null=True, blank=True, related_name="sightings")
    treatment = models.CharField(max_length=10, choices=Treatment, default=Treatment.ASSERTS)
    kind = models.CharField(max_length=20, choices=ClaimKind, default=ClaimKind.STATUS)
    speaker = models.ForeignKey(
        Speaker,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="claims",
        help_text="Who is quoted as saying so; empty: the article says it in its own voice.",
    )
    via = models.ForeignKey(
        Speaker,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="relayed_claims",
        help_text="The body that passed the statement on, as in “Macron's office said …”.",
    )
    score = models.FloatField("check-worthiness", default=0.5, help_text="0 to 1; orders the queue, deletes nothing.")
    reasons = ArrayField(models.CharField(max_length=200), default=list, blank=True)
    priority = models.SmallIntegerField(choices=Priority, default=Priority.NORMAL)
    topics = models.ManyToManyField(Topic, blank=True, related_name="claims")
    places = ArrayField(models.CharField(max_length=100), default=list, blank=True)
    language = models.CharField(max_length=10, default="en")
    stated_on = PartialDateField(help_text="When it was said, as far as known.")
    stated_origin = models.CharField(max_length=10, choices=DateOrigin, blank=True)
    dates = ArrayField(models.CharField(max_length=10), default=list, blank=True, help_text="Dates of the event.")
    extractor = models.CharField(max_length=100, blank=True, help_text="Empty: written by hand.")
    created_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="written_claims"
    )
    created_at = models.DateTimeField(auto_now_add=True)
    touched_at = models.DateTimeField(null=True, blank=True, help_text="When a person last worked on it.")
    frozen_at = models.DateTimeField(null=True, blank=True, editable=False)

    objects = ClaimQuerySet.as_manager()

    class Meta:
        ordering = ["-created_at", "-id"]
        indexes = [
            models.Index(fields=["status", "-priority", "-score", "created_at"], name="claim_by_worth"),
            GinIndex(SearchVector("wording", config=SEARCH_CONFIG), name="claim_wording_search"),
        ]
        constraints = [
            models.UniqueConstraint(fields=["article", "fingerprint"], name="claim_is_unique_in_its_article"),
            models.CheckConstraint(condition=~Q(wording=""), name="claim_has_a_wording"),
            models.CheckConstraint(condition=Q(score__gte=0, score__lte=1), name="claim_score_is_from_0_to_1"),
            models.CheckConstraint(
                condition=Q(status=ClaimStatus.DISMISSED) & ~Q(dismissal_reason="")
                | ~Q(status=ClaimStatus.DISMISSED) & Q(dismissal_reason=""),
                name="claim_dismissed_has_a_reason",
            ),
            models.CheckConstraint(
                condition=Q(status=ClaimStatus.DUPLICATE, canonical__isnull=False)
                | ~Q(status=ClaimStatus.DUPLICATE) & Q(canonical=None),
                name="claim_duplicate_names_its_canonical",
            ),
            models.CheckConstraint(condition=~Q(canonical=F("id")), name="claim_is_not_its_own_sighting"),
            models.CheckConstraint(
                condition=~Q(status=ClaimStatus.AMBIGUOUS) | Q(readings__len__gte=2),
                name="claim_ambiguous_keeps_two_readings",
            ),
            models.CheckConstraint(
                condition=Q(frozen_at=None) | Q(status__in=[ClaimStatus.ACCEPTED, ClaimStatus.DUPLICATE]),
                name="claim_frozen_is_accepted",
            ),
            partial_date_check("stated_on", "claim_stated_on_is_a_partial_date"),
        ]
        permissions = [("triage_claim", "Can accept, set aside, dismiss and reword claims")]
        triggers = [*APPEND_ONLY, FROZEN_CLAIM]

    def __str__(self) -> str:
        return self.wording
