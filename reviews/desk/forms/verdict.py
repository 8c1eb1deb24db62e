"""The verdict's own fields. A draft takes unfinished text, so only sizes are bounded here; what a verdict must have
is decided by `reviews.completeness` when it is submitted."""

from typing import Any

from django import forms

from reviews.completeness import HEADLINE_LIMIT, SUMMARY_LIMIT
from reviews.desk.forms.lines import LinesField
from reviews.draft_words import PLAIN
from reviews.models import Rating

MONTH = {"placeholder": "YYYY-MM"}


class VerdictForm(forms.Form):
    """Bounds are wider than a verdict's, so that a long first attempt is kept and can be shortened."""

    rating = forms.TypedChoiceField(required=False, coerce=int, empty_value=None, widget=forms.RadioSelect)
    headline = forms.CharField(
        required=False,
        max_length=300,
        widget=forms.TextInput(attrs={"data-counts-to": HEADLINE_LIMIT, "autocomplete": "off"}),
        help_text=f"What the reader learns, in up to {HEADLINE_LIMIT} characters; no rating in it.",
    )
    summary = LinesField(
        rows=3,
        max_length=2_000,
        attrs={"data-counts-to": SUMMARY_LIMIT},
        help_text=f"The answer in two or three sentences, up to {SUMMARY_LIMIT} characters.",
    )
    explanation = LinesField(
        rows=14,
        max_length=50_000,
        help_text="Markdown: **bold**, *italics*, lists with -, quotations with >, links as [words](address).",
    )
    period_from = forms.CharField(
        required=False,
        max_length=40,
        label=PLAIN["period_from"],
        widget=forms.TextInput(attrs={"placeholder": "YYYY-MM"}),
    )
    period_to = forms.CharField(
        required=False,
        max_length=40,
        label=PLAIN["period_to"],
        widget=forms.TextInput(attrs={"placeholder": "YYYY-MM"}),
    )
    origins_exception = LinesField(
        rows=2,
        max_length=2_000,
        label=PLAIN["origins_exception"],
        help_text="Why fewer independent origins are enough here. The public page shows it.",
    )
    contact_exception = LinesField(
        rows=2,
        max_length=2_000,
        label=PLAIN["contact_exception"],
        help_text="Only where somebody should have been. The public page shows it.",
    )

    def __init__(self, *args: Any, ratings: list[Rating], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["rating"].choices = [(rating.pk, rating.label) for rating in ratings]  # type: ignore[attr-defined]
