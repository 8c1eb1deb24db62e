"""The addresses that search engines should know: one file, or an index of files once there are more than fit into one.

Each kind of page then has files of its own, in the order of its rows' ids, so that what is new comes into the last
file. Only verdicts say when they last changed; the other pages have no such date, and a wrong one is worse than none.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from itertools import chain
from typing import Any
from xml.sax.saxutils import escape

from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from claims.models import Article
from reviews.filters import sources_of
from reviews.models import Publication, PublishedSighting
from reviews.public.addresses import absolute, article_path, claim_path, source_path
from reviews.public.caching import answer
from reviews.public.selectors import last_change, site_revision
from reviews.selectors import published

PER_FILE = 50_000
"""The protocol's limit (sitemaps.org). So many of our longest addresses are a third of the 50 MB that it allows too."""

STANDING = ("/", "/sources/", "/corrections/", "/methodology/", "/statistics/")

_PART = re.compile(r"(?P<kind>[a-z]+)-(?P<number>[1-9][0-9]{0,4})", re.ASCII)


@dataclass(frozen=True, slots=True)
class Pages:
    """All pages of a kind: one row each, and what makes an entry of a row."""

    rows: QuerySet[Any, Any] | tuple[tuple[str], ...]
    entry: Callable[..., str]

    def count(self) -> int:
        return len(self.rows) if isinstance(self.rows, tuple) else self.rows.count()

    def entries(self, number: int, per_file: int) -> Iterator[str]:
        """Of the file with this number, from 1 on. One query."""
        return (self.entry(*row) for row in self.rows[(number - 1) * per_file : number * per_file])


@require_safe
def sitemap(request: HttpRequest, per_file: int = PER_FILE) -> HttpResponse:
    """304 costs two queries, a part one more, an index three more, the whole six more."""
    listed = published().filter(is_sample=False)
    kinds = _kinds(listed)
    kind, number = _asked(request.GET.get("part", ""), kinds)

    return answer(
        request,
        revision=site_revision()[0],
        changed_at=last_change(),
        render=lambda: _part(kinds[kind], number, per_file) if number else _whole(kinds, per_file),
    )


def _kinds(listed: QuerySet[Publication]) -> dict[str, Pages]:
    seen = PublishedSighting.objects.filter(publication__in=listed.order_by().values("pk"))
    articles = Article.objects.filter(pk__in=seen.values("article")).order_by("id")
    verdicts = listed.order_by("id").values_list("claim_id", "slug", "changed_at", "valid_from")
    sources = sources_of(listed).filter(merged_into=None).order_by("id")
    return {
        "pages": Pages(tuple((path,) for path in STANDING), _url),
        "sources": Pages(sources.values_list("id"), lambda pk: _url(source_path(pk))),
        "articles": Pages(articles.values_list("id"), lambda pk: _url(article_path(pk))),
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


def _part(pages: Pages, number: int, per_file: int) -> HttpResponse:
    entries = list(pages.entries(number, per_file))
    if not entries:
        raise Http404("There is no such part of the sitemap.")
    return _xml("urlset", entries)


def _whole(kinds: Mapping[str, Pages], per_file: int) -> HttpResponse:
    """Every address, or the parts that have them."""
    counts = {kind: pages.count() for kind, pages in kinds.items()}
    if sum(counts.values()) <= per_file:
        return _xml("urlset", chain.from_iterable(pages.entries(1, per_file) for pages in kinds.values()))
    parts = (f"{kind}-{number}" for kind, count in counts.items() for number in range(1, -(-count // per_file) + 1))
    places = (escape(absolute(f"/sitemap.xml?part={part}")) for part in parts)
    return _xml("sitemapindex", (f"<sitemap><loc>{place}</loc></sitemap>" for place in places))


def _url(path: str, changed_at: datetime | None = None) -> str:
    date = f"<lastmod>{changed_at.isoformat(timespec='seconds')}</lastmod>" if changed_at else ""
    return f"<url><loc>{escape(absolute(path))}</loc>{date}</url>"


def _xml(root: str, entries: Iterable[str]) -> HttpResponse:
    lines = ['<?xml version="1.0" encoding="UTF-8"?>', f'<{root} xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">']
    return HttpResponse("\n".join([*lines, *entries, f"</{root}>", ""]), content_type="application/xml; charset=utf-8")
