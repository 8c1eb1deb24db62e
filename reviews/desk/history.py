"""The decision log of one review in words; and what the editors asked for."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from django.contrib.auth.models import User

from reviews.enums import EventKind
from reviews.models import Event, Review
from reviews.sealing import awaits_second, payload_reader
from reviews.workflow import OPEN_STAGES

ASKED = (EventKind.CHANGES_REQUESTED, EventKind.REOPENED)


@dataclass(frozen=True, slots=True)
class Step:
    at: datetime
    who: str
    what: str
    why: str


def history(review: Review, reader: User) -> list[Step]:
    """Newest first. A payload that is withheld, or sealed for the reader, leaves the step without its reason."""
    may_read = payload_reader(reader, review)
    events = review.events.select_related("actor", "payload").order_by("-sequence")
    return [
        Step(
            event.at,
            str(event.actor) if event.actor else "Claimdesk",
            event.get_kind_display(),
            _why(event) if may_read(event) else "",
        )
        for event in events
    ]


def last_change_request(review: Review, reader: User) -> Step | None:
    """None too for whoever may not know what was asked: it speaks of a sealed verdict."""
    asked = asked_for_changes([review]).get(review.pk)
    if asked is None or not awaits_second(review):
        return asked
    return asked if review.drafts.filter(author=reader).exists() else None


def asked_for_changes(reviews: Sequence[Review]) -> dict[int, Step]:
    """What editors asked for, by review, while it is the reviewer's turn; one query for any number of reviews."""
    open_reviews = [review for review in reviews if review.stage in OPEN_STAGES]
    turns = Event.objects.filter(review__in=open_reviews, kind__in=[*ASKED, EventKind.SUBMITTED, EventKind.APPROVED])
    latest = turns.order_by("review_id", "-sequence").distinct("review_id").select_related("actor", "payload")
    return {
        event.review_id: Step(event.at, str(event.actor or ""), event.get_kind_display(), _why(event))
        for event in latest
        if event.kind in ASKED
    }


def _why(event: Event) -> str:
    payload = getattr(event, "payload", None)
    data = json.loads(payload.text).get("data", {}) if payload and payload.text else {}
    return str(data.get("reason") or data.get("note") or "")
