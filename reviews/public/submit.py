"""A reader asks for a check. One of the two public writes (`reviews.public.middleware.READERS_WRITES`)."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods, require_safe

from claims.enums import RequestState
from claims.models import Request
from claims.services.requests import receive_request
from reviews.public.addresses import absolute
from reviews.public.caching import answer
from reviews.public.reader_forms import ReaderForm, SubmitForm
from reviews.public.receiving import form_context, receive
from reviews.public.senders_page import for_the_sender_only
from reviews.selectors import page_of_claim


@csrf_exempt  # No cookie, no token: the origin is checked instead (reviews.public.origin).
@require_http_methods(["GET", "HEAD", "POST"])
def submit(request: HttpRequest) -> HttpResponse:
    if request.method == "POST":
        return receive(request, SubmitForm, lambda form, status: _page(request, form, status), _keep)
    context = form_context(SubmitForm())
    return answer(request, revision=(context["days"],), changed_at=None, render=lambda: _page(request, SubmitForm()))


@for_the_sender_only
@require_safe
def submitted(request: HttpRequest, token: str) -> HttpResponse:
    """What became of one request, for whoever has its address. Shows what they asked, never note or mail."""
    wish = get_object_or_404(Request.objects.select_related("claim"), token=token)
    publication = None
    if wish.state == RequestState.ANSWERED and wish.claim is not None:
        publication = page_of_claim(wish.claim.canonical_id or wish.claim.pk)
    context = {"wish": wish, "publication": publication, "states": RequestState, "noindex": True, "section": "submit"}
    return render(request, "public/submitted.html", context)


def _keep(**values: Any) -> str:
    return reverse("public:submitted", args=[receive_request(**values).token])


def _page(request: HttpRequest, form: ReaderForm, status: int = 200) -> HttpResponse:
    context = form_context(form) | {"canonical": absolute(reverse("public:submit")), "section": "submit"}
    response = render(request, "public/submit.html", context, status=status)
    if form.is_bound:
        response["Cache-Control"] = "no-store"
    return response
