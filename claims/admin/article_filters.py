"""Filters of the list of articles."""

from typing import Any

from django.contrib import admin
from django.db.models import Exists, OuterRef, Q, QuerySet
from django.http import HttpRequest

from claims.enums import ClaimStatus, JobState
from claims.models import Article, Claim


class TriageFilter(admin.SimpleListFilter):
    title = "triage"
    parameter_name = "triage"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, str]]:
        return [("open", "Claims wait for a decision"), ("done", "Everything decided"), ("none", "No claims")]

    def queryset(self, request: HttpRequest, queryset: QuerySet[Article]) -> QuerySet[Article]:
        claims = Claim.objects.filter(article=OuterRef("pk"))
        proposed = Exists(claims.filter(status=ClaimStatus.PROPOSED))
        if self.value() == "open":
            return queryset.filter(proposed)
        if self.value() == "done":
            return queryset.filter(Exists(claims), ~proposed)
        if self.value() == "none":
            return queryset.filter(~Exists(claims))
        return queryset


class ExtractionFilter(admin.SimpleListFilter):
    """Reads `job_state`, which the list annotates."""

    title = "extraction"
    parameter_name = "extraction"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, str]]:
        return [("open", "Waiting or being read"), ("done", "Read"), ("failed", "Failed")]

    def queryset(self, request: HttpRequest, queryset: QuerySet[Article]) -> QuerySet[Article]:
        states = {"open": [JobState.QUEUED, JobState.RUNNING], "done": [JobState.DONE], "failed": [JobState.FAILED]}
        chosen = states.get(self.value() or "")
        return queryset.filter(Q(job_state__in=chosen)) if chosen else queryset
