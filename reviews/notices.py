"""What each kind of notification is for, who can get it, and its words, made from references when somebody reads them.

Pure. No word here repeats what somebody wrote (a reason, a comment, a rating): mail leaves the house, and what was
sealed, protected or withheld since must not stand in it.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from django.contrib.auth.models import User
from django.utils.formats import date_format
from django.utils.timezone import localtime

from reviews.enums import EventKind, NotificationKind, NotificationWay
from reviews.models import Notification
from reviews.permissions import RIGHTS, Action

TAKE = RIGHTS[Action.TAKE][0]
APPROVE = RIGHTS[Action.APPROVE][0]
ASSIGN = RIGHTS[Action.ASSIGN][0]
SUSPEND = RIGHTS[Action.SUSPEND][0]
DECIDE_DISPUTE = RIGHTS[Action.DECIDE_DISPUTE][0]
WITHHOLD = RIGHTS[Action.WITHHOLD][0]


@dataclass(frozen=True, slots=True)
class About:
    """One kind: when it comes, the rights of which one is needed to get it, and how people get it who chose nothing."""

    explains: str
    rights: tuple[str, ...]
    default: NotificationWay


_AT_ONCE, _DIGEST, _DESK = NotificationWay.AT_ONCE, NotificationWay.DIGEST, NotificationWay.DESK

ABOUT: Final[dict[NotificationKind, About]] = {
    NotificationKind.ASSIGNED: About("An editor gives you a claim, or reopens one of yours.", (TAKE,), _AT_ONCE),
    NotificationKind.TAKEN_AWAY: About(
        "An editor gives your claim to somebody else, closes it, or cancels its reopening.", (TAKE,), _AT_ONCE
    ),
    NotificationKind.CHANGES_REQUESTED: About("An editor sends your verdict back.", (TAKE,), _AT_ONCE),
    NotificationKind.COMMENT: About(
        "Somebody comments on a part of your verdict, or answers a comment of yours.", (TAKE, APPROVE), _DIGEST
    ),
    NotificationKind.APPROVED: About("Your verdict is published, or will be at a set time.", (TAKE,), _DIGEST),
    NotificationKind.LEASE_ENDING: About("Five minutes before a claim is free for others.", (TAKE,), _DESK),
    NotificationKind.WAIT_OVER: About("The time has come until which you let a claim wait.", (TAKE,), _AT_ONCE),
    NotificationKind.DUE: About("A claim of yours is due today or tomorrow.", (TAKE,), _DIGEST),
    NotificationKind.SECOND: About(
        "A blind second verdict is asked of you, taken from you, called off, or opened.", (TAKE,), _AT_ONCE
    ),
    NotificationKind.FOR_APPROVAL: About("A verdict awaits approval, and you may give it.", (APPROVE,), _DIGEST),
    NotificationKind.SKIPPED: About("A reviewer wants editors to decide what becomes of a claim.", (ASSIGN,), _DIGEST),
    NotificationKind.DISPUTE: About(
        "Somebody disputes a published verdict, and you may decide it.", (DECIDE_DISPUTE,), _AT_ONCE
    ),
    NotificationKind.RECHECK: About("A published verdict is to be looked at again.", (APPROVE,), _DIGEST),
    NotificationKind.STOPPED: About(
        "What you wrote or approved is held, suspended, retracted or merged; a suspension that you may lift.",
        (TAKE, APPROVE, SUSPEND),
        _AT_ONCE,
    ),
    NotificationKind.WITHHOLDING: About(
        "A withholding awaits a second person, or the one that you asked for is decided.", (WITHHOLD,), _AT_ONCE
    ),
}

_EVENTS: Final[dict[tuple[NotificationKind, EventKind], str]] = {
    (NotificationKind.ASSIGNED, EventKind.ASSIGNED): "{who} gave you this claim to check.",
    (NotificationKind.ASSIGNED, EventKind.REOPENED): "{who} reopened this claim: it is yours again.",
    (NotificationKind.TAKEN_AWAY, EventKind.ASSIGNED): "{who} took this claim from you; your text is kept.",
    (NotificationKind.TAKEN_AWAY, EventKind.CLOSED): "{who} closed this claim: there is no more to do.",
    (NotificationKind.TAKEN_AWAY, EventKind.MERGED): "{who} merged this claim into another: there is no more to do.",
    (NotificationKind.TAKEN_AWAY, EventKind.REOPENING_CANCELLED): "{who} cancelled the reopening of this claim.",
    (NotificationKind.CHANGES_REQUESTED, EventKind.CHANGES_REQUESTED): "{who} asks for changes to your verdict.",
    (NotificationKind.COMMENT, EventKind.COMMENTED): "{who} commented on your verdict.",
    (NotificationKind.COMMENT, EventKind.COMMENT_ANSWERED): "{who} answered your comment.",
    (NotificationKind.APPROVED, EventKind.APPROVED): "{who} approved your verdict.",
    (NotificationKind.SECOND, EventKind.SECOND_TAKEN): "{who} asks you for a blind second verdict.",
    (NotificationKind.SECOND, EventKind.SECOND_RELEASED): "{who} took this second verdict from you.",
    (NotificationKind.SECOND, EventKind.SECOND_OPENED): "Both verdicts are in: now you can read them side by side.",
    (NotificationKind.SECOND, EventKind.SECOND_CALLED_OFF): "{who} called the second verdict off.",
    (NotificationKind.FOR_APPROVAL, EventKind.SUBMITTED): "{who} submitted a verdict: it awaits approval.",
    (NotificationKind.FOR_APPROVAL, EventKind.SECOND_OPENED): "Both verdicts are in: they await approval.",
    (NotificationKind.FOR_APPROVAL, EventKind.SECOND_CALLED_OFF): "The verdict awaits approval without a second one.",
    (NotificationKind.SKIPPED, EventKind.SKIPPED): "{who} skipped this claim for everybody: editors decide.",
    (NotificationKind.DISPUTE, EventKind.DISPUTE_RECEIVED): "Somebody disputes the published verdict.",
    (NotificationKind.STOPPED, EventKind.SUSPENDED): "{who} suspended the page: it is under re-examination.",
    (NotificationKind.STOPPED, EventKind.SUSPENSION_LIFTED): "{who} lifted the suspension: the page stands again.",
    (NotificationKind.STOPPED, EventKind.RETRACTED): "{who} retracted the page.",
    (NotificationKind.STOPPED, EventKind.MERGED): "{who} merged the page into another one.",
    (NotificationKind.STOPPED, EventKind.HELD): "{who} placed a hold: nothing is published while it lasts.",
    (NotificationKind.STOPPED, EventKind.HOLD_LIFTED): "{who} lifted a hold.",
    (
        NotificationKind.WITHHOLDING,
        EventKind.WITHHOLDING_ASKED,
    ): "{who} asks that a text be withheld: confirm it or not.",
    (NotificationKind.WITHHOLDING, EventKind.WITHHELD): "{who} confirmed the withholding that you asked for.",
    (NotificationKind.WITHHOLDING, EventKind.WITHHOLDING_DECLINED): "{who} declined the withholding.",
}
"""A kind and the event that it tells, in words; `who` is the event's actor."""

_MOMENTS: Final[dict[NotificationKind, Callable[[datetime], str]]] = {
    NotificationKind.LEASE_ENDING: lambda at: f"Your time on this claim ends at {_clock(at)}.",
    NotificationKind.WAIT_OVER: lambda at: f"You let this claim wait until {_day(at)}, {_clock(at)}: go on with it.",
    NotificationKind.DUE: lambda at: f"This claim is due on {_day(at)}.",
    NotificationKind.RECHECK: lambda at: f"Since {_day(at)} this verdict is to be looked at again.",
}


def sentence(notification: Notification) -> str:
    """What happened, without the claim: its wording stands beside it. Needs `event.actor`."""
    kind = NotificationKind(notification.kind)
    if notification.event is None:
        assert notification.moment is not None  # noqa: S101 the database holds that it is one of the two
        return _MOMENTS[kind](notification.moment)
    return _EVENTS[kind, EventKind(notification.event.kind)].format(who=notification.event.actor or "The system")


def tells(kind: NotificationKind, event: EventKind) -> bool:
    return (kind, event) in _EVENTS


def kinds_for(user: User) -> list[NotificationKind]:
    """The kinds that the user has a right for, in order; whoever lost the right is told no more."""
    return [kind for kind, about in ABOUT.items() if any(user.has_perm(right) for right in about.rights)]


def _day(at: datetime) -> str:
    return date_format(localtime(at), "j F Y")


def _clock(at: datetime) -> str:
    return date_format(localtime(at), "H:i")
