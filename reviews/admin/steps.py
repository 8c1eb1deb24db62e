"""Steps on reviews' own records: refusals of both rooms are told."""

from typing import ClassVar

from django import forms

from claims.admin.steps import StepForm, StepsAdmin
from claims.errors import ClaimsError
from reviews.errors import ReviewsError

REFUSALS: tuple[type[Exception], ...] = (ReviewsError, ClaimsError)


class ReviewStepsAdmin(StepsAdmin):
    refusals: ClassVar[tuple[type[Exception], ...]] = REFUSALS


class ReasonForm(StepForm):
    reason = forms.CharField(widget=forms.Textarea(attrs={"rows": 3}), max_length=2000)


class WhenField(forms.DateTimeField):
    """A moment in the newsroom's zone, chosen in the browser; empty where it may be left open."""

    widget = forms.DateTimeInput(attrs={"type": "datetime-local"}, format="%Y-%m-%dT%H:%M")


class DayField(forms.DateField):
    """A day chosen in the browser."""

    widget = forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
