"""The edit form of a claim: wording, kind, speaker, dates, topics and up to MORE further figures."""

from datetime import datetime
from typing import Any

from django import forms
from django.forms import formset_factory
from django.utils.dateparse import parse_datetime

from claims.admin.fields import LinesField, PartialDateFormField, SpeakerField
from claims.admin.steps import StepForm
from claims.enums import Basis, Bound, ClaimKind
from claims.errors import ClaimInvalid
from claims.figures import FigureInput
from claims.models import Claim, Topic
from claims.partial_dates import earliest

MORE = 2
"""Empty rows for further figures; saving gives two more."""
FIGURES = 20


class FigureForm(forms.Form):
    value = forms.DecimalField(max_digits=24, decimal_places=6, required=False, help_text="12 % is 0.12.")
    bound = forms.ChoiceField(choices=Bound.choices, initial=Bound.EXACTLY)
    upper = forms.DecimalField(max_digits=24, decimal_places=6, required=False)
    unit = forms.CharField(max_length=40, required=False)
    counted = forms.CharField(max_length=200, required=False)
    basis = forms.ChoiceField(choices=Basis.choices, required=False)
    group = forms.CharField(max_length=200, required=False)
    since = PartialDateFormField()
    as_of = PartialDateFormField(label="As of")

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        if cleaned.get("value") is not None and not self.errors:
            try:
                self.figure = FigureInput(**cleaned)
            except ClaimInvalid as refusal:
                raise forms.ValidationError(str(refusal)) from refusal
        elif cleaned.get("value") is None and self._says_something(cleaned):
            self.add_error("value", "A figure needs its number; empty the row to remove the figure.")
        return cleaned

    def _says_something(self, cleaned: dict[str, Any]) -> bool:
        return any(cleaned.get(name) for name in ("upper", "counted", "group", "since", "as_of"))


FigureFormSet = formset_factory(FigureForm, extra=MORE, max_num=FIGURES, absolute_max=FIGURES)


class EditClaimForm(StepForm):
    wording = forms.CharField(
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text="Stands alone: names for pronouns, dates resolved.",
    )
    kind = forms.ChoiceField(choices=ClaimKind.choices)
    speaker = SpeakerField(asked_by="claims.claim.speaker", help_text="Empty: the article says it in its own voice.")
    via = SpeakerField(asked_by="claims.claim.via", help_text="The body that passed the statement on.")
    stated_on = PartialDateFormField(help_text="When it was said, as far as known.")
    dates = LinesField(required=False, help_text="Dates of the event, one a line: YYYY-MM-DD, YYYY-MM or YYYY.")
    places = LinesField(required=False, help_text="One a line.")
    topics = forms.ModelMultipleChoiceField(
        Topic.objects.all(), required=False, widget=forms.CheckboxSelectMultiple(attrs={"class": "checks"})
    )

    read_at = forms.CharField(required=False, widget=forms.HiddenInput)

    def __init__(self, *args: Any, target: Claim, **kwargs: Any) -> None:
        names = ("wording", "kind", "speaker", "via", "stated_on", "dates", "places")
        initial = {name: getattr(target, name) for name in names} | {"topics": target.topics.all()}
        initial["read_at"] = target.touched_at.isoformat() if target.touched_at else ""
        super().__init__(*args, target=target, initial=initial, **kwargs)
        rows = [figure_initial(figure) for figure in target.figures.all()]
        self.figures: Any = FigureFormSet(self.data if self.is_bound else None, prefix="figures", initial=rows)

    def clean_read_at(self) -> datetime | None:
        """When somebody had last worked on the claim as this form shows it; None: nobody had."""
        sent: str = self.cleaned_data["read_at"]
        return parse_datetime(sent) if sent else None

    def clean_dates(self) -> list[str]:
        dates: list[str] = self.cleaned_data["dates"]
        field = PartialDateFormField()
        for date in dates:
            field.clean(date)
            if earliest(date) is None:
                raise forms.ValidationError(f"There is no such day as {date}.")
        return dates

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        if not self.figures.is_valid():
            raise forms.ValidationError("See the figures below.")
        # An emptied row is a figure taken away.
        cleaned["figures"] = [form.figure for form in self.figures if hasattr(form, "figure")]
        return cleaned


def figure_initial(figure: Any) -> dict[str, Any]:
    names = ("value", "bound", "upper", "unit", "counted", "basis", "group", "since", "as_of")
    row = {name: getattr(figure, name) for name in names}
    return row | {name: row[name].normalize() for name in ("value", "upper") if row[name] is not None}
