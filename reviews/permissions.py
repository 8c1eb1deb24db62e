"""Who may do what to which row. The one place that knows both the roles' rights and four eyes."""

from enum import StrEnum

from django.contrib.auth.models import User

from reviews.errors import FourEyesRefused, NotAllowed, ReviewsError
from reviews.models import Draft, Publication, Review, Verdict


class Action(StrEnum):
    TAKE = "take"
    ASSIGN = "assign"
    APPROVE = "approve"
    REQUEST_CHANGES = "request_changes"
    SUSPEND = "suspend"
    LIFT = "lift"
    RETRACT = "retract"
    CORRECT = "correct"
    HOLD = "hold"


RIGHTS: dict[Action, tuple[str, str]] = {
    Action.TAKE: ("reviews.take_review", "take claims and write verdicts"),
    Action.ASSIGN: ("reviews.assign_review", "assign, prioritise, reopen or close reviews"),
    Action.APPROVE: ("reviews.approve_verdict", "approve verdicts"),
    Action.REQUEST_CHANGES: ("reviews.approve_verdict", "ask for changes"),
    Action.SUSPEND: ("reviews.suspend_publication", "suspend publications"),
    Action.LIFT: ("reviews.suspend_publication", "lift suspensions"),
    Action.RETRACT: ("reviews.retract_publication", "retract publications"),
    Action.CORRECT: ("reviews.correct_publication", "record corrections"),
    Action.HOLD: ("reviews.hold_publication", "place or lift holds"),
}
"""The permission that each action needs, and what it lets people do, in words."""

Subject = Review | Verdict | Publication | None


def why_not(user: User, action: Action, subject: Subject = None) -> ReviewsError | None:
    """The refusal that `require` would raise, None where the user may. At most three queries."""
    permission, in_words = RIGHTS[action]
    if not user.has_perm(permission):
        return NotAllowed(f"Your account may not {in_words}. An administrator can change your role.")
    if action is Action.APPROVE and isinstance(subject, Review | Verdict):
        return _touched(user, subject)
    if action is Action.LIFT and isinstance(subject, Publication):
        return _own_brake(user, subject)
    return None


def may(user: User, action: Action, subject: Subject = None) -> bool:
    return why_not(user, action, subject) is None


def require(user: User, action: Action, subject: Subject = None) -> None:
    """Raises NotAllowed or FourEyesRefused, saying why."""
    refusal = why_not(user, action, subject)
    if refusal is not None:
        raise refusal


def _own_brake(user: User, publication: Publication) -> FourEyesRefused | None:
    """Four eyes: lifting puts the rating before the public again, so its author does not, nor who took it away."""
    if publication.suspended_by_id == user.pk:
        return FourEyesRefused("You suspended this publication: a second person must lift the suspension.")
    if publication.author_id == user.pk:
        return FourEyesRefused("You wrote this verdict: somebody else must lift its suspension.")
    return None


def _touched(user: User, subject: Review | Verdict) -> FourEyesRefused | None:
    """Four eyes: who wrote the verdict, or saved any draft on its review, does not approve it."""
    if isinstance(subject, Verdict) and subject.author_id == user.pk:
        return FourEyesRefused("You wrote this verdict: somebody else must approve it.")
    review_id = subject.review_id if isinstance(subject, Verdict) else subject.pk
    draft = Draft.objects.filter(review_id=review_id, author=user).first()
    if draft is None:
        return None
    heir = Draft.objects.filter(descends_from=draft).select_related("author").first()
    handed_on = f" and it was handed over to {heir.author}" if heir else ""
    return FourEyesRefused(
        f"You saved a draft of this review on {draft.created_at:%d %B %Y}{handed_on}: "
        "somebody who had no hand in it must approve it."
    )
