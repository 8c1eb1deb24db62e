"""Saving the draft: by the button, and every few seconds by the page itself. Nothing typed is ever lost."""

from urllib.parse import urlencode

from django.contrib import messages
from django.http import HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404, redirect
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import time_format
from django.views.decorators.http import require_POST

from reviews.desk.access import StaffRequest, reviewers_only
from reviews.desk.earlier import LONGEST
from reviews.desk.half_typed import remember
from reviews.desk.keeping import keep_then
from reviews.desk.refusals import refused
from reviews.desk.rowactions import act
from reviews.desk.saving import FULL, PageRefused, posted, readable_body, store
from reviews.desk.standing import standing
from reviews.drafting import DraftBody
from reviews.errors import ReviewsError
from reviews.models import Draft, Review


@reviewers_only
@require_POST
def save(request: StaffRequest, pk: int) -> HttpResponse:
    review = get_object_or_404(FULL, pk=pk)
    if request.POST.get("row") == "find":
        found = (
            f"{reverse('desk:review', args=[pk])}?{urlencode({'reuse': request.POST.get('reuse', '')[:LONGEST]})}#reuse"
        )
        return keep_then(request, review, lambda: remember(request, review)) or redirect(found)
    sent = posted(request, review)
    try:
        done = act(request, review, sent, readable_body(sent))
        draft = store(request, review, sent, done.body)
    except (ReviewsError, PageRefused) as refusal:
        return refused(request, review, sent, refusal)
    if not request.accepts("text/html"):
        return _saved(review, draft, done.body)
    remember(request, review)
    if done.refused:
        messages.error(request, done.refused)
    else:
        messages.success(request, done.says or "Draft saved.")
    return redirect(_where_next(review, request.POST.get("row", ""), done.row))


def _saved(review: Review, draft: Draft, body: DraftBody) -> JsonResponse:
    review.refresh_from_db(fields=["lease_until"])
    now = timezone.now()
    return JsonResponse(
        {
            "version": draft.version,
            "saved": f"Saved at {time_format(timezone.localtime(now), 'H:i:s')}",
            "seconds": int((review.lease_until - now).total_seconds()) if review.lease_until else 0,
            "standing": render_to_string("desk/includes/standing.html", {"standing": standing(review.claim, body)}),
        }
    )


def _where_next(review: Review, button: str, row: int | None) -> str:
    page = reverse("desk:review", args=[review.pk])
    if button == "add":
        return f"{page}?blank=1#evidence-new"
    return f"{page}#evidence-{row}" if row is not None else page
