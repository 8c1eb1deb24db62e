"""What an editor may do after publication."""

from typing import Any

from django import forms
from django.http import HttpRequest
from django.utils import timezone

from claims.admin.steps import Step, StepForm
from claims.admin.users import acting
from reviews.admin.full_story import FULL_STORY_STEP
from reviews.admin.steps import DayField, ReasonForm
from reviews.enums import CorrectionKind
from reviews.models import Publication
from reviews.permissions import RIGHTS, Action
from reviews.services.publishing import (
    lift_suspension,
    record_correction,
    retract_publication,
    suspend_publication,
)

KINDS = {
    CorrectionKind.UPDATE: "Update: new facts came out; we were not wrong",
    CorrectionKind.CLARIFICATION: "Clarification: it could be misread; we were not wrong",
    CorrectionKind.MINOR: "Minor correction: a mistake that changes no conclusion",
    CorrectionKind.SUBSTANTIVE: "Substantive correction: a mistake that readers relied on",
}
"""All but the retraction, which ends the page; each with what sets it apart."""


class SuspendForm(ReasonForm):
    reason = forms.CharField(
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text="For colleagues and the log. Readers are told since when it is re-examined, not why.",
    )


class NoticeForm(StepForm):
    """What readers are told about a mistake; all of it public."""

    was = forms.CharField(max_length=2000, widget=forms.Textarea(attrs={"rows": 3}), label="What the page said")
    now = forms.CharField(max_length=2000, widget=forms.Textarea(attrs={"rows": 3}), label="What is right")
    cause = forms.CharField(
        required=False, max_length=2000, widget=forms.Textarea(attrs={"rows": 2}), label="How it came about"
    )
    noticed_by = forms.CharField(
        required=False, max_length=200, label="Who noticed", help_text="Public: “a reader” where they did not agree."
    )
    reported_on = DayField(required=False, label="Reported to us on")


class CorrectForm(NoticeForm):
    kind = forms.TypedChoiceField(
        choices=[("", "Choose what it is"), *((kind.value, says) for kind, says in KINDS.items())],
        coerce=CorrectionKind,
    )
    fixed_on = DayField(required=False, label="Put right on", help_text="Empty: today.")
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


def stands(publication: Publication) -> bool:
    """It has not ended, whether it has begun or not."""
    return publication.valid_until is None or publication.valid_until > timezone.now()


def was_seen(publication: Publication) -> bool:
    """It was public at some time, or is."""
    return publication.valid_from <= timezone.now() and not publication.called_off


def is_read(publication: Publication) -> bool:
    """Readers see it now, suspended or not, and its text is there."""
    return stands(publication) and publication.valid_from <= timezone.now() and bool(publication.payload)


PUBLICATION_STEPS = (
    Step(
        "suspend",
        "Suspend",
        RIGHTS[Action.SUSPEND][0],
        _suspend,
        SuspendForm,
        lambda publication: stands(publication) and publication.suspended_at is None,
        tone="bad",
        explains="At once: the rating leaves every output. A second person must lift it.",
    ),
    Step(
        "lift",
        "Lift the suspension",
        RIGHTS[Action.LIFT][0],
        _lift,
        offered=lambda publication: publication.suspended_at is not None,
        explains="By somebody else than who suspended it, and who wrote it.",
    ),
    Step(
        "correct",
        "Record a correction",
        RIGHTS[Action.CORRECT][0],
        _correct,
        CorrectForm,
        is_read,
        explains="A public record on the page and in the list of corrections. The page’s own words stay: to change "
        "them, correct the wording or reopen the review.",
    ),
    FULL_STORY_STEP,
    Step(
        "retract",
        "Retract",
        RIGHTS[Action.RETRACT][0],
        _retract,
        NoticeForm,
        is_read,
        tone="bad",
        explains="At once and for good: the page keeps its address, with your notice and without a rating.",
    ),
)
