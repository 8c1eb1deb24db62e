"""Requests for a check: read them, bring in what they are about, take them up or decline them with an answer."""

from typing import Any

from django import forms
from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest

from claims.admin.steps import Step, StepForm, StepsAdmin
from claims.admin.users import acting
from claims.models import Article, Claim, Request
from claims.services.requests import (
    ENDED,
    bring_in_for_request,
    decline_request,
    fetch_for_request,
    take_up_request,
)
from claims.tasks import ring


def _by_number(model: Any, what: str, **options: Any) -> forms.ModelChoiceField[Any]:
    return forms.ModelChoiceField(
        model.objects.all(),
        required=False,
        widget=forms.NumberInput(attrs={"min": 1}),
        error_messages={"invalid_choice": f"There is no {what} with this number."},
        **options,
    )


class TakeUpForm(StepForm):
    claim = _by_number(
        Claim,
        "claim",
        label="Number of the claim that came of it",
        help_text="Once a verdict on it is published, whoever asked is told.",
    )
    article = _by_number(Article, "article", label="Or number of the article")
    answer = forms.CharField(
        required=False,
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text="Whoever asked can read it; nobody else.",
    )

    def __init__(self, *args: Any, target: Request, **kwargs: Any) -> None:
        known = {"claim": target.claim_id, "article": target.article_id, "answer": target.answer}
        super().__init__(*args, target=target, initial=known, **kwargs)


class DeclineForm(StepForm):
    answer = forms.CharField(
        max_length=2000, widget=forms.Textarea(attrs={"rows": 3}), help_text="Why; whoever asked can read it."
    )


def _take_up(request: HttpRequest, target: Request, cleaned: dict[str, Any]) -> str:
    take_up_request(request=target, by=acting(request), **cleaned)
    return "Taken up."


def _decline(request: HttpRequest, target: Request, cleaned: dict[str, Any]) -> str:
    decline_request(request=target, by=acting(request), **cleaned)
    return "Declined and answered."


def _fetch(request: HttpRequest, target: Request, cleaned: dict[str, Any]) -> str:
    ring(fetch_for_request(request=target, by=acting(request)))
    return "Taken up. The page is being fetched; the article is linked here when it is in."


def _bring_in(request: HttpRequest, target: Request, cleaned: dict[str, Any]) -> str:
    ingested = bring_in_for_request(request=target, by=acting(request))
    if ingested.job:
        ring(ingested.job)
    return f"Taken up. The statement is article {ingested.article.pk}; its claims are being looked for."


def _open(target: Request) -> bool:
    return target.state not in ENDED


REQUEST_STEPS: tuple[Step, ...] = (
    Step(
        "fetch",
        "Fetch the address",
        "claims.ingest_article",
        _fetch,
        offered=lambda target: _open(target) and bool(target.address) and target.job_id is None,
        explains="Brings the page in as an article and takes the request up.",
    ),
    Step(
        "bring-in",
        "Bring the statement in",
        "claims.ingest_article",
        _bring_in,
        offered=lambda target: _open(target) and bool(target.statement) and target.article_id is None,
        explains="As a text of its own, carrier “reader’s link”: the words are the reader’s, not a page’s.",
    ),
    Step("take-up", "Take it up", "claims.change_request", _take_up, TakeUpForm, _open),
    Step("decline", "Decline", "claims.change_request", _decline, DeclineForm, _open, tone="bad"),
)


@admin.register(Request)
class RequestAdmin(StepsAdmin):
    page_template = "admin/claims/request/page.html"
    steps = REQUEST_STEPS
    list_display = ["asks", "origin", "state", "claim", "created_at"]
    list_display_links = ["asks"]
    list_filter = ["state", "origin"]
    list_select_related = ["claim"]
    search_fields = ["statement", "address"]

    def page_queryset(self, request: HttpRequest) -> QuerySet[Request]:
        return Request.objects.select_related("article", "claim", "job__article", "answered_by")

    @admin.display(description="request", ordering="statement")
    def asks(self, target: Request) -> str:
        return str(target)
