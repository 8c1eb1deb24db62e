"""Stepping back: what a declared interest keeps somebody from stands in the log of the review."""

from collections.abc import Iterator
from contextlib import contextmanager

from django.contrib.auth.models import User

from reviews.enums import EventKind
from reviews.errors import Recused
from reviews.models import Review
from reviews.permissions import Action
from reviews.services.events import record_event


@contextmanager
def recusal_logged(review: Review, person: User, action: Action) -> Iterator[None]:
    """Around a service's transaction: where it refuses for an interest, the refusal is logged after it has ended.

    Inside of a caller's transaction the event lasts only if that one is committed all the same.
    """
    try:
        yield
    except Recused as refusal:
        log_recusal(review, person, refusal.interest, action=action.value)
        raise


def log_recusal(review: Review, person: User, interest: int, *, action: str) -> None:
    """Once for each person, interest and action: a second click says nothing new. The tie itself is not in the log."""
    if not _is_logged(review, person, interest, action):
        payload = {"interest": interest, "from": action}
        record_event(review=review, kind=EventKind.RECUSED, actor=person, payload=payload)


def _is_logged(review: Review, person: User, interest: int, action: str) -> bool:
    logged = review.events.filter(kind=EventKind.RECUSED, actor=person)
    return logged.filter(payload__text__contains=f'"data":{{"from":"{action}","interest":{interest}}}').exists()
