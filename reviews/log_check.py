"""Checking the stored decision logs against themselves, the reviews' heads, and anchors kept elsewhere."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from itertools import islice

from reviews.decision_log import Anchor, Problem, Row, verify
from reviews.models import Event, Review

Anchors = Mapping[str, tuple[int, str]]
"""Review's UUID → (number of events, hash of the last one), as exported at some time."""

BATCH = 500
"""Reviews whose logs are in memory at once."""


def faulty_rows(anchors: Anchors) -> Iterator[tuple[str, Problem]]:
    """(review's UUID, what is wrong with which row), review by review; nothing when every log holds."""
    seen: set[str] = set()
    heads = Review.objects.order_by("pk").values_list("pk", "uuid", "event_count", "head_hash").iterator()
    while batch := list(islice(heads, BATCH)):
        rows = _rows([pk for pk, *_ in batch])
        for pk, uuid, count, head in batch:
            review = str(uuid)
            seen.add(review)
            ends = [Anchor(count, head, "the review", is_the_end=True)]
            if review in anchors:
                ends.append(Anchor(*anchors[review], "the anchors file", is_the_end=False))
            for problem in verify(review=review, rows=rows[pk], anchors=ends):
                yield review, problem
    for review in sorted(set(anchors) - seen):
        yield review, Problem(1, "missing: the anchors file knows this review, the database does not")


def current_anchors() -> Iterator[tuple[str, int, str]]:
    """(review's UUID, number of events, hash of the last one) of every review, to be kept outside of the database."""
    for uuid, count, head in Review.objects.order_by("pk").values_list("uuid", "event_count", "head_hash").iterator():
        yield str(uuid), count, head


def _rows(reviews: list[int]) -> dict[int, list[Row]]:
    """Each review's events in the order of their sequence."""
    found: dict[int, list[Row]] = defaultdict(list)
    fields = ("sequence", "version", "kind", "actor_id", "at", "payload_sha256", "previous_hash", "hash")
    events = Event.objects.filter(review__in=reviews).order_by("review", "sequence")
    for review, *values in events.values_list("review_id", *fields, "payload__text"):
        found[review].append(Row(*values))
    return found
