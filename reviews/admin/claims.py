"""Claims with the stage of their review; accepting takes them in at once."""

from typing import Any

from django.contrib import admin
from django.db.models import OuterRef, QuerySet, Subquery
from django.http import HttpRequest
from django.utils.safestring import SafeString

from claims.admin.base import shown_as
from claims.admin.claim_steps import CLAIM_STEPS
from claims.admin.claims import ClaimAdmin
from claims.models import Claim
from reviews.admin.reviews import TONES
from reviews.admin.steps import REFUSALS
from reviews.admin.taking_in import pulling
from reviews.enums import Stage
from reviews.models import Review
from reviews.services.intake import pull_accepted_claims

admin.site.unregister(Claim)


@admin.register(Claim)
class ReviewedClaimAdmin(ClaimAdmin):
    steps = pulling(CLAIM_STEPS, "accept")
    refusals = REFUSALS
    page_template = "admin/reviews/claim/page.html"

    def get_queryset(self, request: HttpRequest) -> QuerySet[Any]:
        stage = Review.objects.filter(claim=OuterRef("pk")).values("stage")
        rows: QuerySet[Any] = super().get_queryset(request).annotate(review_stage=Subquery(stage))
        return rows

    def accept(self, request: HttpRequest, chosen: QuerySet[Claim]) -> list[Claim]:
        accepted = super().accept(request, chosen)
        pull_accepted_claims()
        return accepted

    def page_context(self, request: HttpRequest, target: Claim) -> dict[str, Any]:
        reviewed = Review.objects.select_related("assignee")
        about = target.canonical_id or target.pk
        review = reviewed.filter(claim=about).first()
        publication = review.publications.filter(valid_until=None).defer("payload").first() if review else None
        return {**super().page_context(request, target), "review": review, "publication": publication}

    @admin.display(description="status", ordering="status")
    def state(self, claim: Any) -> SafeString:
        """The stage of the review says more than “accepted”."""
        if not claim.review_stage:
            return super().state(claim)
        stage = Stage(claim.review_stage)
        return shown_as(f"Review: {stage.label.lower()}", tone=TONES.get(stage, ""))
