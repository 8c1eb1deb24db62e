"""“Did they say it?”, answered for each sighting of the claim."""

from django import forms

from reviews.enums import FindingValue


class FindingForm(forms.Form):
    value = forms.ChoiceField(
        choices=FindingValue.choices, required=False, widget=forms.RadioSelect, label="Did they say it?"
    )
    note = forms.CharField(
        required=False,
        max_length=500,
        help_text="How we know, for example: heard in the recording at 12:40.",
    )
