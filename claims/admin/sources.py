"""Sources: organisations that publish or are cited, with owner and control."""

from typing import Any

from django import forms
from django.contrib import admin
from django.http import HttpRequest
from django.utils.safestring import SafeString

from claims.admin.base import may, shown_as
from claims.admin.fields import SourceField
from claims.admin.records import MergeableAdmin
from claims.enums import Control
from claims.errors import RecordInvalid
from claims.models import Source
from claims.models.sources import POLICIES
from claims.services.records import SET_POLICY, normal_domain

FIELDSETS: list[Any] = [
    (None, {"fields": ["name", "aliases", "kind", "country", "domains", "wikidata_id"]}),
    (
        "Who owns and controls it",
        {"fields": ["owner", "control", "control_reference", "control_checked_on", "interests"]},
    ),
    ("What we may show", {"fields": [*POLICIES], "description": "Administrators alone set it."}),
    ("Merging", {"fields": ["merged_into"]}),
]


class SourceForm(forms.ModelForm[Source]):
    owner = SourceField(asked_by="claims.source.owner", help_text="The source that owns it, if one does.")

    class Meta:
        model = Source
        fields = [name for _, options in FIELDSETS for name in options["fields"] if name != "merged_into"]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.initial["owner"] = self.instance.owner

    def clean_domains(self) -> list[str]:
        try:
            return list(dict.fromkeys(normal_domain(domain) for domain in self.cleaned_data["domains"] if domain))
        except RecordInvalid as refusal:
            raise forms.ValidationError(str(refusal)) from refusal

    def clean_country(self) -> str:
        country: str = self.cleaned_data["country"].upper()
        if country and not (len(country) == 2 and country.isascii() and country.isalpha()):
            raise forms.ValidationError("Write the two letters of ISO 3166, for example FR.")
        return country

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        if "control" in cleaned and cleaned["control"] != Control.UNKNOWN and not cleaned.get("control_reference"):
            self.add_error("control_reference", "Say where the control is documented.")
        if self.instance.pk and "owner" in cleaned and cleaned.get("owner") == self.instance:
            self.add_error("owner", "A source does not own itself.")
        return cleaned


@admin.register(Source)
class SourceAdmin(MergeableAdmin):
    form = SourceForm
    list_display = ["name", "kind", "control_shown", "owner", "country", "merged_into"]
    list_filter = ["kind", "control", ("merged_into", admin.EmptyFieldListFilter)]
    list_select_related = ["owner", "merged_into"]
    search_fields = ["name", "aliases", "domains"]
    search_help_text = "A name, another name or a domain"
    fieldsets = FIELDSETS

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """Also of who may set nothing but what we may show: each sees the rest without fields."""
        merged = obj is not None and obj.merged_into_id is not None
        return super().has_change_permission(request, obj) or (may(request, SET_POLICY) and not merged)

    def get_readonly_fields(self, request: HttpRequest, obj: Any = None) -> list[str]:
        fixed = [] if may(request, SET_POLICY) else [*POLICIES]
        if not may(request, "claims.change_source" if obj else "claims.add_source"):
            fixed += [name for name in SourceForm.Meta.fields if name not in POLICIES]
        return [*fixed, "merged_into"]

    @admin.display(description="control", ordering="control")
    def control_shown(self, source: Source) -> SafeString:
        return shown_as(source.get_control_display())
