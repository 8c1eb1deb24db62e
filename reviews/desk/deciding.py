"""What editors decide at the desk: whether a claim that was skipped for everybody goes back to the queue."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.views.decorators.http import require_POST

from reviews.desk.access import ASSIGN, StaffRequest, with_any_right
from reviews.desk.flash import refusals_shown
from reviews.models import Review
from reviews.services.skips import put_back


@with_any_right(ASSIGN)
@require_POST
def back_to_the_queue(request: StaffRequest, pk: int) -> HttpResponse:
    review = get_object_or_404(Review, pk=pk)
    with refusals_shown(request):
        put_back(review=review, by=request.user)
        messages.success(request, f"Back in the queue: “{review.claim}”.")
    return redirect("desk:home")
