"""Public pages know nobody: what they answer is the same for everyone, so that any cache may keep it."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse, HttpResponseNotAllowed

READING = ("GET", "HEAD", "OPTIONS")
"""What may be asked of a public page. Readers' own writes, when they come, are to be named here."""

STAFF_PATHS = ("/desk/", "/admin/", "/accounts/")
"""Everything else is public."""


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
        if request.method not in READING:
            return HttpResponseNotAllowed(READING)
        request.META.pop("HTTP_COOKIE", None)
        request.COOKIES = {}
        response = self.get_response(request)
        response.cookies.clear()
        _drop_cookie_from_vary(response)
        return response


def _drop_cookie_from_vary(response: HttpResponse) -> None:
    names = [name.strip() for name in response.get("Vary", "").split(",")]
    names = [name for name in names if name and name.lower() != "cookie"]
    if names:
        response["Vary"] = ", ".join(names)
    else:
        del response["Vary"]
