"""A verdict as somebody would build it in Wagtail: a page type with a rich text and a stream of blocks."""

from django.db import models
from wagtail.blocks import CharBlock, StructBlock, TextBlock, URLBlock
from wagtail.fields import RichTextField, StreamField
from wagtail.models import Page


class EvidenceBlock(StructBlock):  # type: ignore[misc]  # Wagtail is not in this environment
    source = CharBlock()
    title = CharBlock()
    published_on = CharBlock(required=False)
    stance = CharBlock()
    excerpt = TextBlock(required=False)
    address = URLBlock(required=False)


class VerdictPage(Page):  # type: ignore[misc]  # Wagtail is not in this environment
    label = models.CharField(max_length=100)
    wording = models.CharField(max_length=1000)
    quote = models.TextField(blank=True)
    speaker = models.CharField(max_length=200, blank=True)
    article = models.CharField(max_length=500, blank=True)
    publisher = models.CharField(max_length=200, blank=True)
    summary = models.CharField(max_length=600)
    explanation = RichTextField()
    questions = models.JSONField(default=list)
    evidence = StreamField([("evidence", EvidenceBlock())])

    template = "verdict.html"

    class Meta:
        app_label = "rival"
