"""Errors as Google's APIs write them: `{"error": {"code", "message", "status", "details"?}}`."""

from http import HTTPStatus
from typing import Any

from django.http import Http404
from rest_framework.exceptions import APIException
from rest_framework.response import Response
from rest_framework.views import exception_handler

Json = dict[str, Any]

STATUSES = {
    HTTPStatus.BAD_REQUEST: "INVALID_ARGUMENT",
    HTTPStatus.NOT_FOUND: "NOT_FOUND",
    HTTPStatus.METHOD_NOT_ALLOWED: "UNIMPLEMENTED",
    HTTPStatus.TOO_MANY_REQUESTS: "RESOURCE_EXHAUSTED",
    HTTPStatus.INTERNAL_SERVER_ERROR: "INTERNAL",
    HTTPStatus.SERVICE_UNAVAILABLE: "UNAVAILABLE",
}
MESSAGES = {
    HTTPStatus.NOT_FOUND: "The requested URL was not found on this server.",
    HTTPStatus.METHOD_NOT_ALLOWED: "The method is not supported: this API is read-only.",
    HTTPStatus.TOO_MANY_REQUESTS: "Quota exceeded: wait as many seconds as Retry-After says.",
    HTTPStatus.INTERNAL_SERVER_ERROR: "Internal error encountered.",
    HTTPStatus.SERVICE_UNAVAILABLE: "The service is currently unavailable.",
}
BAD_REQUEST = "type.googleapis.com/google.rpc.BadRequest"


class InvalidArgument(APIException):
    """Takes {parameter: what is wrong with it}; an empty name for what concerns none in particular."""

    status_code = HTTPStatus.BAD_REQUEST

    def __init__(self, problems: dict[str, str]) -> None:
        self.problems = problems
        super().__init__("\n".join(problems.values()))


def google_error_body(status: int, message: str = "", details: list[Json] | None = None) -> Json:
    known = HTTPStatus(status)
    error: Json = {
        "code": status,
        "message": message or MESSAGES.get(known, known.phrase),
        "status": STATUSES.get(known, "UNKNOWN"),
    }
    return {"error": error | {"details": details} if details else error}


def answer_google_error(error: Exception, context: dict[str, Any]) -> Response | None:
    """REST framework's exception handler for this address."""
    response = exception_handler(error, context)
    if response is None:
        return None
    message, details = "", []
    if isinstance(error, InvalidArgument):
        message = str(error.detail)
        violations = [{"field": name, "description": says} for name, says in error.problems.items() if name]
        details = [{"@type": BAD_REQUEST, "fieldViolations": violations}] if violations else []
    elif isinstance(error, Http404):
        message = str(error)
    response.data = google_error_body(response.status_code, message, details)
    return response
