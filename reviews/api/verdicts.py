"""Verdicts: the list with the filters of the front page, and each as it stands or as it stood on a day."""

import re
from datetime import date

from django.db.models import QuerySet
from django.http import Http404, HttpResponse, QueryDict
from django.utils import timezone
from django.utils.dateparse import parse_date
from rest_framework.request import Request

from reviews.api import content
from reviews.api.asking import Asked, read_query, refuse_misplaced
from reviews.api.base import Json, ReadView, confirmed, next_page
from reviews.api.described import NOT_FOUND, WITHHELD, described, filter_parameters, on_parameter, paging_parameters
from reviews.api.errors import Invalid, Withheld
from reviews.api.shapes.verdicts import Verdict, VerdictPage
from reviews.api.totals import total_of
from reviews.disputes import decided_about
from reviews.evidence_facts import current_ratings
from reviews.filters import PublicationFilter
from reviews.full_stories import full_story_of
from reviews.models import Publication
from reviews.public.claimreview import claim_review
from reviews.public.paging import Cursor, page_of
from reviews.public.selectors import corrections_of, editions_of, site_revision
from reviews.public.state import state_of, withheld_since
from reviews.public.terms import Terms, terms_of
from reviews.public.verdict import end_of_day, read_page, told_by
from reviews.selectors import published

CURSOR = re.compile(r"[0-9]{1,18}-[0-9]{1,16}-[0-9]{1,18}", re.ASCII)


class VerdictList(ReadView):
    @described(
        "listVerdicts",
        "Verdicts in force, newest first; with `q` the best match first. What is under re-examination or retracted "
        "is in no list.",
        VerdictPage,
        parameters=[*filter_parameters(), *paging_parameters(CURSOR)],
    )
    def get(self, request: Request) -> HttpResponse:
        """304 costs as many queries as its filters need, a page one more, the first asked for two."""
        query = request.query_params
        asked = read_query(query, PublicationFilter.base_filters, cursor=CURSOR)
        found = filtered(query, published() if asked.sample else published().filter(is_sample=False))
        revision, changed_at = site_revision()
        return confirmed(
            request,
            VerdictPage,
            lambda: _page(request, found, asked, (*revision, changed_at)),
            revision=(*revision, changed_at),
        )


class VerdictDetail(ReadView):
    @described(
        "getVerdict",
        "One verdict with its evidence, corrections and ClaimReview.",
        Verdict,
        parameters=[on_parameter()],
        errors={**NOT_FOUND, **WITHHELD},
    )
    def get(self, request: Request, claim_id: int) -> HttpResponse:
        """304 costs one query, the verdict five, however much evidence there is."""
        refuse_misplaced(request.query_params, ["on"])
        day = _day(request.query_params.get("on", ""))
        publication = read_page(claim_id, day)
        if publication is None:
            when = f" on {day}" if day else ""
            raise Http404(f"No verdict about a claim with the number {claim_id} was public{when}.")
        if not publication.payload:
            raise Withheld(withheld_since(publication))
        terms = terms_of(publication)
        return confirmed(
            request,
            Verdict,
            lambda: _whole(publication, terms, day),
            # A dispute that is decided moves `changed_at` too.
            revision=(publication.pk, publication.changed_at, publication.suspended_at, terms.revision),
            changed_at=max(publication.changed_at, publication.valid_from),
        )


def filtered(query: QueryDict, publications: QuerySet[Publication]) -> PublicationFilter:
    """The filters of the front page; a value that makes no sense is an error here. Raises Invalid."""
    found = PublicationFilter(query, queryset=publications.defer("search"), ratings=current_ratings())
    if not found.is_valid():
        raise Invalid({name: [str(problem) for problem in problems] for name, problems in found.errors.items()})
    return found


def _page(request: Request, found: PublicationFilter, asked: Asked, revision: tuple[object, ...]) -> Json:
    chosen = sorted(item for item in request.query_params.items() if item[0] not in {"after", "page_size"})
    after = Cursor.read(asked.after) if asked.after else None
    page = page_of(found.qs, ranked=found.is_search, after=after, size=asked.page_size)
    return {
        "count": total_of(found.qs, (*revision, *chosen)),
        "next": next_page(request, page.next),
        "results": [content.in_list(publication) for publication in page.rows],
    }


def _whole(publication: Publication, terms: Terms, day: date | None) -> Json:
    corrections = corrections_of(publication)
    editions = editions_of(publication)
    state = state_of(publication, corrections, day)
    full_story = full_story_of(publication) if state.shows_rating and not day else ""
    review = None if day else claim_review(publication, terms, first_published_at=editions[0], full_story=full_story)
    disputes = decided_about(publication, end_of_day(day) if day else None)
    return content.whole(publication, terms, state) | {
        "disputes": [content.dispute(item) for item in disputes],
        "corrections": [content.correction(item) for item in told_by(corrections, day)],
        "editions": editions,
        "full_story": full_story,
        "claim_review": review,
    }


def _day(text: str) -> date | None:
    if not text:
        return None
    try:
        day = parse_date(text)
    except ValueError:
        day = None
    if day is None:
        raise Invalid({"on": ["Write a day as YYYY-MM-DD: for example 2019-09-09."]})
    if day > timezone.localdate():
        raise Http404(f"{day} has not come yet.")
    return day
