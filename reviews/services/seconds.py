"""The blind second verdict: asked for, taken, drafted, submitted; opened at the moment when both are in."""

from django.contrib.auth.models import User
from django.db import transaction

from reviews.decision_log import canonical_json, digest
from reviews.drafting import DraftBody
from reviews.enums import EventKind, Stage
from reviews.errors import DraftConflict, FourEyesRefused, NotAllowed, Sealed, TransitionRefused, VerdictIncomplete
from reviews.evidence_facts import known_for
from reviews.models import Comment, Review, SecondDraft, SecondOpinion, SecondVerdict, Verdict
from reviews.permissions import RIGHTS, Action, interest_in, recusal, require
from reviews.sealing import sealed_round
from reviews.second_drafting import SecondBody, second_problems
from reviews.second_opinions import current_round, published_number
from reviews.services.events import record_event
from reviews.services.identities import refuse_revealing
from reviews.services.steps import database_now, lock
from reviews.services.wording import required_text

UNAPPROVED = (Stage.WAITING, Stage.IN_REVIEW, Stage.SUBMITTED)


@transaction.atomic
def ask_second(*, review: Review, by: User, why: str, to: User | None = None) -> SecondOpinion:
    """From now on nobody but its own side sees a verdict of this review that is not published; approval waits.

    `to` may be left open: any reviewer without a hand in it takes it then. Raises TransitionRefused, FourEyesRefused.
    """
    require(by, Action.ASK_SECOND)
    locked = lock(review)
    if locked.stage not in UNAPPROVED:
        raise TransitionRefused("A second verdict is asked for before approval: reopen the review first.")
    if current_round(locked) is not None:
        raise TransitionRefused("A second verdict has been asked for already.")
    refuse_revealing(locked, reason=why)
    opinion = SecondOpinion.objects.create(
        review=locked,
        after=published_number(locked),
        why=required_text(why, "Say why a second verdict is wanted."),
        asked_by=by,
    )
    payload = {"opinion": opinion.pk, "reason": opinion.why, "to": to.pk if to else None}
    record_event(review=locked, kind=EventKind.SECOND_ASKED, actor=by, payload=payload)
    return _give(opinion, locked, to, by) if to else opinion


@transaction.atomic
def take_second(*, opinion: SecondOpinion, reviewer: User) -> SecondOpinion:
    """The reviewer's until given back. Raises what keeps them from it: a hand in the first, an interest."""
    require(reviewer, Action.TAKE)
    locked = lock(opinion.review)
    current = _open(opinion, locked)
    if current.reviewer_id is not None:
        raise TransitionRefused(f"{current.reviewer} gives this second verdict.")
    return _give(current, locked, reviewer, reviewer)


@transaction.atomic
def release_second(*, opinion: SecondOpinion, by: User) -> SecondOpinion:
    """Given back by its reviewer, or taken away by an editor; the draft stays, and so does what it bars from."""
    locked = lock(opinion.review)
    current = _open(opinion, locked)
    if current.reviewer_id is None:
        raise TransitionRefused("Nobody has taken this second verdict.")
    if current.reviewer_id != by.pk:
        require(by, Action.ASK_SECOND)
    _refuse_given(current)
    before = current.reviewer_id
    current.reviewer, current.taken_at = None, None
    current.save(update_fields=["reviewer", "taken_at"])
    payload = {"opinion": current.pk, "reviewer": before}
    record_event(review=locked, kind=EventKind.SECOND_RELEASED, actor=by, payload=payload)
    return current


@transaction.atomic
def save_second_draft(*, opinion: SecondOpinion, author: User, body: SecondBody, version: int) -> SecondDraft:
    """Store what the second reviewer has so far. Raises DraftConflict where another text was saved meanwhile."""
    body.refuse_nonsense()
    locked = lock(opinion.review)
    current = _own(opinion, locked, author)
    draft = SecondDraft.objects.get(opinion=current, author=author)
    if draft.version != version:
        if draft.body == body.as_json():
            return draft
        raise DraftConflict(
            f"This draft was saved elsewhere meanwhile (version {draft.version}, yours began at {version}). "
            "Nothing was overwritten: what you wrote is still on this page.",
            draft=draft,
        )
    draft.body, draft.version = body.as_json(), version + 1
    draft.save(update_fields=["body", "version", "updated_at"])
    return draft


@transaction.atomic
def submit_second(*, opinion: SecondOpinion, author: User, version: int) -> SecondVerdict:
    """The stored draft becomes the second verdict, for good. Opens both where the first is in.

    Raises DraftConflict for another version, VerdictIncomplete with every problem at its field.
    """
    locked = lock(opinion.review)
    current = _own(opinion, locked, author)
    draft = SecondDraft.objects.get(opinion=current, author=author)
    if draft.version != version:
        raise DraftConflict("The draft was saved elsewhere meanwhile: reload, then submit.", draft=draft)
    body = SecondBody.from_json(draft.body)
    found = second_problems(body, known_for(locked.claim, DraftBody()))
    if found:
        raise VerdictIncomplete(found)
    refuse_revealing(locked, reasoning=body.reasoning, sources=body.sources)
    second = SecondVerdict.objects.create(
        opinion=current,
        author=author,
        rating_id=body.rating or 0,
        findings={str(claim): value for claim, value in body.findings.items()},
        reasoning=body.reasoning.strip(),
        sources=body.sources.strip(),
    )
    payload = {"opinion": current.pk, "second_verdict": second.pk, "content": digest(canonical_json(draft.body))}
    record_event(review=locked, kind=EventKind.SECOND_SUBMITTED, actor=author, payload=payload)
    open_if_both_are_in(review=locked, actor=author)
    return second


@transaction.atomic
def call_off_second(*, opinion: SecondOpinion, by: User, reason: str) -> SecondOpinion:
    """No second verdict after all, while none is in. Raises TransitionRefused afterwards."""
    require(by, Action.ASK_SECOND)
    locked = lock(opinion.review)
    current = _open(opinion, locked)
    _refuse_given(current)
    why = required_text(reason, "Say why it is called off.")
    refuse_revealing(locked, reason=why)
    current.called_off_by, current.called_off_at = by, database_now()
    current.save(update_fields=["called_off_by", "called_off_at"])
    payload = {"opinion": current.pk, "reason": why}
    record_event(review=locked, kind=EventKind.SECOND_CALLED_OFF, actor=by, payload=payload)
    return current


def open_if_both_are_in(*, review: Review, actor: User) -> SecondOpinion | None:
    """Whoever comes last opens both; the review is locked, so one of two at once is last. None: not yet."""
    opinion = sealed_round(review)
    if opinion is None or review.stage != Stage.SUBMITTED:
        return None
    second = SecondVerdict.objects.filter(opinion=opinion).select_related("rating").first()
    first = review.verdicts.select_related("rating").order_by("-number").first()
    if second is None or first is None:
        return None
    opinion.first, opinion.opened_at = first, database_now()
    opinion.save(update_fields=["first", "opened_at"])
    payload = {
        "opinion": opinion.pk,
        "first": {"verdict": first.pk, "rating": first.rating.code},
        "second": {"verdict": second.pk, "rating": second.rating.code},
    }
    record_event(review=review, kind=EventKind.SECOND_OPENED, actor=actor, payload=payload)
    return opinion


def require_unsealed(review: Review) -> None:
    """Raises Sealed while a second verdict is awaited: nobody has read what they would judge."""
    opinion = sealed_round(review)
    if opinion is not None:
        who = f"{opinion.reviewer} has not" if opinion.reviewer else "nobody has"
        has_given = SecondVerdict.objects.filter(opinion=opinion).exists()
        awaited = "the first verdict is not in" if has_given else f"{who} submitted it"
        raise Sealed(f"A blind second verdict was asked for and {awaited}: both are opened when both are in.")


def sealed_submission(verdict: Verdict, body: dict[str, object]) -> dict[str, object]:
    """What the log says about a first verdict: its rating, or while it is sealed a digest that proves it later."""
    if sealed_round(verdict.review) is None:
        return {"rating": verdict.rating.code}
    return {"content": digest(canonical_json(body))}


def _give(opinion: SecondOpinion, review: Review, reviewer: User, by: User) -> SecondOpinion:
    _refuse_unfit(review, reviewer, you=reviewer == by)
    SecondDraft.objects.get_or_create(opinion=opinion, author=reviewer, defaults={"body": SecondBody().as_json()})
    opinion.reviewer, opinion.taken_at = reviewer, database_now()
    opinion.save(update_fields=["reviewer", "taken_at"])
    payload = {"opinion": opinion.pk, "reviewer": reviewer.pk}
    record_event(review=review, kind=EventKind.SECOND_TAKEN, actor=by, payload=payload)
    return opinion


def _refuse_unfit(review: Review, reviewer: User, *, you: bool) -> None:
    """Neither on the first side nor a reader of what it wrote, and without an interest."""
    if not reviewer.has_perm(RIGHTS[Action.TAKE][0]):
        raise NotAllowed(f"{reviewer} may not take claims: choose a reviewer.")
    if interest := interest_in(reviewer, review.claim_id):
        raise recusal(interest, you=you)
    who = "You have" if you else f"{reviewer} has"
    if reviewer.pk in {review.assignee_id, review.lease_holder_id, review.last_author_id}:
        raise FourEyesRefused(f"{who} the first verdict in hand: somebody else gives the second.")
    if review.drafts.filter(author=reviewer).exists():
        raise FourEyesRefused(f"{who} saved a draft of this review: somebody without a hand in it gives the second.")
    judged = review.events.filter(kind__in=[EventKind.CHANGES_REQUESTED, EventKind.COMMENTED], actor=reviewer)
    if judged.exists() or Comment.objects.filter(verdict__review=review, made_by=reviewer).exists():
        raise FourEyesRefused(f"{who} judged a verdict of this review before: the second is given blind.")


def _open(opinion: SecondOpinion, review: Review) -> SecondOpinion:
    """The round as it is now. Raises TransitionRefused where it is over."""
    current = SecondOpinion.objects.select_related("reviewer").get(pk=opinion.pk)
    if current.called_off_at or current.opened_at or review.stage not in UNAPPROVED:
        raise TransitionRefused("This second verdict is not awaited any more: it was opened or called off.")
    return current


def _own(opinion: SecondOpinion, review: Review, author: User) -> SecondOpinion:
    require(author, Action.TAKE)
    current = _open(opinion, review)
    if current.reviewer_id != author.pk:
        raise NotAllowed("This second verdict is not yours: take it first.")
    _refuse_given(current)
    if interest := interest_in(author, review.claim_id):
        raise recusal(interest)
    return current


def _refuse_given(opinion: SecondOpinion) -> None:
    if SecondVerdict.objects.filter(opinion=opinion).exists():
        raise TransitionRefused("The second verdict is in: it stands as submitted.")
