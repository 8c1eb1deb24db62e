"""One shape for everything that goes wrong, whoever notices it: a view, the throttle, or Django before any view.

    {"error": {"status": 400, "code": "invalid_request", "message": "…", "fields": {"rating": ["…"]}, "help": "…"}}

`code` never changes its meaning; `fields` names each parameter that was wrong and is empty where none was.
"""

from datetime import datetime
from http import HTTPStatus
from typing import Any

from django.http import Http404
from django.utils.timezone import localdate
from rest_framework import exceptions
from rest_framework.response import Response
from rest_framework.views import exception_handler

from reviews.public.addresses import absolute

Json = dict[str, Any]

CODES = {
    HTTPStatus.BAD_REQUEST: "invalid_request",
    HTTPStatus.NOT_FOUND: "not_found",
    HTTPStatus.METHOD_NOT_ALLOWED: "method_not_allowed",
    HTTPStatus.NOT_ACCEPTABLE: "not_acceptable",
    HTTPStatus.TOO_MANY_REQUESTS: "too_many_requests",
    HTTPStatus.UNAVAILABLE_FOR_LEGAL_REASONS: "withheld",
    HTTPStatus.INTERNAL_SERVER_ERROR: "server_error",
    HTTPStatus.SERVICE_UNAVAILABLE: "unavailable",
}

MESSAGES = {
    HTTPStatus.BAD_REQUEST: "The request makes no sense to us; `fields` says which parameters are wrong.",
    HTTPStatus.NOT_FOUND: "There is nothing at this address, or nothing that is published.",
    HTTPStatus.METHOD_NOT_ALLOWED: "This API is read-only: ask with GET or HEAD.",
    HTTPStatus.NOT_ACCEPTABLE: "We answer in JSON only: accept application/json.",
    HTTPStatus.TOO_MANY_REQUESTS: "Too many requests: wait as many seconds as Retry-After says.",
    HTTPStatus.INTERNAL_SERVER_ERROR: "Something broke on our side. Please tell us what you asked for.",
    HTTPStatus.SERVICE_UNAVAILABLE: "We can't answer just now: ask again after as many seconds as Retry-After says.",
}


class Withheld(exceptions.APIException):
    """What was published here had to be withheld."""

    status_code = HTTPStatus.UNAVAILABLE_FOR_LEGAL_REASONS

    def __init__(self, since: datetime | None) -> None:
        super().__init__(f"Withheld since {localdate(since)} for legal reasons." if since else "Withheld.")


class Invalid(exceptions.ValidationError):
    """What was asked for makes no sense. Takes {parameter: [what is wrong with it]}."""

    def __init__(self, fields: dict[str, list[str]]) -> None:
        super().__init__(fields)
        self.fields = fields


def error_body(status: int, message: str = "", fields: dict[str, list[str]] | None = None) -> Json:
    known = HTTPStatus(status)
    return {
        "error": {
            "status": status,
            "code": CODES.get(known, known.phrase.lower().replace(" ", "_")),
            "message": message or MESSAGES.get(known, known.phrase),
            "fields": fields or {},
            "help": absolute("/api/docs/"),
        }
    }


def answer_error(error: Exception, context: dict[str, Any]) -> Response | None:
    """REST framework's exception handler; None for what is a defect, which Django reports as a 500."""
    response = exception_handler(error, context)
    if response is not None:
        fields = error.fields if isinstance(error, Invalid) else {}
        message = str(error) if isinstance(error, Http404 | Withheld) else ""
        response.data = error_body(response.status_code, message, fields)
    return response
