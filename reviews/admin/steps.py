"""Steps on reviews' own records: refusals of both rooms are told."""

from datetime import datetime, timedelta
from typing import Any, ClassVar

from django import forms
from django.http import HttpRequest, HttpResponse
from django.utils import timezone

from claims.admin.steps import Step, StepForm, StepsAdmin
from claims.errors import ClaimsError
from reviews.errors import ReviewsError
from reviews.tasks import ring_purge

FURTHEST = timedelta(days=3653)

REFUSALS: tuple[type[Exception], ...] = (ReviewsError, ClaimsError)


class ReviewStepsAdmin(StepsAdmin):
    refusals: ClassVar[tuple[type[Exception], ...]] = REFUSALS

    def step_view(self, request: HttpRequest, pk: int, *, step: Step) -> HttpResponse:
        """Any step may have changed what the public sees; where none did, there is nothing to purge."""
        response = super().step_view(request, pk, step=step)
        ring_purge()
        return response


class ReasonForm(StepForm):
    reason = forms.CharField(widget=forms.Textarea(attrs={"rows": 3}), max_length=2000)


class WhenField(forms.DateTimeField):
    """A moment in the newsroom's zone, chosen in the browser; empty where it may be left open.

    Nothing is planned for 9999, which people write for “always”, and which no longer fits once it is told in UTC.
    """

    widget = forms.DateTimeInput(attrs={"type": "datetime-local"}, format="%Y-%m-%dT%H:%M")

    def clean(self, value: Any) -> datetime | None:
        moment: datetime | None = super().clean(value)
        if moment is not None and moment > timezone.now() + FURTHEST:
            raise forms.ValidationError("More than ten years away: choose an earlier moment, or leave it empty.")
        return moment


class DayField(forms.DateField):
    """A day chosen in the browser."""

    widget = forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
