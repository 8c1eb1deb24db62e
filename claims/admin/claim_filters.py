"""Filters of the list of claims."""

from typing import Any

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest

from claims.models import Claim

# Thirds of the scale: an editor wants "the best" and "the rest", not a number to choose.
_BANDS = {"high": (0.67, 1.01), "middle": (0.34, 0.67), "low": (0.0, 0.34)}


class ScoreFilter(admin.SimpleListFilter):
    title = "check-worthiness"
    parameter_name = "worth"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, str]]:
        return [("high", "High (0.67 and more)"), ("middle", "Middle"), ("low", "Low (below 0.34)")]

    def queryset(self, request: HttpRequest, queryset: QuerySet[Claim]) -> QuerySet[Claim]:
        band = _BANDS.get(self.value() or "")
        return queryset.filter(score__gte=band[0], score__lt=band[1]) if band else queryset


class OriginFilter(admin.SimpleListFilter):
    title = "found by"
    parameter_name = "found"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, str]]:
        return [("extraction", "Extraction"), ("person", "A person")]

    def queryset(self, request: HttpRequest, queryset: QuerySet[Claim]) -> QuerySet[Claim]:
        if self.value() == "person":
            return queryset.filter(extractor="")
        return queryset.exclude(extractor="") if self.value() == "extraction" else queryset
