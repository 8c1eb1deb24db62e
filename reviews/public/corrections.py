"""The public record of what was wrong, or has changed."""

from typing import Any

from django.db.models import Max
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe

from reviews.enums import CorrectionKind
from reviews.public.addresses import absolute
from reviews.public.caching import answer
from reviews.public.selectors import public_corrections

PER_PAGE = 30


@require_safe
def corrections(request: HttpRequest) -> HttpResponse:
    """304 costs one query, the page two. The newest tells the revision, and the newest change of a page corrected.

    Rows are never removed; the text of one may be withheld.
    """
    newest = public_corrections().aggregate(id=Max("id"), changed_at=Max("publication__changed_at"))
    before = request.GET.get("before", "")
    return answer(
        request,
        revision=(newest["id"], newest["changed_at"]),
        changed_at=newest["changed_at"],
        render=lambda: render(request, "public/corrections.html", _context(before)),
    )


def _context(before: str) -> dict[str, Any]:
    listed = public_corrections().order_by("-id")
    # Ids are 64 bits wide; anything longer names no row.
    after_a_row = before.isdecimal() and len(before) <= 18
    if after_a_row:
        listed = listed.filter(id__lt=int(before))
    rows = list(listed[: PER_PAGE + 1])
    return {
        "corrections": rows[:PER_PAGE],
        "next": rows[PER_PAGE - 1].pk if len(rows) > PER_PAGE else None,
        "first": reverse("public:corrections") if after_a_row else "",
        "lost": bool(before) and not after_a_row,
        "kinds": CorrectionKind,
        "noindex": bool(before),
        "canonical": absolute(reverse("public:corrections")),
        "section": "corrections",
    }
