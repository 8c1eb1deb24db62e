from django.http import HttpResponse
from django.utils.html import format_html
from django.views.decorators.http import require_POST

from reviews.desk.access import StaffRequest, reviewers_only
from reviews.public.markdown import render

LONGEST = 50_000


@reviewers_only
@require_POST
def preview(request: StaffRequest) -> HttpResponse:
    """The explanation as the public page will show it; a fragment for the workspace."""
    text = request.POST.get("explanation", "")[:LONGEST]
    shown = render(text) if text.strip() else format_html('<p class="quiet">{}</p>', "Nothing to preview yet.")
    return HttpResponse(shown)
