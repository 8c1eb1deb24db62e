"""Public pages know nobody: what they answer is the same for everyone, so that any cache may keep it."""

import re
from collections.abc import Callable, Iterable
from http import HTTPStatus
from typing import Final, cast

from django.http import HttpRequest, HttpResponse, HttpResponseNotAllowed, StreamingHttpResponse
from django.utils import translation

from reviews.public.caching import CACHE_CONTROL
from reviews.public.languages import language_of, spoken_in, without_language

READING = ("GET", "HEAD", "OPTIONS")
"""What may be asked of a public page."""

READERS_WRITES: Final = (re.compile(r"/submit/"), re.compile(r"/claims/[0-9]+/dispute/"))
"""The only public addresses that take a POST, in each language: a reader asks for a check, or disputes a verdict.

Their views check by themselves where it was sent from (`reviews.public.origin`), for there is no cookie to tell by.
"""

STAFF_PATHS = ("/desk/", "/admin/", "/accounts/")
"""Everything else is public."""


class LanguageMiddleware:
    """Speaks the language of the address, and says so.

    Django's own would read a cookie and Accept-Language, and vary by them: then no cache could keep a page for all.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse | StreamingHttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse | StreamingHttpResponse:
        code = language_of(request.path_info)
        request.LANGUAGE_CODE = code
        with translation.override(code):
            response = self.get_response(request)
        if isinstance(response, StreamingHttpResponse):
            response.streaming_content = spoken_in(code, cast("Iterable[bytes]", response.streaming_content))
        elif response.get("Content-Type", "").startswith("text/html"):
            response.headers.setdefault("Content-Language", code)
        return response


class CookielessMiddleware:
    """Takes the cookies off a request for a public page, and off its answer.

    It stands outside of the session: a signed-in browser gets the very page that a stranger gets, and no middleware or
    template, ours or a library's, can make it private by looking at the session.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if request.path_info.startswith(STAFF_PATHS):
            return self.get_response(request)
        allowed = methods_of(request.path_info)
        if request.method not in allowed:
            return HttpResponseNotAllowed(allowed)
        if request.method == "OPTIONS":
            return HttpResponse(status=HTTPStatus.NO_CONTENT, headers={"Allow": ", ".join(allowed)})
        request.META.pop("HTTP_COOKIE", None)
        request.COOKIES = {}
        response = self.get_response(request)
        response.cookies.clear()
        _drop_cookie_from_vary(response)
        # Caches may keep redirects and what is not there for as long as they like, unless they are told otherwise.
        response.headers.setdefault("Cache-Control", CACHE_CONTROL)
        return response


def methods_of(path: str) -> tuple[str, ...]:
    """What may be asked of a public address."""
    takes_a_form = any(address.fullmatch(without_language(path)) for address in READERS_WRITES)
    return (*READING, "POST") if takes_a_form else READING


def _drop_cookie_from_vary(response: HttpResponse) -> None:
    names = [name.strip() for name in response.get("Vary", "").split(",")]
    names = [name for name in names if name and name.lower() != "cookie"]
    if names:
        response["Vary"] = ", ".join(names)
    else:
        del response["Vary"]
