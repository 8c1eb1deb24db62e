"""The two forms that readers may send."""

from typing import Any

from django import forms

from reviews.enums import DisputeSender
from reviews.public.screening import enough_words, even, few_links, visible
from reviews.public.terms import web_address


class ReaderText(forms.CharField):
    def to_python(self, value: Any) -> str:
        return even(super().to_python(value) or "")


class ReaderAddress(forms.URLField):
    default_validators = [*forms.URLField.default_validators, visible]

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(required=False, max_length=2000, assume_scheme="https", **kwargs)

    def clean(self, value: Any) -> str:
        cleaned: str = super().clean(value)
        if cleaned and not web_address(cleaned):
            raise forms.ValidationError("Enter an address that begins with https:// or http://.")
        return cleaned


def _area(*, rows: int, most: int, label: str, **options: Any) -> ReaderText:
    options.setdefault("validators", [visible, few_links, enough_words])
    return ReaderText(label=label, max_length=most, widget=forms.Textarea(attrs={"rows": rows}), **options)


class ReaderForm(forms.Form):
    """`homepage` stands where nobody sees it: only programs fill it in."""

    use_required_attribute = False  # The server's words are better than the browser's, and come with everything kept.

    mail = forms.EmailField(
        required=False,
        label="Mail address for the answer (optional)",
        widget=forms.EmailInput(attrs={"autocomplete": "email"}),
    )
    homepage = forms.CharField(
        required=False,
        label="Leave this field empty",
        widget=forms.TextInput(attrs={"tabindex": "-1", "autocomplete": "off"}),
    )

    def clean_homepage(self) -> str:
        if self.cleaned_data.get("homepage"):
            raise forms.ValidationError("This field is for programs that fill in everything. Leave it empty.")
        return ""

    def values(self) -> dict[str, Any]:
        """What the service takes."""
        return {name: value for name, value in self.cleaned_data.items() if name != "homepage"}


class SubmitForm(ReaderForm):
    statement = _area(
        rows=3,
        most=1000,
        required=False,
        label="The statement",
        help_text="In the words in which you read or heard it, one statement only.",
    )
    address = ReaderAddress(
        label="Address of the page or post",
        help_text="Of the article, post or video in which it stands, if it is online.",
    )
    seen_at = ReaderText(
        required=False,
        max_length=300,
        validators=[visible, few_links],
        label="Where you saw it (optional)",
        help_text="For example: evening news on 3 March; a poster at the station.",
    )
    note = _area(
        rows=3,
        most=2000,
        required=False,
        label="A note for us (optional)",
        validators=[visible, few_links],
        help_text="What makes you doubt it, or where we could look.",
    )
    field_order = ["statement", "address", "seen_at", "note", "mail"]

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        if (
            not {"statement", "address"} & set(self.errors)
            and not cleaned.get("statement")
            and not cleaned.get("address")
        ):
            self.add_error("statement", "Write the statement, or give the address where it stands.")
        return cleaned


class DisputeForm(ReaderForm):
    objection = _area(
        rows=4, most=2000, label="What is wrong", help_text="The sentence, figure or rating that you dispute."
    )
    grounds = _area(
        rows=6,
        most=4000,
        label="Why, and what shows it",
        help_text="What is right instead, and which document or figure says so.",
    )
    address = ReaderAddress(label="Address of your evidence (optional)")
    sender = forms.TypedChoiceField(
        choices=[
            ("", "Please choose"),
            (DisputeSender.READER.value, "I am a reader"),
            (
                DisputeSender.CONCERNED.value,
                "The statement or the verdict is about me, or I speak for whom it is about",
            ),
            (DisputeSender.SOURCE.value, "The page cites me, or I speak for a source that it cites"),
        ],
        coerce=DisputeSender,
        label="Who you are",
        help_text="No name is asked for: say only in which part you write.",
        error_messages={"required": "Say in which part you write."},
    )
    field_order = ["objection", "grounds", "address", "sender", "mail"]
