"""Publications: what the public sees, frozen; suspend, lift, correct, retract."""

from datetime import datetime
from functools import partial
from typing import Any

from django.contrib import admin
from django.db.models import Exists, QuerySet
from django.http import HttpRequest
from django.urls import URLPattern, path
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.safestring import SafeString
from django.utils.timezone import localtime

from claims.admin.base import shown_as
from claims.admin.users import acting
from reviews.admin.minor_corrections import minor_correction_view
from reviews.admin.publication_steps import PUBLICATION_STEPS, is_read, stands
from reviews.admin.recheck_steps import RECHECK_STEPS
from reviews.admin.rechecks import rechecks_view
from reviews.admin.review_filters import ChangedTextFilter
from reviews.admin.steps import ReviewStepsAdmin
from reviews.changed_texts import changes_under
from reviews.disputes import disputes_of_review
from reviews.full_stories import full_story_of
from reviews.models import Merge, Publication, Withholding
from reviews.models.holds import WHEN_LIFTED
from reviews.permissions import Action, may, why_not
from reviews.selectors import withheld_verdicts


@admin.register(Publication)
class PublicationAdmin(ReviewStepsAdmin):
    steps = (*PUBLICATION_STEPS, *RECHECK_STEPS)
    page_template = "admin/reviews/publication/page.html"
    list_display = [
        "headline",
        "label",
        "state",
        "author",
        "approver",
        "begins",
        "ends",
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
    date_hierarchy = "approved_at"

    def get_urls(self) -> list[URLPattern]:
        rechecks = self.admin_site.admin_view(partial(rechecks_view, self))
        minor = self.admin_site.admin_view(partial(minor_correction_view, self))
        return [
            path("rechecks/", rechecks, name=self.address_name("rechecks")),
            path("<int:pk>/minor/", minor, name=self.address_name("minor")),
            *super().get_urls(),
        ]

    def get_queryset(self, request: HttpRequest) -> QuerySet[Publication]:
        """Lists leave the frozen pages in the database."""
        rows: QuerySet[Publication] = super().get_queryset(request).annotate(is_withheld=Exists(withheld_verdicts()))
        return rows.defer("payload", "search")

    def page_queryset(self, request: HttpRequest) -> QuerySet[Publication]:
        related = ("author", "approver", "suspended_by", "verdict__rating", "review__claim")
        rows = Publication.objects.annotate(is_withheld=Exists(withheld_verdicts()))
        return rows.select_related(*related).defer("search")

    def page_context(self, request: HttpRequest, target: Publication) -> dict[str, Any]:
        user = acting(request)
        return {
            "state": self.state(target),
            "begins": _moment(target.valid_from),
            "ends": self.ends(target),
            "to_come": stands(target) and target.valid_from > timezone.now(),
            "minor_offered": is_read(target) and target.valid_until is None and may(user, Action.CORRECT),
            "reopen_offered": stands(target) and may(user, Action.ASSIGN),
            "rechecks": target.rechecks.select_related("planned_by", "done_by").order_by("-planned_at", "-id"),
            "due": target.rechecks.filter(outcome="", due_on__lte=timezone.localdate()).first()
            if stands(target)
            else None,
            "own_work": is_read(target) and why_not(user, Action.CONFIRM_STILL_RIGHT, target),
            "suspensions": target.suspensions.select_related("suspended_by", "lifted_by"),
            "merge": Merge.objects.filter(ended=target).select_related("winner__claim", "merged_by").first(),
            "withholdings": Withholding.objects.filter(verdict=target.verdict_id, declined_at=None),
            "full_story": full_story_of(target),
            "changes": changes_under(target),
            "corrections": target.corrections.select_related("made_by"),
            "disputes": disputes_of_review(target.review_id),
            "sightings": target.sightings.select_related("article__source"),
            "sources": target.sources.select_related("source"),
            "sees": _public_address(target),
        }

    @admin.display(description="state")
    def state(self, publication: Any) -> SafeString:
        now = timezone.now()
        if publication.called_off:
            return shown_as("Called off")
        if publication.valid_until and publication.valid_until <= now:
            return shown_as("Ended")
        if publication.is_withheld:
            return shown_as("Withheld", tone="bad")
        if publication.suspended_at:
            return shown_as("Suspended", tone="bad")
        if publication.valid_from > now:
            return shown_as("Held back" if publication.waits_for_a_hold else "To come", tone="wait")
        return shown_as("Public", tone="good")

    @admin.display(description="valid from", ordering="valid_from")
    def begins(self, publication: Any) -> str:
        return _moment(publication.valid_from)

    @admin.display(description="valid until", ordering="valid_until", empty_value="-")
    def ends(self, publication: Any) -> str | None:
        return _moment(publication.valid_until) if publication.valid_until else None


def _moment(at: datetime) -> str:
    return "when the hold is lifted" if at == WHEN_LIFTED else date_format(localtime(at), "j F Y, H:i")


def _public_address(publication: Publication) -> str:
    return f"/claims/{publication.claim_id}-{publication.slug}/"
