"""Requests for a check: read them, take them up or decline them with an answer."""

from typing import Any

from django import forms
from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest

from claims.admin.steps import Step, StepForm, StepsAdmin
from claims.enums import RequestState
from claims.models import Claim, Request
from claims.services.requests import answer_request


class TakeUpForm(StepForm):
    claim = forms.ModelChoiceField(
        Claim.objects.all(),
        required=False,
        widget=forms.NumberInput(attrs={"min": 1}),
        label="Number of the claim that came of it",
        error_messages={"invalid_choice": "There is no claim with this number."},
    )
    answer = forms.CharField(required=False, widget=forms.Textarea(attrs={"rows": 3}))


class DeclineForm(StepForm):
    answer = forms.CharField(widget=forms.Textarea(attrs={"rows": 3}), help_text="Why; whoever asked may read it.")


def _take_up(request: HttpRequest, target: Request, cleaned: dict[str, Any]) -> str:
    answer_request(request=target, state=RequestState.ACCEPTED, **cleaned)
    return "Taken up."


def _decline(request: HttpRequest, target: Request, cleaned: dict[str, Any]) -> str:
    answer_request(request=target, state=RequestState.DECLINED, claim=None, **cleaned)
    return "Declined and answered."


def _undeclined(target: Request) -> bool:
    return target.state != RequestState.DECLINED


@admin.register(Request)
class RequestAdmin(StepsAdmin):
    page_template = "admin/claims/request/page.html"
    steps = (
        Step("take-up", "Take it up", "claims.change_request", _take_up, TakeUpForm, _undeclined),
        Step("decline", "Decline", "claims.change_request", _decline, DeclineForm, _undeclined, tone="bad"),
    )
    list_display = ["statement", "origin", "state", "claim", "created_at"]
    list_filter = ["state", "origin"]
    list_select_related = ["claim"]
    search_fields = ["statement", "address"]

    def page_queryset(self, request: HttpRequest) -> QuerySet[Request]:
        return Request.objects.select_related("article", "claim")
