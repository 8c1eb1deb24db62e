"""Form fields that read what editors write: a name for a record, one entry a line, dates known in part."""

from typing import Any

from django import forms
from django.db.models import Model
from django.urls import reverse, reverse_lazy
from django.utils.html import format_html
from django.utils.safestring import SafeString

from claims.models import Source, Speaker
from claims.names import bearers
from claims.partial_dates import PARTIAL_DATE, earliest


class _NamedRecordField(forms.CharField):
    """The name, or another name, of a record; gives the record, or None when left empty.

    `asked_by` (app.model.field) names the reference for which the browser suggests names while one types (admin.js);
    without JavaScript the name is typed out.
    """

    records: Any

    def __init__(self, *, asked_by: str, **kwargs: Any) -> None:
        kwargs.setdefault("required", False)
        kwargs.setdefault("max_length", 200)
        super().__init__(**kwargs)
        app, name, field = asked_by.split(".")
        address = reverse_lazy("admin:autocomplete", query={"app_label": app, "model_name": name, "field_name": field})
        self.widget.attrs |= {"data-suggest": address, "autocomplete": "off"}

    def prepare_value(self, value: Any) -> Any:
        return getattr(value, "name", "") if isinstance(value, Model) else value

    def clean(self, value: Any) -> Any:
        name = super().clean(value)
        if not name:
            return None
        record = bearers([name], self.records).get(name)
        if record is None:
            raise forms.ValidationError(self._unknown(name))
        return record

    def _unknown(self, name: str) -> SafeString:
        """The way to add it opens beside: what was typed here stays."""
        meta = self.records.model._meta
        address = reverse(f"admin:{meta.app_label}_{meta.model_name}_add", query={"name": name})
        return format_html(
            "No record, or more than one, is called “{}”: choose one of the suggestions, or"
            ' <a href="{}" target="_blank">add it first</a>.',
            name,
            address,
        )


class SourceField(_NamedRecordField):
    records = Source.objects.all()


class SpeakerField(_NamedRecordField):
    records = Speaker.objects.all()


class LinesField(forms.CharField):
    """One entry a line; gives a list without empty lines and repetitions."""

    widget = forms.Textarea(attrs={"rows": 3})

    def prepare_value(self, value: Any) -> Any:
        return "\n".join(value) if isinstance(value, list | tuple) else value

    def clean(self, value: Any) -> Any:
        text = super().clean(value)
        return list(dict.fromkeys(line.strip() for line in text.splitlines() if line.strip()))


class PartialDateFormField(forms.RegexField):
    """YYYY-MM-DD, YYYY-MM or YYYY; empty when unknown."""

    def __init__(self, **kwargs: Any) -> None:
        message = "Write a date as YYYY-MM-DD, YYYY-MM or YYYY, for example 2014-04."
        kwargs = {"required": False, "error_messages": {"invalid": message}, **kwargs}
        super().__init__(PARTIAL_DATE, **kwargs)
        self.widget.attrs |= {"placeholder": "YYYY-MM-DD, YYYY-MM or YYYY"}

    def clean(self, value: Any) -> Any:
        partial = super().clean(value)
        if partial and earliest(partial) is None:
            raise forms.ValidationError(f"There is no such day as {partial}.")
        return partial
