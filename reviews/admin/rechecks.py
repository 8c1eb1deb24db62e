"""The list of re-checks: published verdicts that somebody is to look at again, and those whose day is to come."""

from typing import Any

from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.db.models import Prefetch, QuerySet
from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.utils import timezone

from claims.admin.base import PAGE_SIZE, may
from claims.admin.users import acting
from reviews.changed_texts import changed_publications
from reviews.models import Draft, Publication, Recheck
from reviews.permissions import RIGHTS, Action
from reviews.rechecks import rechecks_due, rechecks_planned

SEEN_WITH = (RIGHTS[Action.PLAN_RECHECK][0], RIGHTS[Action.CONFIRM_STILL_RIGHT][0])


def may_see(request: HttpRequest) -> bool:
    return any(may(request, right) for right in SEEN_WITH)


def rechecks_view(model_admin: Any, request: HttpRequest) -> HttpResponse:
    """Seven queries, however long the list is."""
    if not may_see(request):
        raise PermissionDenied
    now = timezone.now()
    due, planned = rechecks_due(now), rechecks_planned()
    show = "planned" if request.GET.get("show") == "planned" else "due"
    page = Paginator(_with_facts(planned if show == "planned" else due), PAGE_SIZE).get_page(request.GET.get("page"))
    shown = list(page.object_list)
    drafted = Draft.objects.filter(author=acting(request))
    context = {
        **model_admin.admin_site.each_context(request),
        "opts": model_admin.opts,
        "title": "Re-checks",
        "show": show,
        "page": page,
        "rows": shown,
        "today": timezone.localdate(now),
        "counts": {"due": due.count(), "planned": planned.count()},
        "changed": _pks(changed_publications().filter(pk__in=[row.pk for row in shown]), "pk"),
        "own": _pks(drafted.filter(review__in=[row.review_id for row in shown]), "review"),
    }
    return TemplateResponse(request, "admin/reviews/publication/rechecks.html", context)


def _with_facts(publications: QuerySet[Publication]) -> QuerySet[Publication]:
    """With the open re-check of each, as `opened`; the frozen pages stay in the database."""
    opened = Prefetch("rechecks", Recheck.objects.filter(outcome="").select_related("planned_by"), to_attr="opened")
    return publications.select_related("author", "approver").defer("payload", "search").prefetch_related(opened)


def _pks(rows: QuerySet[Any], name: str) -> set[int]:
    return set(rows.values_list(name, flat=True))
