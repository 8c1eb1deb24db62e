"""The addresses that search engines should know, in files of at most 50,000, with an index once there are more."""

from collections.abc import Iterator
from xml.sax.saxutils import escape

from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from reviews.models import Publication
from reviews.public.addresses import absolute, claim_path
from reviews.public.caching import answer
from reviews.public.selectors import revision
from reviews.selectors import published

# The protocol's limit for one file.
PER_FILE = 50_000

STANDING = ("/", "/sources/", "/corrections/", "/methodology/", "/statistics/")


@require_safe
def sitemap(request: HttpRequest) -> HttpResponse:
    listed = published().filter(is_sample=False)
    count, latest = revision(listed)
    files = -(-count // PER_FILE)
    part = request.GET.get("part", "")
    if part and not (part.isascii() and part.isdecimal() and 1 <= int(part) <= files):
        raise Http404("There is no such part of the sitemap.")
    entries = _index(files) if files > 1 and not part else _addresses(listed, int(part or 1))
    root = "sitemapindex" if files > 1 and not part else "urlset"
    return answer(request, revision=(count, latest), changed_at=latest, render=lambda: _xml(root, entries))


def _index(files: int) -> Iterator[str]:
    for number in range(1, files + 1):
        yield f"<sitemap><loc>{escape(absolute(f'/sitemap.xml?part={number}'))}</loc></sitemap>"


def _addresses(listed: QuerySet[Publication], part: int) -> Iterator[str]:
    """One query. In the order of ids, so that what is new comes into the last part."""
    if part == 1:
        yield from (f"<url><loc>{escape(absolute(path))}</loc></url>" for path in STANDING)
    rows = listed.order_by("id").values_list("claim_id", "slug", "changed_at")
    for claim_id, slug, changed_at in rows[(part - 1) * PER_FILE : part * PER_FILE]:
        location = escape(absolute(claim_path(claim_id, slug)))
        yield f"<url><loc>{location}</loc><lastmod>{changed_at.isoformat(timespec='seconds')}</lastmod></url>"


def _xml(root: str, entries: Iterator[str]) -> HttpResponse:
    lines = ['<?xml version="1.0" encoding="UTF-8"?>', f'<{root} xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">']
    return HttpResponse("\n".join([*lines, *entries, f"</{root}>", ""]), content_type="application/xml; charset=utf-8")
