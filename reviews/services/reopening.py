"""Taking published work up again: it returns to its last author, the public page stays meanwhile."""

from django.contrib.auth.models import User
from django.db import transaction

from reviews.enums import EventKind
from reviews.errors import TransitionRefused
from reviews.models import Review
from reviews.permissions import Action, may, require
from reviews.services.identities import refuse_revealing
from reviews.services.steps import NO_LEASE, NO_WAIT, database_now, guard, lock, move
from reviews.services.wording import required_text
from reviews.workflow import Step


@transaction.atomic
def reopen_review(*, review: Review, by: User, reason: str) -> Review:
    """Back to the last author; where they can't go on, to whoever takes it.

    A page that is still to be published is called off; one that is public stays.
    """
    require(by, Action.ASSIGN)
    locked = lock(review)
    guard(locked, Step.REOPEN)
    why = required_text(reason, "Say why the review is reopened.")
    refuse_revealing(locked, reason=why)
    return move(
        locked,
        Step.REOPEN,
        actor=by,
        event=EventKind.REOPENED,
        payload={"reason": why, "called_off": call_off(locked)},
        assignee=_last_author_still_here(locked),
    )


@transaction.atomic
def cancel_reopening(*, review: Review, by: User) -> Review:
    """Back to approved, while nothing was submitted since. Whoever is editing keeps their draft, not the lease."""
    require(by, Action.ASSIGN)
    locked = lock(review)
    guard(locked, Step.CANCEL_REOPENING)
    latest = locked.publications.filter(verdict__number=locked.verdicts.count()).first()
    if latest is None or latest.valid_until == latest.valid_from:
        raise TransitionRefused(
            "There is no reopening to cancel: the latest verdict of this review is not the published one."
        )
    return move(
        locked,
        Step.CANCEL_REOPENING,
        actor=by,
        event=EventKind.REOPENING_CANCELLED,
        assignee=None,
        **NO_LEASE,
        **NO_WAIT,
    )


def _last_author_still_here(review: Review) -> User | None:
    """None where the account is inactive, has lost the right or declared an interest: anybody may take it then."""
    author = review.last_author
    return author if author is not None and may(author, Action.TAKE, review) else None


def call_off(review: Review) -> int | None:
    """The id of the publication that was still to begin: it ends before it, and the one before it goes on."""
    now = database_now()
    scheduled = review.publications.filter(valid_from__gt=now, valid_until=None).first()
    if scheduled is None:
        return None
    before = review.publications.filter(valid_until=scheduled.valid_from, valid_from__lt=scheduled.valid_from)
    goes_on = list(before.values_list("pk", flat=True))
    # At the time set for it, whatever a hold made of that.
    scheduled.valid_until = scheduled.valid_from = scheduled.set_for or scheduled.valid_from
    scheduled.changed_at = now
    scheduled.save(update_fields=["valid_from", "valid_until", "changed_at"])
    review.publications.filter(pk__in=goes_on).update(valid_until=None, changed_at=now)
    return scheduled.pk
