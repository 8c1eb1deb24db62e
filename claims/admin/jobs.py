"""Background work: how far it is, and why it failed."""

from typing import Any

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.safestring import SafeString

from claims.admin.base import shown_as
from claims.admin.extraction import LABELS
from claims.admin.steps import StepsAdmin
from claims.enums import JobState
from claims.models import Article, Job


@admin.register(Job)
class JobAdmin(StepsAdmin):
    page_template = "admin/claims/job/page.html"
    list_display = ["heading", "kind", "state_shown", "attempts", "requested_by", "created_at"]
    list_filter = ["state", "kind"]
    list_select_related = ["article", "requested_by"]
    search_fields = ["address", "article__title", "error"]

    def page_queryset(self, request: HttpRequest) -> QuerySet[Job]:
        return Job.objects.select_related("article", "requested_by")

    def page_context(self, request: HttpRequest, target: Job) -> dict[str, Any]:
        fetched = Article.objects.filter(address=target.address).first() if target.address else None
        return {
            "state": self.state_shown(target),
            "is_open": target.state in {JobState.QUEUED, JobState.RUNNING},
            "article": target.article or fetched,
        }

    @admin.display(description="works on")
    def heading(self, job: Job) -> str:
        return job.address or str(job.article)

    @admin.display(description="state", ordering="state")
    def state_shown(self, job: Job) -> SafeString:
        label, tone = LABELS[JobState(job.state)]
        return shown_as(label, tone=tone)
