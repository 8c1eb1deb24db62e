import pghistory
import pgtrigger
from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Length
from django.db.models.lookups import LessThanOrEqual

from claims.enums import Carrier, DateOrigin
from claims.models.sources import Source
from claims.models.triggers import APPEND_ONLY, FROZEN

TEXT_LIMIT = 200_000
"""Characters of one article."""


@pghistory.track(model_name="ArticleHistory")
class Article(models.Model):
    """What was published. Its identity is its normalised address, else (source, sha256 of the text)."""

    source = models.ForeignKey(Source, models.PROTECT, null=True, blank=True, related_name="articles")
    address = models.URLField(max_length=2000, blank=True)
    wire_id = models.CharField(max_length=100, blank=True)
    title = models.CharField(max_length=500, blank=True)
    byline = models.CharField(max_length=300, blank=True)
    published_on = models.DateField(null=True, blank=True)
    published_origin = models.CharField(max_length=10, choices=DateOrigin, blank=True)
    carrier = models.CharField(max_length=20, choices=Carrier, default=Carrier.TEXT)
    description = models.TextField(blank=True, help_text="What can be seen or heard, where there is no text.")
    language = models.CharField(max_length=10, default="en")
    text_sha256 = models.CharField(max_length=64, blank=True, editable=False)
    same_text_as = models.ForeignKey("self", models.PROTECT, null=True, blank=True, related_name="same_texts")
    triager = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="triaged_articles"
    )
    triaged_at = models.DateTimeField(null=True, blank=True)
    extracted_at = models.DateTimeField(null=True, blank=True)
    extractor = models.CharField(max_length=100, blank=True)
    extraction_note = models.TextField(blank=True, help_text="Why no claims were found, or which fallback was used.")
    is_sample = models.BooleanField(default=False, editable=False)
    created_at = models.DateTimeField(auto_now_add=True)
    created_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="ingested_articles"
    )

    class Meta:
        ordering = ["-created_at", "-id"]
        constraints = [
            models.UniqueConstraint(fields=["address"], condition=~Q(address=""), name="article_address_is_unique"),
            models.UniqueConstraint(
                fields=["source", "text_sha256"],
                condition=Q(address="") & ~Q(text_sha256=""),
                nulls_distinct=False,
                name="article_text_is_unique_per_source_without_address",
            ),
            models.CheckConstraint(
                condition=~Q(carrier=Carrier.TEXT) | ~Q(text_sha256=""),
                name="article_has_text_or_another_carrier",
            ),
            models.CheckConstraint(
                condition=~Q(text_sha256="") | ~Q(description=""), name="article_has_text_or_a_description"
            ),
            models.CheckConstraint(
                condition=Q(published_on=None, published_origin="") | Q(published_on__isnull=False),
                name="article_date_origin_needs_a_date",
            ),
            models.CheckConstraint(condition=~Q(same_text_as=F("id")), name="article_is_not_its_own_copy"),
        ]
        permissions = [
            ("ingest_article", "Can bring in articles and extract claims again"),
        ]
        triggers = [*APPEND_ONLY]

    def __str__(self) -> str:
        return self.title or self.address or self.description[:80] or f"Article {self.pk}"


class ArticleText(models.Model):
    """One canonical text of an article (`claims.extraction.canonicalise`); a changed page becomes the next number."""

    article = models.ForeignKey(Article, models.PROTECT, related_name="texts")
    number = models.PositiveIntegerField(default=1)
    text = models.TextField()
    sha256 = models.CharField(max_length=64)
    fetched_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["article", "number"]
        constraints = [
            models.UniqueConstraint(fields=["article", "number"], name="article_text_number_is_unique"),
            models.UniqueConstraint(fields=["article", "sha256"], name="article_text_is_stored_once"),
            models.CheckConstraint(condition=Q(number__gte=1), name="article_text_number_counts_from_one"),
            models.CheckConstraint(
                condition=~Q(text="") & Q(LessThanOrEqual(Length("text"), TEXT_LIMIT)),
                name="article_text_length_is_in_bounds",
            ),
        ]
        triggers = [
            *FROZEN,
            pgtrigger.Trigger(
                name="sha256_is_of_the_text",
                when=pgtrigger.Before,
                operation=pgtrigger.Insert,
                func="""
                    IF NEW.sha256 <> encode(sha256(convert_to(NEW.text, 'UTF8')), 'hex') THEN
                        RAISE EXCEPTION 'article text: sha256 is not that of the text'
                            USING ERRCODE = 'check_violation', CONSTRAINT = 'article_text_sha256_is_of_the_text';
                    END IF;
                    RETURN NEW;
                """,
            ),
        ]

    def __str__(self) -> str:
        return f"{self.article} (text {self.number})"
