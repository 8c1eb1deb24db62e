"""Publications: what the public sees, frozen; suspend, lift, correct, retract."""

from typing import Any

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils import timezone
from django.utils.safestring import SafeString

from claims.admin.base import shown_as
from reviews.admin.publication_steps import PUBLICATION_STEPS
from reviews.admin.review_filters import ChangedTextFilter
from reviews.admin.steps import ReviewStepsAdmin
from reviews.changed_texts import changes_under
from reviews.disputes import disputes_of_review
from reviews.models import Publication


@admin.register(Publication)
class PublicationAdmin(ReviewStepsAdmin):
    steps = PUBLICATION_STEPS
    page_template = "admin/reviews/publication/page.html"
    list_display = [
        "headline",
        "label",
        "state",
        "author",
        "approver",
        "valid_from",
        "valid_until",
    ]
    list_filter = [
        "label",
        ChangedTextFilter,
        ("suspended_at", admin.EmptyFieldListFilter),
        ("valid_until", admin.EmptyFieldListFilter),
        ("author", admin.RelatedOnlyFieldListFilter),
        ("approver", admin.RelatedOnlyFieldListFilter),
        "is_sample",
    ]
    list_select_related = ["author", "approver"]
    search_fields = ["headline", "wording", "speaker_name", "source_names"]
    date_hierarchy = "valid_from"

    def get_queryset(self, request: HttpRequest) -> QuerySet[Publication]:
        """Lists leave the frozen pages in the database."""
        return super().get_queryset(request).defer("payload", "search")

    def page_queryset(self, request: HttpRequest) -> QuerySet[Publication]:
        related = ("author", "approver", "suspended_by", "verdict__rating", "review__claim")
        return Publication.objects.select_related(*related).defer("search")

    def page_context(self, request: HttpRequest, target: Publication) -> dict[str, Any]:
        return {
            "state": self.state(target),
            "changes": changes_under(target),
            "corrections": target.corrections.select_related("made_by"),
            "disputes": disputes_of_review(target.review_id),
            "sightings": target.sightings.select_related("article__source"),
            "sources": target.sources.select_related("source"),
            "sees": _public_address(target),
        }

    @admin.display(description="state")
    def state(self, publication: Publication) -> SafeString:
        now = timezone.now()
        if publication.valid_until and publication.valid_until <= now:
            return shown_as("Ended")
        if publication.suspended_at:
            return shown_as("Suspended", tone="bad")
        if publication.valid_from > now:
            return shown_as("To come", tone="wait")
        return shown_as("Public", tone="good")


def _public_address(publication: Publication) -> str:
    return f"/claims/{publication.claim_id}-{publication.slug}/"
