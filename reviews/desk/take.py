"""Taking claims: the next one, one by choice, the others of the same article."""

from django.contrib import messages
from django.contrib.auth.models import User
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.views.decorators.http import require_POST

from reviews.desk.access import StaffRequest, reviewers_only
from reviews.desk.flash import in_words, refusals_shown
from reviews.desk.forms.filters import QueueFilterForm
from reviews.errors import NothingToTake
from reviews.models import Review
from reviews.selectors import siblings_left
from reviews.services.intake import pull_accepted_claims
from reviews.services.queue import take_next_review, take_review, take_siblings


@reviewers_only
@require_POST
def next_claim(request: StaffRequest) -> HttpResponse:
    pull_accepted_claims()
    form = QueueFilterForm(request.POST)
    if form.dropped():
        # The button promised one that fits: whatever comes next would be another's work, leased for half an hour.
        messages.warning(request, "Nothing in the queue fits your filter any more, so nothing was taken.")
        return redirect(f"{reverse('desk:home')}{form.as_query()}")
    try:
        review = take_next_review(reviewer=request.user, filters=form.chosen())
    except NothingToTake as nothing:
        messages.warning(request, in_words(nothing))
        return redirect(f"{reverse('desk:home')}{form.as_query()}")
    return redirect("desk:review", pk=review.pk)


@reviewers_only
@require_POST
def take(request: StaffRequest, pk: int) -> HttpResponse:
    """Also the way back to a claim whose lease ended: the draft kept for this reviewer opens again."""
    review = get_object_or_404(Review, pk=pk)
    with refusals_shown(request):
        take_review(review=review, reviewer=request.user)
    return redirect("desk:review", pk=pk)


@reviewers_only
@require_POST
def siblings(request: StaffRequest, pk: int) -> HttpResponse:
    """The free claims of the same article become this reviewer's work too, in the queue's order."""
    review = get_object_or_404(Review.objects.select_related("claim"), pk=pk)
    with refusals_shown(request):
        taken = take_siblings(review=review, reviewer=request.user)
        said = (
            f"Taken too: {len(taken)} more of this article's claims. They are your work; “next” hands them out first."
        )
        messages.success(request, said + _rest(review, request.user))
    return redirect("desk:review", pk=pk)


def _rest(review: Review, user: User) -> str:
    left = siblings_left(review, user)
    return f" Free still: {left}; you have as many in hand as one person takes." if left else ""
