"""The API's own description, OpenAPI 3, made from the views; and its pages, from our own origin."""

from functools import lru_cache
from typing import Any

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe
from drf_spectacular.generators import SchemaGenerator

from reviews.evidence_facts import current_ratings
from reviews.labels import Tone
from reviews.public.caching import answer

Json = dict[str, Any]


@require_safe
def schema(request: HttpRequest) -> HttpResponse:
    """Two queries: the codes of the scale in force are a part of it."""
    codes = (*(rating.code for rating in current_ratings()), Tone.FALSE_ATTRIBUTION.value)
    # The ETag alone tells: a new scale is no newer file.
    request.META.pop("HTTP_IF_MODIFIED_SINCE", None)
    response = answer(request, revision=codes, changed_at=None, render=lambda: JsonResponse(document(codes)))
    del response.headers["Last-Modified"]
    return response


@require_safe
def docs(request: HttpRequest) -> HttpResponse:
    """Swagger UI. Its script and style are files of ours, so that it needs no exception from the pages' policy."""
    return answer(request, revision=(), changed_at=None, render=lambda: render(request, "public/api.html"))


@lru_cache(maxsize=4)
def document(codes: tuple[str, ...]) -> Json:
    """Made once for each revision of the scale, as it takes a while."""
    generated: Json = SchemaGenerator().get_schema(request=None, public=True)  # type: ignore[no-untyped-call]
    for operations in generated["paths"].values():
        for parameter in operations["get"].get("parameters", ()):
            if parameter["name"] == "rating":
                parameter["schema"]["enum"] = list(codes)
    return generated
