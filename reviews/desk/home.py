"""The desk's first page: my work, the queue, and what waits for an editor's approval."""

from django.core.paginator import Paginator
from django.db.models import Max
from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from reviews.desk.access import APPROVE, ASSIGN, DECIDE, TAKE, StaffRequest, with_any_right
from reviews.desk.forms.filters import QueueFilterForm
from reviews.desk.history import Step, asked_for_changes
from reviews.disputes import disputes_to_decide, open_disputes
from reviews.models import Review
from reviews.selectors import (
    QueueCounts,
    approval_list,
    in_hand,
    my_work,
    queue_counts,
    queue_list,
    second_work,
    skipped_for_all,
)

PER_PAGE = 25
MOST_MINE = 50


@with_any_right(TAKE, APPROVE, ASSIGN)
@require_safe
def home(request: StaffRequest) -> HttpResponse:
    """Reviewers work here; editors, who sign in to it too, find what waits for them."""
    form = QueueFilterForm(request.GET)
    context: dict[str, object] = {
        "may_take": request.user.has_perm(TAKE),
        "counts": _in_words(queue_counts(request.user)),
        "filters": form.active(),
        "filter_form": form,
        "now": timezone.now(),
        "today": timezone.localdate(),
    }
    if request.user.has_perm(ASSIGN):
        context["undecided"] = skipped_for_all()[:MOST_MINE]
        context["in_hand"] = in_hand()[:MOST_MINE]
        context["may_assign"] = True
    if request.user.has_perm(APPROVE):
        context["approvals"] = approval_list(request.user).annotate(latest_verdict=Max("verdicts"))[:MOST_MINE]
        context["may_approve"] = True
    if request.user.has_perm(DECIDE):
        context["disputes"] = open_disputes().select_related("publication", "considered_by")[:MOST_MINE]
        context["decidable"] = set(disputes_to_decide(request.user).values_list("pk", flat=True))
    if context["may_take"]:
        context |= _work(request, form)
        context["seconds"] = second_work(request.user)[:MOST_MINE]
    return render(request, "desk/home.html", context)


def _work(request: StaffRequest, form: QueueFilterForm) -> dict[str, object]:
    mine = list(my_work(request.user)[:MOST_MINE])
    asked = asked_for_changes(mine)
    shown = queue_list(request.user, form.chosen(), soonest_due=form.soonest_due())
    others = shown.exclude(pk__in=[review.pk for review in mine])
    return {
        # Stable: within both halves the selector's order stays.
        "mine": sorted(
            (_item(review, asked.get(review.pk)) for review in mine),
            key=lambda item: not (item["asked"] or item["wait_over"]),
        ),
        "queue": Paginator(others.prefetch_related("claim__topics"), PER_PAGE).get_page(request.GET.get("page")),
    }


def _item(review: Review, asked: Step | None) -> dict[str, object]:
    over = review.wait_until is not None and review.wait_until <= timezone.now()
    return {"review": review, "asked": asked, "wait_over": over}


def _in_words(counts: QueueCounts) -> list[dict[str, object]]:
    return [
        {"number": counts.waiting, "label": "waiting"},
        {"number": counts.mine, "label": "in your hands"},
        {"number": counts.held, "label": "in other hands"},
        {"number": counts.submitted, "label": "awaiting approval"},
        *([{"number": counts.for_editors, "label": "for editors to decide on"}] if counts.for_editors else []),
    ]
