"""The front page: newest verdicts, search and filters."""

from typing import Any

from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe

from reviews.evidence_facts import current_ratings
from reviews.facets import count_found
from reviews.filters import LOOKED_AT, PublicationFilter
from reviews.public.addresses import absolute
from reviews.public.caching import answer
from reviews.public.narrowing import address, chosen_of, facets_of
from reviews.public.paging import Cursor, page_of
from reviews.public.scale import choices
from reviews.public.selectors import site_revision
from reviews.public.snippets import mark_words
from reviews.public.suggesting import suggested
from reviews.selectors import published


@require_safe
def verdicts(request: HttpRequest) -> HttpResponse:
    """304 costs one query, a page four, a filtered one five, a search six and, where it finds nothing, four more at
    most: however many verdicts there are."""
    revision, changed_at = site_revision()
    return answer(
        request,
        revision=revision,
        changed_at=changed_at,
        render=lambda: render(request, "public/verdicts.html", _context(request.GET)),
    )


def _context(query: QueryDict) -> dict[str, Any]:
    ratings = current_ratings()
    # Always bound: an empty query is the unfiltered list, and a wrong one must say what is wrong.
    found = PublicationFilter(query, queryset=published().defer("search"), ratings=ratings)
    after_text = query.get("after", "")
    after = Cursor.read(after_text) if after_text else None
    page = page_of(found.qs, ranked=found.is_search, after=after)
    if found.is_search and page.rows:
        mark_words(page.rows, found.form.cleaned_data["q"])
    asked = {name for name in found.form.fields if query.get(name)}
    scale = choices(ratings, query.get("rating", ""))
    return {
        "filter": found,
        "rows": page.rows,
        "next": address(query, after=page.next) if page.next else "",
        "first": address(query, after="") if after else "",
        "lost": bool(after_text and after is None),
        "filtered": bool(asked),
        "narrowed": bool(asked & {"role", "since", "until"}),
        "scale": scale,
        "chosen": chosen_of(query, found.form.cleaned_data, scale),
        "noindex": bool(query),
        "canonical": absolute(reverse("public:verdicts")),
        "section": "verdicts",
        **(_counted(query, found, scale) if asked else {}),
        **(_suggested(query, ratings) if found.is_search and not page.rows and not after else {}),
    }


def _counted(query: QueryDict, found: PublicationFilter, scale: list[Any]) -> dict[str, Any]:
    counted = count_found(found.matches)
    return {
        "total": counted.total,
        "more": counted.more,
        "looked_at": LOOKED_AT,
        "facets": facets_of(counted, query, scale),
    }


def _suggested(query: QueryDict, ratings: list[Any]) -> dict[str, Any]:
    spelling = suggested(query, ratings)
    return {"suggested": spelling, "suggested_address": address(query, q=spelling) if spelling else ""}
