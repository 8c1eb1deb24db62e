"""What editors decide about work that is not theirs: whose it is, how urgent it is, whether it goes on."""

from datetime import date

from django.contrib.auth.models import User
from django.db import transaction
from django.utils.timezone import localdate

from claims.enums import Priority
from claims.services.freezing import thaw_claim
from reviews.enums import CloseReason, EventKind
from reviews.errors import FourEyesRefused, NotAllowed, TransitionRefused
from reviews.models import Draft, Review
from reviews.permissions import RIGHTS, SECOND_TO_ITSELF, Action, interest_in, recusal, require
from reviews.sealing import gave_second
from reviews.services.events import record_event
from reviews.services.identities import refuse_revealing
from reviews.services.reopening import call_off
from reviews.services.steps import NO_LEASE, NO_WAIT, guard, lock, move
from reviews.services.wording import required_text
from reviews.workflow import Step


@transaction.atomic
def assign_review(*, review: Review, to: User | None, by: User, hand_over_draft: bool = False) -> Review:
    """Make it `to`'s work, or nobody's; whoever is editing loses the lease, their text stays in their draft.

    Editors may assign beyond the limit on open work: `over_the_limit` has the words for it. What was skipped for all
    is no longer so. `hand_over_draft` gives `to` a draft of their own, a copy of the present assignee's: both have
    had a hand in it then, and neither may approve.
    """
    require(by, Action.ASSIGN)
    locked = lock(review)
    guard(locked, Step.REASSIGN)
    if to is not None and not to.has_perm(RIGHTS[Action.TAKE][0]):
        raise NotAllowed(f"{to} may not take claims: choose a reviewer.")
    if to is not None and (interest := interest_in(to, locked.claim_id)):
        raise recusal(interest, you=to == by)
    if to is not None and gave_second(to, locked):
        raise FourEyesRefused(SECOND_TO_ITSELF)
    handed_over = _hand_over(locked, to) if hand_over_draft and to is not None else None
    return move(
        locked,
        Step.REASSIGN,
        actor=by,
        event=EventKind.ASSIGNED,
        payload={"assignee": to.pk if to else None, "handed_over_draft": handed_over.pk if handed_over else None},
        assignee=to,
        skipped_for_all_at=None,
        # Nobody waits for what nobody has: it is in the queue again. Who takes it over goes on waiting.
        **(NO_LEASE if to else NO_LEASE | NO_WAIT),
    )


@transaction.atomic
def set_review_priority(*, review: Review, priority: Priority, by: User) -> Review:
    require(by, Action.ASSIGN)
    locked = lock(review)
    before, locked.priority = locked.priority, Priority(priority)
    locked.save(update_fields=["priority"])
    payload = {"from": before, "to": int(priority)}
    record_event(review=locked, kind=EventKind.PRIORITISED, actor=by, payload=payload)
    return locked


@transaction.atomic
def set_due_date(*, review: Review, due_on: date | None, by: User) -> Review:
    """The day by which an editor wants the verdict, None for no such day; it changes no order, lists show it."""
    require(by, Action.ASSIGN)
    locked = lock(review)
    # Whatever could still be closed can still be due.
    guard(locked, Step.CLOSE)
    if due_on is not None and due_on < localdate():
        raise TransitionRefused("This day is past: choose a later one.")
    before, locked.due_on = locked.due_on, due_on
    locked.save(update_fields=["due_on"])
    payload = {"from": before.isoformat() if before else None, "to": due_on.isoformat() if due_on else None}
    record_event(review=locked, kind=EventKind.DUE_CHANGED, actor=by, payload=payload)
    return locked


@transaction.atomic
def close_review(*, review: Review, reason: CloseReason, note: str, by: User) -> Review:
    """End the work. What the public sees stays; a page that is still to be published is called off.

    A claim that was never published can be changed again. Merging has a service of its own, which says into what.
    """
    require(by, Action.ASSIGN)
    if reason == CloseReason.MERGED:
        raise TransitionRefused("A claim is merged into another one: use “Merge”, which closes this review.")
    locked = lock(review)
    guard(locked, Step.CLOSE)
    why = required_text(note, "Say why the review is closed.")
    refuse_revealing(locked, note=why)
    closed = move(
        locked,
        Step.CLOSE,
        actor=by,
        event=EventKind.CLOSED,
        payload={"reason": CloseReason(reason).value, "note": why, "called_off": call_off(locked)},
        close_reason=CloseReason(reason),
        close_note=why,
        assignee=None,
        skipped_for_all_at=None,
        **NO_LEASE,
        **NO_WAIT,
    )
    if not closed.publications.exists():
        thaw_claim(claim=closed.claim, by=by)
    return closed


def _hand_over(review: Review, heir: User) -> Draft:
    given = review.drafts.filter(author=review.assignee_id or review.lease_holder_id).first()
    if given is None:
        raise TransitionRefused("There is no draft to hand over: nobody is assigned, or nothing was saved yet.")
    if review.drafts.filter(author=heir).exists():
        raise TransitionRefused(f"{heir} has a draft of this review already: assign it without handing over.")
    return Draft.objects.create(review=review, author=heir, descends_from=given, body=given.body)
