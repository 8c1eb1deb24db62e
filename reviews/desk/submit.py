"""Submitting: first everything on the page is saved, then the stored draft becomes a verdict.

Answers to comments that stand on the page are given with it: once it is submitted, they could not be any more.
"""

from django.contrib import messages
from django.db import transaction
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.views.decorators.http import require_POST

from reviews.commenting import open_comments
from reviews.desk.access import StaffRequest, reviewers_only
from reviews.desk.comments import answer_typed
from reviews.desk.refusals import refused
from reviews.desk.saving import FULL, PageRefused, posted, readable_body, store
from reviews.errors import ReviewsError
from reviews.services.verdicts import submit_verdict


@reviewers_only
@require_POST
def submit(request: StaffRequest, pk: int) -> HttpResponse:
    review = get_object_or_404(FULL, pk=pk)
    sent = posted(request, review)
    try:
        draft = store(request, review, sent, readable_body(sent))
        with transaction.atomic():
            answer_typed(request, review)
            verdict = submit_verdict(
                review=review, author=request.user, lease_number=sent.lease_number, version=draft.version
            )
    except (ReviewsError, PageRefused) as refusal:
        return refused(request, review, sent, refusal)
    if left := open_comments(review):
        messages.warning(request, f"Comments without an answer: {left}. Whoever approves sees that they are open.")
    messages.success(request, f"Submitted: “{verdict.headline}”. Somebody else reads and approves it now.")
    return redirect("desk:home")
