"""Not now: passing a claim on, for oneself or for everybody; letting it wait for an answer until a date."""

from datetime import datetime, time

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.timezone import make_aware
from django.views.decorators.http import require_POST

from reviews.desk.access import StaffRequest, reviewers_only
from reviews.desk.forms.numbers import posted_number
from reviews.desk.forms.wait import WaitForm
from reviews.desk.keeping import keep_then
from reviews.desk.saving import FULL
from reviews.enums import SkipScope
from reviews.errors import ReasonMissing
from reviews.models import Review
from reviews.services.skips import skip_review
from reviews.services.waiting import wait_for_answer

LONGEST_REASON = 500

_SKIPPED = {
    SkipScope.ME: "“Next” will not offer it to you again.",
    SkipScope.ALL: "An editor decides now whether it goes back to the queue.",
}


@reviewers_only
@require_POST
def skip(request: StaffRequest, pk: int) -> HttpResponse:
    review = get_object_or_404(FULL, pk=pk)
    number = posted_number(request, "lease_number")
    reason = request.POST.get("reason", "")[:LONGEST_REASON]
    scope = SkipScope.ALL if request.POST.get("scope") == SkipScope.ALL else SkipScope.ME
    refusal = keep_then(
        request,
        review,
        lambda: skip_review(review=review, reviewer=request.user, lease_number=number, reason=reason, scope=scope),
    )
    if refusal:
        return refusal
    messages.success(request, f"Skipped: “{review.claim}”. {_SKIPPED[scope]}")
    return redirect("desk:home")


@reviewers_only
@require_POST
def wait(request: StaffRequest, pk: int) -> HttpResponse:
    review = get_object_or_404(FULL, pk=pk)
    number = posted_number(request, "lease_number")
    form = WaitForm(request.POST)
    refusal = keep_then(request, review, lambda: _wait(request, review, number, form))
    if refusal:
        return refusal
    messages.success(
        request,
        f"Laid aside: “{review.claim}”. It stays yours and comes back on {form.cleaned_data['wait_until']:%d %B}.",
    )
    return redirect("desk:home")


def _wait(request: StaffRequest, review: Review, lease_number: int, form: WaitForm) -> None:
    """Until the beginning of the day, in the newsroom's zone."""
    if not form.is_valid():
        raise ReasonMissing(" ".join(str(says) for errors in form.errors.values() for says in errors))
    until = make_aware(datetime.combine(form.cleaned_data["wait_until"], time.min))
    wait_for_answer(
        review=review, reviewer=request.user, lease_number=lease_number, what=form.cleaned_data["wait_for"], until=until
    )
