"""What the records that editors keep (sources, speakers, topics) have in common: a service saves and merges them."""

from typing import Any

from django import forms
from django.contrib import admin, messages
from django.db import transaction
from django.db.models import Model, QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.urls import URLPattern, path

from claims.admin.base import NoDeleteAdmin, may
from claims.admin.history import history_view
from claims.admin.users import acting
from claims.errors import ClaimsError
from claims.services.records import merge_records, save_record


class RecordAdmin(NoDeleteAdmin):
    def save_model(self, request: HttpRequest, obj: Any, form: Any, change: bool) -> None:  # noqa: FBT001
        save_record(record=obj, by=acting(request))

    def changeform_view(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """The form has checked the record; what the service refuses besides is told, and nothing is changed."""
        try:
            return super().changeform_view(request, *args, **kwargs)
        except ClaimsError as refusal:
            messages.error(request, f"{refusal} Nothing was changed.")
            return redirect(request.get_full_path())


class MergeableAdmin(RecordAdmin):
    """Records with `merged_into`: two of the same thing become one, by an action of the list."""

    actions = ["merge_chosen"]
    readonly_fields = ["merged_into"]

    def get_urls(self) -> list[URLPattern]:
        name = f"{self.opts.app_label}_{self.opts.model_name}_history"
        own = [path("<int:pk>/history/", self.admin_site.admin_view(self.history), name=name)]
        return [*own, *super().get_urls()]

    def history(self, request: HttpRequest, pk: int) -> Any:
        return history_view(self, request, pk)

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """A record that was merged away is kept as it was."""
        merged = obj is not None and obj.merged_into_id is not None
        return super().has_change_permission(request, obj) and not merged

    def get_search_results(
        self, request: HttpRequest, queryset: QuerySet[Any], search_term: str
    ) -> tuple[QuerySet[Any], bool]:
        """Suggestions leave out what was merged away; the list shows it."""
        if request.path.endswith("/autocomplete/"):
            queryset = queryset.filter(merged_into=None)
        return super().get_search_results(request, queryset, search_term)

    def has_merge_permission(self, request: HttpRequest) -> bool:
        return may(request, f"{self.opts.app_label}.change_{self.opts.model_name}")

    @admin.action(description="Merge into one …", permissions=["merge"])
    def merge_chosen(self, request: HttpRequest, chosen: QuerySet[Any]) -> HttpResponse | None:
        """First asks which record stays; posted again with the answer, merges."""
        form = MergeForm(request.POST if "into" in request.POST else None, records=chosen)
        if not form.is_valid():
            return self._ask(request, chosen, form)
        into = form.cleaned_data["into"]
        try:
            with transaction.atomic():
                merged = merge_records(records=list(chosen), into=into, by=acting(request))
        except ClaimsError as refusal:
            messages.error(request, f"{refusal} Nothing was changed.")
        else:
            messages.success(request, f"{', '.join(f'“{record}”' for record in merged)} merged into “{into}”.")
        return None

    def _ask(self, request: HttpRequest, chosen: QuerySet[Any], form: forms.Form) -> HttpResponse:
        context = {
            **self.admin_site.each_context(request),
            "opts": self.opts,
            "title": f"Merge {self.opts.verbose_name_plural}",
            "form": form,
            "chosen": chosen,
        }
        return TemplateResponse(request, "admin/claims/merge.html", context)


class MergeForm(forms.Form):
    into = forms.ModelChoiceField[Model](
        queryset=None, widget=forms.RadioSelect, empty_label=None, label="Which record stays?"
    )

    def __init__(self, *args: Any, records: QuerySet[Any], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        into: Any = self.fields["into"]
        into.queryset = records
