"""How a reader's form is taken: from our own page, not too much at once, kept by a service; then its own page."""

from collections.abc import Callable
from typing import Any, Final

from django.conf import settings
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import get_language, gettext, ngettext

from reviews.errors import TooManyAtOnce
from reviews.public.addresses import absolute
from reviews.public.network import network_of
from reviews.public.origin import why_not_ours
from reviews.public.reader_forms import ReaderForm
from reviews.services.throttle import count_write

LARGEST_BODY: Final = 128 * 1024
"""Bytes: the longest texts, with every letter written as the twelve bytes that a form may need for it."""

Page = Callable[[ReaderForm, int], HttpResponse]
"""Shows the form again with what was typed, under a status."""


def receive(request: HttpRequest, form_class: type[ReaderForm], page: Page, keep: Callable[..., str]) -> HttpResponse:
    """Calls `keep` with the form's values and its language, and goes where it says; or keeps nothing and says why.

    403 where another site sent it, 413 too long, 422 wrong, 429 too much at once (with Retry-After); else 303.
    """
    refusal = why_not_ours(request)
    if refusal:
        return _refused(request, refusal, 403)
    if int(request.META.get("CONTENT_LENGTH") or 0) > LARGEST_BODY:
        return _refused(request, gettext("What you sent is longer than the form takes."), 413)
    form = form_class(request.POST)
    if not form.is_valid():
        return page(form, 422)
    try:
        with transaction.atomic():
            count_write(network=network_of(request))
            address = keep(**form.values(), language=get_language() or settings.LANGUAGE_CODE)
    except TooManyAtOnce as refused:
        form.add_error(None, _too_much(refused))
        response = page(form, 429)
        response["Retry-After"] = str(refused.retry_after)
        return response
    return HttpResponse(status=303, headers={"Location": address, "Cache-Control": "no-store"})


def form_context(form: ReaderForm) -> dict[str, Any]:
    """What both forms' pages say besides the fields."""
    return {"form": form, "days": settings.CLAIMDESK_READER_DAYS}


def _refused(request: HttpRequest, why: str, status: int) -> HttpResponse:
    context = {"why": why, "form_address": absolute(request.path), "noindex": True, "status": status}
    response = render(request, "public/not_taken.html", context, status=status)
    response["Cache-Control"] = "no-store"
    return response


def _too_much(refused: TooManyAtOnce) -> str:
    minutes = max(1, -(-refused.retry_after // 60))
    kept = gettext("Nothing was sent; your text is still here.")
    again = ngettext("Try again in a minute.", "Try again in %(minutes)s minutes.", minutes) % {"minutes": minutes}
    return f"{refused} {kept} {again}"
