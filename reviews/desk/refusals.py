"""What a refused save or submission answers: the page again with everything that was typed, or JSON for the script."""

from django.http import HttpResponse, JsonResponse
from django.shortcuts import render
from django.template.loader import render_to_string

from reviews.desk.access import StaffRequest
from reviews.desk.context import workspace_context
from reviews.desk.saving import PageRefused, Posted, own_draft
from reviews.desk.standing import Missing, target
from reviews.draft_changes import changes_between
from reviews.drafting import DraftBody
from reviews.errors import DraftConflict, LeaseLost, NotAllowed, ReviewsError, VerdictIncomplete
from reviews.models import Review
from reviews.workflow import OPEN_STAGES

UNPROCESSABLE, CONFLICT = 422, 409


def refused(request: StaffRequest, review: Review, sent: Posted, refusal: ReviewsError | PageRefused) -> HttpResponse:
    """409 where somebody or something else was faster, 422 where the page itself must be mended."""
    if isinstance(refusal, NotAllowed):
        raise refusal
    status = CONFLICT if isinstance(refusal, DraftConflict | LeaseLost) else UNPROCESSABLE
    if isinstance(refusal, VerdictIncomplete):
        sent.page.show(refusal.problems)
    extra = _said(request, review, sent, refusal)
    if not request.accepts("text/html"):
        return _as_json(request, extra, status)
    review.refresh_from_db()
    # After a lost lease the text is stored, so the page shows it as kept; else it exists in the form alone.
    page = None if isinstance(refusal, LeaseLost) else sent.page
    context = workspace_context(request, review, page=page) | extra
    return render(request, "desk/workspace.html", context, status=status)


def refused_step(request: StaffRequest, review: Review, refusal: ReviewsError) -> HttpResponse:
    """The page of a claim that is not being written, with what was typed into the step that was refused."""
    context = workspace_context(request, review) | {"refusal": str(refusal)}
    return render(request, "desk/workspace.html", context, status=UNPROCESSABLE)


def _said(
    request: StaffRequest, review: Review, sent: Posted, refusal: ReviewsError | PageRefused
) -> dict[str, object]:
    """What the templates say about the refusal; `version` is the one that the next save must carry."""
    draft = own_draft(review, request)
    stored = draft.version if draft else 0
    if isinstance(refusal, LeaseLost):
        is_open = review.stage in OPEN_STAGES
        return {"lease_lost": str(refusal), "review": review, "stage_is_open": is_open, "version": stored}
    if isinstance(refusal, DraftConflict):
        there = DraftBody.from_json(draft.body) if draft else DraftBody()
        here = sent.page.body() if sent.page.is_storable() else DraftBody()
        return {"conflict": changes_between(there, here), "review": review, "version": stored}
    if isinstance(refusal, PageRefused):
        return {"out_of_bounds": sent.page.out_of_bounds(), "version": stored}
    if isinstance(refusal, VerdictIncomplete):
        return {
            "unfinished": [Missing(target(name), says) for name, says in refusal.problems.items()],
            "version": stored,
        }
    return {"refusal": str(refusal), "version": stored}


def _as_json(request: StaffRequest, extra: dict[str, object], status: int) -> JsonResponse:
    kind = next((kind for kind in ("lease_lost", "conflict", "out_of_bounds") if kind in extra), "refusal")
    html = render_to_string("desk/includes/alerts.html", extra, request)
    return JsonResponse({"kind": kind, "html": html, "version": extra["version"]}, status=status)
