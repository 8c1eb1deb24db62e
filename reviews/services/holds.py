"""Holds: while one is in force, nothing is published, whoever approves."""

from datetime import datetime

from django.contrib.auth.models import User
from django.db import transaction
from django.db.models import Q, QuerySet

from claims.models import Article
from reviews.enums import EventKind, HoldKind
from reviews.errors import TransitionRefused
from reviews.models import Hold, Review
from reviews.permissions import Action, require
from reviews.services.events import record_event
from reviews.services.steps import database_now
from reviews.services.wording import required_text


@transaction.atomic
def place_hold(*, on: Review | Article, kind: HoldKind, by: User, reason: str, until: datetime | None = None) -> Hold:
    """Forbid publishing a review, or every review of an article; `until` None: until it is lifted."""
    require(by, Action.HOLD)
    if until is not None and until <= database_now():
        raise TransitionRefused("The hold would end in the past: choose a later time, or none.")
    # First of all, so that an approval in the same moment has happened before it, or sees it.
    list(_stopped_by(on).select_for_update(of=("self",)))
    hold = Hold.objects.create(
        kind=HoldKind(kind),
        review=on if isinstance(on, Review) else None,
        article=on if isinstance(on, Article) else None,
        reason=required_text(reason, "Say why publishing is held back."),
        until=until,
        placed_by=by,
    )
    _log(hold, EventKind.HELD, by)
    return hold


@transaction.atomic
def lift_hold(*, hold: Hold, by: User) -> Hold:
    require(by, Action.HOLD)
    locked = Hold.objects.select_for_update().get(pk=hold.pk)
    if locked.lifted_at is not None:
        raise TransitionRefused(f"This hold was lifted already, by {locked.lifted_by}.")
    locked.lifted_at, locked.lifted_by = database_now(), by
    locked.save(update_fields=["lifted_at", "lifted_by"])
    _log(locked, EventKind.HOLD_LIFTED, by)
    return locked


def _log(hold: Hold, kind: EventKind, by: User) -> None:
    """In the log of every review that the hold stops."""
    for review in _stopped_by(hold.review or hold.article):
        record_event(
            review=review, kind=kind, actor=by, payload={"hold": hold.pk, "kind": hold.kind, "reason": hold.reason}
        )


def _stopped_by(on: Review | Article | None) -> QuerySet[Review]:
    """In a fixed order, so that two holds can't deadlock."""
    stopped = Q(pk=on.pk) if isinstance(on, Review) else Q(claim__article=on)
    return Review.objects.filter(stopped).order_by("pk")
