import pgtrigger
from django.conf import settings
from django.db import models
from django.db.models import Q

from claims.models.triggers import APPEND_ONLY
from reviews.models.reviews import Review
from reviews.models.scales import Rating
from reviews.models.second_triggers import (
    BEGINS_SEALED,
    GIVEN_BY_ITS_REVIEWER,
    NO_HAND_IN_THE_FIRST,
    OPENS_ONCE_BOTH_ARE_IN,
)
from reviews.models.verdicts import Verdict
from reviews.models.withheld_triggers import OF_THE_RESOLUTION, OF_THE_SECOND_VERDICT, frozen_but_for_withholding

CHANGEABLE = ["reviewer", "taken_at", "first", "opened_at", "called_off_by", "called_off_at"]


class SecondOpinion(models.Model):
    """An editor's wish for a blind second verdict. While it is sealed nobody but its own side sees a verdict.

    `after` is the number of the last published verdict: what came later is sealed. `first` is the verdict that stood
    against the second when both were opened.
    """

    review = models.ForeignKey(Review, models.PROTECT, related_name="second_opinions")
    after = models.PositiveSmallIntegerField(default=0)
    why = models.CharField(max_length=500)
    asked_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    asked_at = models.DateTimeField(auto_now_add=True)
    reviewer = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="second_opinions"
    )
    taken_at = models.DateTimeField(null=True, blank=True)
    first = models.ForeignKey(Verdict, models.PROTECT, null=True, blank=True, related_name="+")
    opened_at = models.DateTimeField(null=True, blank=True)
    called_off_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+")
    called_off_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["-asked_at", "-id"]
        constraints = [
            models.UniqueConstraint(
                fields=["review", "after"], condition=Q(called_off_at=None), name="second_opinion_is_asked_once"
            ),
            models.CheckConstraint(condition=~Q(why=""), name="second_opinion_says_why"),
            models.CheckConstraint(
                condition=Q(reviewer=None, taken_at=None) | Q(reviewer__isnull=False, taken_at__isnull=False),
                name="second_opinion_taken_says_by_whom",
            ),
            models.CheckConstraint(
                condition=Q(first=None, opened_at=None)
                | Q(first__isnull=False, opened_at__isnull=False, reviewer__isnull=False, called_off_at=None),
                name="second_opinion_opened_has_both",
            ),
            models.CheckConstraint(
                condition=Q(called_off_by=None, called_off_at=None)
                | Q(called_off_by__isnull=False, called_off_at__isnull=False),
                name="second_opinion_called_off_says_by_whom",
            ),
        ]
        triggers = [
            *APPEND_ONLY,
            pgtrigger.ReadOnly(name="read_only", exclude=CHANGEABLE),
            BEGINS_SEALED,
            OPENS_ONCE_BOTH_ARE_IN,
        ]

    def __str__(self) -> str:
        return f"Second verdict on “{self.review}”"


class SecondDraft(models.Model):
    """The second reviewer's unfinished verdict. It stays: whoever took the second verdict never approves the first."""

    opinion = models.ForeignKey(SecondOpinion, models.PROTECT, related_name="drafts")
    author = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    body = models.JSONField(default=dict)
    version = models.PositiveIntegerField(default=1)
    created_at = models.DateTimeField(auto_now_add=True)
    updated_at = models.DateTimeField(auto_now=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["opinion", "author"], name="second_draft_is_one_per_person"),
        ]
        triggers = [
            *APPEND_ONLY,
            pgtrigger.ReadOnly(name="author_stands", exclude=["body", "version", "updated_at"]),
            NO_HAND_IN_THE_FIRST,
        ]

    def __str__(self) -> str:
        return f"Draft of {self.author}, version {self.version}"


class SecondVerdict(models.Model):
    """The second reviewer's conclusion as submitted. `findings`: the id of each sighting's claim → FindingValue."""

    opinion = models.OneToOneField(SecondOpinion, models.PROTECT, related_name="verdict")
    author = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="second_verdicts")
    rating = models.ForeignKey(Rating, models.PROTECT, related_name="+")
    findings = models.JSONField()
    reasoning = models.TextField(help_text="Markdown.")
    sources = models.TextField(help_text="What it rests on, one a line.")
    submitted_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        constraints = [
            models.CheckConstraint(condition=~Q(reasoning="") & ~Q(sources=""), name="second_verdict_is_written_out"),
        ]
        triggers = [
            *frozen_but_for_withholding(OF_THE_SECOND_VERDICT, ["reasoning", "sources"]),
            GIVEN_BY_ITS_REVIEWER,
        ]

    def __str__(self) -> str:
        return f"Second verdict of {self.author}"


class Resolution(models.Model):
    """How an approver settled it that the two verdicts differ. The log has its digest only, as it may have to go."""

    opinion = models.ForeignKey(SecondOpinion, models.PROTECT, related_name="resolutions")
    verdict = models.OneToOneField(Verdict, models.PROTECT, related_name="resolution")
    resolved_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    how = models.TextField()
    at = models.DateTimeField(auto_now_add=True)

    class Meta:
        constraints = [models.CheckConstraint(condition=~Q(how=""), name="resolution_says_how")]
        triggers = [*frozen_but_for_withholding(OF_THE_RESOLUTION, ["how"])]

    def __str__(self) -> str:
        return self.how
