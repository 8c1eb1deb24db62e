"""Small forms of a claim's steps."""

from typing import Any

from django import forms

from claims.admin.fields import LinesField
from claims.admin.steps import StepForm
from claims.enums import DismissalReason, Priority, Treatment
from claims.models import Claim


class DismissForm(StepForm):
    reason = forms.ChoiceField(choices=[("", "Choose a reason"), *DismissalReason.choices])
    note = forms.CharField(max_length=500, required=False)


class AmbiguousForm(StepForm):
    readings = LinesField(help_text="One reading a line, at least two; each a claim that stands alone.")

    def clean_readings(self) -> list[str]:
        readings: list[str] = self.cleaned_data["readings"]
        if len(readings) < 2:
            raise forms.ValidationError("Write at least two readings, one a line.")
        return readings


class PriorityForm(StepForm):
    priority = forms.TypedChoiceField(choices=Priority.choices, coerce=int)

    def __init__(self, *args: Any, target: Claim, **kwargs: Any) -> None:
        super().__init__(*args, target=target, initial={"priority": target.priority}, **kwargs)


class SightingForm(StepForm):
    """`canonical` is a number: the page's search offers claims with their numbers."""

    canonical = forms.ModelChoiceField(
        Claim.objects.all(),
        widget=forms.NumberInput(attrs={"min": 1}),
        label="Number of the claim that says the same",
        error_messages={"invalid_choice": "There is no claim with this number."},
    )
    treatment = forms.ChoiceField(
        choices=Treatment.choices, help_text="Does this article assert the statement, report it, or dispute it?"
    )
