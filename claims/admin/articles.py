"""Articles: bring them in, read them with their claims marked in place, choose the claims to check."""

from collections import Counter
from typing import Any

from django.contrib import admin
from django.db.models import Count, OuterRef, Prefetch, Q, QuerySet, Subquery
from django.http import HttpRequest
from django.urls import URLPattern, path
from django.utils.safestring import SafeString

from claims.admin.article_filters import ExtractionFilter, TriageFilter
from claims.admin.article_steps import ARTICLE_STEPS
from claims.admin.base import may, short_moment
from claims.admin.extraction import extraction_state, latest_extraction
from claims.admin.history import history_view
from claims.admin.ingesting import ingest_view
from claims.admin.marks import mark
from claims.admin.steps import StepsAdmin
from claims.enums import ClaimStatus, JobKind, JobState
from claims.models import Anchor, Article, Claim, Job
from claims.selectors import current_text
from claims.services.extract import extraction_diff

COUNTED = (ClaimStatus.PROPOSED, ClaimStatus.ACCEPTED)


@admin.register(Article)
class ArticleAdmin(StepsAdmin):
    steps = ARTICLE_STEPS
    page_template = "admin/claims/article/page.html"
    list_display = [
        "heading",
        "source",
        "published_on",
        "extraction",
        "decided",
        "triager",
        "came",
    ]
    list_display_links = ["heading"]
    list_filter = [
        TriageFilter,
        ExtractionFilter,
        "language",
        "carrier",
        ("source", admin.RelatedOnlyFieldListFilter),
        ("triager", admin.RelatedOnlyFieldListFilter),
        "is_sample",
    ]
    list_select_related = ["source", "triager"]
    search_fields = ["title", "address", "byline", "source__name", "wire_id"]
    search_help_text = "Words of the title, the address, the byline or the source"
    date_hierarchy = "published_on"

    def has_add_permission(self, request: HttpRequest) -> bool:
        return may(request, "claims.ingest_article")

    def get_urls(self) -> list[URLPattern]:
        own = [path("<int:pk>/history/", self.admin_site.admin_view(self.history), name=self.address_name("history"))]
        return [*own, *super().get_urls()]

    def history(self, request: HttpRequest, pk: int) -> Any:
        return history_view(self, request, pk)

    def add_view(self, request: HttpRequest, form_url: str = "", extra_context: dict[str, Any] | None = None) -> Any:
        return ingest_view(self, request)

    def get_queryset(self, request: HttpRequest) -> QuerySet[Any]:
        state = Job.objects.filter(article=OuterRef("pk"), kind=JobKind.EXTRACT).order_by("-id").values("state")[:1]
        counts = {status.value: Count("claims", filter=Q(claims__status=status)) for status in COUNTED}
        rows: QuerySet[Any] = (
            super().get_queryset(request).annotate(**counts, all_claims=Count("claims"), job_state=Subquery(state))
        )
        return rows

    def page_queryset(self, request: HttpRequest) -> QuerySet[Article]:
        return Article.objects.select_related("source", "triager", "created_by", "same_text_as")

    def page_context(self, request: HttpRequest, target: Article) -> dict[str, Any]:
        text = current_text(target)
        claims = self.page_claims(target, text)
        marked = mark(text, claims) if text else None
        job = latest_extraction(target)
        return {
            "text": text,
            "marked": marked,
            "claims": marked.in_order if marked else claims,
            "statuses": dict(Counter(claim.get_status_display() for claim in claims)),
            "choosable": [
                claim.pk for claim in claims if claim.status in (ClaimStatus.PROPOSED, ClaimStatus.SET_ASIDE)
            ],
            "job": job,
            "extraction": extraction_state(job.state if job else None, target.extracted_at),
            "is_read": job is None or job.state not in {JobState.QUEUED, JobState.RUNNING},
            "difference": extraction_diff(job=job) if job and job.state == JobState.DONE else None,
            "credits": target.credits.select_related("source"),
            "copies": Article.objects.filter(Q(pk=target.same_text_as_id) | Q(same_text_as=target)),
        }

    def page_claims(self, target: Article, text: Any) -> list[Claim]:
        anchors = Prefetch("anchors", Anchor.objects.filter(article_text=text), to_attr="anchors_here")
        claims = target.claims.select_related("speaker", "canonical").prefetch_related("figures", anchors)
        return list(claims.order_by("id"))

    @admin.display(description="article", ordering="title")
    def heading(self, article: Article) -> str:
        return str(article)

    @admin.display(description="extraction")
    def extraction(self, article: Any) -> SafeString:
        return extraction_state(article.job_state, article.extracted_at)

    @admin.display(description="claims", ordering="proposed")
    def decided(self, article: Any) -> str:
        """How many claims wait for a decision comes first: that is what an editor scans the list for."""
        rest = article.all_claims - article.proposed - article.accepted
        counts = {"proposed": article.proposed, "accepted": article.accepted, "other": rest}
        return ", ".join(f"{count} {what}" for what, count in counts.items() if count) or "none"

    @admin.display(description="brought in", ordering="created_at")
    def came(self, article: Article) -> str:
        return short_moment(article.created_at)
