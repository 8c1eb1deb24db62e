"""Emptying the rows that hold a withheld text; `reviews.services.withholding` alone calls this, once confirmed."""

import json
from datetime import UTC, datetime
from typing import Any

from django.db.models import Q

from reviews.enums import EventKind
from reviews.models import (
    Correction,
    Draft,
    Event,
    EventPayload,
    Evidence,
    Finding,
    MinorCorrection,
    Publication,
    PublishedSighting,
    Verdict,
)
from reviews.models.withheld_triggers import WITHHELD

LONG = 20
"""Characters from which on a text is looked for inside of longer ones, too: a short note stands in any draft."""

_TEXTS_OF_DRAFTS = frozenset(
    [
        *("headline", "summary", "explanation", "origins_exception", "contact_exception", "note"),
        *("title", "address", "excerpt", "excerpt_translation", "withheld_because", "source_typed", "rests_on_typed"),
    ]
)
_NOTICE = {"was": WITHHELD, "now": WITHHELD, "cause": "", "noticed_by": ""}


def empty_event(event: Event) -> dict[str, Any]:
    """Returns who, what and when of the event, which its digest proves no more: the log keeps them elsewhere."""
    EventPayload.objects.filter(event=event).update(text="")
    at = event.at.astimezone(UTC).isoformat(timespec="microseconds")
    return {"sequence": event.sequence, "kind": event.kind, "actor": event.actor_id, "at": at}


def empty_verdict(verdict: Verdict, *, at: datetime) -> list[dict[str, Any]]:
    """The verdict, its publication with the corrections of it, what drafts repeat; returns the events emptied."""
    texts = _texts_of(verdict)
    Verdict.objects.filter(pk=verdict.pk).update(
        headline=WITHHELD, summary=WITHHELD, explanation=WITHHELD, origins_exception="", contact_exception=""
    )
    Finding.objects.filter(verdict=verdict).update(note="")
    Evidence.objects.filter(verdict=verdict).update(
        title=WITHHELD, address="", excerpt="", excerpt_translation="", withheld_because=""
    )
    MinorCorrection.objects.filter(verdict=verdict).update(**_NOTICE)
    _empty_drafts(verdict.review_id, texts)
    publication = Publication.objects.filter(verdict=verdict).first()
    return _empty_publication(publication, at) if publication else []


def _empty_publication(publication: Publication, at: datetime) -> list[dict[str, Any]]:
    PublishedSighting.objects.filter(publication=publication).update(quote="")
    Correction.objects.filter(publication=publication).update(**_NOTICE)
    Publication.objects.filter(pk=publication.pk).update(
        payload={},
        headline=WITHHELD,
        wording=WITHHELD,
        summary=WITHHELD,
        quote="",
        speaker_name="",
        source_names="",
        slug=WITHHELD.lower(),
        changed_at=at,
    )
    told = [EventKind.CORRECTED, EventKind.RETRACTED]
    events = Event.objects.filter(review=publication.review_id, kind__in=told).select_related("payload")
    return [empty_event(event) for event in events.order_by("sequence") if _is_about(event, publication)]


def _is_about(event: Event, publication: Publication) -> bool:
    text = event.payload.text
    return bool(text) and json.loads(text)["data"].get("publication") == publication.pk


def _texts_of(verdict: Verdict) -> list[str]:
    own = [verdict.headline, verdict.summary, verdict.explanation, verdict.origins_exception, verdict.contact_exception]
    cited = verdict.evidence.values_list("title", "address", "excerpt", "excerpt_translation", "withheld_because")
    notes = verdict.findings.filter(~Q(note="")).values_list("note", flat=True)
    return [text for text in (*own, *notes, *(text for row in cited for text in row)) if text]


def _empty_drafts(review_id: int, texts: list[str]) -> None:
    """Fields of drafts that repeat a withheld text; whoever is writing keeps the rest, and is told by the version."""
    for draft in Draft.objects.select_for_update().filter(review=review_id).order_by("pk"):
        body = _without(draft.body, texts)
        if body != draft.body:
            draft.body, draft.version = body, draft.version + 1
            draft.save(update_fields=["body", "version", "updated_at"])


def _without(value: Any, texts: list[str], name: str = "") -> Any:
    if isinstance(value, dict):
        return {key: _without(item, texts, key) for key, item in value.items()}
    if isinstance(value, list):
        return [_without(item, texts) for item in value]
    if isinstance(value, str) and name in _TEXTS_OF_DRAFTS and _repeats(value, texts):
        return ""
    return value


def _repeats(value: str, texts: list[str]) -> bool:
    return any(text == value.strip() or (len(text) >= LONG and text in value) for text in texts)
