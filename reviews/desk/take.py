"""Taking claims: the next one, one by choice, the others of the same article."""

from django.contrib import messages
from django.db import transaction
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.views.decorators.http import require_POST

from reviews.desk.access import StaffRequest, reviewers_only
from reviews.desk.flash import refusals_shown
from reviews.desk.forms.filters import QueueFilterForm
from reviews.errors import NothingToTake, ReviewsError
from reviews.models import Review
from reviews.queueing import QueueFilter
from reviews.services.intake import pull_accepted_claims
from reviews.services.queue import take_next_review, take_review

MOST_SIBLINGS = 20


@reviewers_only
@require_POST
def next_claim(request: StaffRequest) -> HttpResponse:
    pull_accepted_claims()
    form = QueueFilterForm(request.POST)
    try:
        review = take_next_review(reviewer=request.user, filters=form.chosen())
    except NothingToTake as nothing:
        messages.warning(request, str(nothing))
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
def take_siblings(request: StaffRequest, pk: int) -> HttpResponse:
    """The free claims of the same article become this reviewer's work too, in the queue's order."""
    review = get_object_or_404(Review.objects.select_related("claim"), pk=pk)
    taken = _take_all(request, QueueFilter(article=review.claim.article_id))
    said = f"{taken} more of this article's claims: they are in your work." if taken else "None of its others is free."
    messages.success(request, said)
    return redirect("desk:review", pk=pk)


def _take_all(request: StaffRequest, article: QueueFilter) -> int:
    taken = 0
    while taken < MOST_SIBLINGS:
        try:
            with transaction.atomic():
                take_next_review(reviewer=request.user, filters=article)
        except ReviewsError:
            break
        taken += 1
    return taken
