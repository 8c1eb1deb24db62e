"""Who said it, who passed it on, whom we cite: the sources that appear in what we published."""

from typing import Any

from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_safe

from claims.models import Source
from reviews.enums import SourceRole
from reviews.filters import sources_of
from reviews.models import Publication, PublishedSource
from reviews.public.addresses import absolute, source_path
from reviews.public.caching import answer
from reviews.public.selectors import revision, site_revision
from reviews.selectors import published

NEWEST = 10
"""Of each list on a source's page; the rest is a filtered front page away."""

LISTS = (
    (SourceRole.ASSERTED, gettext_lazy("What it asserted"), gettext_lazy("Statements that it made in its own words.")),
    (
        SourceRole.REPORTED,
        gettext_lazy("What it reported"),
        gettext_lazy("Statements of others that it passed on. It did not make them."),
    ),
    (
        SourceRole.DISPUTED,
        gettext_lazy("What it disputed"),
        gettext_lazy("Statements of others that it questioned or refuted."),
    ),
    (
        SourceRole.EVIDENCE,
        gettext_lazy("What we cite it for"),
        gettext_lazy("Verdicts that use its material as evidence."),
    ),
)


@require_safe
def sources(request: HttpRequest) -> HttpResponse:
    """Two queries, however many sources there are."""
    _, latest = site_revision()
    listed = list(sources_of(published()).current().select_related("owner"))
    return answer(
        request,
        revision=[facts_of(item) for item in listed],
        changed_at=latest,
        render=lambda: render(
            request,
            "public/sources.html",
            {"sources": listed, "canonical": absolute(reverse("public:sources")), "section": "sources"},
        ),
    )


@require_safe
def source(request: HttpRequest, source_id: int) -> HttpResponse:
    """304 costs two queries, the page six, both one more with an owner. 404 until something published names it."""
    found = Source.objects.select_related("owner", "merged_into").filter(pk=source_id).first()
    if found and found.merged_into:
        return redirect(source_path(found.merged_into.pk), permanent=True)
    about = revision(about_source(source_id))
    if found is None or not about.count:
        raise Http404("We have published nothing that names such a source.")
    owner_has_page = found.owner_id is not None and about_source(found.owner_id).exists()
    return answer(
        request,
        revision=(about.count, about.latest, facts_of(found), owner_has_page),
        changed_at=about.changed_at,
        render=lambda: render(request, "public/source.html", _context(found) | {"owner_has_page": owner_has_page}),
    )


def _context(found: Source) -> dict[str, Any]:
    lists = [
        {"role": role.value, "title": title, "says": says, "rows": rows[:NEWEST], "more": len(rows) > NEWEST}
        for role, title, says in LISTS
        for rows in [list(about_source(found.pk, role).defer("search").order_by("-valid_from", "-id")[: NEWEST + 1])]
    ]
    return {
        "source": found,
        # Whoever is never found to dispute anything has no list of it; the other three always show.
        "lists": [item for item in lists if item["rows"] or item["role"] != SourceRole.DISPUTED],
        "canonical": absolute(source_path(found.pk)),
        "section": "sources",
    }


def about_source(source_id: int, role: SourceRole | None = None) -> QuerySet[Publication]:
    """Publications that name the source, or a record that was merged into it."""
    named = PublishedSource.objects.filter(source__in=Source.objects.standing_for(source_id).values("pk"))
    return published().filter(pk__in=(named.filter(role=role) if role else named).values("publication"))


def facts_of(item: Source) -> tuple[object, ...]:
    """What the pages say of a source; part of their ETag."""
    owner = (item.owner.name, item.owner.control) if item.owner else ()
    control = (item.control, item.control_reference, item.control_checked_on)
    names = (item.name, *item.domains, item.wikidata_id)
    return (item.pk, item.kind, owner, *names, *control, item.country, item.interests)
