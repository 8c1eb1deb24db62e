"""The assessor's file, streamed: its length costs no memory."""

from collections.abc import Iterator

from django.http import HttpRequest, HttpResponse, StreamingHttpResponse
from django.views.decorators.http import require_safe

from reviews.public.caching import answer
from reviews.public.datafeed import terms_now
from reviews.public.statistics import assessment, catalogue, queries, sheets
from reviews.public.statistics.page import CSV, file_name
from reviews.public.terms import Terms

CHUNK = 500
"""Verdicts that the database hands over at a time, with what hangs on them."""


@require_safe
def assessors_file(request: HttpRequest) -> HttpResponse:
    """304 costs six queries; each 500 verdicts three more, run when they are sent."""
    basis = catalogue.basis()
    now = catalogue.revision(basis)
    terms = terms_now()
    lines = _lines(terms, sample=basis.sample) if request.method == "GET" else iter(())

    def render() -> HttpResponse:
        response = StreamingHttpResponse(lines, content_type=CSV)
        response.headers["Content-Disposition"] = f'attachment; filename="{file_name("verdicts", basis)}"'
        return response  # type: ignore[return-value]  # Everything that an answer needs, both kinds have.

    revision = [*now.marks, queries.newest_decision(), terms.revision]
    return answer(request, revision=revision, changed_at=now.changed_at, render=render)


def _lines(terms: Terms, *, sample: bool) -> Iterator[str]:
    verdicts = queries.every_verdict(sample=sample)
    return sheets.lines(assessment.rows(verdicts.iterator(chunk_size=CHUNK), terms))
