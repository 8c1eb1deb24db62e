import pgtrigger
from django.conf import settings
from django.db import models

from claims.models.triggers import APPEND_ONLY
from reviews.models.reviews import Review
from reviews.models.second_triggers import NO_HAND_IN_THE_SECOND
from reviews.models.triggers import DESCENDS_WITHIN_ITS_REVIEW


class Draft(models.Model):
    """One person's unfinished work on a review; the only thing that may change.

    The row stays for ever: it is the proof that its author had a hand in the review, so it bars them from approving.
    `body` is the form's content (`reviews.drafting.DraftBody`); `version` rises with each save, so that two tabs
    can't overwrite each other. `descends_from` is the draft that was handed over.
    """

    review = models.ForeignKey(Review, models.PROTECT, related_name="drafts")
    author = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="drafts")
    descends_from = models.ForeignKey("self", models.PROTECT, null=True, blank=True, related_name="+")
    body = models.JSONField(default=dict)
    version = models.PositiveIntegerField(default=1)
    created_at = models.DateTimeField(auto_now_add=True)
    updated_at = models.DateTimeField(auto_now=True)

    class Meta:
        ordering = ["review", "id"]
        constraints = [
            models.UniqueConstraint(fields=["review", "author"], name="draft_is_one_per_review_and_author"),
        ]
        triggers = [
            *APPEND_ONLY,
            pgtrigger.ReadOnly(name="author_stands", exclude=["body", "version", "updated_at"]),
            DESCENDS_WITHIN_ITS_REVIEW,
            NO_HAND_IN_THE_SECOND,
        ]

    def __str__(self) -> str:
        return f"Draft of {self.author} on {self.review_id}, version {self.version}"
