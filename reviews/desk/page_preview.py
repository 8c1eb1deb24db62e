"""The whole public page of a draft, as it would be approved: for its author, before they submit it."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from reviews.admin.preview import terms_of_payload
from reviews.desk.access import StaffRequest, reviewers_only
from reviews.desk.half_typed import remember
from reviews.desk.keeping import keep_then
from reviews.desk.saving import FULL
from reviews.errors import DraftUnreadable, TransitionRefused
from reviews.public.reading import verdict_content
from reviews.public.state import State
from reviews.services.page_preview import preview_payload


@reviewers_only
@require_http_methods(["GET", "HEAD", "POST"])
def page(request: StaffRequest, pk: int) -> HttpResponse:
    """POST, a button of the verdict form: what stands in the form is kept, then its page is shown (GET)."""
    review = get_object_or_404(FULL, pk=pk)
    if request.method == "POST":
        return keep_then(request, review, lambda: remember(request, review)) or redirect("desk:page", pk=pk)
    try:
        payload = preview_payload(review=review, author=request.user)
    except (DraftUnreadable, TransitionRefused) as refusal:
        messages.warning(request, str(refusal))
        return redirect(f"{reverse('desk:review', args=[pk])}#rating")
    content = verdict_content(payload, terms_of_payload(payload))
    return render(request, "desk/page_preview.html", {"review": review, "content": content, "state": State()})
