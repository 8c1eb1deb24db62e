"""A reader disputes a verdict. One of the two public writes (`reviews.public.middleware.READERS_WRITES`)."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods, require_safe

from reviews.enums import DisputeState
from reviews.models import Dispute, Publication
from reviews.public.reader_forms import DisputeForm, ReaderForm
from reviews.public.receiving import form_context, receive
from reviews.public.senders_page import for_the_sender_only
from reviews.public.state import has_ended
from reviews.selectors import page_of_claim
from reviews.services.disputes import receive_dispute


@csrf_exempt  # No cookie, no token: the origin is checked instead (reviews.public.origin).
@require_http_methods(["GET", "HEAD", "POST"])
def dispute(request: HttpRequest, claim_id: int) -> HttpResponse:
    """The form for the page that stands now; what is retracted, merged or withheld leaves nothing to dispute (410)."""
    publication = page_of_claim(claim_id)
    if publication is None:
        raise Http404("No such verdict.")
    if has_ended(publication) or not publication.payload:
        return _page(request, publication, None, 410)
    if request.method != "POST":
        return _page(request, publication, DisputeForm())

    def keep(**values: Any) -> str:
        return reverse("public:disputed", args=[receive_dispute(publication=publication, **values).token])

    return receive(request, DisputeForm, lambda form, status: _page(request, publication, form, status), keep)


@for_the_sender_only
@require_safe
def disputed(request: HttpRequest, token: str) -> HttpResponse:
    """What became of one dispute, for whoever has its address. Shows what they wrote, never mail or who decided."""
    sent = get_object_or_404(Dispute.objects.select_related("publication", "decision"), token=token)
    context = {
        "dispute": sent,
        "decision": getattr(sent, "decision", None),
        "publication": sent.publication,
        "states": DisputeState,
        "noindex": True,
    }
    return render(request, "public/disputed.html", context)


def _page(request: HttpRequest, publication: Publication, form: ReaderForm | None, status: int = 200) -> HttpResponse:
    context = {"publication": publication, "noindex": True} | (form_context(form) if form else {})
    response = render(request, "public/dispute.html", context, status=status)
    response["Cache-Control"] = "no-store" if form and form.is_bound else "public, no-cache"
    return response
