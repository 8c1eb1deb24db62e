"""Holds: while one is in force, nothing is published, whoever approves.

What was set to a time before the hold begins when the hold ends, and the page that it replaces stays until then. The
stored times say so, so that every output goes by them, and days of the past show what readers saw.
"""

from datetime import datetime
from typing import Any

from django.contrib.auth.models import User
from django.db import transaction
from django.db.models import Q, QuerySet
from django.db.models.functions import Now

from claims.models import Article, Claim
from reviews.enums import EventKind, HoldKind
from reviews.errors import TransitionRefused
from reviews.models import Hold, Publication, PublishedSighting, Review
from reviews.models.holds import WHEN_LIFTED
from reviews.permissions import Action, require
from reviews.services.events import record_event
from reviews.services.identities import refuse_revealing
from reviews.services.pressed_twice import just_added
from reviews.services.steps import database_now
from reviews.services.wording import required_text


@transaction.atomic
def place_hold(*, on: Review | Article, kind: HoldKind, by: User, reason: str, until: datetime | None = None) -> Hold:
    """Forbid publishing a review, or every review of an article; `until` None: until it is lifted. The same by the same
    person within a minute is the one that is there already: it would have to be lifted twice."""
    require(by, Action.HOLD)
    if until is not None and until <= database_now():
        raise TransitionRefused("The hold would end in the past: choose a later time, or none.")
    # First of all, so that an approval in the same moment has happened before it, or sees it.
    stopped = _lock(on)
    refuse_revealing(*stopped, reason=reason)
    values: dict[str, Any] = {
        "kind": HoldKind(kind),
        "review": on if isinstance(on, Review) else None,
        "article": on if isinstance(on, Article) else None,
        "reason": required_text(reason, "Say why publishing is held back."),
        "until": until,
        "placed_by": by,
    }
    known = just_added(Hold.objects.filter(**values, lifted_at=None), at="placed_at")
    if known is not None:
        return known
    hold = Hold.objects.create(**values)
    _move_and_log(stopped, hold, EventKind.HELD, by)
    return hold


@transaction.atomic
def lift_hold(*, hold: Hold, by: User) -> Hold:
    """What it stopped begins now, or at its set time; where another hold is in force, when that ends."""
    require(by, Action.HOLD)
    stopped = _lock(hold.review or hold.article)
    locked = Hold.objects.select_for_update().get(pk=hold.pk)
    if locked.lifted_at is not None:
        raise TransitionRefused(f"This hold was lifted already, by {locked.lifted_by}.")
    locked.lifted_at, locked.lifted_by = database_now(), by
    locked.save(update_fields=["lifted_at", "lifted_by"])
    _move_and_log(stopped, locked, EventKind.HOLD_LIFTED, by)
    return locked


def _lock(on: Review | Article | None) -> list[Review]:
    """The reviews that a hold stops, in a fixed order, so that two holds can't deadlock."""
    stopped = Q(pk=on.pk) if isinstance(on, Review) else _quoting(on)
    reviews = Review.objects.filter(stopped).select_related("claim").order_by("pk")
    return list(reviews.select_for_update(of=("self",)))


def _quoting(article: Article | None) -> Q:
    """Reviews whose next page would quote the article, and those with a page still to come that does."""
    claims = Claim.objects.filter(article=article)
    quoted = PublishedSighting.objects.filter(article=article, publication__in=_to_come())
    # By subqueries: FOR UPDATE goes with no DISTINCT.
    return (
        Q(claim__in=claims.values("pk"))
        | Q(claim__in=claims.exclude(canonical=None).values("canonical"))
        | Q(pk__in=quoted.values("publication__review"))
    )


def _to_come() -> QuerySet[Publication]:
    return Publication.objects.filter(valid_until=None, valid_from__gt=Now(), set_for__isnull=False)


def _holds_on(page: Publication) -> QuerySet[Hold]:
    """Those in force on its review, or on an article that it quotes, even where the link was taken away since."""
    on_it = (
        Q(review=page.review_id) | Q(article=page.claim.article_id) | Q(article__in=page.sightings.values("article"))
    )
    return Hold.objects.in_force().filter(on_it)


def _move_and_log(stopped: list[Review], hold: Hold, kind: EventKind, by: User) -> None:
    """In the log of every review that the hold stops, with when its page begins now; null: when somebody lifts it."""
    for review in stopped:
        payload = {"hold": hold.pk, "kind": hold.kind, "reason": hold.reason}
        moved = _move_what_is_set(review)
        if moved is not None:
            begins = None if moved.valid_from == WHEN_LIFTED else moved.valid_from.isoformat()
            payload |= {"publication": moved.pk, "valid_from": begins}
        record_event(review=review, kind=kind, actor=by, payload=payload)


def _move_what_is_set(review: Review) -> Publication | None:
    """The page that is still to come out begins as its set time and the holds in force say; None: nothing moved."""
    now = database_now()
    page = _to_come().filter(review=review).select_related("claim").first()
    if page is None or page.set_for is None:
        return None
    begins = max(now, page.set_for, *(hold.until or WHEN_LIFTED for hold in _holds_on(page)))
    if begins == page.valid_from:
        return None
    before = review.publications.filter(valid_until=page.valid_from, valid_from__lt=page.valid_from)
    before.update(valid_until=begins)
    page.valid_from = page.changed_at = begins
    page.save(update_fields=["valid_from", "changed_at"])
    return page
