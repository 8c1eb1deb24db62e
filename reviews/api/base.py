"""What every view of the API is: a read that caches may keep, with one query that tells whether it has changed."""

from collections.abc import Callable, Iterable
from datetime import datetime
from typing import Any, TypeVar
from urllib.parse import urlencode

from django.db.models import Model, QuerySet
from django.http import HttpRequest, HttpResponse
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.serializers import BaseSerializer
from rest_framework.views import APIView

from reviews.api.asking import Asked
from reviews.public.addresses import absolute
from reviews.public.caching import answer

Json = dict[str, Any]
Row = TypeVar("Row", bound=Model)


class ReadView(APIView):
    """GET and HEAD; everything else is refused before it comes here (reviews.public.middleware)."""

    http_method_names = ["get", "head"]


def confirmed(
    request: Request,
    shape: type[BaseSerializer[Any]],
    data: Callable[[], Json],
    *,
    revision: Iterable[object],
    changed_at: datetime | None = None,
) -> HttpResponse:
    """The data in its documented shape, or 304 without making it. What the shape does not name never leaves.

    Without `changed_at` there is no Last-Modified, the ETag alone tells: a list whose newest row was retracted is a
    different list, and its newest date is an older one.
    """
    plain: HttpRequest = request._request
    if changed_at is None:
        plain.META.pop("HTTP_IF_MODIFIED_SINCE", None)
    response = answer(plain, revision=revision, changed_at=changed_at, render=lambda: Response(shape(data()).data))
    if changed_at is None:
        del response.headers["Last-Modified"]
    return response


def next_page(request: Request, after: str) -> str | None:
    """The address of the page that begins after this cursor; None for no cursor."""
    if not after:
        return None
    parameters = {name: value for name, value in request.query_params.items() if name != "after"}
    return absolute(f"{request.path}?{urlencode(parameters | {'after': after})}")


def page_by_id(rows: QuerySet[Row], asked: Asked, *, newest_first: bool) -> tuple[list[Row], str]:
    """One page in the order of ids, which stays put while rows come in; and the cursor of the next. One query."""
    if asked.after:
        rows = rows.filter(**{"id__lt" if newest_first else "id__gt": int(asked.after)})
    found = list(rows.order_by("-id" if newest_first else "id")[: asked.page_size + 1])
    page = found[: asked.page_size]
    return page, str(page[-1].pk) if len(found) > asked.page_size else ""
