"""The decision log of one review in words, with what each verdict changed; and what the editors asked for."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import pairwise
from typing import Any

from django.contrib.auth.models import User

from reviews.draft_changes import FieldChange, changes_between
from reviews.draft_words import names_for
from reviews.drafting import DraftBody
from reviews.enums import EventKind
from reviews.models import Event, Review, Verdict
from reviews.sealing import awaits_second, payload_reader, visible_verdicts
from reviews.verdict_bodies import PARTS, body_of
from reviews.workflow import OPEN_STAGES

ASKED = (EventKind.CHANGES_REQUESTED, EventKind.REOPENED)


@dataclass(frozen=True, slots=True)
class Step:
    """`verdict` and `changes`: of a submission, its number and what it changed in the verdict before it."""

    at: datetime
    who: str
    what: str
    why: str
    verdict: int | None = None
    changes: tuple[FieldChange, ...] = ()


def history_context(review: Review, reader: User, draft: DraftBody | None) -> dict[str, object]:
    """What `includes/history.html` draws: the steps, newest first; and how far `draft`, where it is being written, has
    come since the last verdict. The number of queries grows with nothing."""
    verdicts = list(visible_verdicts(reader).filter(review=review).order_by("number").prefetch_related(*PARTS))
    bodies = {verdict.number: body_of(verdict) for verdict in verdicts}
    last, context = verdicts[-1] if verdicts else None, dict[str, object]()
    changed: dict[int, tuple[FieldChange, ...]] = {}
    if last is not None:
        names = names_for([*bodies.values(), *([draft] if draft else [])])
        changed = {new: tuple(changes_between(bodies[old], bodies[new], names)) for old, new in pairwise(bodies)}
        if draft is not None:
            context = {"since_verdict": last, "since": changes_between(bodies[last.number], draft, names)}
    return context | {"history": _steps(review, reader, {verdict.pk: verdict for verdict in verdicts}, changed)}


def _steps(
    review: Review, reader: User, verdicts: dict[int, Verdict], changed: dict[int, tuple[FieldChange, ...]]
) -> list[Step]:
    """A payload that is withheld, or sealed for the reader, leaves the step without its reason and its changes."""
    may_read = payload_reader(reader, review)
    steps = []
    for event in review.events.select_related("actor", "payload").order_by("-sequence"):
        data = _data(event) if may_read(event) else {}
        verdict = verdicts.get(data.get("verdict", 0)) if event.kind == EventKind.SUBMITTED else None
        number = verdict.number if verdict else None
        steps.append(
            Step(
                event.at,
                str(event.actor) if event.actor else "Claimdesk",
                event.get_kind_display(),
                _why(data),
                number,
                changed.get(number or 0, ()),
            )
        )
    return steps


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
        event.review_id: Step(event.at, str(event.actor or ""), event.get_kind_display(), _why(_data(event)))
        for event in latest
        if event.kind in ASKED
    }


def _data(event: Event) -> dict[str, Any]:
    payload = getattr(event, "payload", None)
    return dict(json.loads(payload.text).get("data", {})) if payload and payload.text else {}


def _why(data: dict[str, Any]) -> str:
    return str(data.get("reason") or data.get("note") or "")
