"""Sources that appear on what we published: who they are, who controls them, and where their verdicts are listed."""

from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from rest_framework.request import Request

from claims.models import Source
from reviews.api.asking import read_query, refuse_misplaced
from reviews.api.base import Json, ReadView, confirmed, next_page, page_by_id
from reviews.api.described import MOVED, NOT_FOUND, described, paging_parameters
from reviews.api.places import source_address, verdicts_address
from reviews.api.shapes.records import Source as SourceShape
from reviews.api.shapes.records import SourcePage
from reviews.enums import SourceRole
from reviews.filters import sources_of
from reviews.public.addresses import absolute, source_path
from reviews.public.selectors import revision
from reviews.public.sources import about_source, facts_of
from reviews.selectors import published


class SourceList(ReadView):
    @described(
        "listSources",
        "Sources that asserted, reported or disputed what we checked, or that we cite, in the order of their numbers.",
        SourcePage,
        parameters=paging_parameters(),
    )
    def get(self, request: Request) -> HttpResponse:
        """One query, as the rows themselves tell the revision."""
        asked = read_query(request.query_params, ())
        publications = published() if asked.sample else published().filter(is_sample=False)
        page = page_by_id(sources_of(publications).current().select_related("owner"), asked, newest_first=False)
        return confirmed(
            request,
            SourcePage,
            lambda: _page(request, *page),
            revision=(page[1], *map(facts_of, page[0])),
        )


class SourceDetail(ReadView):
    @described("getSource", "One source.", SourceShape, errors={**NOT_FOUND, **MOVED})
    def get(self, request: Request, source_id: int) -> HttpResponse:
        """Two queries. 404 until something is published that names the source."""
        refuse_misplaced(request.query_params)
        found = Source.objects.select_related("owner", "merged_into").filter(pk=source_id).first()
        if found and found.merged_into:
            return redirect(source_address(found.merged_into.pk), permanent=True)
        about = revision(about_source(source_id))
        if found is None or not about.count:
            raise Http404(f"We have published nothing that names a source with the number {source_id}.")
        return confirmed(
            request,
            SourceShape,
            lambda: _source(found),
            revision=(about.count, about.latest, facts_of(found)),
        )


def _page(request: Request, rows: list[Source], after: str) -> Json:
    return {
        "next": next_page(request, after),
        "results": [_source(item) for item in rows],
    }


def _source(item: Source) -> Json:
    """`verdicts` leads to what each role of the source is in."""
    return {
        "id": item.pk,
        "name": item.name,
        "url": absolute(source_path(item.pk)),
        "api_url": source_address(item.pk),
        "kind": item.kind,
        "control": {
            "code": item.control,
            "reference": item.control_reference,
            "checked_on": item.control_checked_on,
        },
        "owner": {"id": item.owner.pk, "name": item.owner.name} if item.owner else None,
        "country": item.country,
        "domains": item.domains,
        "wikidata_id": item.wikidata_id,
        "interests": item.interests,
        "verdicts": {role.value: verdicts_address(source=item.pk, role=role.value) for role in SourceRole},
    }
