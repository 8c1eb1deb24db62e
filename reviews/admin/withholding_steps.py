"""Asking that a text be withheld: on the page of the verdict, or of the event, that holds it."""

from typing import Any

from django import forms
from django.http import HttpRequest
from django.urls import reverse
from django.utils.html import format_html

from claims.admin.steps import Step, StepForm
from claims.admin.users import acting
from reviews.enums import EventKind
from reviews.models import Event, Verdict, Withholding
from reviews.permissions import RIGHTS, Action
from reviews.services.withholding import ask_withholding

WITHHOLD = RIGHTS[Action.WITHHOLD][0]


class AskForm(StepForm):
    legal_basis = forms.CharField(
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text="The order or law: who, file number, date. Never shown publicly.",
    )


def _ask(request: HttpRequest, target: Verdict | Event, cleaned: dict[str, Any]) -> str:
    withholding = ask_withholding(target=target, by=acting(request), **cleaned)
    return format_html(
        'Asked for: nothing is gone until a second person confirms it. <a href="{}">What was asked</a>',
        reverse("admin:reviews_withholding_change", args=[withholding.pk]),
    )


def may_be_withheld(target: Verdict | Event) -> bool:
    """Not asked for already; that something was withheld is never withheld itself."""
    if isinstance(target, Event):
        return target.kind != EventKind.WITHHELD and not target.withholdings.filter(declined_at=None).exists()
    return not target.withholdings.filter(declined_at=None).exists()


def asking(what: str) -> Step:
    return Step(
        "withhold",
        "Ask for withholding",
        WITHHOLD,
        _ask,
        AskForm,
        may_be_withheld,
        tone="bad",
        explains=f"Only where a court or a law wants it. Once a second person confirms it, {what} cannot be had back.",
    )


def withholding_of(target: Verdict | Event) -> Withholding | None:
    """The one that is asked for or done."""
    return target.withholdings.filter(declined_at=None).select_related("asked_by", "confirmed_by").first()
