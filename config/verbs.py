"""Staff pages answer to reading and to forms, and to nothing else."""

from collections.abc import Callable
from typing import Final

from django.http import HttpRequest, HttpResponse, HttpResponseNotAllowed

from reviews.public.middleware import STAFF_PATHS

ANSWERED: Final = ("GET", "HEAD", "POST")


class VerbMiddleware:
    """Refuses other verbs before any view is asked: Django's admin would take them for reading, and render its page.

    `reviews.public.middleware` does the same for public pages, where almost nothing takes a form.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if request.method not in ANSWERED and request.path_info.startswith(STAFF_PATHS):
            return HttpResponseNotAllowed(ANSWERED)
        return self.get_response(request)
