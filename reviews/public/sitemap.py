"""The addresses that search engines should know: one file, or an index of files once there are more than fit into one.

Each kind of page then has files of its own, in the order of its rows' ids, so that what is new comes into the last
file. A page is listed in each language, and each of its entries names all of them (hreflang). Only verdicts say when
they last changed; the other pages have no such date, and a wrong one is worse than none.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from itertools import chain, islice
from typing import Any, cast
from xml.sax.saxutils import escape

from django.conf import settings
from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse, StreamingHttpResponse
from django.views.decorators.http import require_safe

from reviews.filters import sources_of
from reviews.models import Publication, PublishedSighting
from reviews.public.addresses import absolute, article_path, claim_path, source_path
from reviews.public.caching import answer
from reviews.public.languages import versions
from reviews.public.selectors import site_revision
from reviews.selectors import published

PER_FILE = 50_000
"""The protocol's limit (sitemaps.org), of addresses. So many of our longest, in two languages, are 42 of the 50 MB that
it allows too."""

CHUNK = 2_000
"""Rows that the database hands over at a time."""

XML = "application/xml; charset=utf-8"

STANDING = ("/", "/sources/", "/corrections/", "/methodology/", "/statistics/", "/submit/")

_PART = re.compile(r"(?P<kind>[a-z]+)-(?P<number>[1-9][0-9]{0,4})", re.ASCII)


@dataclass(frozen=True, slots=True)
class Pages:
    """All pages of a kind: one row each, and what makes an entry of a row."""

    rows: QuerySet[Any, Any] | tuple[tuple[str], ...]
    entry: Callable[..., str]

    def count(self) -> int:
        return len(self.rows) if isinstance(self.rows, tuple) else self.rows.count()

    def has(self, number: int, pages: int) -> bool:
        """Whether there is a file with this number, if each holds so many pages."""
        first = (number - 1) * pages
        return bool(self.rows[first:]) if isinstance(self.rows, tuple) else self.rows[first : first + 1].exists()

    def entries(self, number: int, pages: int) -> Iterator[str]:
        """Of the file with this number, from 1 on. One query, whose rows are fetched when they are sent."""
        rows = self.rows[(number - 1) * pages : number * pages]
        fetched = rows if isinstance(rows, tuple) else rows.iterator(chunk_size=CHUNK)
        return (self.entry(*row) for row in fetched)


@require_safe
def sitemap(request: HttpRequest, per_file: int = PER_FILE) -> HttpResponse:
    """304 costs one query, a part two more, an index three more, the whole six more. Entries are streamed."""
    listed = published().filter(is_sample=False)
    kinds = _kinds(listed)
    kind, number = _asked(request.GET.get("part", ""), kinds)
    revision, changed_at = site_revision()
    pages = max(1, per_file // len(settings.LANGUAGES))

    def render() -> HttpResponse:
        response = _part(kinds[kind], number, pages) if number else _whole(kinds, pages)
        if request.method == "HEAD" and response.streaming:
            cast("StreamingHttpResponse", response).streaming_content = iter(())
        return response

    return answer(request, revision=revision, changed_at=changed_at, render=render)


def _kinds(listed: QuerySet[Publication]) -> dict[str, Pages]:
    seen = PublishedSighting.objects.filter(publication__in=listed.order_by().values("pk"))
    articles = seen.order_by("article").values_list("article").distinct()
    verdicts = listed.order_by("id").values_list("claim_id", "slug", "changed_at", "valid_from")
    sources = sources_of(listed).current().order_by("id")
    return {
        "pages": Pages(tuple((path,) for path in STANDING), _url),
        "sources": Pages(sources.values_list("id"), lambda pk: _url(source_path(pk))),
        "articles": Pages(articles, lambda pk: _url(article_path(pk))),
        "verdicts": Pages(verdicts, lambda pk, slug, *dates: _url(claim_path(pk, slug), max(dates))),
    }


def _asked(part: str, kinds: Mapping[str, Pages]) -> tuple[str, int]:
    """Kind and number of a part; the number is 0 for the whole. Raises Http404."""
    if not part:
        return "", 0
    found = _PART.fullmatch(part)
    if found is None or found["kind"] not in kinds:
        raise Http404("There is no such part of the sitemap.")
    return found["kind"], int(found["number"])


def _part(kind: Pages, number: int, pages: int) -> HttpResponse:
    if not kind.has(number, pages):
        raise Http404("There is no such part of the sitemap.")
    return _streamed(_xml("urlset", kind.entries(number, pages)))


def _whole(kinds: Mapping[str, Pages], pages: int) -> HttpResponse:
    """Every address, or the parts that have them; so many pages fit into a file."""
    counts = {name: kind.count() for name, kind in kinds.items()}
    if sum(counts.values()) <= pages:
        every = chain.from_iterable(kind.entries(1, pages) for kind in kinds.values())
        return _streamed(_xml("urlset", every))
    parts = (f"{name}-{number}" for name, count in counts.items() for number in range(1, -(-count // pages) + 1))
    places = (escape(absolute(f"/sitemap.xml?part={part}")) for part in parts)
    index = _xml("sitemapindex", (f"<sitemap><loc>{place}</loc></sitemap>" for place in places))
    return HttpResponse("".join(index), content_type=XML)


def _url(path: str, changed_at: datetime | None = None) -> str:
    """The page's entries: each has its own address, and those of all languages."""
    places = {version.code: escape(absolute(version.address)) for version in versions(path)}
    named = places | {"x-default": escape(absolute(path))}
    links = "".join(f'<xhtml:link rel="alternate" hreflang="{code}" href="{place}"/>' for code, place in named.items())
    date = f"<lastmod>{changed_at.isoformat(timespec='seconds')}</lastmod>" if changed_at else ""
    return "\n".join(f"<url><loc>{place}</loc>{date}{links}</url>" for place in places.values())


def _streamed(lines: Iterator[str]) -> HttpResponse:
    return StreamingHttpResponse(_in_bulk(lines), content_type=XML)  # type: ignore[return-value]  # As in the feeds.


def _in_bulk(lines: Iterator[str]) -> Iterator[str]:
    """What is sent at once: a server that sends each line by itself is slow."""
    while bulk := "".join(islice(lines, CHUNK)):
        yield bulk


def _xml(root: str, entries: Iterable[str]) -> Iterator[str]:
    others = ' xmlns:xhtml="http://www.w3.org/1999/xhtml"' if root == "urlset" else ""
    yield '<?xml version="1.0" encoding="UTF-8"?>\n'
    yield f'<{root} xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"{others}>\n'
    for entry in entries:
        yield f"{entry}\n"
    yield f"</{root}>\n"
