"""The share image of a verdict, as SVG and as PNG, which is what most networks show."""

from functools import lru_cache

import resvg_py
from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from reviews.public.caching import answer
from reviews.public.selectors import corrections_of
from reviews.public.share.card import svg_of
from reviews.public.share.fonts import FAMILY, files
from reviews.public.state import state_of
from reviews.selectors import page_of_claim

KEPT = 128
"""Images in the memory of each process, some 45 KB each."""


@require_safe
def share_image(request: HttpRequest, claim_id: int, kind: str) -> HttpResponse:
    """`kind`: svg or png. 304 costs one query, the image two; it changes with its page."""
    publication = page_of_claim(claim_id)
    if publication is None:
        raise Http404("No such verdict.")

    def render() -> HttpResponse:
        svg = svg_of(publication, state_of(publication, corrections_of(publication)))
        if kind == "svg":
            response = HttpResponse(svg, content_type="image/svg+xml; charset=utf-8")
        else:
            response = HttpResponse(png_of(svg), content_type="image/png")
        if publication.is_sample:
            response.headers["X-Robots-Tag"] = "noindex"
        return response

    return answer(
        request,
        revision=(publication.pk, publication.changed_at, publication.suspended_at),
        changed_at=max(publication.changed_at, publication.valid_from),
        render=render,
    )


@lru_cache(maxsize=KEPT)
def png_of(svg: str) -> bytes:
    """Drawn with our own font only, so that it looks the same on every machine. Kept by content: never out of date."""
    _, paths = files()
    return bytes(resvg_py.svg_to_bytes(svg_string=svg, skip_system_fonts=True, font_files=paths, font_family=FAMILY))
