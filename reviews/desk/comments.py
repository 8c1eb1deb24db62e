"""Answering editors' comments from the workspace."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.views.decorators.http import require_POST

from reviews.desk.access import StaffRequest, reviewers_only
from reviews.desk.keeping import keep_then
from reviews.desk.saving import FULL
from reviews.sealing import visible_comments
from reviews.services.comments import answer_comment


@reviewers_only
@require_POST
def answer(request: StaffRequest, pk: int, comment: int) -> HttpResponse:
    """A button of the verdict form: what stands on the page is kept first."""
    review = get_object_or_404(FULL, pk=pk)
    asked = get_object_or_404(visible_comments(request.user).select_related("verdict__review"), pk=comment)
    text = request.POST.get(f"done-{asked.pk}", "")
    refusal = keep_then(request, review, lambda: answer_comment(comment=asked, text=text, by=request.user))
    if refusal:
        return refusal
    messages.success(request, "Marked as done: the editor reads your answer beside the comment.")
    return redirect(f"{reverse('desk:review', args=[pk])}#work")
