"""Comments on parts of a verdict, on the page where it is approved."""

from typing import Any

from django import forms
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, HttpResponseNotAllowed
from django.shortcuts import get_object_or_404, redirect
from django.utils.text import Truncator

from claims.admin.base import may
from claims.admin.users import acting
from reviews.admin.steps import REFUSALS
from reviews.commenting import remarks, still_open
from reviews.models import Verdict
from reviews.parts import parts_of
from reviews.permissions import RIGHTS, Action
from reviews.services.comments import LONGEST, comment_on

COMMENT = RIGHTS[Action.REQUEST_CHANGES][0]


class CommentForm(forms.Form):
    part = forms.ChoiceField(label="On which part")
    text = forms.CharField(max_length=LONGEST, widget=forms.Textarea(attrs={"rows": 3}), label="Comment")

    prefix = "comment"

    def __init__(self, *args: Any, verdict: Verdict, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        part: Any = self.fields["part"]
        part.choices = [(item.key, f"{item.label}: {Truncator(item.text).chars(60)}") for item in parts_of(verdict)]


def comment_view(model_admin: Any, request: HttpRequest, pk: int) -> HttpResponse:
    """Adds one comment (POST), then the page again: an editor may make several before asking for changes."""
    verdict = get_object_or_404(model_admin.page_queryset(request), pk=pk)
    if not may(request, COMMENT):
        raise PermissionDenied
    if request.method != "POST":
        return HttpResponseNotAllowed(["POST"])
    form = CommentForm(request.POST, verdict=verdict)
    if form.is_valid():
        _comment(request, verdict, form.cleaned_data)
    else:
        messages.error(request, "Choose a part and write the comment. Nothing was changed.")
    return redirect("admin:reviews_verdict_approve", pk)


def comment_context(model_admin: Any, request: HttpRequest, verdict: Verdict, *, commenting: bool) -> dict[str, Any]:
    found = remarks(verdict.review, acting(request))
    return {
        "remarks": found,
        "open_comments": still_open(found),
        "comment_form": CommentForm(verdict=verdict) if commenting and may(request, COMMENT) else None,
        "comment_address": model_admin.address("comment", verdict.pk),
    }


def _comment(request: HttpRequest, verdict: Verdict, chosen: dict[str, Any]) -> None:
    try:
        comment_on(verdict=verdict, by=acting(request), **chosen)
    except REFUSALS as refusal:
        messages.error(request, f"{refusal} Nothing was changed.")
    else:
        messages.success(request, "Comment added. Its author reads it when you request changes.")
