"""Comments on parts of a verdict, on the page where it is approved: each has its place right beside its part."""

from typing import Any

from django import forms
from django.http import HttpRequest, QueryDict

from claims.admin.base import may
from claims.admin.users import acting
from reviews.admin.comment_places import CommentPlaces, explanation_blocks
from reviews.commenting import remarks, still_open
from reviews.models import Verdict
from reviews.parts import parts_of
from reviews.permissions import RIGHTS, Action
from reviews.services.comments import LONGEST

COMMENT = RIGHTS[Action.REQUEST_CHANGES][0]


class CommentForm(forms.Form):
    """On the part `part`, beside which it stands; its fields have ids of their own, as the page has many of it."""

    part = forms.CharField(widget=forms.HiddenInput, max_length=40)
    text = forms.CharField(
        max_length=LONGEST,
        widget=forms.Textarea(attrs={"rows": 3}),
        label="Comment",
        error_messages={"required": "Write the comment. Nothing was changed."},
    )

    prefix = "comment"

    def __init__(self, data: QueryDict | None = None, *, part: str) -> None:
        super().__init__(data, initial={"part": part}, auto_id=f"id_{part}_%s")


def comment_context(
    model_admin: Any,
    request: HttpRequest,
    verdict: Verdict,
    payload: dict[str, Any],
    *,
    commenting: bool,
    typed: CommentForm | None,
) -> dict[str, Any]:
    """`typed`: the one form that was refused, with what stands in it."""
    found = remarks(verdict.review, acting(request))
    here = [remark for remark in found if remark.comment.verdict_id == verdict.pk]
    made: dict[str, forms.Form] = {}
    parts = parts_of(verdict)
    if commenting and may(request, COMMENT):
        made = {part.key: CommentForm(part=part.key) for part in parts}
    if typed is not None:
        made[str(typed["part"].value())] = typed
    return {
        "commented": CommentPlaces(parts, here, made, payload),
        "explanation_blocks": explanation_blocks(verdict.explanation),
        "remarks_here": here,
        "remarks_earlier": [remark for remark in found if remark.comment.verdict_id != verdict.pk],
        "open_comments": still_open(found),
        "may_comment": bool(made),
        "comment_address": model_admin.address("comment", verdict.pk),
    }
