"""Adding a comment on one part of a verdict."""

from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, HttpResponseNotAllowed
from django.shortcuts import get_object_or_404, redirect

from claims.admin.base import may
from claims.admin.users import acting
from reviews.admin.approving import approval_page
from reviews.admin.commenting import COMMENT, CommentForm
from reviews.admin.steps import REFUSALS
from reviews.services.comments import comment_on


def comment_view(model_admin: Any, request: HttpRequest, pk: int) -> HttpResponse:
    """Adds one comment (POST), then the page again, at its part: several may be made before changes are requested.

    What was refused stays in its form.
    """
    verdict = get_object_or_404(model_admin.page_queryset(request), pk=pk)
    if not may(request, COMMENT):
        raise PermissionDenied
    if request.method != "POST":
        return HttpResponseNotAllowed(["POST"])
    form = CommentForm(request.POST, part=request.POST.get("comment-part", ""))
    if form.is_valid():
        try:
            comment_on(verdict=verdict, by=acting(request), **form.cleaned_data)
        except REFUSALS as refusal:
            messages.error(request, f"{refusal} Nothing was changed.")
        else:
            messages.success(request, "Comment added. Its author reads it when you request changes.")
            return redirect(f"{model_admin.address('approve', pk)}#at-{form.cleaned_data['part']}")
    else:
        messages.error(request, "Your comment was not added: write it beside its part. Nothing was changed.")
    verdict = get_object_or_404(model_admin.page_queryset(request), pk=pk)
    return approval_page(model_admin, request, verdict, comment=form)
