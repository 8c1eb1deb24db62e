"""What every admin of this newsroom has in common: nothing is deleted, nothing is saved behind a service's back."""

from datetime import datetime
from typing import Any

from django.contrib import admin
from django.db.models import Model, URLField
from django.http import HttpRequest
from django.utils import timezone
from django.utils.html import format_html
from django.utils.safestring import SafeString

PAGE_SIZE = 50


class NoDeleteAdmin(admin.ModelAdmin[Any]):
    """Rows are never removed, so no list offers it and no address accepts it."""

    list_per_page = PAGE_SIZE
    list_max_show_all = PAGE_SIZE
    # The unfiltered count would be a second walk over the table on each search.
    show_full_result_count = False
    # Read-only pages build their form too; a URL without a scheme is meant as https, as everywhere here.
    formfield_overrides = {URLField: {"assume_scheme": "https"}}

    def has_delete_permission(self, request: HttpRequest, obj: Model | None = None) -> bool:
        return False

    def get_actions(self, request: HttpRequest) -> dict[str, Any]:
        actions = super().get_actions(request)
        actions.pop("delete_selected", None)
        return actions


class ReadOnlyAdmin(NoDeleteAdmin):
    """May be looked at and searched; superusers too can't add or change here.

    `seen_with` names the right that opens it; empty: Django's own view right of the model.
    """

    seen_with = ""
    change_form_template = "admin/read_only.html"

    def has_view_permission(self, request: HttpRequest, obj: Model | None = None) -> bool:
        if self.seen_with:
            return may(request, self.seen_with)
        return super().has_view_permission(request, obj)

    def has_module_permission(self, request: HttpRequest) -> bool:
        return self.has_view_permission(request)

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: Model | None = None) -> bool:
        return False


def may(request: HttpRequest, right: str) -> bool:
    return bool(request.user.is_active and request.user.is_staff and request.user.has_perm(right))


def shown_as(label: str, *, tone: str = "") -> SafeString:
    """A small label for a state; `tone` is good, wait, bad or empty (the words carry the meaning, not the colour)."""
    return format_html('<span class="state {}">{}</span>', tone and f"state-{tone}", label)


def short_moment(moment: datetime) -> str:
    """A moment for a list's narrow column, in the newsroom's zone: 24 Nov 2026, 09:30."""
    return f"{timezone.localtime(moment):%d %b %Y, %H:%M}"
