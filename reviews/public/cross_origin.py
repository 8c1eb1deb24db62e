"""Which answers any page of the web may read (CORS): those for programs, which are public and the same for everyone."""

import re
from collections.abc import Callable
from http import HTTPStatus
from typing import Final

from django.http import HttpRequest, HttpResponse

from reviews.public.languages import without_language
from reviews.public.middleware import READING

EVERYBODY: Final = {
    "Access-Control-Allow-Origin": "*",
    "Access-Control-Expose-Headers": "Content-Disposition, ETag, Last-Modified, RateLimit-Limit, RateLimit-Remaining, "
    "RateLimit-Reset, Retry-After",
}
"""No cookie is looked at, so there is nothing that another site could borrow from its reader."""

PREFLIGHT: Final = {
    "Access-Control-Allow-Methods": ", ".join(READING),
    "Access-Control-Allow-Headers": "*",
    "Access-Control-Max-Age": "86400",
    "Allow": ", ".join(READING),
    "Cache-Control": "no-store",
}

FOR_PROGRAMS: Final = re.compile(r"/feeds/.*|/oembed|/statistics/[^/]*\.csv|/claims/[0-9]+/share\.(svg|png)")
"""Besides the API, whose own middleware counts requests too."""


class CrossOriginMiddleware:
    """Around everything that may refuse a request, so that a program in a browser can read the refusal too."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if not FOR_PROGRAMS.fullmatch(without_language(request.path_info)):
            return self.get_response(request)
        response = preflight() if request.method == "OPTIONS" else self.get_response(request)
        return open_to_everybody(response)


def preflight() -> HttpResponse:
    """What a browser asks before it sends a header of its own, such as If-None-Match."""
    return HttpResponse(status=HTTPStatus.NO_CONTENT, headers=PREFLIGHT)


def open_to_everybody(response: HttpResponse) -> HttpResponse:
    for name, value in EVERYBODY.items():
        response[name] = value
    return response
