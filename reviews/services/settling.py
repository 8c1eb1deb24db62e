"""What is settled by what happens: an unread notification that asks for nothing any more is read, and is not mailed."""

from typing import Final

from reviews.disputes import open_disputes
from reviews.enums import EventKind, NotificationKind
from reviews.models import Notification, Withholding
from reviews.services.notifying import mark_read

_IN_HAND = frozenset({NotificationKind.ASSIGNED, NotificationKind.CHANGES_REQUESTED, NotificationKind.WAIT_OVER})
WORK: Final = _IN_HAND | {NotificationKind.LEASE_ENDING, NotificationKind.DUE}
_SECOND = frozenset({NotificationKind.SECOND})
_APPROVAL = frozenset({NotificationKind.FOR_APPROVAL})
_SKIPPED = frozenset({NotificationKind.SKIPPED})
_RECHECK = frozenset({NotificationKind.RECHECK})

SETTLES: Final[dict[EventKind, frozenset[NotificationKind]]] = {
    # Taken up, laid aside, given back: who was told of this work knows.
    EventKind.TAKEN: _IN_HAND,
    EventKind.WAITING: _IN_HAND | {NotificationKind.LEASE_ENDING},
    EventKind.RELEASED: WORK,
    EventKind.SKIPPED: WORK,
    EventKind.ASSIGNED: WORK | _SKIPPED,
    EventKind.PUT_BACK: _SKIPPED,
    EventKind.SUBMITTED: WORK,
    EventKind.SECOND_RELEASED: _SECOND,
    EventKind.SECOND_SUBMITTED: _SECOND,
    EventKind.SECOND_CALLED_OFF: _SECOND,
    # One person does what several were told of.
    EventKind.SECOND_ASKED: _APPROVAL,
    EventKind.CHANGES_REQUESTED: _APPROVAL,
    EventKind.APPROVED: _APPROVAL | _RECHECK,
    EventKind.CLOSED: WORK | _APPROVAL | _SECOND | _SKIPPED,
    EventKind.MERGED: WORK | _APPROVAL | _SECOND | _SKIPPED | _RECHECK,
    EventKind.REOPENED: _RECHECK,
    EventKind.REOPENING_CANCELLED: WORK,
    EventKind.RETRACTED: _RECHECK,
    EventKind.RECHECK_POSTPONED: _RECHECK,
    EventKind.RECHECK_CONFIRMED: _RECHECK,
    EventKind.DISPUTE_DECIDED: frozenset({NotificationKind.DISPUTE}),
    EventKind.WITHHELD: frozenset({NotificationKind.WITHHOLDING}),
    EventKind.WITHHOLDING_DECLINED: frozenset({NotificationKind.WITHHOLDING}),
}


def settle(kind: EventKind, review: int) -> None:
    """Everybody's, about the review. One query where something is settled by such an event, none for the others."""
    if kind in SETTLES and not _leaves_another(kind, review):
        mark_read(Notification.objects.filter(review=review, kind__in=SETTLES[kind]))


def settle_own_work(person: int, review: int) -> None:
    """What one person was told of work on the review that is not theirs any more; others' stands."""
    mark_read(Notification.objects.filter(review=review, person=person, kind__in=WORK))


def _leaves_another(kind: EventKind, review: int) -> bool:
    """Whether a second matter of the same kind is still open, of which the same notifications may speak."""
    if kind == EventKind.DISPUTE_DECIDED:
        return open_disputes().filter(publication__review=review).exists()
    if kind in {EventKind.WITHHELD, EventKind.WITHHOLDING_DECLINED}:
        return Withholding.objects.filter(review=review, confirmed_at=None, declined_at=None).exists()
    return False
