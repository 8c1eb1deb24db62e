"""The evidence rows. Text stays as it was typed until the verdict is submitted: an unfinished row is kept too."""

from collections.abc import Sequence
from typing import Any

from django import forms

from claims.enums import Basis
from reviews.desk.forms.lines import LinesField
from reviews.enums import EvidenceKind, Question, Stance
from reviews.models import ProtectedSource

MOST_ROWS = 40
CONTENT = (
    "source",
    "address",
    "title",
    "published_on",
    "excerpt",
    "excerpt_translation",
    "figure_value",
    "rests_on",
    "protected",
)
"""Fields that a person fills in; a row without any of them is blank and is not stored."""


class EvidenceForm(forms.Form):
    source = forms.CharField(
        required=False,
        max_length=200,
        help_text="Who published it, by name.",
        widget=forms.TextInput(attrs={"list": "sources", "autocomplete": "off", "data-suggest": "one"}),
    )
    title = forms.CharField(required=False, max_length=500)
    kind = forms.ChoiceField(choices=EvidenceKind.choices, required=False, initial=EvidenceKind.DOCUMENT)
    address = forms.CharField(
        required=False, max_length=2_000, widget=forms.TextInput(attrs={"inputmode": "url", "placeholder": "https://"})
    )
    published_on = forms.CharField(
        required=False, max_length=40, label="Date", widget=forms.TextInput(attrs={"placeholder": "YYYY-MM-DD"})
    )
    language = forms.CharField(required=False, max_length=10, initial="en")
    question = forms.ChoiceField(choices=Question.choices, required=False, initial=Question.SUBSTANCE, label="Answers")
    stance = forms.ChoiceField(choices=Stance.choices, required=False, initial=Stance.SUPPORTS)
    primary = forms.BooleanField(
        required=False,
        label="Primary",
        help_text="First-hand for the question it answers: a readout proves what its author said, no more.",
    )
    excerpt = LinesField(rows=2, max_length=5_000, help_text="Word for word.")
    excerpt_translation = LinesField(rows=2, max_length=5_000, label="Translation of the excerpt")
    figure_value = forms.CharField(
        required=False,
        max_length=40,
        label="Its own figure",
        help_text="A plain number, or a share as 12 % (0.12 says the same).",
        widget=forms.TextInput(attrs={"inputmode": "decimal"}),
    )
    figure_upper = forms.CharField(
        required=False, max_length=40, label="to (for a range)", widget=forms.TextInput(attrs={"inputmode": "decimal"})
    )
    figure_basis = forms.ChoiceField(choices=Basis.choices, required=False, label="Counted")
    figure_as_of = forms.CharField(required=False, max_length=40, label="As of")
    rests_on = forms.CharField(
        required=False,
        max_length=1_000,
        label="Rests on",
        help_text="Whose word or count it repeats: names of sources, or “article 12”, separated by semicolons.",
        widget=forms.TextInput(attrs={"list": "sources", "autocomplete": "off", "data-suggest": "many"}),
    )
    protected = forms.TypedChoiceField(
        required=False,
        coerce=int,
        empty_value=None,
        label="Identity protected",
        help_text="Instead of the source: the public reads why, not who.",
    )
    withheld_because = LinesField(
        rows=2,
        max_length=500,
        label="Withheld, because",
        help_text="Keeps title, address and excerpt from the public, and tells it why.",
    )

    def __init__(self, *args: Any, protected: Sequence[ProtectedSource] = (), **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        known = [(source.pk, f"{source}: {source.description}") for source in protected]
        self.fields["protected"].choices = [("", "No"), *known]  # type: ignore[attr-defined]

    @property
    def is_blank(self) -> bool:
        """For a bound, checked form: nothing was typed into it."""
        return not any(self.cleaned_data.get(name) for name in CONTENT)


def evidence_formset(**kwargs: Any) -> "forms.BaseFormSet[EvidenceForm]":
    """`extra` blank rows after the `initial` ones, or bound to `data`."""
    made = forms.formset_factory(
        EvidenceForm, extra=kwargs.pop("extra", 0), max_num=MOST_ROWS, absolute_max=MOST_ROWS, validate_max=True
    )
    return made(prefix="evidence", **kwargs)
