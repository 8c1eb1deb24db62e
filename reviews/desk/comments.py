"""Answering editors' comments from the workspace."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.views.decorators.http import require_POST

from reviews.desk.access import StaffRequest, reviewers_only
from reviews.desk.half_typed import remember
from reviews.desk.keeping import keep_then
from reviews.desk.saving import FULL
from reviews.models import Review
from reviews.sealing import visible_comments
from reviews.services.comments import answer_comment

FIELD = "done-"
"""With the comment's id: the name of the field for the answer to it."""


@reviewers_only
@require_POST
def answer(request: StaffRequest, pk: int, comment: int) -> HttpResponse:
    """A button of the verdict form: what stands on the page is kept first."""
    review = get_object_or_404(FULL, pk=pk)
    asked = get_object_or_404(visible_comments(request.user).select_related("verdict__review"), pk=comment)
    text = request.POST.get(f"{FIELD}{asked.pk}", "")
    refusal = keep_then(request, review, lambda: answer_comment(comment=asked, text=text, by=request.user))
    if refusal:
        return refusal
    remember(request, review, done=f"{FIELD}{asked.pk}")
    messages.success(request, "Marked as done: the editor reads your answer beside the comment.")
    return redirect(f"{reverse('desk:review', args=[pk])}#work")


def answer_typed(request: StaffRequest, review: Review) -> None:
    """Every answer that was typed on the page and not sent by its own button. Raises what `answer_comment` raises."""
    if not any(name.startswith(FIELD) and text for name, text in request.POST.items()):
        return
    for comment in visible_comments(request.user).filter(verdict__review=review, answer=None).order_by("pk"):
        text = request.POST.get(f"{FIELD}{comment.pk}", "").strip()
        if text:
            answer_comment(comment=comment, text=text, by=request.user)
