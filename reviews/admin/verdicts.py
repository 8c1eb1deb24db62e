"""Submitted verdicts: they stand as submitted. Approving happens on the exact public page (`approving`)."""

from functools import partial
from typing import Any

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest
from django.urls import URLPattern, path
from django.utils.safestring import SafeString

from claims.admin.base import shown_as
from claims.admin.users import acting
from reviews.admin.approving import REQUEST_CHANGES, approve_view
from reviews.admin.comment_view import comment_view
from reviews.admin.steps import ReviewStepsAdmin
from reviews.admin.withholding_steps import asking, withholding_of
from reviews.enums import Stage
from reviews.models import MinorCorrection, Verdict
from reviews.sealing import visible_verdicts


@admin.register(Verdict)
class VerdictAdmin(ReviewStepsAdmin):
    steps = (REQUEST_CHANGES, asking("the verdict’s text, with its page and every draft that repeats it,"))
    page_template = "admin/reviews/verdict/page.html"
    list_display = ["headline", "rating", "number", "author", "stage", "submitted_at"]
    list_filter = [
        ("review__stage", admin.ChoicesFieldListFilter),
        ("author", admin.RelatedOnlyFieldListFilter),
        ("rating", admin.RelatedOnlyFieldListFilter),
    ]
    list_select_related = ["rating", "author", "review"]
    search_fields = ["headline", "summary", "review__claim__wording"]
    ordering = ["-submitted_at", "-id"]

    def get_urls(self) -> list[URLPattern]:
        view = self.admin_site.admin_view(partial(approve_view, self))
        comment = self.admin_site.admin_view(partial(comment_view, self))
        return [
            path("<int:pk>/approve/", view, name=self.address_name("approve")),
            path("<int:pk>/comment/", comment, name=self.address_name("comment")),
            *super().get_urls(),
        ]

    def get_queryset(self, request: HttpRequest) -> QuerySet[Verdict]:
        """Without what is sealed for this person, superusers included."""
        return super().get_queryset(request).filter(pk__in=visible_verdicts(acting(request)).values("pk"))

    def page_queryset(self, request: HttpRequest) -> QuerySet[Verdict]:
        related = ("rating__scale", "author", "review__claim__article", "publication__approver")
        return visible_verdicts(acting(request)).select_related(*related)

    def page_context(self, request: HttpRequest, target: Verdict) -> dict[str, Any]:
        return {
            "findings": target.findings.select_related("claim__article__source"),
            "evidence": target.evidence.select_related("source").prefetch_related(
                "origins__source", "origins__article"
            ),
            "awaits_approval": target.review.stage == Stage.SUBMITTED,
            "minor": MinorCorrection.objects.filter(verdict=target).first(),
            "withholding": withholding_of(target),
        }

    @admin.display(description="stage", ordering="review__stage")
    def stage(self, verdict: Verdict) -> SafeString:
        return shown_as(verdict.review.get_stage_display())
