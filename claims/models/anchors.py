import pghistory
from django.db import models
from django.db.models import F, Q

from claims.enums import AnchorState
from claims.models.articles import ArticleText
from claims.models.claims import Claim
from claims.models.triggers import QUOTE_IS_THE_SLICE


@pghistory.track(model_name="AnchorHistory")
class Anchor(models.Model):
    """Where a claim stands in one text of its article: Python code points, half-open, `text[start:end] == quote`."""

    claim = models.ForeignKey(Claim, models.PROTECT, related_name="anchors")
    article_text = models.ForeignKey(ArticleText, models.PROTECT, related_name="anchors")
    start = models.PositiveIntegerField(null=True)
    end = models.PositiveIntegerField(null=True)
    quote = models.TextField(blank=True)
    state = models.CharField(max_length=10, choices=AnchorState, default=AnchorState.KEPT)

    class Meta:
        ordering = ["article_text", "start", "id"]
        constraints = [
            models.UniqueConstraint(fields=["claim", "article_text"], name="anchor_is_one_per_claim_and_text"),
            models.CheckConstraint(
                condition=Q(state=AnchorState.GONE, start=None, end=None, quote="")
                | ~Q(state=AnchorState.GONE) & Q(start__lt=F("end")) & ~Q(quote=""),
                name="anchor_is_full_or_gone",
            ),
        ]
        triggers = [QUOTE_IS_THE_SLICE]

    def __str__(self) -> str:
        return self.quote
