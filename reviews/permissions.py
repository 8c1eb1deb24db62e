"""Who may do what to which row. The one place that knows both the roles' rights and four eyes."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from functools import partial
from typing import Any

from django.contrib.auth.models import User
from django.utils.timezone import localtime

from reviews.conflicts import interests_sql
from reviews.errors import FourEyesRefused, NotAllowed, Recused, ReviewsError
from reviews.models import Contact, Draft, Interest, Publication, Review, Verdict
from reviews.sealing import gave_second
from reviews.workflow import OPEN_STAGES


class Action(StrEnum):
    TAKE = "take"
    ASSIGN = "assign"
    APPROVE = "approve"
    REQUEST_CHANGES = "request_changes"
    ASK_SECOND = "ask_second"
    SUSPEND = "suspend"
    LIFT = "lift"
    RETRACT = "retract"
    CORRECT = "correct"
    PLACE_FULL_STORY = "place_full_story"
    HOLD = "hold"
    MERGE = "merge"
    PLAN_RECHECK = "plan_recheck"
    CONFIRM_STILL_RIGHT = "confirm_still_right"
    WITHHOLD = "withhold"
    DECIDE_DISPUTE = "decide_dispute"
    CONTACT = "contact"
    PROTECT = "protect"
    SEE_IDENTITY = "see_identity"
    PROPOSE_SOURCE = "propose_source"
    CONFIRM_SOURCE = "confirm_source"


RIGHTS: dict[Action, tuple[str, str]] = {
    Action.TAKE: ("reviews.take_review", "take claims and write verdicts"),
    Action.ASSIGN: ("reviews.assign_review", "assign, prioritise, reopen or close reviews"),
    Action.APPROVE: ("reviews.approve_verdict", "approve verdicts"),
    Action.REQUEST_CHANGES: ("reviews.approve_verdict", "ask for changes"),
    Action.ASK_SECOND: ("reviews.assign_review", "ask for a second verdict"),
    Action.SUSPEND: ("reviews.suspend_publication", "suspend publications"),
    Action.LIFT: ("reviews.suspend_publication", "lift suspensions"),
    Action.RETRACT: ("reviews.retract_publication", "retract publications"),
    Action.CORRECT: ("reviews.correct_publication", "record corrections"),
    Action.PLACE_FULL_STORY: ("reviews.correct_publication", "say where the full story of a verdict lives"),
    Action.HOLD: ("reviews.hold_publication", "place or lift holds"),
    Action.MERGE: ("reviews.merge_review", "merge claims that say the same"),
    Action.PLAN_RECHECK: ("reviews.assign_review", "plan re-checks"),
    Action.CONFIRM_STILL_RIGHT: ("reviews.approve_verdict", "confirm that a verdict is still right"),
    Action.WITHHOLD: ("reviews.withhold_text", "ask for or confirm the withholding of texts"),
    Action.DECIDE_DISPUTE: ("reviews.decide_dispute", "consider and decide disputes"),
    Action.CONTACT: ("reviews.take_review", "ask for a reply"),
    Action.PROTECT: ("reviews.take_review", "protect the identity of a source"),
    Action.PROPOSE_SOURCE: ("reviews.add_proposedsource", "propose sources"),
    Action.CONFIRM_SOURCE: ("claims.change_source", "confirm sources"),
    Action.SEE_IDENTITY: ("reviews.view_protected_identity", "look at protected identities"),
}
"""The permission that each action needs, and what it lets people do, in words."""

Subject = Review | Verdict | Publication | None

SECOND_TO_ITSELF = "Who takes the second verdict of a claim has no hand in its first."

DISINTERESTED = {
    Action.TAKE,
    Action.APPROVE,
    Action.REQUEST_CHANGES,
    Action.LIFT,
    Action.SEE_IDENTITY,
    Action.DECIDE_DISPUTE,
    Action.CORRECT,
    Action.MERGE,
    Action.CONFIRM_STILL_RIGHT,
}
"""What nobody does to a claim that touches an interest they declared. The brake (suspend, retract, hold) is free."""


def why_not(user: User, action: Action, subject: Subject = None) -> ReviewsError | None:
    """The refusal that `require` would raise, None where the user may. At most five queries."""
    permission, in_words = RIGHTS[action]
    if not user.has_perm(permission):
        return NotAllowed(f"Your account may not {in_words}. An administrator can change your role.")
    if subject is None:
        return None
    if action in DISINTERESTED and (recused := _interested(user, subject)):
        return recused
    rule = ROW_RULES.get(action)
    return rule.refuses(user, subject) if rule and isinstance(subject, rule.judges) else None


def may(user: User, action: Action, subject: Subject = None) -> bool:
    return why_not(user, action, subject) is None


def require(user: User, action: Action, subject: Subject = None) -> None:
    """Raises NotAllowed, FourEyesRefused or Recused, saying why."""
    refusal = why_not(user, action, subject)
    if refusal is not None:
        raise refusal


def interest_in(user: User, claim_id: int) -> Interest | None:
    """An interest in force that they declared and that touches the claim or a sighting of it. One query."""
    found = Interest.objects.raw(
        f"SELECT i.* FROM {interests_sql('%(person)s', '%(claim)s')} ORDER BY i.id LIMIT 1",  # noqa: S608 placeholders
        {"person": user.pk, "claim": claim_id},
    )
    return next(iter(found), None)


def recusal(interest: Interest, *, you: bool = True) -> Recused:
    """The refusal in words; `you` False: for somebody who speaks of another person."""
    who = "You have" if you else f"{interest.person} has"
    others = "somebody else must do this" if you else "choose somebody else"
    declared = localtime(interest.declared_at)
    return Recused(f"{who} declared an interest in {interest} on {declared:%d %B %Y}: {others}.", interest=interest.pk)


def _interested(user: User, subject: Review | Verdict | Publication) -> Recused | None:
    review = subject if isinstance(subject, Review) else subject.review
    interest = interest_in(user, review.claim_id)
    return recusal(interest) if interest else None


def _not_their_work(user: User, review: Review, in_words: str) -> NotAllowed | None:
    """Whose work it is, or was last while others judge it; nobody else speaks to people in its name."""
    theirs = {review.assignee_id, review.lease_holder_id}
    if review.stage not in OPEN_STAGES:
        theirs.add(review.last_author_id)
    if user.pk in theirs:
        return None
    return NotAllowed(f"This claim is not your work: only whoever checks it may {in_words}.")


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
    if gave_second(user, subject if isinstance(subject, Review) else subject.review):
        return FourEyesRefused("You took the second verdict of this review: somebody else must approve it.")
    if Contact.objects.filter(review_id=review_id, made_by=user).exists():
        return FourEyesRefused("You asked for a reply in this review: somebody who had no hand in it must approve it.")
    draft = Draft.objects.filter(review_id=review_id, author=user).first()
    if draft is None:
        return None
    heir = Draft.objects.filter(descends_from=draft).select_related("author").first()
    handed_on = f" and it was handed over to {heir.author}" if heir else ""
    return FourEyesRefused(
        f"You saved a draft of this review on {localtime(draft.created_at):%d %B %Y}{handed_on}: "
        "somebody who had no hand in it must approve it."
    )


def _wrote(user: User, review: Review, what: str) -> FourEyesRefused | None:
    """Four eyes: nobody says of what they wrote that it stands, nor puts it in the place of another verdict."""
    if not Draft.objects.filter(review=review, author=user).exists():
        return None
    return FourEyesRefused(f"You saved a draft of “{review.claim}”: somebody who had no hand in it must {what}.")


def _confirms_own(user: User, publication: Publication) -> FourEyesRefused | None:
    return _wrote(user, publication.review, "confirm it")


def _own_page(user: User, publication: Publication) -> FourEyesRefused | None:
    """Nobody judges a challenge to what they wrote or approved: not this edition, nor any other of the page."""
    if publication.author_id == user.pk:
        return FourEyesRefused("You wrote this verdict: somebody who had no hand in it must decide the dispute.")
    if Publication.objects.filter(review=publication.review_id, approver=user).exists():
        return FourEyesRefused("You approved this page: somebody who had no hand in it must decide the dispute.")
    if Draft.objects.filter(review=publication.review_id, author=user).exists():
        return FourEyesRefused("You saved a draft of this review: somebody who had no hand in it must decide.")
    return None


def _second_to_itself(user: User, review: Review) -> FourEyesRefused | None:
    return FourEyesRefused(SECOND_TO_ITSELF) if gave_second(user, review) else None


@dataclass(frozen=True, slots=True)
class RowRule:
    """What the right alone does not say: in words, as the README has them, and as the check of a row."""

    says: str
    judges: tuple[type[Review | Verdict | Publication], ...]
    refuses: Callable[[User, Any], ReviewsError | None]


ROW_RULES: dict[Action, RowRule] = {
    Action.TAKE: RowRule("not the first verdict of a claim whose second one is theirs", (Review,), _second_to_itself),
    Action.APPROVE: RowRule(
        "never one that they touched: a draft, a second verdict, a request for a reply", (Review, Verdict), _touched
    ),
    Action.LIFT: RowRule(
        "a second person: neither who suspended it nor who wrote the verdict", (Publication,), _own_brake
    ),
    Action.MERGE: RowRule("neither of the two with a draft of theirs", (Review,), partial(_wrote, what="merge it")),
    Action.CONFIRM_STILL_RIGHT: RowRule("not with a draft of theirs", (Publication,), _confirms_own),
    Action.DECIDE_DISPUTE: RowRule("neither author nor approver of the page", (Publication,), _own_page),
    Action.CONTACT: RowRule(
        "only whose work it is", (Review,), partial(_not_their_work, in_words=RIGHTS[Action.CONTACT][1])
    ),
    Action.PROTECT: RowRule(
        "only whose work it is", (Review,), partial(_not_their_work, in_words=RIGHTS[Action.PROTECT][1])
    ),
}
"""At most one for each action; the interests of `DISINTERESTED` come before."""
