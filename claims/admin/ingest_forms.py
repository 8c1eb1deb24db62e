"""The forms of the page that brings articles in."""

from typing import Any

from django import forms
from django.core.files.uploadedfile import UploadedFile

from claims.admin.fields import LinesField, SourceField
from claims.enums import DateOrigin
from claims.ingest.fetch import MOST_BYTES
from claims.models.articles import TEXT_LIMIT
from claims.services.ingest import MOST_ITEMS, FileItem


class IngestForm(forms.Form):
    required_css_class = "required"

    def facts(self) -> dict[str, Any]:
        """What was entered about the article, as the services' arguments."""
        facts = {name: value for name, value in self.cleaned_data.items() if name != "file" and value}
        return facts | {"published_origin": DateOrigin.ENTERED} if "published_on" in facts else facts


class _Facts(IngestForm):
    source = SourceField(asked_by="claims.article.source", help_text="Who published it, for example RFE/RL.")
    address = forms.URLField(
        required=False, max_length=2000, assume_scheme="https", help_text="Where it stands online."
    )
    title = forms.CharField(required=False, max_length=500)
    byline = forms.CharField(required=False, max_length=300)
    published_on = forms.DateField(
        required=False,
        widget=forms.DateInput(attrs={"type": "date"}),
        help_text="“Yesterday” and “last month” in the text are counted from this day.",
    )
    language = forms.CharField(max_length=10, initial="en", help_text="ISO code, for example en.")


class TextForm(_Facts):
    text = forms.CharField(
        widget=forms.Textarea(attrs={"rows": 14}),
        max_length=2 * TEXT_LIMIT,  # The service counts the canonical text and says how much is too much.
        strip=False,
        help_text=f"Up to {TEXT_LIMIT:,} characters. Captions and page furniture may stay: they are recognised.",
    )
    field_order = ["text"]


class FileForm(_Facts):
    """What is left empty is read from the page itself, if it is HTML."""

    file = forms.FileField(help_text="A text or HTML file.")
    language = forms.CharField(max_length=10, required=False, help_text="Empty: as the page says, else en.")
    field_order = ["file"]


class AddressForm(IngestForm):
    address = forms.URLField(max_length=2000, assume_scheme="https", label="Address of the article")


class ManyFilesInput(forms.ClearableFileInput):
    allow_multiple_selected = True


class ManyFilesField(forms.FileField):
    widget = ManyFilesInput

    def clean(self, data: Any, initial: Any = None) -> list[UploadedFile[Any]]:
        files = data if isinstance(data, list | tuple) else [data] if data else []
        return [super(ManyFilesField, self).clean(file, initial) for file in files]


class ManyForm(IngestForm):
    addresses = LinesField(required=False, help_text="One address a line.")
    uploads = ManyFilesField(required=False, label="Files", help_text="Text or HTML files.")

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        addresses, files = cleaned.get("addresses") or [], cleaned.get("uploads") or []
        count = len(addresses) + len(files)
        if not count:
            raise forms.ValidationError("Give at least one address or file.")
        if count > MOST_ITEMS:
            raise forms.ValidationError(f"These are {count}: bring in at most {MOST_ITEMS} at once.")
        cleaned["items"] = [*addresses, *(FileItem(file.name or "file", file.read(MOST_BYTES + 1)) for file in files)]
        return cleaned


WAYS: dict[str, type[IngestForm]] = {"text": TextForm, "address": AddressForm, "file": FileForm, "many": ManyForm}
