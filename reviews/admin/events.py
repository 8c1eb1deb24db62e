"""The decision log: every row as it was written, and what two people withheld of it."""

import json
from typing import Any

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest

from claims.admin.users import acting
from reviews.admin.steps import ReviewStepsAdmin
from reviews.admin.withholding_steps import asking, withholding_of
from reviews.models import Event
from reviews.sealing import payload_reader


@admin.register(Event)
class EventAdmin(ReviewStepsAdmin):
    page_template = "admin/reviews/event/page.html"
    steps = (asking("what this event says, with the public correction or answer that repeats it,"),)
    list_display = ["review", "sequence", "kind", "actor", "at"]
    list_filter = ["kind", ("actor", admin.RelatedOnlyFieldListFilter)]
    list_select_related = ["review__claim", "actor"]
    search_fields = ["review__claim__wording", "hash"]
    date_hierarchy = "at"
    ordering = ["-at", "-id"]

    def page_queryset(self, request: HttpRequest) -> QuerySet[Event]:
        return Event.objects.select_related("review__claim", "actor", "payload")

    def page_context(self, request: HttpRequest, target: Event) -> dict[str, Any]:
        sealed = not payload_reader(acting(request), target.review)(target)
        payload = getattr(target, "payload", None)
        return {
            "sealed": sealed,
            "says": "" if sealed or payload is None else indented(payload.text),
            "withholding": withholding_of(target),
        }


def indented(text: str) -> str:
    """The stored JSON for people; as it is where somebody wrote there what is none."""
    try:
        return json.dumps(json.loads(text), ensure_ascii=False, indent=2, sort_keys=True) if text else ""
    except ValueError:
        return text
