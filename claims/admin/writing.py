"""Writing a claim by hand: which passage of the article it stands on.

With JavaScript the passage is selected in the text, and arrives as a span in code points. Without it the passage is
typed, and its occurrence is picked when it stands there more than once.
"""

from typing import Any

from django import forms

from claims.admin.fields import SpeakerField
from claims.admin.steps import StepForm
from claims.enums import ClaimKind
from claims.extraction.canonical import canonicalise
from claims.selectors import current_text

CONTEXT = 40
"""Characters shown on each side of an occurrence: enough to tell two apart."""


class WriteClaimForm(StepForm):
    passage = forms.CharField(
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text="Select it in the text above, or copy it here word for word.",
    )
    start = forms.IntegerField(required=False, min_value=0, widget=forms.HiddenInput)
    end = forms.IntegerField(required=False, min_value=1, widget=forms.HiddenInput)
    occurrence = forms.IntegerField(
        required=False, min_value=1, help_text="Which one, when the passage stands in the text more than once."
    )
    wording = forms.CharField(
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text="The claim so that it stands alone: names for pronouns, dates written out.",
    )
    kind = forms.ChoiceField(choices=ClaimKind.choices, initial=ClaimKind.STATUS)
    speaker = SpeakerField(
        asked_by="claims.claim.speaker",
        help_text="Who is quoted as saying so; empty: the article says it in its own voice.",
    )

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        passage = canonicalise(cleaned.get("passage") or "").strip()
        current = current_text(self.target) if passage else None
        if passage and current is None:
            self.add_error("passage", "This article has no text to select from.")
        elif current is not None:
            self._find(cleaned, passage, current.text)
        return cleaned

    def _find(self, cleaned: dict[str, Any], passage: str, text: str) -> None:
        start, end = cleaned.get("start"), cleaned.get("end")
        if start is not None and end is not None and text[start:end].strip() == passage:
            # A selection often takes a space along.
            cleaned["start"] = start + len(text[start:end]) - len(text[start:end].lstrip())
            cleaned["end"] = cleaned["start"] + len(passage)
            return
        starts = occurrences(text, passage)
        number = cleaned.get("occurrence")
        if not starts:
            self.add_error("passage", "These words do not stand in the article in this form: copy them from the text.")
        elif len(starts) > 1 and number is None:
            self.add_error("occurrence", _which_one(text, starts, len(passage)))
        elif number is not None and number > len(starts):
            self.add_error("occurrence", f"The passage stands in the text {len(starts)} times only.")
        else:
            cleaned["start"] = starts[(number or 1) - 1]
            cleaned["end"] = cleaned["start"] + len(passage)


def occurrences(text: str, passage: str) -> list[int]:
    """Where a passage starts, in code points; occurrences may overlap."""
    starts, at = [], text.find(passage)
    while at != -1:
        starts.append(at)
        at = text.find(passage, at + 1)
    return starts


def _which_one(text: str, starts: list[int], length: int) -> str:
    around = [text[max(0, at - CONTEXT) : at + length + CONTEXT].replace("\n", " ") for at in starts[:9]]
    listed = " ".join(f"{number}: …{words}…" for number, words in enumerate(around, 1))
    return f"The passage stands in the text {len(starts)} times. Write the number of the one you mean. {listed}"
