"""Answers that caches may keep: ETag and Last-Modified from the revision of what is shown, 304 when nothing changed."""

import hashlib
from collections.abc import Callable, Iterable
from datetime import UTC, datetime
from functools import lru_cache
from pathlib import Path

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils.cache import get_conditional_response
from django.utils.http import http_date

from reviews.purge_list import KEPT

CACHE_CONTROL = "public, no-cache"
"""Any cache may keep the page and must ask before it shows it: a suspension or a retraction is felt at once, and asking
costs a query or two, with no page rendered."""

KEPT_BY_SHARED_CACHES = "public, max-age=0, s-maxage=60, must-revalidate, proxy-revalidate"
"""Where a cache before us is told what changed (CLAIMDESK_PURGE_URL): it alone may show a page without asking, until it
is told, and for a minute at most should that fail. Browsers ask each time. Nothing is shown while it is fetched anew or
while we are away (no stale-while-revalidate, no stale-if-error): the page may have been suspended."""

_ROOM = Path(__file__).resolve().parent
_MAKES_PAGES = (
    (_ROOM, "*.py"),
    (_ROOM.parent / "api", "*.py"),
    (_ROOM.parent / "static", "*.css"),
    (_ROOM.parent / "locale", "*.mo"),
    (_ROOM.parent / "templatetags", "*.py"),
    (_ROOM.parent.parent / "templates" / "public", "*.html"),
    (_ROOM.parent.parent / "templates" / "includes", "*.html"),
)


@lru_cache(maxsize=1)
def release() -> tuple[str, datetime]:
    """What the code and templates that make the pages are, and when they were last changed.

    Part of every ETag, so that no cache answers “not modified” with the page of an older release.
    """
    files = sorted(file for folder, pattern in _MAKES_PAGES for file in folder.rglob(pattern))
    digest = hashlib.sha256(settings.SITE_URL.encode() + settings.SITE_NAME.encode())
    for file in files:
        digest.update(file.read_bytes())
    newest = max(file.stat().st_mtime for file in files)
    return digest.hexdigest()[:16], datetime.fromtimestamp(newest, UTC)


def answer(
    request: HttpRequest,
    *,
    revision: Iterable[object],
    changed_at: datetime | None,
    render: Callable[[], HttpResponse],
) -> HttpResponse:
    """The page, or 304 without rendering it. `revision` names everything that the page is made of."""
    mark, released_at = release()
    etag = '"' + hashlib.sha256(repr((mark, request.get_full_path(), *revision)).encode()).hexdigest()[:32] + '"'
    modified = int(max(changed_at or released_at, released_at).timestamp())
    response = get_conditional_response(request, etag=etag, last_modified=modified)
    if response is None:
        response = render()
    response.headers.setdefault("ETag", etag)
    response.headers.setdefault("Last-Modified", http_date(modified))
    response.headers.setdefault("Cache-Control", cache_control(request))
    return response


def cache_control(request: HttpRequest) -> str:
    """Only what a purge reaches may be kept: an address by itself, not every search and every page of a list."""
    match = request.resolver_match
    is_purged = match is not None and match.view_name in KEPT and not request.META.get("QUERY_STRING")
    return KEPT_BY_SHARED_CACHES if settings.CLAIMDESK_PURGE_URL and is_purged else CACHE_CONTROL
