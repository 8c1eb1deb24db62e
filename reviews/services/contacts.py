"""Right of reply: who was asked before we publish, how, until when, and what they answered.

What is recorded becomes public, so addresses and telephone numbers are refused, and the log names nobody.
"""

import re
from datetime import date
from typing import Any

from django.contrib.auth.models import User
from django.db import transaction
from django.utils.timezone import localdate

from claims.models import Source, Speaker
from reviews.enums import ContactWay, EventKind, Stage
from reviews.errors import ContactRefused
from reviews.models import Contact, Review
from reviews.permissions import Action, require
from reviews.services.events import record_event
from reviews.services.identities import refuse_revealing
from reviews.services.pressed_twice import just_added
from reviews.services.steps import database_now, lock
from reviews.services.waiting import LONGEST
from reviews.services.wording import required_text

_REACHABLE = re.compile(r"[^\s@]+@[^\s@]+\.[^\s@]+|\+\d[\d ()/-]{6,}|\b0\d{2,5}[ /-]?\d{3,}")
"""A mail address, or a telephone number as people write it."""


@transaction.atomic
def record_contact(
    *,
    review: Review,
    by: User,
    whom: Speaker | Source | str,
    way: ContactWay,
    asked_on: date,
    deadline: date | None = None,
    role: str = "",
    private_person: bool = False,
) -> Contact:
    """An attempt to hear `whom` (a name where no record has them); they may answer until the end of `deadline`.
    The same by the same person within a minute is the one that is there already.

    Raises NotAllowed, ContactRefused for a day that can't be and for words that hold an address or a number, or
    IdentityRefused. The name of a record is not looked at: it is known whoever is asked.
    """
    locked = _lock_open(review, by)
    if isinstance(whom, str):
        whom = required_text(whom, "Say whom you asked.")
    _refuse_days(asked_on, deadline)
    name = whom if isinstance(whom, str) else ""
    _refuse_addresses(name, role)
    refuse_revealing(locked, name=name, role=role)
    values: dict[str, Any] = {
        "review": locked,
        "speaker": whom if isinstance(whom, Speaker) else None,
        "source": whom if isinstance(whom, Source) else None,
        "name": name,
        "role": role.strip(),
        "private_person": private_person,
        "way": ContactWay(way),
        "asked_on": asked_on,
        "deadline": deadline,
        "made_by": by,
    }
    known = just_added(Contact.objects.filter(**values, answered_on=None, withdrawn_because=""), at="recorded_at")
    if known is not None:
        return known
    contact = Contact.objects.create(**values)
    days = {"asked_on": asked_on.isoformat(), "deadline": deadline.isoformat() if deadline else ""}
    _log(contact, EventKind.CONTACTED, by, way=contact.way, **days)
    return contact


@transaction.atomic
def record_answer(*, contact: Contact, by: User, answered_on: date, answer: str) -> Contact:
    """What they answered, in short, as the public page will show it. Written once."""
    current = _lock_contact(contact, by)
    if current.answered_on is not None:
        raise ContactRefused(f"The answer of {current.answered_on:%d %B %Y} is recorded already.")
    if not current.asked_on <= answered_on <= _today():
        raise ContactRefused("The answer came after the question, and not in the future: choose another day.")
    _refuse_addresses(answer)
    refuse_revealing(current.review, answer=answer)
    current.answered_on, current.answer = answered_on, required_text(answer, "Say in short what they answered.")
    current.save(update_fields=["answered_on", "answer"])
    _log(current, EventKind.CONTACT_ANSWERED, by, answered_on=answered_on.isoformat())
    return current


@transaction.atomic
def withdraw_contact(*, contact: Contact, by: User, because: str) -> Contact:
    """Recorded by mistake: it counts for nothing and is not shown; the row stays."""
    current = _lock_contact(contact, by)
    current.withdrawn_because = required_text(because, "Say why this attempt does not count.")
    refuse_revealing(current.review, reason=because)
    current.save(update_fields=["withdrawn_because"])
    _log(current, EventKind.CONTACT_WITHDRAWN, by)
    return current


def _lock_contact(contact: Contact, by: User) -> Contact:
    _lock_open(contact.review, by)
    current = Contact.objects.select_related("review", "speaker", "source").get(pk=contact.pk)
    if current.withdrawn_because:
        raise ContactRefused("This attempt was withdrawn: record a new one.")
    return current


def _lock_open(review: Review, by: User) -> Review:
    locked = lock(review)
    require(by, Action.CONTACT, locked)
    if locked.stage == Stage.CLOSED:
        raise ContactRefused("This review is closed: there is nothing left to ask for.")
    return locked


def _refuse_days(asked_on: date, deadline: date | None) -> None:
    if asked_on > _today():
        raise ContactRefused("The day on which you asked is in the future: record it when you have asked.")
    if deadline is not None and deadline < asked_on:
        raise ContactRefused("The deadline is before the day on which you asked: choose a later one.")
    if deadline is not None and deadline - _today() > LONGEST:
        raise ContactRefused("The deadline is more than two years away: choose an earlier one.")


def _refuse_addresses(*texts: str) -> None:
    if any(_REACHABLE.search(text) for text in texts):
        raise ContactRefused(
            "Leave out mail addresses and telephone numbers: what you record here becomes public, and we keep none."
        )


def _today() -> date:
    """In the newsroom's zone."""
    return localdate(database_now())


def _log(contact: Contact, kind: EventKind, by: User, **data: str) -> None:
    """Without a name: the log is for ever, and a private person's name is nobody's business there."""
    record_event(review=contact.review, kind=kind, actor=by, payload={"contact": contact.pk} | data)
