"""`/v1alpha1/claims:search` as Google's Fact Check Tools API has it, so that its clients work here unchanged."""

from collections.abc import Callable, Iterable
from datetime import timedelta
from typing import Any

from django.db.models import Q, QuerySet
from django.db.models.functions import Now
from django.http import HttpResponse, QueryDict
from django.utils import timezone
from rest_framework.negotiation import BaseContentNegotiation
from rest_framework.renderers import BaseRenderer
from rest_framework.request import Request
from rest_framework.response import Response

from reviews.api.base import Json, ReadView, confirmed
from reviews.api.claims_search.answering import claim, our_site, without_www
from reviews.api.claims_search.asking import BOOLEANS, Wanted, read_wanted
from reviews.api.claims_search.described import FactCheckedClaims, described
from reviews.api.claims_search.errors import InvalidArgument, answer_google_error
from reviews.api.claims_search.tokens import make_token
from reviews.evidence_facts import current_ratings
from reviews.filters import PublicationFilter
from reviews.models import Publication
from reviews.public.paging import Page, page_of
from reviews.public.selectors import site_revision
from reviews.selectors import published


class AlwaysJson(BaseContentNegotiation):
    """Google's API asks nobody what they accept."""

    def select_parser(self, request: Request, parsers: Any) -> None:
        return None

    def select_renderer(
        self, request: Request, renderers: Iterable[BaseRenderer], format_suffix: str | None = None
    ) -> tuple[BaseRenderer, str]:
        return next(iter(renderers)), "application/json; charset=utf-8" + ("; indent=2" if _pretty(request.GET) else "")


class ClaimsSearch(ReadView):
    content_negotiation_class = AlwaysJson

    def get_exception_handler(self) -> Callable[[Exception, dict[str, Any]], Response | None]:
        return answer_google_error

    @described
    def get(self, request: Request) -> HttpResponse:
        """304 costs one query (two for a search), the answer one more."""
        query = request.query_params
        wanted = read_wanted(query)
        found = _found(wanted)
        return confirmed(
            request,
            FactCheckedClaims,
            lambda: _answer(_page(found, wanted), query),
            # Time alone takes a claim out of its reach.
            revision=(*site_revision()[0], f"{timezone.now():%Y-%m-%d %H:%M}" if wanted.max_age_days else ""),
        )


def _found(wanted: Wanted) -> PublicationFilter:
    """The search of the front page over what has a ClaimReview. Raises InvalidArgument."""
    listed = _narrowed(published().defer("search"), wanted)
    found = PublicationFilter({"q": wanted.query}, queryset=listed, ratings=current_ratings())
    if not found.is_valid():
        raise InvalidArgument({"query": f"query: {' '.join(map(str, found.errors['q']))}"})
    return found


def _narrowed(listed: QuerySet[Publication], wanted: Wanted) -> QuerySet[Publication]:
    if not wanted.sample:
        listed = listed.filter(is_sample=False)
    if wanted.site and without_www(wanted.site) != our_site():
        return listed.none()
    if wanted.language:
        listed = listed.filter(Q(language__iexact=wanted.language) | Q(language__istartswith=f"{wanted.language}-"))
    if wanted.max_age_days:
        # A statement is never made after its review, so the review's date is the newer one.
        listed = listed.filter(valid_from__gte=Now() - timedelta(days=wanted.max_age_days))
    return listed


def _page(found: PublicationFilter, wanted: Wanted) -> Page:
    skip = 0 if wanted.after else wanted.offset
    return page_of(found.qs, ranked=found.is_search, after=wanted.after, size=wanted.page_size, skip=skip)


def _answer(page: Page, query: QueryDict) -> Json:
    data: Json = {"claims": [claim(publication) for publication in page.rows]} if page.rows else {}
    return data | {"nextPageToken": make_token(page.next, query)} if page.next else data


def _pretty(query: QueryDict) -> bool:
    return BOOLEANS.get(query.get("prettyPrint", ""), True)
