"""What an editor may do after publication."""

from typing import Any

from django import forms
from django.http import HttpRequest
from django.utils import timezone

from claims.admin.steps import Step, StepForm
from claims.admin.users import acting
from reviews.admin.steps import ReasonForm
from reviews.enums import CorrectionKind
from reviews.models import Publication
from reviews.permissions import RIGHTS, Action
from reviews.services.publishing import (
    lift_suspension,
    record_correction,
    retract_publication,
    suspend_publication,
)

CORRECTIONS = [(kind.value, kind.label) for kind in CorrectionKind if kind != CorrectionKind.RETRACTION]


class SuspendForm(ReasonForm):
    reason = forms.CharField(max_length=500, widget=forms.Textarea(attrs={"rows": 3}), help_text="Shown publicly.")


class RetractForm(StepForm):
    was = forms.CharField(widget=forms.Textarea(attrs={"rows": 3}), label="What the page said")
    now = forms.CharField(widget=forms.Textarea(attrs={"rows": 3}), label="What is right")
    cause = forms.CharField(required=False, widget=forms.Textarea(attrs={"rows": 2}))
    noticed_by = forms.CharField(required=False, max_length=200, help_text="Who noticed; shown publicly.")


class CorrectForm(RetractForm):
    kind = forms.TypedChoiceField(choices=CORRECTIONS, coerce=CorrectionKind)
    reported_on = forms.DateField(required=False, widget=forms.DateInput(attrs={"type": "date"}))
    field_order = ["kind"]


def _suspend(request: HttpRequest, publication: Publication, cleaned: dict[str, Any]) -> str:
    suspend_publication(publication=publication, by=acting(request), **cleaned)
    return "Suspended: the rating has left every page, feed and answer."


def _lift(request: HttpRequest, publication: Publication, cleaned: dict[str, Any]) -> str:
    lift_suspension(publication=publication, by=acting(request))
    return "The suspension is lifted: the page stands again as it was."


def _correct(request: HttpRequest, publication: Publication, cleaned: dict[str, Any]) -> str:
    correction = record_correction(publication=publication, by=acting(request), **cleaned)
    return f"Recorded: {correction.get_kind_display().lower()}. The public sees it on the page."


def _retract(request: HttpRequest, publication: Publication, cleaned: dict[str, Any]) -> str:
    retract_publication(publication=publication, by=acting(request), **cleaned)
    return "Retracted: the address keeps a page with the notice and no rating."


def _stands(publication: Publication) -> bool:
    return publication.valid_until is None or publication.valid_until > timezone.now()


PUBLICATION_STEPS = (
    Step(
        "suspend",
        "Suspend",
        RIGHTS[Action.SUSPEND][0],
        _suspend,
        SuspendForm,
        lambda publication: _stands(publication) and publication.suspended_at is None,
        tone="bad",
        explains="At once: the rating leaves every output. A second person must lift it.",
    ),
    Step(
        "lift",
        "Lift the suspension",
        RIGHTS[Action.LIFT][0],
        _lift,
        offered=lambda publication: publication.suspended_at is not None,
        explains="By somebody else than who suspended it.",
    ),
    Step(
        "correct",
        "Record a correction",
        RIGHTS[Action.CORRECT][0],
        _correct,
        CorrectForm,
        _stands,
        explains="A public record on the page and in the list of corrections. A new verdict needs the review reopened.",
    ),
    Step(
        "retract",
        "Retract",
        RIGHTS[Action.RETRACT][0],
        _retract,
        RetractForm,
        _stands,
        tone="bad",
        explains="At once and for good: the page keeps its address, with your notice and without a rating.",
    ),
)
