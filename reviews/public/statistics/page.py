"""Our own figures: how we rate, how long it takes, what we had wrong; each drawn, as a table and as CSV."""

from collections.abc import Callable

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe

from reviews.public.addresses import absolute
from reviews.public.caching import answer
from reviews.public.statistics import catalogue, sheets
from reviews.public.statistics.assessment import COLUMNS
from reviews.public.statistics.counts import COUNTED_FROM
from reviews.public.statistics.statistic import MONTHS, NAMES, Basis, Statistic

CSV = "text/csv; charset=utf-8; header=present"


@require_safe
def statistics(request: HttpRequest) -> HttpResponse:
    """304 costs four queries, the page seven, and five more where what is counted changed a moment ago."""
    return _answer(request, lambda basis, mark: _page(request, basis, catalogue.everything(basis, mark)))


@require_safe
def sheet(request: HttpRequest, name: str) -> HttpResponse:
    """One statistic as CSV, with every row of it."""
    if name not in catalogue.MAKERS:
        raise Http404("There is no such statistic.")
    return _answer(request, lambda basis, mark: _csv(catalogue.one(name, basis, mark), basis))


def _answer(request: HttpRequest, render: Callable[[Basis, str], HttpResponse]) -> HttpResponse:
    """`render` gets the mark of the kept counts too; it is not called where the reader has the page already."""
    basis = catalogue.basis()
    now = catalogue.revision(basis)
    return answer(request, revision=now.marks, changed_at=now.changed_at, render=lambda: render(basis, now.counts))


def _page(request: HttpRequest, basis: Basis, statistics: list[Statistic]) -> HttpResponse:
    context = {
        "statistics": statistics,
        "sample": basis.sample,
        "months": MONTHS,
        "names": NAMES,
        "counted_from": COUNTED_FROM,
        "assessment": COLUMNS,
        "noindex": basis.sample,
        "canonical": absolute(reverse("public:statistics")),
        "section": "statistics",
    }
    return render(request, "public/statistics.html", context)


def _csv(found: Statistic, basis: Basis) -> HttpResponse:
    response = HttpResponse("".join(sheets.lines(found.table.written())), content_type=CSV)
    response.headers["Content-Disposition"] = f'attachment; filename="{file_name(found.name, basis)}"'
    return response


def file_name(name: str, basis: Basis) -> str:
    """Sample data says so in the file's name: the file may travel without its page."""
    return f"{'sample-' if basis.sample else ''}{name}.csv"
