"""Texts that must go: who asked, on which basis, what exactly, and the second person's decision."""

from typing import Any

from django import forms
from django.contrib import admin
from django.db.models import Q, QuerySet
from django.http import HttpRequest
from django.utils.safestring import SafeString

from claims.admin.base import may, short_moment, shown_as
from claims.admin.steps import Step, StepForm
from claims.admin.users import acting
from reviews.admin.steps import ReviewStepsAdmin
from reviews.admin.withheld_elsewhere import elsewhere
from reviews.admin.withholding_asking import ask_view
from reviews.admin.withholding_steps import WITHHOLD
from reviews.models import Resolution, Withholding
from reviews.sealing import may_see_verdict, payload_reader
from reviews.services.withholding import confirm_withholding, decline_withholding


class ConfirmForm(StepForm):
    sure = forms.BooleanField(label="I have read what goes, and the legal basis. It can’t be had back.")


def _confirm(request: HttpRequest, withholding: Withholding, cleaned: dict[str, Any]) -> str:
    confirm_withholding(withholding=withholding, by=acting(request))
    return "Withheld: the text is gone from every page, feed, answer and draft. The decision log still holds."


def _decline(request: HttpRequest, withholding: Withholding, cleaned: dict[str, Any]) -> str:
    decline_withholding(withholding=withholding, by=acting(request))
    return "Declined: the text stays."


def _undecided(withholding: Withholding) -> bool:
    return withholding.confirmed_at is None and withholding.declined_at is None


class DecisionFilter(admin.SimpleListFilter):
    title = "decision"
    parameter_name = "decision"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, str]]:
        return [("open", "Asked for"), ("yours", "Asked for by others"), ("done", "Withheld"), ("no", "Declined")]

    def queryset(self, request: HttpRequest, queryset: QuerySet[Withholding]) -> QuerySet[Withholding]:
        chosen, undecided = self.value(), queryset.filter(confirmed_at=None, declined_at=None)
        if chosen == "yours":
            return undecided.exclude(asked_by=acting(request))
        if chosen == "done":
            return queryset.exclude(confirmed_at=None)
        if chosen == "no":
            return queryset.exclude(declined_at=None)
        return undecided if chosen == "open" else queryset


@admin.register(Withholding)
class WithholdingAdmin(ReviewStepsAdmin):
    page_template = "admin/reviews/withholding/page.html"
    steps = (
        Step(
            "confirm",
            "Withhold it",
            WITHHOLD,
            _confirm,
            ConfirmForm,
            _undecided,
            tone="bad",
            explains="By a second person, who neither asked for it nor wrote the verdict.",
        ),
        Step("decline", "Decline it", WITHHOLD, _decline, offered=_undecided, explains="The text stays."),
    )
    list_display = ["what", "state", "asked_by", "asked", "decided"]
    list_display_links = ["what"]
    list_filter = [DecisionFilter]
    list_select_related = ["review__claim", "event", "asked_by", "confirmed_by", "declined_by"]
    search_fields = ["legal_basis"]
    search_help_text = "Words of the legal basis, such as a file number"

    def has_add_permission(self, request: HttpRequest) -> bool:
        return may(request, WITHHOLD)

    def add_view(self, request: HttpRequest, form_url: str = "", extra_context: dict[str, Any] | None = None) -> Any:
        return ask_view(self, request)

    def page_queryset(self, request: HttpRequest) -> QuerySet[Withholding]:
        people = ("asked_by", "confirmed_by", "declined_by", "verdict__author", "verdict__rating", "second__author")
        return Withholding.objects.select_related(*people, "review__claim", "event__payload", "event__actor")

    def page_context(self, request: HttpRequest, target: Withholding) -> dict[str, Any]:
        user, verdict, event = acting(request), target.verdict, target.event
        text = verdict or target.second
        seen = may_see_verdict(user, text) if text else bool(event and payload_reader(user, target.review)(event))
        return {
            "state": self.state(target),
            "undecided": _undecided(target),
            "sealed": not seen,
            "evidence": verdict.evidence.all() if verdict and seen else [],
            "findings": verdict.findings.exclude(note="") if verdict and seen else [],
            "publication": getattr(verdict, "publication", None) if verdict and seen else None,
            "settled": _settled(target) if seen else [],
            "elsewhere": elsewhere(target, user) if seen else [],
        }

    @admin.display(description="what")
    def what(self, withholding: Withholding) -> str:
        if withholding.event is not None:
            event = withholding.event
            return f"Event {event.sequence} ({event.get_kind_display()}) of review {withholding.review_id}"
        return f"A {'second ' if withholding.second_id else ''}verdict of review {withholding.review_id}"

    @admin.display(description="state")
    def state(self, withholding: Withholding) -> SafeString:
        if withholding.confirmed_at:
            return shown_as("Withheld", tone="bad")
        return shown_as("Declined") if withholding.declined_at else shown_as("Asked for", tone="wait")

    @admin.display(description="asked", ordering="asked_at")
    def asked(self, withholding: Withholding) -> str:
        return short_moment(withholding.asked_at)

    @admin.display(description="decided")
    def decided(self, withholding: Withholding) -> str:
        at, by = withholding.confirmed_at, withholding.confirmed_by
        if at is None:
            at, by = withholding.declined_at, withholding.declined_by
        return f"{short_moment(at)}, {by}" if at else "–"


def _settled(withholding: Withholding) -> QuerySet[Resolution]:
    """What approvers said of two verdicts of which one is to go."""
    of_it = Q(verdict=withholding.verdict_id or 0) | Q(opinion__verdict=withholding.second_id or 0)
    return Resolution.objects.filter(of_it).select_related("resolved_by").order_by("at")
