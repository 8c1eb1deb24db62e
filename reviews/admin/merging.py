"""Merging a claim into another that says the same: look for it, compare the two, decide."""

import re
from dataclasses import dataclass
from typing import Any

from django import forms
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse

from claims.admin.base import may
from claims.admin.users import acting
from claims.enums import ClaimStatus, Treatment
from claims.models import Claim
from claims.selectors import similar_claims
from reviews.admin.steps import REFUSALS
from reviews.enums import Stage
from reviews.models import Publication, Review
from reviews.permissions import RIGHTS, Action, why_not
from reviews.selectors import published
from reviews.services.publishing import merge_review

MERGE = RIGHTS[Action.MERGE][0]
MOST_FOUND = 20
_NUMBERED = re.compile(r"(?:^|/claims/)(\d{1,18})(?:$|[-/])")
"""A claim's number alone, or inside of the address of its page."""


class MergeForm(forms.Form):
    required_css_class = "required"

    treatment = forms.ChoiceField(
        choices=Treatment.choices,
        label="How the article of the claim that ends treats the statement",
        help_text="The claim becomes a sighting of the other: its article asserts, reports or disputes the statement.",
    )
    reason = forms.CharField(
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 3}),
        label="Why the two say the same",
        help_text="Public where the page of the claim that ends was public.",
    )


@dataclass(frozen=True, slots=True)
class Side:
    """One of the two, as it stands; `page` None: nothing of it is public."""

    review: Review
    page: Publication | None
    sightings: int
    ends: bool


def claim_numbered(text: str) -> int | None:
    """The claim's number in what was typed: alone, or in the address of its page."""
    numbered = _NUMBERED.search(text)
    return int(numbered[1]) if numbered else None


def may_be_merged(review: Review) -> bool:
    return review.stage != Stage.CLOSED


def merge_view(model_admin: Any, request: HttpRequest, pk: int) -> HttpResponse:
    """`?look=` finds the other claim, `?into=` compares with it; POST merges into that."""
    review = get_object_or_404(_reviews(), pk=pk)
    if not may(request, MERGE):
        raise PermissionDenied
    chosen = request.POST.get("into") or request.GET.get("into") or ""
    into = _reviews().filter(pk=int(chosen)).first() if chosen.isdecimal() and len(chosen) <= 18 else None
    form = MergeForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and into is not None and form.is_valid():
        try:
            merge = merge_review(review=review, into=into, by=acting(request), **form.cleaned_data)
        except REFUSALS as refusal:
            form.add_error(None, str(refusal))
        else:
            led = "Its address leads readers there." if merge.ended_id else "It had no page."
            messages.success(request, f"Merged into “{into.claim}”. {led}")
            return redirect("admin:reviews_review_change", into.pk)
    return _page(model_admin, request, review, into, form)


def _reviews() -> QuerySet[Review]:
    return Review.objects.select_related("claim__article__source", "claim__speaker")


def _page(model_admin: Any, request: HttpRequest, review: Review, into: Review | None, form: MergeForm) -> HttpResponse:
    words = request.GET.get("look", "").replace("\0", "").strip()
    both = (review, into) if into else (review,)
    refusals = [refusal for each in both if (refusal := why_not(acting(request), Action.MERGE, each))]
    context = {
        **model_admin.admin_site.each_context(request),
        "opts": model_admin.opts,
        "title": "Merge into another claim",
        "target": review,
        "into": into,
        "sides": [_side(each, ends=each == review) for each in both],
        "form": form,
        "refusals": dict.fromkeys(map(str, refusals)),
        "look_for": words,
        "found": _found(model_admin, request, review, words) if words else [],
        "similar": [] if into or words else _similar(review),
        "mergeable": may_be_merged(review),
    }
    refused = form.is_bound
    return TemplateResponse(request, "admin/reviews/review/merge.html", context, status=422 if refused else 200)


def _side(review: Review, *, ends: bool) -> Side:
    page = published(include_suspended=True).filter(review=review).defer("payload", "search").first()
    sightings = Claim.objects.filter(canonical=review.claim_id, status=ClaimStatus.DUPLICATE).count()
    return Side(review, page, sightings + 1, ends)


def _others(review: Review) -> QuerySet[Review]:
    return _reviews().exclude(pk=review.pk).filter(merge=None)


def _found(model_admin: Any, request: HttpRequest, review: Review, words: str) -> list[Review]:
    if claim := claim_numbered(words):
        return list(_others(review).filter(claim=claim))
    found, _ = model_admin.get_search_results(request, _others(review), words)
    return list(found.distinct().order_by("-pk")[:MOST_FOUND])


def _similar(review: Review) -> list[Review]:
    """The most alike first."""
    alike = [claim.pk for claim in similar_claims(review.claim)[:MOST_FOUND]]
    reviews = {item.claim_id: item for item in _others(review).filter(claim__in=alike)}
    return [reviews[pk] for pk in alike if pk in reviews][:5]
