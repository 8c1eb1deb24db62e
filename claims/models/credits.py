from django.db import models

from claims.models.articles import Article
from claims.models.sources import Source


class Credit(models.Model):
    """A source that the article's credit line names. It belongs to the article; it is never evidence."""

    article = models.ForeignKey(Article, models.PROTECT, related_name="credits")
    name = models.CharField(max_length=200, help_text="As the credit line writes it.")
    source = models.ForeignKey(Source, models.PROTECT, null=True, blank=True, related_name="credits")
    start = models.PositiveIntegerField(null=True, blank=True)
    end = models.PositiveIntegerField(null=True, blank=True)

    class Meta:
        ordering = ["article", "start", "id"]
        constraints = [
            models.UniqueConstraint(fields=["article", "name"], name="credit_is_named_once_per_article"),
            models.CheckConstraint(condition=~models.Q(name=""), name="credit_has_a_name"),
        ]

    def __str__(self) -> str:
        return self.name
