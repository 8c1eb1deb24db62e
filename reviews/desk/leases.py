"""Keeping a claim for longer, giving it back."""

from django.contrib import messages
from django.http import HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils import timezone
from django.views.decorators.http import require_POST

from reviews.desk.access import StaffRequest, reviewers_only
from reviews.desk.forms.numbers import posted_number
from reviews.desk.half_typed import remember
from reviews.desk.keeping import keep_then
from reviews.desk.saving import FULL
from reviews.errors import LeaseLost
from reviews.models import Review
from reviews.services.leases import release_review, renew_lease


@reviewers_only
@require_POST
def renew(request: StaffRequest, pk: int) -> HttpResponse:
    """The page calls it while somebody works on it and wants JSON; without scripts it is a button of the form."""
    review = get_object_or_404(FULL, pk=pk)
    if not request.accepts("text/html"):
        return _renewed(request, review)
    number = posted_number(request, "lease_number")
    refusal = keep_then(request, review, lambda: renew_lease(review=review, reviewer=request.user, lease_number=number))
    if refusal:
        return refusal
    remember(request, review)
    return redirect("desk:review", pk=pk)


def _renewed(request: StaffRequest, review: Review) -> JsonResponse:
    number = posted_number(request, "lease_number")
    try:
        renewed = renew_lease(review=review, reviewer=request.user, lease_number=number)
    except LeaseLost as lost:
        return JsonResponse({"error": str(lost)}, status=409)
    seconds = (renewed.lease_until - timezone.now()).total_seconds() if renewed.lease_until else 0
    return JsonResponse({"seconds": int(seconds)})


@reviewers_only
@require_POST
def release(request: StaffRequest, pk: int) -> HttpResponse:
    review = get_object_or_404(FULL, pk=pk)
    number = posted_number(request, "lease_number")
    refusal = keep_then(
        request, review, lambda: release_review(review=review, reviewer=request.user, lease_number=number)
    )
    if refusal:
        return refusal
    messages.success(request, f"Given back: “{review.claim}”. It waits for anybody; your text is kept for you.")
    return redirect("desk:home")
