"""Sources that reviewers put on record by name: an editor adds what they are, and confirms them."""

from typing import Any

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest

from claims.admin.steps import Step
from claims.admin.users import acting
from reviews.admin.steps import ReviewStepsAdmin
from reviews.models import ProposedSource
from reviews.permissions import RIGHTS, Action
from reviews.services.proposed_sources import confirm_source

CONFIRM = RIGHTS[Action.CONFIRM_SOURCE][0]


def _confirm(request: HttpRequest, target: ProposedSource, cleaned: dict[str, Any]) -> str:
    confirm_source(proposal=target, by=acting(request))
    return f"Confirmed: “{target.source}”."


@admin.register(ProposedSource)
class ProposedSourceAdmin(ReviewStepsAdmin):
    page_template = "admin/reviews/proposedsource/page.html"
    steps = (
        Step(
            "confirm",
            "Confirm it",
            CONFIRM,
            _confirm,
            offered=lambda target: target.confirmed_at is None,
            explains="First open the source and add what it is and who owns and controls it; or merge it into another.",
        ),
    )
    list_display = ["source", "proposed_by", "proposed_at", "confirmed_by"]
    list_filter = [("confirmed_at", admin.EmptyFieldListFilter)]
    list_select_related = ["source", "proposed_by", "confirmed_by"]
    search_fields = ["source__name"]

    def page_queryset(self, request: HttpRequest) -> QuerySet[ProposedSource]:
        return ProposedSource.objects.select_related("source", "proposed_by", "confirmed_by", "review__claim")
