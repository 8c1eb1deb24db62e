"""Rows that nobody writes here, superusers included: evidence, findings, corrections, holds and the like."""

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest

from claims.admin.base import ReadOnlyAdmin
from claims.admin.users import acting
from reviews.models import Contact, Correction, Evidence, Finding, Hold, Interest
from reviews.sealing import visible_contacts, visible_evidence, visible_findings


@admin.register(Evidence)
class EvidenceAdmin(ReadOnlyAdmin):
    seen_with = "reviews.view_verdict"
    list_display = ["title", "source", "kind", "stance", "question", "primary", "verdict"]
    list_filter = [
        "kind",
        "stance",
        "question",
        "primary",
        ("source", admin.RelatedOnlyFieldListFilter),
    ]
    list_select_related = ["source", "verdict__rating"]
    search_fields = ["title", "address", "excerpt", "source__name"]
    readonly_fields = ["rests_on"]

    def get_queryset(self, request: HttpRequest) -> QuerySet[Evidence]:
        return super().get_queryset(request).filter(pk__in=visible_evidence(acting(request)).values("pk"))

    @admin.display(description="rests on")
    def rests_on(self, evidence: Evidence) -> str:
        return "; ".join(map(str, evidence.origins.select_related("source", "article"))) or "–"


@admin.register(Finding)
class FindingAdmin(ReadOnlyAdmin):
    seen_with = "reviews.view_verdict"
    list_display = ["claim", "value", "verdict"]
    list_filter = ["value"]
    list_select_related = ["claim", "verdict__rating"]
    search_fields = ["claim__wording", "note"]

    def get_queryset(self, request: HttpRequest) -> QuerySet[Finding]:
        return super().get_queryset(request).filter(pk__in=visible_findings(acting(request)).values("pk"))


@admin.register(Correction)
class CorrectionAdmin(ReadOnlyAdmin):
    list_display = ["publication", "kind", "now", "reported_on", "fixed_on", "made_by", "made_at"]
    list_filter = ["kind"]
    list_select_related = ["publication", "made_by"]
    search_fields = ["was", "now", "publication__headline"]

    def get_queryset(self, request: HttpRequest) -> QuerySet[Correction]:
        return super().get_queryset(request).defer("publication__payload", "publication__search")


@admin.register(Hold)
class HoldAdmin(ReadOnlyAdmin):
    """Placed and lifted on the page of the review or article that it is on."""

    list_display = ["kind", "reason", "review", "article", "until", "placed_by", "lifted_at"]
    list_filter = ["kind", ("lifted_at", admin.EmptyFieldListFilter)]
    list_select_related = ["review__claim", "article", "placed_by"]
    search_fields = ["reason"]


@admin.register(Contact)
class ContactAdmin(ReadOnlyAdmin):
    """Recorded in the workspace by whoever checks the claim."""

    list_display = ["whom", "way", "asked_on", "deadline", "answered_on", "review", "made_by"]
    list_filter = ["way", ("answered_on", admin.EmptyFieldListFilter), ("made_by", admin.RelatedOnlyFieldListFilter)]
    list_select_related = ["review__claim", "speaker", "source", "made_by"]
    search_fields = ["speaker__name", "source__name", "role", "answer"]

    def get_queryset(self, request: HttpRequest) -> QuerySet[Contact]:
        return super().get_queryset(request).filter(pk__in=visible_contacts(acting(request)).values("pk"))


@admin.register(Interest)
class InterestAdmin(ReadOnlyAdmin):
    """Declared at the desk by the person themselves."""

    list_display = ["person", "kind", "about", "since", "until", "declared_at"]
    list_filter = [("person", admin.RelatedOnlyFieldListFilter)]
    list_select_related = ["person", "source", "speaker", "topic"]
    search_fields = ["person__username", "source__name", "speaker__name", "topic__name"]
