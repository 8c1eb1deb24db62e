"""Claims: choose, reword, link; what a review has taken in is shown and left alone."""

from collections.abc import Callable
from typing import Any

from django.contrib import admin, messages
from django.db import transaction
from django.db.models import QuerySet
from django.http import HttpRequest
from django.urls import URLPattern, path
from django.utils.safestring import SafeString

from claims.admin.base import may, shown_as
from claims.admin.claim_filters import OriginFilter, ScoreFilter
from claims.admin.claim_steps import CLAIM_STEPS
from claims.admin.history import history_view
from claims.admin.steps import StepsAdmin
from claims.admin.users import acting
from claims.enums import ClaimStatus, Priority
from claims.models import Claim
from claims.selectors import quote_in_context, similar_claims
from claims.services.triage import accept_claims, set_aside_claims, set_priority

_TONES = {ClaimStatus.PROPOSED: "wait", ClaimStatus.ACCEPTED: "good", ClaimStatus.DISMISSED: "bad"}


@admin.register(Claim)
class ClaimAdmin(StepsAdmin):
    steps = CLAIM_STEPS
    page_template = "admin/claims/claim/page.html"
    list_display = ["wording", "state", "kind", "speaker", "priority", "worth", "source"]
    list_filter = [
        "status",
        "priority",
        ScoreFilter,
        "kind",
        ("topics", admin.RelatedOnlyFieldListFilter),
        ("article__source", admin.RelatedOnlyFieldListFilter),
        "language",
        OriginFilter,
    ]
    list_select_related = ["speaker", "article__source"]
    search_fields = ["wording", "anchors__quote", "speaker__name", "article__title"]
    search_help_text = "Words of the claim, its quotation, its speaker or its article"
    ordering = ["-priority", "-score", "created_at", "id"]
    actions = [
        "accept_chosen",
        "set_aside_chosen",
        "priority_low",
        "priority_normal",
        "priority_high",
        "priority_urgent",
    ]

    def get_urls(self) -> list[URLPattern]:
        own = [path("<int:pk>/history/", self.admin_site.admin_view(self.history), name=self.address_name("history"))]
        return [*own, *super().get_urls()]

    def history(self, request: HttpRequest, pk: int) -> Any:
        return history_view(self, request, pk)

    def page_queryset(self, request: HttpRequest) -> QuerySet[Claim]:
        related = ("article__source", "speaker", "via", "canonical__article", "created_by")
        return Claim.objects.select_related(*related)

    def page_context(self, request: HttpRequest, target: Claim) -> dict[str, Any]:
        before, quote, after = quote_in_context(target)
        return {
            "before": before,
            "quote": quote,
            "after": after,
            "figures": target.figures.all(),
            "topics": target.topics.all(),
            "sightings": target.sightings.select_related("article__source"),
            "similar": similar_claims(target)[:5],
            "look_for": request.GET.get("canonical", ""),
            "found": self.canonical_candidates(request, target),
        }

    def canonical_candidates(self, request: HttpRequest, target: Claim) -> list[Claim]:
        """Claims that the editor has looked for (`?canonical=words`), to link this one to."""
        words = request.GET.get("canonical", "").replace("\0", "").strip()
        if not words:
            return []
        claims = Claim.objects.canonical().exclude(pk=target.pk).exclude(status=ClaimStatus.DISMISSED)
        found, _ = self.get_search_results(request, claims.select_related("article__source"), words)
        return list(found.distinct()[:20])

    @admin.display(description="status", ordering="status")
    def state(self, claim: Claim) -> SafeString:
        return shown_as(claim.get_status_display(), tone=_TONES.get(ClaimStatus(claim.status), ""))

    @admin.display(description="worth", ordering="score")
    def worth(self, claim: Claim) -> str:
        return f"{claim.score:.2f}"

    @admin.display(description="source", ordering="article__source__name")
    def source(self, claim: Claim) -> str:
        return str(claim.article.source or "–")

    def has_triage_permission(self, request: HttpRequest) -> bool:
        return may(request, "claims.triage_claim")

    @admin.action(description="Accept", permissions=["triage"])
    def accept_chosen(self, request: HttpRequest, chosen: QuerySet[Claim]) -> None:
        self.do(request, lambda: self.accept(request, chosen), "accepted")

    def accept(self, request: HttpRequest, chosen: QuerySet[Claim]) -> list[Claim]:
        return accept_claims(claims=chosen, by=acting(request))

    @admin.action(description="Set aside", permissions=["triage"])
    def set_aside_chosen(self, request: HttpRequest, chosen: QuerySet[Claim]) -> None:
        self.do(request, lambda: set_aside_claims(claims=chosen, by=acting(request)), "set aside")

    @admin.action(description="Priority: low", permissions=["triage"])
    def priority_low(self, request: HttpRequest, chosen: QuerySet[Claim]) -> None:
        self.prioritise(request, chosen, Priority.LOW)

    @admin.action(description="Priority: normal", permissions=["triage"])
    def priority_normal(self, request: HttpRequest, chosen: QuerySet[Claim]) -> None:
        self.prioritise(request, chosen, Priority.NORMAL)

    @admin.action(description="Priority: high", permissions=["triage"])
    def priority_high(self, request: HttpRequest, chosen: QuerySet[Claim]) -> None:
        self.prioritise(request, chosen, Priority.HIGH)

    @admin.action(description="Priority: urgent", permissions=["triage"])
    def priority_urgent(self, request: HttpRequest, chosen: QuerySet[Claim]) -> None:
        self.prioritise(request, chosen, Priority.URGENT)

    def prioritise(self, request: HttpRequest, chosen: QuerySet[Claim], priority: Priority) -> None:
        said = f"given the priority “{priority.label}”"
        self.do(request, lambda: set_priority(claims=chosen, priority=priority, by=acting(request)), said)

    def do(self, request: HttpRequest, service: Callable[[], list[Claim]], said: str) -> None:
        """All of the chosen claims, or none and the reason why."""
        try:
            with transaction.atomic():
                claims = service()
        except self.refusals as refusal:
            messages.error(request, f"{refusal} Nothing was changed.")
        else:
            messages.success(request, f"{len(claims)} claim{'' if len(claims) == 1 else 's'} {said}.")
