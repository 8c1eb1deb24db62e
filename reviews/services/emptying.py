"""Emptying the rows that hold a withheld text; `reviews.services.withholding` alone calls this, once confirmed."""

import json
from datetime import UTC, datetime
from typing import Any

from django.db.models import Q, Value
from django.db.models.functions import Greatest

from reviews.enums import CorrectionKind, EventKind
from reviews.models import (
    Correction,
    DisputeDecision,
    Draft,
    Event,
    EventPayload,
    Evidence,
    Finding,
    MinorCorrection,
    Publication,
    PublishedSighting,
    Resolution,
    SecondDraft,
    SecondVerdict,
    Verdict,
)
from reviews.models.withheld_triggers import PLAIN_SLUG, WITHHELD
from reviews.services.search_words import forget_words

LONG = 20
"""Characters from which on a text is looked for inside of longer ones, too: a short note stands in any draft."""

_TEXTS_OF_DRAFTS = frozenset(
    [
        *("headline", "summary", "explanation", "origins_exception", "contact_exception", "note"),
        *("title", "address", "excerpt", "excerpt_translation", "withheld_because", "source_typed", "rests_on_typed"),
        *("reasoning", "sources"),
    ]
)
_NOTICE = {"was": WITHHELD, "now": WITHHELD, "cause": "", "noticed_by": ""}


_TOLD = [EventKind.CORRECTED, EventKind.RETRACTED]


def empty_told(event: Event, *, at: datetime) -> dict[str, Any]:
    """The event, and before it the row that repeats its words: a correction, the answer to a dispute, or what an
    approver said of two verdicts that differ."""
    data = _data(event)
    if event.kind in _TOLD:
        correction = Correction.objects.filter(pk=data.get("correction", 0))
        planned = MinorCorrection.objects.filter(verdict__publication__corrections__in=correction)
        if correction.filter(kind=CorrectionKind.MINOR).exists():
            planned.update(**_NOTICE)
        Publication.objects.filter(corrections__in=correction).update(changed_at=_changed(at))
        correction.update(**_NOTICE)
    if event.kind == EventKind.DISPUTE_DECIDED:
        answered = DisputeDecision.objects.filter(dispute=data.get("dispute", 0))
        # Answers stand on the page as it is now, whichever edition was disputed.
        Publication.objects.filter(review=event.review_id, valid_until=None).update(changed_at=_changed(at))
        answered.update(answer=WITHHELD)
    if event.kind == EventKind.APPROVED:
        Resolution.objects.filter(verdict=data.get("verdict", 0)).update(how=WITHHELD)
    return empty_event(event)


def _data(event: Event) -> dict[str, Any]:
    payload = EventPayload.objects.filter(event=event).first()
    data: dict[str, Any] = json.loads(payload.text)["data"] if payload and payload.text else {}
    return data


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
    Resolution.objects.filter(verdict=verdict).update(how=WITHHELD)
    _empty_drafts(verdict.review_id, texts)
    publication = Publication.objects.filter(verdict=verdict).first()
    return _empty_publication(publication, at) if publication else []


def empty_second(second: SecondVerdict) -> None:
    """The second verdict, what drafts of either side repeat of it, and what approvers said of it beside the first."""
    texts = [second.reasoning, second.sources]
    SecondVerdict.objects.filter(pk=second.pk).update(reasoning=WITHHELD, sources=WITHHELD)
    Resolution.objects.filter(opinion=second.opinion).update(how=WITHHELD)
    _empty_drafts(second.opinion.review_id, texts)


def _empty_publication(publication: Publication, at: datetime) -> list[dict[str, Any]]:
    forget_words(publication)
    PublishedSighting.objects.filter(publication=publication).update(quote="")
    Correction.objects.filter(publication=publication).update(**_NOTICE)
    _take_words_off_addresses(publication, at)
    Publication.objects.filter(pk=publication.pk).update(
        payload={},
        headline=WITHHELD,
        wording=WITHHELD,
        summary=WITHHELD,
        quote="",
        speaker_name="",
        source_names="",
        slug=WITHHELD.lower(),
        changed_at=_changed(at),
    )
    events = Event.objects.filter(review=publication.review_id, kind__in=_TOLD).order_by("sequence")
    return [empty_event(event) for event in events if _data(event).get("publication") == publication.pk]


def _take_words_off_addresses(publication: Publication, at: datetime) -> None:
    """The address keeps the words of the first headline, also for later editions: not where those had to go."""
    same = Publication.objects.filter(review=publication.review_id, slug=publication.slug).exclude(pk=publication.pk)
    if not same.filter(valid_from__lt=publication.valid_from).exists():
        same.update(slug=PLAIN_SLUG, changed_at=_changed(at))


def _changed(at: datetime) -> Greatest:
    """What is still to come out changes again then, and lists see it by that."""
    return Greatest(Value(at), "valid_from")


def _texts_of(verdict: Verdict) -> list[str]:
    own = [verdict.headline, verdict.summary, verdict.explanation, verdict.origins_exception, verdict.contact_exception]
    cited = verdict.evidence.values_list("title", "address", "excerpt", "excerpt_translation", "withheld_because")
    notes = verdict.findings.filter(~Q(note="")).values_list("note", flat=True)
    return [text for text in (*own, *notes, *(text for row in cited for text in row)) if text]


def _empty_drafts(review_id: int, texts: list[str]) -> None:
    """Fields of drafts that repeat a withheld text; whoever is writing keeps the rest, and is told by the version."""
    first = Draft.objects.select_for_update().filter(review=review_id).order_by("pk")
    second = SecondDraft.objects.select_for_update().filter(opinion__review=review_id).order_by("pk")
    drafts: list[Draft | SecondDraft] = [*first, *second]
    for draft in drafts:
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
