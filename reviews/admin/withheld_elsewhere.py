"""What a withholding does not touch although it may repeat the text: other editions, and notices beside them."""

import json
from collections.abc import Iterator
from dataclasses import dataclass

from django.contrib.auth.models import User
from django.urls import reverse

from reviews.enums import EventKind
from reviews.models import Event, Verdict, Withholding
from reviews.sealing import visible_verdicts

NOTICES = [EventKind.CORRECTED, EventKind.RETRACTED]
TELLING = [*NOTICES, EventKind.DISPUTE_DECIDED, EventKind.APPROVED]
"""Events whose words the public reads, too; and approvals, of which older ones hold how a difference was settled."""


@dataclass(frozen=True, slots=True)
class Elsewhere:
    """`address` is of the admin page on which its withholding can be asked for."""

    says: str
    address: str


def elsewhere(withholding: Withholding, user: User) -> list[Elsewhere]:
    """Of the same review; what is withheld or asked for already is left out."""
    return [*_verdicts(withholding, user), *_notices(withholding)]


def _verdicts(withholding: Withholding, user: User) -> Iterator[Elsewhere]:
    asked = Withholding.objects.filter(review=withholding.review, declined_at=None).values("verdict")
    others = visible_verdicts(user).filter(review=withholding.review).exclude(pk__in=asked.exclude(verdict=None))
    for verdict in others.exclude(pk=withholding.verdict_id or 0).order_by("number"):
        yield Elsewhere(f"Verdict {verdict.number}: {verdict.headline}", _page_of(verdict))


def _notices(withholding: Withholding) -> Iterator[Elsewhere]:
    """Those that record a correction of this verdict's own page go with it."""
    own = getattr(withholding.verdict, "publication", None)
    told = Event.objects.filter(review=withholding.review, kind__in=TELLING).exclude(pk=withholding.event_id or 0)
    for event in told.select_related("payload").order_by("sequence"):
        payload = getattr(event, "payload", None)
        if payload is None or not payload.text:
            continue
        data = json.loads(payload.text)["data"]
        if own is not None and data.get("publication") == own.pk and event.kind in NOTICES:
            continue
        words = str(data.get("now") or data.get("answer") or data.get("resolution") or "")
        if not words:
            continue
        yield Elsewhere(f"Event {event.sequence}, {event.get_kind_display()}: {words}", _page_of(event))


def _page_of(row: Verdict | Event) -> str:
    return reverse(f"admin:reviews_{row._meta.model_name}_change", args=[row.pk])
