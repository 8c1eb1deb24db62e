"""Filters of the lists of reviews and publications."""

from collections.abc import Callable
from typing import Any, ClassVar

from django.contrib import admin
from django.db.models import QuerySet
from django.db.models.functions import Now
from django.http import HttpRequest

from reviews.changed_texts import changed_publications, changed_reviews
from reviews.models import Publication, Review


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
