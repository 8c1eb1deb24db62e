"""Buttons of the verdict form that lead away: first what stands on the page is kept, then they do what they say."""

from collections.abc import Callable

from django.http import HttpResponse

from reviews.desk.access import StaffRequest
from reviews.desk.refusals import refused
from reviews.desk.saving import PageRefused, Posted, own_draft, posted, readable_body, store
from reviews.drafting import DraftBody
from reviews.errors import ReviewsError
from reviews.models import Review


def keep_then(request: StaffRequest, review: Review, act: Callable[[], object]) -> HttpResponse | None:
    """None after both; else the page again with everything that was typed, and why it was refused."""
    sent = posted(request, review)
    try:
        _keep(request, review, sent)
        act()
    except (ReviewsError, PageRefused) as refusal:
        return refused(request, review, sent, refusal)
    return None


def _keep(request: StaffRequest, review: Review, sent: Posted) -> None:
    """Nothing typed, nothing stored: an empty draft would bar its author from approving for no reason."""
    body = readable_body(sent)
    draft = own_draft(review, request)
    if body != (DraftBody.from_json(draft.body) if draft else DraftBody()):
        store(request, review, sent, body)
