"""One screen for one claim: what was said, where, by whom; and the reviewer's verdict on it."""

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_safe

from reviews.desk.access import StaffRequest, reviewers_only
from reviews.desk.context import workspace_context
from reviews.desk.saving import FULL
from reviews.sealing import gave_second, sealed_round


@reviewers_only
@require_safe
def workspace(request: StaffRequest, pk: int) -> HttpResponse:
    review = get_object_or_404(FULL, pk=pk)
    sealed = sealed_round(review)
    if sealed is not None and gave_second(request.user, review):
        return redirect("desk:second", pk=sealed.pk)
    return render(request, "desk/workspace.html", workspace_context(request, review))
