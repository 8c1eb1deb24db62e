"""Writing the decision log: one row for each change of state, in the same transaction."""

from typing import Any

from django.contrib.auth.models import User
from django.db import transaction
from django.utils import timezone

from reviews.decision_log import VERSION, chain_hash, digest, payload_text
from reviews.enums import EventKind
from reviews.models import Event, EventPayload, Review
from reviews.services.telling import Happening, tell


@transaction.atomic
def record_event(
    *,
    review: Review,
    kind: EventKind,
    actor: User | None,
    payload: dict[str, Any] | None = None,
    held_by: int | None = None,
) -> Event:
    """Append a row to the review's log under its row lock, and tell whom it concerns (`reviews.services.telling`).

    `payload` is JSON-able. `actor` None: the system did it. `held_by`: whose work the review was before this.
    """
    locked = Review.objects.select_for_update(of=("self",)).only("uuid", "event_count", "head_hash").get(pk=review.pk)
    at = timezone.now()
    actor_id = actor.pk if actor else None
    text = payload_text(kind=kind, actor_id=actor_id, at=at, data=payload or {})
    sequence = locked.event_count + 1
    payload_sha256 = digest(text)
    event = Event.objects.create(
        review=locked,
        sequence=sequence,
        version=VERSION,
        kind=kind,
        actor=actor,
        at=at,
        payload_sha256=payload_sha256,
        previous_hash=locked.head_hash,
        hash=chain_hash(
            version=VERSION,
            review=str(locked.uuid),
            sequence=sequence,
            previous_hash=locked.head_hash,
            payload_sha256=payload_sha256,
        ),
    )
    EventPayload.objects.create(event=event, text=text)
    Review.objects.filter(pk=locked.pk).update(event_count=sequence, head_hash=event.hash)
    # The caller's instance must not carry the old head into a later save.
    review.event_count, review.head_hash = sequence, event.hash
    tell(Happening(event, review, payload or {}, held_by))
    return event
