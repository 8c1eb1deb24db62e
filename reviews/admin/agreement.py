"""How far first and second verdicts agree: for editors, as tables and as CSV."""

import csv
from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse

from claims.admin.base import may
from reviews.agreement import Agreement, Pair, agreement, by_person, by_rating, weighted_kappa
from reviews.evidence_facts import current_ratings
from reviews.models import SecondOpinion
from reviews.permissions import RIGHTS, Action
from reviews.public.statistics.sheets import safe

SEEN_WITH = RIGHTS[Action.APPROVE][0]


def opened_pairs() -> list[Pair]:
    """Every round that was opened, as both judged it blind; what came after does not count. One query."""
    rounds = SecondOpinion.objects.filter(opened_at__isnull=False).select_related(
        "first__rating", "first__author", "verdict__rating", "verdict__author"
    )
    return [
        Pair(item.first.rating.code, item.verdict.rating.code, str(item.first.author), str(item.verdict.author))
        for item in rounds.order_by("opened_at")
        if item.first is not None
    ]


def agreement_view(model_admin: Any, request: HttpRequest) -> HttpResponse:
    """Two queries, however many rounds there were."""
    if not may(request, SEEN_WITH):
        raise PermissionDenied
    pairs, ratings = opened_pairs(), current_ratings()
    found = by_rating(pairs, [rating.code for rating in ratings])
    labelled = [(rating.label, found[rating.code]) for rating in ratings]
    people = list(by_person(pairs).items())
    if request.GET.get("format") == "csv":
        return _csv(agreement(pairs), labelled, people)
    scale = [rating.code for rating in sorted(ratings, key=lambda item: item.number or 0) if rating.number]
    context = {
        **model_admin.admin_site.each_context(request),
        "opts": model_admin.opts,
        "title": "Agreement of second verdicts",
        "total": agreement(pairs),
        "weighted": weighted_kappa(pairs, scale),
        "ratings": labelled,
        "people": people,
    }
    return TemplateResponse(request, "admin/reviews/review/agreement.html", context)


def _csv(total: Agreement, ratings: list[tuple[str, Agreement]], people: list[tuple[str, Agreement]]) -> HttpResponse:
    answer = HttpResponse(content_type="text/csv; charset=utf-8")
    answer["Content-Disposition"] = 'attachment; filename="agreement.csv"'
    sheet = csv.writer(answer)
    sheet.writerow(["of", "name", "pairs", "agreed", "raw", "kappa"])
    rows = [("all", "All pairs", total)]
    rows += [("rating", *item) for item in ratings] + [("person", *item) for item in people]
    for kind, name, item in rows:
        sheet.writerow([kind, safe(name), item.pairs, item.agreed, _number(item.raw), _number(item.kappa)])
    return answer


def _number(value: float | None) -> str:
    """Empty where there is none."""
    return "" if value is None else str(round(value, 4))
