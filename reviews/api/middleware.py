"""What holds for every answer of the API, also for those that Django gives before any view is found."""

import logging
from collections.abc import Callable
from http import HTTPStatus

from django.db import OperationalError
from django.http import HttpRequest, HttpResponse, JsonResponse

from reviews.api.claims_search.errors import google_error_body
from reviews.api.errors import error_body
from reviews.api.throttling import count
from reviews.public.cross_origin import open_to_everybody, preflight

log = logging.getLogger(__name__)

API_PATHS = ("/api/", "/v1alpha1/")
GOOGLE_PATHS = ("/v1alpha1/",)

LONGEST_FORM = 64 * 1024
"""Bytes of a query that came as a form."""

PAUSE = 10
"""Seconds after which to ask again while the database does not answer."""


class ApiMiddleware:
    """Outside of every other: CORS, the throttle, and errors in the documented shape."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if not request.path_info.startswith(API_PATHS):
            return self.get_response(request)
        return open_to_everybody(preflight() if request.method == "OPTIONS" else self._counted(request))

    def _counted(self, request: HttpRequest) -> HttpResponse:
        try:
            allowance = count(request)
        except OperationalError:  # There is no connection to be had: no view could answer either.
            log.exception("A request to the API could not be counted.")
            response = _error(request, HTTPStatus.SERVICE_UNAVAILABLE)
            response["Retry-After"] = str(PAUSE)
            response["Cache-Control"] = "no-store"
            return response
        if allowance.exceeded:
            response = _error(request, HTTPStatus.TOO_MANY_REQUESTS)
        else:
            _unpack_long_query(request)
            response = self.get_response(request)
            if response.status_code >= HTTPStatus.BAD_REQUEST and not _is_json(response):
                response = _error(request, response.status_code, response)
        if response.status_code >= HTTPStatus.BAD_REQUEST:
            response["Cache-Control"] = "no-store"
        for name, value in allowance.headers().items():
            response[name] = value
        return response


def _unpack_long_query(request: HttpRequest) -> None:
    """Google's client sends a query of more than 2048 characters as a form, and says that it means GET."""
    means_get = request.headers.get("X-HTTP-Method-Override") == "GET"
    if request.method == "POST" and means_get and request.path_info.startswith(GOOGLE_PATHS):
        form = request.read(LONGEST_FORM)
        request.method = request.META["REQUEST_METHOD"] = "GET"
        request.META["QUERY_STRING"] = form.decode("ascii", "replace")


def _is_json(response: HttpResponse) -> bool:
    return response.headers.get("Content-Type", "").startswith("application/json")


def _error(request: HttpRequest, status: int, replaced: HttpResponse | None = None) -> HttpResponse:
    """The error in the shape of the API that was asked; `Allow` and its like are kept of what it replaces."""
    google = request.path_info.startswith(GOOGLE_PATHS)
    response = JsonResponse(google_error_body(status) if google else error_body(status), status=status)
    for name, value in replaced.headers.items() if replaced else ():
        if name not in {"Content-Type", "Content-Length"}:
            response[name] = value
    return response
