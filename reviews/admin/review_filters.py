"""Filters of the list of reviews."""

from typing import Any

from django.contrib import admin
from django.db.models import QuerySet
from django.db.models.functions import Now
from django.http import HttpRequest

from reviews.models import Review


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
        ]

    def queryset(self, request: HttpRequest, queryset: QuerySet[Review]) -> QuerySet[Review]:
        chosen = self.value()
        if chosen == "editing":
            return queryset.filter(lease_until__gt=Now())
        if chosen == "assigned":
            return queryset.filter(assignee__isnull=False)
        if chosen == "nobody":
            return queryset.filter(assignee=None).exclude(lease_until__gt=Now())
        return queryset.filter(lease_until__lte=Now()) if chosen == "ended" else queryset
