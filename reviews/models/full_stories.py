from django.conf import settings
from django.db import models
from django.db.models import Q

from claims.models.triggers import FROZEN, checked_at_commit, refuse_if
from reviews.models.publications import Publication

LONGEST_ADDRESS = 2000

FULL_STORY_IS_IN_THE_LOG = checked_at_commit(
    "in_the_log",
    # Checked at commit: the event follows in the same transaction.
    refuse_if(
        """(SELECT count(*) FROM reviews_fullstory s JOIN reviews_publication p ON p.id = s.publication_id
                 JOIN reviews_publication own ON own.review_id = p.review_id WHERE own.id = NEW.publication_id)
             > (SELECT count(*) FROM reviews_event e JOIN reviews_publication p ON p.review_id = e.review_id
                 WHERE p.id = NEW.publication_id AND e.kind = 'full_story_set')""",
        "full_story_is_in_the_log",
        "publication %: the decision log does not know where its full story lives",
        "NEW.publication_id",
    ),
)


class FullStory(models.Model):
    """Where the full story about a claim lives from then on: an article on the newsroom's own site, or nowhere else.

    That page then carries the ClaimReview, and ours carries none, as there must be one of it. The newest row holds,
    for later editions too.
    """

    publication = models.ForeignKey(Publication, models.PROTECT, related_name="full_stories")
    address = models.URLField(max_length=LONGEST_ADDRESS, blank=True, help_text="Empty: here, with the ClaimReview.")
    set_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    set_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["-id"]
        verbose_name_plural = "full stories"
        constraints = [
            models.CheckConstraint(
                condition=Q(address="") | Q(address__regex=r"^https?://[^/\s]"), name="full_story_has_a_web_address"
            ),
        ]
        triggers = [*FROZEN, FULL_STORY_IS_IN_THE_LOG]

    def __str__(self) -> str:
        return self.address or "here"
