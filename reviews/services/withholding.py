"""Withholding a text that must go: one person asks, another confirms, and the text is gone; its digest stays."""

from typing import Any

from django.contrib.auth.models import User
from django.db import transaction
from django.utils.timezone import localtime

from reviews.enums import EventKind, Stage
from reviews.errors import FourEyesRefused, TransitionRefused
from reviews.models import Event, SecondVerdict, Verdict, Withholding
from reviews.permissions import Action, require
from reviews.services.emptying import empty_second, empty_told, empty_verdict
from reviews.services.events import record_event
from reviews.services.identities import refuse_revealing
from reviews.services.steps import database_now, lock
from reviews.services.wording import required_text


@transaction.atomic
def ask_withholding(*, target: Verdict | SecondVerdict | Event, legal_basis: str, by: User) -> Withholding:
    """Ask that the text of an event, a second verdict, or a verdict with its publication, be withheld.

    Nothing is emptied yet. With an event goes the public notice of it: a correction, or the answer to a dispute.
    """
    require(by, Action.WITHHOLD)
    review = lock(target.opinion.review if isinstance(target, SecondVerdict) else target.review)
    what = _field_of(target)
    if isinstance(target, Event) and target.kind == EventKind.WITHHELD:
        raise TransitionRefused("That something was withheld stays in the log: choose the event that tells the text.")
    same = Withholding.objects.filter(**{what: target}, declined_at=None).first()
    if same is not None:
        done = "withheld" if same.confirmed_at else "asked for"
        raise TransitionRefused(f"This was {done} already, by {same.asked_by} on {localtime(same.asked_at):%d %B %Y}.")
    refuse_revealing(review, legal_basis=legal_basis)
    withholding = Withholding.objects.create(
        review=review,
        **{what: target},
        legal_basis=required_text(legal_basis, "Name the legal basis: the order or law, its file number and date."),
        asked_by=by,
    )
    record_event(review=review, kind=EventKind.WITHHOLDING_ASKED, actor=by, payload=_named(withholding))
    return withholding


@transaction.atomic
def confirm_withholding(*, withholding: Withholding, by: User) -> Withholding:
    """Empty the text, for good, in every row that repeats it. Raises FourEyesRefused for who asked or wrote it."""
    require(by, Action.WITHHOLD)
    review = lock(withholding.review)
    current = _undecided(withholding)
    if current.asked_by_id == by.pk:
        raise FourEyesRefused("You asked for this: a second person must confirm it.")
    if current.verdict is not None and current.verdict.author_id == by.pk:
        raise FourEyesRefused("You wrote this verdict: somebody else must confirm that it is withheld.")
    if current.second is not None and current.second.author_id == by.pk:
        raise FourEyesRefused("You gave this second verdict: somebody else must confirm that it is withheld.")
    if current.verdict is not None and review.stage == Stage.SUBMITTED:
        raise TransitionRefused("A verdict of this review awaits approval: request changes or close the review first.")
    current.confirmed_by, current.confirmed_at = by, database_now()
    current.save(update_fields=["confirmed_by", "confirmed_at"])
    if current.event is not None:
        emptied = [empty_told(current.event, at=current.confirmed_at)]
    elif current.second is not None:
        empty_second(current.second)
        emptied = []
    else:
        assert current.verdict is not None  # noqa: S101 the database holds that it is one of the three
        emptied = empty_verdict(current.verdict, at=current.confirmed_at)
    payload = _named(current) | {"events": emptied}
    record_event(review=review, kind=EventKind.WITHHELD, actor=by, payload=payload)
    return current


@transaction.atomic
def decline_withholding(*, withholding: Withholding, by: User) -> Withholding:
    """The text stays. Who asked may take it back like this too."""
    require(by, Action.WITHHOLD)
    review = lock(withholding.review)
    current = _undecided(withholding)
    current.declined_by, current.declined_at = by, database_now()
    current.save(update_fields=["declined_by", "declined_at"])
    record_event(review=review, kind=EventKind.WITHHOLDING_DECLINED, actor=by, payload=_named(current))
    return current


def _undecided(withholding: Withholding) -> Withholding:
    related = ("verdict__author", "second__opinion", "event", "asked_by", "confirmed_by", "declined_by")
    current = Withholding.objects.select_related(*related).get(pk=withholding.pk)
    if current.confirmed_at or current.declined_at:
        word, who = ("confirmed", current.confirmed_by) if current.confirmed_at else ("declined", current.declined_by)
        raise TransitionRefused(f"This withholding was {word} already, by {who}.")
    return current


def _field_of(target: Verdict | SecondVerdict | Event) -> str:
    """Of a withholding: where it names what is to go."""
    if isinstance(target, Event):
        return "event"
    return "second" if isinstance(target, SecondVerdict) else "verdict"


def _named(withholding: Withholding) -> dict[str, Any]:
    """What it is about, without a word of it."""
    sequence = withholding.event.sequence if withholding.event else None
    named = {"withholding": withholding.pk, "verdict": withholding.verdict_id, "event": sequence}
    return named | ({"second_verdict": withholding.second_id} if withholding.second_id else {})
