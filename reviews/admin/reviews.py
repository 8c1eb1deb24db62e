"""Reviews: whose turn it is, assign, urgency, end; the whole log of one."""

from functools import partial
from typing import Any

from django.contrib import admin
from django.contrib.auth.models import User
from django.db.models import Prefetch, QuerySet
from django.http import HttpRequest
from django.urls import URLPattern, path
from django.utils.formats import date_format
from django.utils.safestring import SafeString
from django.utils.timezone import localdate

from claims.admin.base import short_moment, shown_as
from claims.admin.users import acting
from reviews.admin.agreement import agreement_view
from reviews.admin.merging import may_be_merged, merge_view
from reviews.admin.review_filters import ChangedTextFilter, DueFilter, LeaseFilter
from reviews.admin.review_steps import REVIEW_STEPS
from reviews.admin.second_steps import second_context
from reviews.admin.steps import ReviewStepsAdmin
from reviews.changed_texts import changes_since_verdict
from reviews.disputes import disputes_of_review
from reviews.enums import Stage
from reviews.models import Draft, Event, Merge, MinorCorrection, Review
from reviews.permissions import Action, may
from reviews.sealing import visible_verdicts
from reviews.services.minor_corrections import returned_to
from reviews.services.publishing import current_holds

TONES = {Stage.WAITING: "wait", Stage.IN_REVIEW: "wait", Stage.SUBMITTED: "wait", Stage.APPROVED: "good"}


def _returned_minor(review: Review, user: User) -> MinorCorrection | None:
    """Theirs, sent back: the page where they go on with it is that of the publication it corrects."""
    if not returned_to(review, user):
        return None
    return MinorCorrection.objects.filter(verdict__review=review).order_by("-verdict__number").first()


@admin.register(Review)
class ReviewAdmin(ReviewStepsAdmin):
    steps = REVIEW_STEPS
    page_template = "admin/reviews/review/page.html"
    list_display = ["heading", "stage_shown", "hands", "priority", "worth", "due", "since"]
    list_display_links = ["heading"]
    list_filter = [
        "stage",
        LeaseFilter,
        DueFilter,
        ChangedTextFilter,
        "priority",
        ("assignee", admin.RelatedOnlyFieldListFilter),
        ("claim__topics", admin.RelatedOnlyFieldListFilter),
        "claim__kind",
        ("claim__article__source", admin.RelatedOnlyFieldListFilter),
    ]
    list_select_related = ["claim", "assignee", "lease_holder"]
    search_fields = ["claim__wording", "claim__article__title"]
    search_help_text = "Words of the claim or its article"

    def get_urls(self) -> list[URLPattern]:
        agreement = self.admin_site.admin_view(partial(agreement_view, self))
        merge = self.admin_site.admin_view(partial(merge_view, self))
        return [
            path("agreement/", agreement, name=self.address_name("agreement")),
            path("<int:pk>/merge/", merge, name=self.address_name("merge")),
            *super().get_urls(),
        ]

    def page_queryset(self, request: HttpRequest) -> QuerySet[Review]:
        events = Prefetch("events", Event.objects.select_related("actor").order_by("-sequence"))
        seen = visible_verdicts(acting(request)).select_related("rating", "author", "publication")
        verdicts = Prefetch("verdicts", seen.order_by("-number"))
        drafts = Prefetch("drafts", Draft.objects.select_related("author", "descends_from__author"))
        related = ("claim__article__source", "claim__speaker", "assignee", "lease_holder", "last_author")
        return Review.objects.select_related(*related).prefetch_related(events, verdicts, drafts, "publications")

    def page_context(self, request: HttpRequest, target: Review) -> dict[str, Any]:
        return {
            "state": self.stage_shown(target),
            "holds": current_holds(target),
            "disputes": disputes_of_review(target.pk),
            "changes": changes_since_verdict(target),
            "merge": Merge.objects.filter(loser=target).select_related("winner__claim", "merged_by").first(),
            "merged_here": target.merges.select_related("loser__claim", "merged_by"),
            "merge_offered": may_be_merged(target) and may(acting(request), Action.MERGE),
            "minor_returned": _returned_minor(target, acting(request)),
            **second_context(acting(request), target),
        }

    @admin.display(description="claim", ordering="claim__wording")
    def heading(self, review: Review) -> str:
        return str(review.claim)

    @admin.display(description="stage", ordering="stage")
    def stage_shown(self, review: Review) -> SafeString:
        return shown_as(review.get_stage_display(), tone=TONES.get(Stage(review.stage), ""))

    @admin.display(description="worth", ordering="score")
    def worth(self, review: Review) -> str:
        return f"{review.score:.2f}"

    @admin.display(description="in whose hands", ordering="assignee")
    def hands(self, review: Review) -> str:
        editing = ""
        if review.lease_until:
            editing = f"{review.lease_holder} is editing until {short_moment(review.lease_until)}"
        elif review.wait_until:
            editing = f"waits for {review.wait_for} until {short_moment(review.wait_until)}"
        elif review.skipped_for_all_at:
            editing = "skipped for everybody"
        return ", ".join(filter(None, [str(review.assignee or ""), editing])) or "Nobody’s"

    @admin.display(description="due", ordering="due_on")
    def due(self, review: Review) -> str | SafeString:
        if review.due_on is None:
            return "–"
        day = date_format(review.due_on, "j M")
        unfinished = review.stage not in {Stage.APPROVED, Stage.CLOSED}
        return shown_as(f"overdue: {day}", tone="bad") if unfinished and review.due_on < localdate() else day

    @admin.display(description="since", ordering="stage_changed_at")
    def since(self, review: Review) -> str:
        return short_moment(review.stage_changed_at)
