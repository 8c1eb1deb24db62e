"""Steps on reviews' own records: refusals of both rooms are told."""

from typing import ClassVar

from django import forms
from django.http import HttpRequest, HttpResponse

from claims.admin.steps import Step, StepForm, StepsAdmin
from claims.errors import ClaimsError
from reviews.errors import ReviewsError
from reviews.tasks import ring_purge

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
    """A moment in the newsroom's zone, chosen in the browser; empty where it may be left open."""

    widget = forms.DateTimeInput(attrs={"type": "datetime-local"}, format="%Y-%m-%dT%H:%M")


class DayField(forms.DateField):
    """A day chosen in the browser."""

    widget = forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
