"""What django-pghistory has kept of a record, newest first, as changes that a person can read."""

from dataclasses import dataclass
from datetime import datetime
from itertools import pairwise
from typing import Any

from django.contrib.auth.models import User
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse

PAGE = 50
# They change with every step and say nothing that the other columns don't.
SILENT = {"fingerprint", "touched_at"}


@dataclass(frozen=True, slots=True)
class Change:
    what: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Entry:
    at: datetime
    who: str
    reason: str
    created: bool
    changes: list[Change]


def history_view(model_admin: Any, request: HttpRequest, pk: int) -> HttpResponse:
    """A page of the history of one tracked record; a fixed number of queries."""
    target = get_object_or_404(model_admin.model, pk=pk)
    if not model_admin.has_view_permission(request, target):
        raise PermissionDenied
    rows = target.events.select_related("pgh_context").order_by("-pgh_id")
    page = Paginator(rows, PAGE).get_page(request.GET.get("page"))
    # One row more than shown, so that the oldest of the page has something to differ from.
    shown = list(rows[page.start_index() - 1 if page.paginator.count else 0 : page.end_index() + 1])
    context = {
        **model_admin.admin_site.each_context(request),
        "opts": model_admin.opts,
        "title": f"History of “{target}”",
        "target": target,
        "page": page,
        "entries": _entries(model_admin.model, shown)[: len(page)],
    }
    return TemplateResponse(request, "admin/record_history.html", context)


def _entries(model: Any, rows: list[Any]) -> list[Entry]:
    users = _users(rows)
    compared = [(new, old) for new, old in pairwise([*rows, None])]
    return [
        Entry(
            at=new.pgh_created_at,
            who=users.get(_metadata(new).get("user", 0), "the system"),
            reason=str(_metadata(new).get("reason", "")),
            created=new.pgh_label == "insert",
            changes=_changes(model, old, new),
        )
        for new, old in compared
    ]


def _changes(model: Any, old: Any, new: Any) -> list[Change]:
    if old is None:
        return []
    fields = [field for field in model._meta.concrete_fields if field.name not in SILENT]
    return [
        Change(str(field.verbose_name), _told(field, old), _told(field, new))
        for field in fields
        if getattr(old, field.attname) != getattr(new, field.attname)
    ]


def _told(field: Any, row: Any) -> str:
    """References are told by their number: reading each one would cost a query per row."""
    value = getattr(row, field.attname)
    if value in (None, "", []):
        return "–"
    if field.choices:
        return str(dict(field.flatchoices).get(value, value))
    return " · ".join(map(str, value)) if isinstance(value, list) else str(value)


def _metadata(row: Any) -> dict[str, Any]:
    return row.pgh_context.metadata if row.pgh_context else {}


def _users(rows: list[Any]) -> dict[int, str]:
    numbers = {int(_metadata(row)["user"]) for row in rows if _metadata(row).get("user")}
    return {user.pk: user.get_username() for user in User.objects.filter(pk__in=numbers)}
