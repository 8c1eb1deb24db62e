"""Filters of the lists of reviews and publications."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any, ClassVar

from django.contrib import admin
from django.db.models import QuerySet
from django.db.models.functions import Now
from django.http import HttpRequest
from django.utils.timezone import localdate

from claims.admin.users import acting
from reviews.changed_texts import changed_publications, changed_reviews
from reviews.enums import Stage
from reviews.models import Publication, Review
from reviews.selectors import minor_returned


class LeaseFilter(admin.SimpleListFilter):
    """Leases are compared with the database's clock, as everywhere."""

    title = "hands"
    parameter_name = "hands"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, str]]:
        return [
            ("editing", "Being edited now"),
            ("assigned", "Assigned"),
            ("nobody", "Nobody's"),
            ("ended", "Lease ran out"),
            ("waiting", "Waits for an answer"),
            ("parked", "Skipped for everybody"),
            ("minor", "Your minor corrections, sent back"),
        ]

    def queryset(self, request: HttpRequest, queryset: QuerySet[Review]) -> QuerySet[Review]:
        chosen = self.value()
        if chosen == "editing":
            return queryset.filter(lease_until__gt=Now())
        if chosen == "assigned":
            return queryset.filter(assignee__isnull=False)
        if chosen == "nobody":
            return queryset.filter(assignee=None).exclude(lease_until__gt=Now())
        if chosen == "waiting":
            return queryset.filter(wait_until__gt=Now())
        if chosen == "minor":
            return queryset.filter(pk__in=minor_returned(acting(request)).values("pk"))
        if chosen == "parked":
            return queryset.exclude(skipped_for_all_at=None)
        return queryset.filter(lease_until__lte=Now()) if chosen == "ended" else queryset


class DueFilter(admin.SimpleListFilter):
    """By the newsroom's calendar; what is decided or closed is not overdue any more."""

    title = "due date"
    parameter_name = "due"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, str]]:
        return [("overdue", "Overdue"), ("week", "Due within a week"), ("none", "No due date")]

    def queryset(self, request: HttpRequest, queryset: QuerySet[Review]) -> QuerySet[Review]:
        chosen, unfinished = self.value(), queryset.exclude(stage__in=[Stage.APPROVED, Stage.CLOSED])
        if chosen == "overdue":
            return unfinished.filter(due_on__lt=localdate())
        if chosen == "week":
            return unfinished.filter(due_on__lte=localdate() + timedelta(days=7))
        return queryset.filter(due_on=None) if chosen == "none" else queryset


class ChangedTextFilter(admin.SimpleListFilter):
    title = "article's text"
    parameter_name = "text"
    # By the model of the list.
    changed: ClassVar[dict[type[Any], Callable[[], QuerySet[Any]]]] = {
        Publication: changed_publications,
        Review: changed_reviews,
    }

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, str]]:
        return [("changed", "Article's text changed")]

    def queryset(self, request: HttpRequest, queryset: QuerySet[Any]) -> QuerySet[Any]:
        if self.value() != "changed":
            return queryset
        return queryset.filter(pk__in=self.changed[queryset.model]().values("pk"))
