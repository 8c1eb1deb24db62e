"""Work that waits for a reply or a document until a date; it stays its assignee's, and `next` leaves it alone."""

from datetime import datetime, timedelta

from django.contrib.auth.models import User
from django.db import transaction

from reviews.enums import EventKind
from reviews.errors import TransitionRefused
from reviews.models import Review
from reviews.permissions import Action, require
from reviews.services.events import record_event
from reviews.services.identities import refuse_revealing
from reviews.services.leases import require_lease
from reviews.services.steps import NO_LEASE, database_now, guard, lock
from reviews.services.wording import required_text
from reviews.workflow import Step

LONGEST = timedelta(days=731)
"""A year that was mistyped would take the claim out of everybody's sight."""


@transaction.atomic
def wait_for_answer(*, review: Review, reviewer: User, lease_number: int, what: str, until: datetime) -> Review:
    """Lay the work aside until then, or until its assignee takes it up again. Raises LeaseLost."""
    require(reviewer, Action.TAKE)
    locked = lock(review)
    # Waiting changes no stage; it is possible where the work could also be given back.
    guard(locked, Step.RELEASE)
    require_lease(locked, reviewer, lease_number)
    if until <= database_now():
        raise TransitionRefused("The wait would end in the past: choose a later time.")
    if until > database_now() + LONGEST:
        raise TransitionRefused("The wait would last longer than two years: choose an earlier day.")
    refuse_revealing(locked, what_it_waits_for=what)
    locked.assignee, locked.wait_until = reviewer, until
    locked.wait_for = required_text(what, "Say what the work waits for.")
    for name, value in NO_LEASE.items():
        setattr(locked, name, value)
    locked.save(update_fields=["assignee", "wait_until", "wait_for", *NO_LEASE])
    payload = {"for": locked.wait_for, "until": until.isoformat()}
    record_event(review=locked, kind=EventKind.WAITING, actor=reviewer, payload=payload)
    return locked
