"""Disputes: read, consider, decide. What follows from an upheld one are steps of the publication and its review."""

from typing import Any

from django import forms
from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.safestring import SafeString

from claims.admin.base import short_moment, shown_as
from claims.admin.steps import Step, StepForm
from claims.admin.users import acting
from reviews.admin.steps import ReviewStepsAdmin
from reviews.disputes import disputes_to_decide
from reviews.enums import DisputeOutcome, DisputeState
from reviews.models import Dispute, DisputeDecision
from reviews.permissions import RIGHTS, Action, why_not
from reviews.selectors import page_of_claim
from reviews.services.disputes import consider_dispute, decide_dispute
from reviews.tasks import ring_mail

DECIDE = RIGHTS[Action.DECIDE_DISPUTE][0]
STATE_TONES = {DisputeState.RECEIVED: "wait", DisputeState.CONSIDERED: "wait", DisputeState.DECIDED: "good"}


class DecideForm(StepForm):
    outcome = forms.TypedChoiceField(
        choices=[("", "Choose what becomes of it"), *DisputeOutcome.choices], coerce=DisputeOutcome
    )
    answer = forms.CharField(
        max_length=4000,
        widget=forms.Textarea(attrs={"rows": 6}),
        help_text="Why. Whoever disputed reads it; do not repeat who they are.",
    )
    is_public = forms.BooleanField(
        required=False,
        label="Publish the answer on the page",
        help_text="Upheld, partly upheld and rejected disputes are counted there in any case.",
    )

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        outcome = cleaned.get("outcome")
        if outcome and cleaned.get("is_public") and not outcome.counts:
            self.add_error("is_public", "Only a decision on the substance is published.")
        return cleaned


def _consider(request: HttpRequest, target: Dispute, cleaned: dict[str, Any]) -> str:
    consider_dispute(dispute=target, by=acting(request))
    return "Being considered: whoever disputed can see that, not by whom."


def _decide(request: HttpRequest, target: Dispute, cleaned: dict[str, Any]) -> str:
    decision = decide_dispute(dispute=target, by=acting(request), **cleaned)
    ring_mail(target)
    if DisputeOutcome(decision.outcome).needs_a_correction:
        return "Decided and answered. The page itself is unchanged: what follows stands below."
    return "Decided and answered."


def _undecided(target: Dispute) -> bool:
    return target.state != DisputeState.DECIDED


DISPUTE_STEPS = (
    Step(
        "consider",
        "Consider it",
        DECIDE,
        _consider,
        offered=lambda target: target.state == DisputeState.RECEIVED,
        explains="Tells colleagues and whoever disputed that somebody is at it.",
    ),
    Step(
        "decide",
        "Decide",
        DECIDE,
        _decide,
        DecideForm,
        _undecided,
        explains="For good, by somebody who neither wrote nor approved any edition of the page.",
    ),
)


class OpenFilter(admin.SimpleListFilter):
    title = "decision"
    parameter_name = "open"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, str]]:
        return [("yes", "Open"), ("mine", "Open, and you may decide"), ("no", "Decided")]

    def queryset(self, request: HttpRequest, queryset: QuerySet[Dispute]) -> QuerySet[Dispute]:
        chosen = self.value()
        if chosen == "no":
            return queryset.filter(state=DisputeState.DECIDED)
        if chosen == "mine":
            return queryset.filter(pk__in=disputes_to_decide(acting(request)))
        return queryset.exclude(state=DisputeState.DECIDED) if chosen == "yes" else queryset


@admin.register(Dispute)
class DisputeAdmin(ReviewStepsAdmin):
    steps = DISPUTE_STEPS
    page_template = "admin/reviews/dispute/page.html"
    list_display = ["says", "about", "sender", "state_shown", "outcome", "came"]
    list_display_links = ["says"]
    list_filter = [
        OpenFilter,
        "state",
        "decision__outcome",
        "sender",
        ("considered_by", admin.RelatedOnlyFieldListFilter),
    ]
    list_select_related = ["publication", "decision"]
    search_fields = ["objection", "grounds", "publication__headline", "publication__wording"]
    search_help_text = "Words of the dispute, or of the page that it is about"
    date_hierarchy = "received_at"

    def get_queryset(self, request: HttpRequest) -> QuerySet[Dispute]:
        return super().get_queryset(request).defer("publication__payload", "publication__search")

    def page_queryset(self, request: HttpRequest) -> QuerySet[Dispute]:
        people = ("considered_by", "decision__decided_by", "publication__author", "publication__approver")
        return Dispute.objects.select_related(*people, "publication__review").defer("publication__search")

    def page_context(self, request: HttpRequest, target: Dispute) -> dict[str, Any]:
        publication = target.publication
        decision: DisputeDecision | None = getattr(target, "decision", None)
        return {
            "state": self.state_shown(target),
            "decision": decision,
            "page": page_of_claim(publication.claim_id),
            "barred": _undecided(target) and why_not(acting(request), Action.DECIDE_DISPUTE, publication),
            "needs_a_correction": decision and DisputeOutcome(decision.outcome).needs_a_correction,
            "corrections": publication.corrections.filter(made_at__gte=decision.decided_at) if decision else [],
        }

    @admin.display(description="what is wrong")
    def says(self, dispute: Dispute) -> str:
        return dispute.objection[:120]

    @admin.display(description="page", ordering="publication__headline")
    def about(self, dispute: Dispute) -> str:
        return dispute.publication.headline

    @admin.display(description="state", ordering="state")
    def state_shown(self, dispute: Dispute) -> SafeString:
        return shown_as(dispute.get_state_display(), tone=STATE_TONES[DisputeState(dispute.state)])

    @admin.display(description="outcome", ordering="decision__outcome")
    def outcome(self, dispute: Dispute) -> str:
        decision = getattr(dispute, "decision", None)
        return decision.get_outcome_display() if decision else "–"

    @admin.display(description="received", ordering="received_at")
    def came(self, dispute: Dispute) -> str:
        return short_moment(dispute.received_at)
