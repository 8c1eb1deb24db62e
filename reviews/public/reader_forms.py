"""The two forms that readers may send."""

from typing import Any

from django import forms
from django.utils.translation import gettext, gettext_lazy

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
            raise forms.ValidationError(gettext("Enter an address that begins with https:// or http://."))
        return cleaned


def _area(*, rows: int, most: int, **options: Any) -> ReaderText:
    options.setdefault("validators", [visible, few_links, enough_words])
    return ReaderText(max_length=most, widget=forms.Textarea(attrs={"rows": rows}), **options)


class ReaderForm(forms.Form):
    """`homepage` stands where nobody sees it: only programs fill it in."""

    use_required_attribute = False  # The server's words are better than the browser's, and come with everything kept.

    mail = forms.EmailField(
        required=False,
        label=gettext_lazy("Mail address for the answer (optional)"),
        widget=forms.EmailInput(attrs={"autocomplete": "email"}),
    )
    homepage = forms.CharField(
        required=False,
        label=gettext_lazy("Leave this field empty"),
        widget=forms.TextInput(attrs={"tabindex": "-1", "autocomplete": "off"}),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs.setdefault("label_suffix", "")
        super().__init__(*args, **kwargs)

    def clean_homepage(self) -> str:
        if self.cleaned_data.get("homepage"):
            raise forms.ValidationError(gettext("This field is for programs that fill in everything. Leave it empty."))
        return ""

    def values(self) -> dict[str, Any]:
        """What the service takes."""
        return {name: value for name, value in self.cleaned_data.items() if name != "homepage"}


class SubmitForm(ReaderForm):
    statement = _area(
        rows=3,
        most=1000,
        required=False,
        label=gettext_lazy("The statement"),
        help_text=gettext_lazy("In the words in which you read or heard it, one statement only."),
    )
    address = ReaderAddress(
        label=gettext_lazy("Address of the page or post"),
        help_text=gettext_lazy("Of the article, post or video in which it stands, if it is online."),
    )
    seen_at = ReaderText(
        required=False,
        max_length=300,
        validators=[visible, few_links],
        label=gettext_lazy("Where you saw it (optional)"),
        help_text=gettext_lazy("For example: evening news on 3 March; a poster at the station."),
    )
    note = _area(
        rows=3,
        most=2000,
        required=False,
        label=gettext_lazy("A note for us (optional)"),
        validators=[visible, few_links],
        help_text=gettext_lazy("What makes you doubt it, or where we could look."),
    )
    field_order = ["statement", "address", "seen_at", "note", "mail"]

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        if (
            not {"statement", "address"} & set(self.errors)
            and not cleaned.get("statement")
            and not cleaned.get("address")
        ):
            self.add_error("statement", gettext("Write the statement, or give the address where it stands."))
        return cleaned


class DisputeForm(ReaderForm):
    objection = _area(
        rows=4,
        most=2000,
        label=gettext_lazy("What is wrong"),
        help_text=gettext_lazy("The sentence, figure or rating that you dispute."),
    )
    grounds = _area(
        rows=6,
        most=4000,
        label=gettext_lazy("Why, and what shows it"),
        help_text=gettext_lazy("What is right instead, and which document or figure says so."),
    )
    address = ReaderAddress(label=gettext_lazy("Address of your evidence (optional)"))
    sender = forms.TypedChoiceField(
        choices=[
            ("", gettext_lazy("Please choose")),
            (DisputeSender.READER.value, gettext_lazy("I am a reader")),
            (
                DisputeSender.CONCERNED.value,
                gettext_lazy("The statement or the verdict is about me, or I speak for whom it is about"),
            ),
            (DisputeSender.SOURCE.value, gettext_lazy("The page cites me, or I speak for a source that it cites")),
        ],
        coerce=DisputeSender,
        label=gettext_lazy("Who you are"),
        help_text=gettext_lazy("No name is asked for: say only in which part you write."),
        error_messages={"required": gettext_lazy("Say in which part you write.")},
    )
    field_order = ["objection", "grounds", "address", "sender", "mail"]
