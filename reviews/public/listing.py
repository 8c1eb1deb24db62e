"""The front page: newest verdicts, search and filters."""

from typing import Any

from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe

from reviews.evidence_facts import current_ratings
from reviews.filters import PublicationFilter
from reviews.public.addresses import absolute
from reviews.public.caching import answer
from reviews.public.paging import Cursor, page_of
from reviews.public.scale import choices
from reviews.public.selectors import revision
from reviews.selectors import published


@require_safe
def verdicts(request: HttpRequest) -> HttpResponse:
    """304 costs one query, a page five, a filtered one six, however many verdicts there are."""
    count, latest = revision(published())
    return answer(
        request,
        revision=(count, latest),
        changed_at=latest,
        render=lambda: render(request, "public/verdicts.html", _context(request.GET, count)),
    )


def _context(query: QueryDict, count: int) -> dict[str, Any]:
    ratings = current_ratings()
    # Always bound: an empty query is the unfiltered list, and a wrong one must say what is wrong.
    found = PublicationFilter(query, queryset=published().defer("search"), ratings=ratings)
    after_text = query.get("after", "")
    after = Cursor.read(after_text) if after_text else None
    publications = found.qs
    page = page_of(publications, ranked=found.is_search, after=after)
    asked = {name for name in found.form.fields if query.get(name)}
    return {
        "filter": found,
        "rows": page.rows,
        "next": _with(query, after=page.next) if page.next else "",
        "first": _with(query, after="") if after else "",
        "lost": bool(after_text and after is None),
        "total": count if not asked else publications.count(),
        "filtered": bool(asked),
        "narrowed": bool(asked - {"q"}),
        "scale": choices(ratings, query.get("rating", "")),
        "noindex": bool(query),
        "canonical": absolute(reverse("public:verdicts")),
        "section": "verdicts",
    }


def _with(query: QueryDict, **changes: str) -> str:
    """This list's address with some parts changed; empty ones are left out, so that shared addresses stay short."""
    copy = query.copy()
    for name, value in changes.items():
        copy[name] = value
    for name in [name for name, value in copy.items() if not value]:
        del copy[name]
    front = reverse("public:verdicts")
    return f"{front}?{copy.urlencode()}" if copy else front
