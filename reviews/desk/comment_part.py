"""Editors' comments beside the fields of the workspace, and what is left out while verdicts are sealed."""

from reviews.commenting import remarks, still_open
from reviews.desk.access import StaffRequest
from reviews.drafting import DraftBody
from reviews.models import Draft, Review
from reviews.sealing import sealed_round


def comments_context(request: StaffRequest, review: Review, draft: Draft | None) -> dict[str, object]:
    """What this person may see of the comments, placed in their draft; and whether a second verdict is awaited."""
    found = remarks(review, request.user, DraftBody.from_json(draft.body) if draft else None)
    context: dict[str, object] = {"remarks": found, "open_remarks": still_open(found)}
    sealed = sealed_round(review)
    if sealed is not None:
        context["sealed"] = sealed
    else:
        context["opened_second"] = review.second_opinions.filter(opened_at__isnull=False).order_by("-opened_at").first()
    return context
