"""What OpenAPI says of an address: its parameters, its shape, and the errors that every address has."""

import re
from collections.abc import Callable, Iterable, Mapping
from typing import Any, TypeVar

import django_filters
from drf_spectacular.utils import OpenApiParameter, OpenApiResponse, extend_schema
from rest_framework.serializers import BaseSerializer

from reviews.api.asking import LARGEST_PAGE, NUMBER, PAGE_SIZE, SAMPLE
from reviews.api.shapes.errors import Error
from reviews.filters import PublicationFilter

View = TypeVar("View", bound=Callable[..., Any])
Errors = Mapping[int, OpenApiResponse]

NOT_FOUND: Errors = {404: OpenApiResponse(Error, description="Nothing is published under this number.")}
WITHHELD: Errors = {
    451: OpenApiResponse(Error, description="The text had to be withheld; the message says since when.")
}
MOVED: Errors = {301: OpenApiResponse(description="The record was merged into another: see Location.")}
ALWAYS: Errors = {
    304: OpenApiResponse(description="Nothing has changed since the ETag or the date that you sent."),
    400: OpenApiResponse(Error, description="A parameter is wrong, unknown, repeated or empty: see `fields`."),
    405: OpenApiResponse(Error, description="The API is read-only."),
    406: OpenApiResponse(Error, description="We answer in JSON only."),
    429: OpenApiResponse(Error, description="Too many requests: wait as many seconds as Retry-After says."),
}

# No NUL: no text that was published holds one, and the database takes none.
TEXT = {"type": "string", "minLength": 1, "pattern": "^[^\\u0000]+$"}


def described(
    name: str,
    says: str,
    shape: type[BaseSerializer[Any]],
    *,
    parameters: Iterable[OpenApiParameter] = (),
    errors: Errors | None = None,
) -> Callable[[View], View]:
    responses = {200: OpenApiResponse(shape), **ALWAYS, **(errors or {})}
    return extend_schema(
        operation_id=name,
        summary=summary_of(says),
        description=says,
        parameters=list(parameters),
        responses=responses,
        tags=["v1"],
    )


def summary_of(says: str) -> str:
    """Its first sentence or half of one: what the closed list of addresses shows."""
    return re.split(r"[.;:] ", says, maxsplit=1)[0].rstrip(".")


def paging_parameters(cursor: re.Pattern[str] = NUMBER) -> list[OpenApiParameter]:
    return [
        parameter(
            "after", {"type": "string", "pattern": f"^{cursor.pattern}$"}, "Where the page begins: as `next` has it."
        ),
        parameter(
            "page_size",
            {"type": "integer", "minimum": 1, "maximum": LARGEST_PAGE, "default": PAGE_SIZE},
            "Rows a page.",
        ),
        parameter(SAMPLE, {"type": "boolean", "default": False}, "Sample data too. It shows how the program works."),
    ]


def on_parameter() -> OpenApiParameter:
    says = "As it stood at the end of this day, in the newsroom's zone; 404 for a day that has not come."
    return parameter("on", {"type": "string", "format": "date"}, says)


def filter_parameters() -> list[OpenApiParameter]:
    """The filters of the front page, as django-filter has them: a new one is described without a change here."""
    return [parameter(name, _schema_of(item), _says(item)) for name, item in PublicationFilter.base_filters.items()]


def parameter(name: str, schema: dict[str, Any], says: str) -> OpenApiParameter:
    return OpenApiParameter(name, schema, OpenApiParameter.QUERY, description=says)


def _says(item: django_filters.Filter) -> str:
    more = SAYS.get(item.field_name) or SAYS.get(str(item.label), "")
    return f"{item.label}. {more}".strip()


SAYS = {
    "Search": 'Words, "quoted phrases", or, -without.',
    "Rating": "A code of /api/v1/scale/, or false_attribution.",
    "Source": "A source's number.",
    "The source": "Why the source appears; needs `source`.",
}


def _schema_of(item: django_filters.Filter) -> dict[str, Any]:
    if isinstance(item, django_filters.ModelChoiceFilter):
        return {"type": "integer", "minimum": 1}
    if isinstance(item, django_filters.ChoiceFilter):
        choices = item.extra.get("choices")
        return {"type": "string", "enum": [value for value, _ in choices]} if choices else {"type": "string"}
    if isinstance(item, django_filters.NumberFilter):
        return {"type": "integer", "minimum": item.extra["min_value"], "maximum": item.extra["max_value"]}
    if isinstance(item, django_filters.DateFilter):
        return {"type": "string", "format": "date"}
    if isinstance(item, django_filters.CharFilter):
        limit = item.extra.get("max_length")
        return TEXT | {"maxLength": limit} if limit else TEXT
    return {"type": "string"}
