"""What search engines should read, and where."""

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from reviews.public.addresses import absolute
from reviews.public.caching import answer
from reviews.public.middleware import STAFF_PATHS


@require_safe
def robots(request: HttpRequest) -> HttpResponse:
    return answer(request, revision=(), changed_at=None, render=_text)


def _text() -> HttpResponse:
    lines = [
        "User-agent: *",
        *(f"Disallow: {path}" for path in STAFF_PATHS),
        "",
        f"Sitemap: {absolute('/sitemap.xml')}",
    ]
    return HttpResponse("\n".join([*lines, ""]), content_type="text/plain; charset=utf-8")
