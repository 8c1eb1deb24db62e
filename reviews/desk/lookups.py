"""What the page asks while somebody writes: earlier evidence that fits some words, and what an address tells."""

from django.http import HttpResponse, JsonResponse
from django.shortcuts import render
from django.views.decorators.http import require_POST, require_safe

from reviews.desk.access import StaffRequest, reviewers_only
from reviews.desk.earlier import searched_earlier
from reviews.desk.rowactions import learned

LONGEST_ADDRESS = 2_000


@reviewers_only
@require_safe
def earlier(request: StaffRequest, pk: int) -> HttpResponse:
    """A fragment of the workspace: at most ten earlier citations with their buttons."""
    context = searched_earlier(request.user, pk, request.GET.get("reuse", ""))
    return render(request, "desk/includes/earlier.html", context)


@reviewers_only
@require_POST
def address(request: StaffRequest) -> HttpResponse:
    """Title, date, language and source behind an address; `problem` says why there is not more. It may fetch the page,
    so it takes the form's token."""
    facts, problem = learned(request.POST.get("address", "").strip()[:LONGEST_ADDRESS], request)
    return JsonResponse(
        {
            "source": facts.source.name if facts.source else "",
            "title": facts.title,
            "published_on": facts.published_on,
            "language": facts.language,
            "origin": facts.origin,
            "problem": problem,
        }
    )
