"""Comments on parts of a submitted verdict, and the answers of its author's side. Rows are never changed."""

from django.contrib.auth.models import User
from django.db import transaction

from reviews.enums import EventKind, Stage
from reviews.errors import CommentRefused, NotAllowed, TransitionRefused
from reviews.models import Comment, CommentAnswer, Draft, Verdict
from reviews.parts import part_of
from reviews.permissions import Action, require
from reviews.services.events import record_event
from reviews.services.identities import refuse_revealing
from reviews.services.pressed_twice import just_added
from reviews.services.seconds import require_unsealed
from reviews.services.steps import lock
from reviews.services.verdicts import require_latest
from reviews.services.wording import required_text
from reviews.workflow import OPEN_STAGES

LONGEST = 2_000


@transaction.atomic
def comment_on(*, verdict: Verdict, part: str, text: str, by: User) -> Comment:
    """An editor's remark on one part of the latest verdict while it awaits approval. The same by the same person
    within a minute is the one that is there already.

    Raises CommentRefused for a part that the verdict has not, Sealed while a blind second verdict is awaited.
    """
    require(by, Action.REQUEST_CHANGES, verdict)
    locked = lock(verdict.review)
    if locked.stage != Stage.SUBMITTED:
        raise TransitionRefused("Comments are made while a verdict awaits approval: reload to see what happened.")
    require_latest(verdict)
    require_unsealed(locked)
    if part_of(verdict, part) is None:
        raise CommentRefused(f"This verdict has no part “{part}”: choose one from the list.")
    refuse_revealing(locked, comment=text)
    said = _within(text, "Write the comment.")
    known = just_added(Comment.objects.filter(verdict=verdict, part=part, text=said, made_by=by))
    if known is not None:
        return known
    comment = Comment.objects.create(verdict=verdict, part=part, text=said, made_by=by)
    payload = {"comment": comment.pk, "verdict": verdict.pk, "part": part, "reason": comment.text}
    record_event(review=locked, kind=EventKind.COMMENTED, actor=by, payload=payload)
    return comment


@transaction.atomic
def answer_comment(*, comment: Comment, text: str, by: User) -> CommentAnswer:
    """Done, and how: by whoever has a draft of the review, while it is being checked again."""
    require(by, Action.TAKE)
    locked = lock(comment.verdict.review)
    if locked.stage not in OPEN_STAGES:
        raise TransitionRefused("Comments are answered while the verdict is being worked on again.")
    if not Draft.objects.filter(review=locked, author=by).exists():
        raise NotAllowed("This comment is for those who write the verdict.")
    if CommentAnswer.objects.filter(comment=comment).exists():
        raise TransitionRefused("This comment was answered already.")
    refuse_revealing(locked, answer=text)
    answer = CommentAnswer.objects.create(
        comment=comment, text=_within(text, "Say what you did about it."), answered_by=by
    )
    payload = {"comment": comment.pk, "reason": answer.text}
    record_event(review=locked, kind=EventKind.COMMENT_ANSWERED, actor=by, payload=payload)
    return answer


def _within(text: str, ask: str) -> str:
    said = required_text(text, ask)
    if len(said) > LONGEST:
        raise CommentRefused(f"This has {len(said)} characters: shorten it to {LONGEST}.")
    return said
