"""The second reviewer's form: rating, a finding per sighting, why, and what it rests on."""

from collections.abc import Mapping, Sequence
from typing import Any

from django import forms

from claims.models import Claim
from reviews.desk.forms.lines import LinesField
from reviews.enums import FindingValue
from reviews.models import Rating
from reviews.second_drafting import SecondBody


class SecondForm(forms.Form):
    """A draft may have gaps; what a second verdict must have is decided when it is submitted."""

    rating = forms.TypedChoiceField(required=False, coerce=int, empty_value=None, widget=forms.RadioSelect)
    reasoning = LinesField(
        rows=8, max_length=20_000, label="How you came to it", help_text="A few sentences; Markdown if you like."
    )
    sources = LinesField(
        rows=4,
        max_length=10_000,
        label="What it rests on",
        help_text="One source a line: an address, or a title with its publisher and date.",
    )

    def __init__(self, *args: Any, ratings: Sequence[Rating], sightings: Sequence[Claim], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.sightings = sightings
        self.fields["rating"].choices = [(rating.pk, rating.label) for rating in ratings]  # type: ignore[attr-defined]
        for claim in sightings:
            self.fields[f"findings-{claim.pk}"] = forms.ChoiceField(
                choices=FindingValue.choices, required=False, widget=forms.RadioSelect, label=f"Said in {claim.article}"
            )

    @classmethod
    def of_body(cls, body: SecondBody, **parts: Any) -> "SecondForm":
        findings = {f"findings-{claim}": value for claim, value in body.findings.items()}
        return cls(
            initial={"rating": body.rating, "reasoning": body.reasoning, "sources": body.sources, **findings}, **parts
        )

    def body(self) -> SecondBody:
        """What a valid form says."""
        said = {claim.pk: self.cleaned_data[f"findings-{claim.pk}"] for claim in self.sightings}
        return SecondBody(
            rating=self.cleaned_data["rating"],
            findings={claim: value for claim, value in said.items() if value},
            reasoning=self.cleaned_data["reasoning"],
            sources=self.cleaned_data["sources"],
        )

    def in_words(self) -> dict[str, str]:
        """What a form of a stored draft says, by label; empty fields are left out."""
        said = {}
        for field in self:
            value = field.value() or ""
            said[str(field.label)] = str(dict(getattr(field.field, "choices", ())).get(value, value))
        return {label: text for label, text in said.items() if text}

    def show(self, problems: Mapping[str, str]) -> None:
        for name, says in problems.items():
            self.add_error(name if name in self.fields else None, says)
