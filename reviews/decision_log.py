"""The hash chain of a review's decision log, pure: no database, no clock.

Each row's hash covers the row before it, so a changed, missing, added or re-ordered row breaks the chain where it
happened; the review's head and count, and anchors exported elsewhere, cover the last row.
"""

import hashlib
import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

VERSION = 1
"""Of the way in which rows are hashed; a row keeps the version that it was written with."""


WITHHELD = "withheld"
"""Kind of the event that names the events whose payloads were emptied."""

Told = tuple[str, int | None, str]
"""An event's kind, actor and time."""


@dataclass(frozen=True, slots=True)
class Row:
    """One event as stored; `payload` is None where it is missing, empty where it is said to be withheld."""

    sequence: int
    version: int
    kind: str
    actor_id: int | None
    at: datetime
    payload_sha256: str
    previous_hash: str
    hash: str
    payload: str | None


@dataclass(frozen=True, slots=True)
class Problem:
    """What is wrong with the row of that sequence."""

    sequence: int
    says: str


@dataclass(frozen=True, slots=True)
class Anchor:
    """A chain's end as it was known outside the rows: on the review (which is the end), or in an older export."""

    count: int
    hash: str
    where: str
    is_the_end: bool


def canonical_json(data: Any) -> str:
    """One text for one value: keys sorted, no spaces, characters as themselves. ValueError for NaN and infinity."""
    return json.dumps(data, sort_keys=True, separators=(",", ":"), ensure_ascii=False, allow_nan=False)


def digest(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8")).hexdigest()


def payload_text(*, kind: str, actor_id: int | None, at: datetime, data: dict[str, Any]) -> str:
    """The payload as it is hashed; who, what and when are inside, so that their columns can't drift from it."""
    return canonical_json({"kind": kind, "actor": actor_id, "at": _instant(at), "data": data})


def chain_hash(*, version: int, review: str, sequence: int, previous_hash: str, payload_sha256: str) -> str:
    """`review` is the review's UUID as text; the fields are joined by line feeds, which none of them contains."""
    return digest("\n".join([str(version), review, str(sequence), previous_hash, payload_sha256]))


def verify(*, review: str, rows: Sequence[Row], anchors: Iterable[Anchor]) -> list[Problem]:
    """Everything that is wrong with a review's chain; `rows` in the order of their sequence. Empty: it holds."""
    problems: list[Problem] = []
    withheld = _withheld(rows)
    previous, expected = "", 1
    for row in rows:
        if row.sequence < expected:
            problems.append(Problem(row.sequence, "added: there is another row with this number"))
        elif row.sequence > expected:
            problems.append(Problem(expected, f"missing: the next row is {row.sequence}"))
        problems += [Problem(row.sequence, says) for says in _faults(review, row, previous, withheld.get(row.sequence))]
        previous, expected = row.hash, row.sequence + 1
    for anchor in anchors:
        problems += _end_faults(rows, anchor)
    return problems


def _withheld(rows: Sequence[Row]) -> dict[int, Told]:
    """Sequence → what a later row of the log itself says of an event whose payload was withheld.

    Only the chain vouches for an empty payload: no table beside the log, and no row that is not in it.
    """
    told: dict[int, Told] = {}
    for row in rows:
        if row.kind == WITHHELD and row.payload and digest(row.payload) == row.payload_sha256:
            for item in _named(row):
                if item["sequence"] < row.sequence:
                    told[item["sequence"]] = (item["kind"], item["actor"], item["at"])
    return told


def _named(row: Row) -> list[dict[str, Any]]:
    """The events that a `withheld` row names; none that a forger named in another shape, so that checking goes on."""
    data = _written(row).get("data")
    events = data.get("events") if isinstance(data, dict) else None
    items = [item for item in events if isinstance(item, dict)] if isinstance(events, list) else []
    return [item for item in items if item.keys() >= {"kind", "actor", "at"} and isinstance(item.get("sequence"), int)]


def _faults(review: str, row: Row, previous: str, withheld: Told | None) -> Iterable[str]:
    if row.previous_hash != previous:
        yield "does not follow the row before it: a row was added, removed or moved here"
    wanted = chain_hash(
        version=row.version,
        review=review,
        sequence=row.sequence,
        previous_hash=row.previous_hash,
        payload_sha256=row.payload_sha256,
    )
    if row.hash != wanted:
        yield "changed: its hash is not that of its content"
    if not row.payload:
        if withheld is None:
            yield "changed: its payload is missing"
        elif withheld != _who_what_when(row):
            yield "changed: kind, actor or time differ from what the log says of the withheld payload"
    elif digest(row.payload) != row.payload_sha256:
        yield "changed: its payload is not the one that was hashed"
    elif not _columns_agree(row):
        yield "changed: kind, actor or time differ from its payload"


def _columns_agree(row: Row) -> bool:
    written = _written(row)
    return (written.get("kind"), written.get("actor"), written.get("at")) == _who_what_when(row)


def _who_what_when(row: Row) -> Told:
    return row.kind, row.actor_id, _instant(row.at)


def _written(row: Row) -> dict[str, Any]:
    """The payload as an object; an empty one where somebody wrote there what is none."""
    try:
        written = json.loads(row.payload or "{}")
    except ValueError:
        return {}
    return written if isinstance(written, dict) else {}


def _end_faults(rows: Sequence[Row], anchor: Anchor) -> list[Problem]:
    last = rows[-1].sequence if rows else 0
    if anchor.count > last:
        return [Problem(anchor.count, f"missing: {anchor.where} knows {anchor.count} rows, the last here is {last}")]
    if anchor.is_the_end and anchor.count < last:
        return [Problem(last, f"added: {anchor.where} knows {anchor.count} rows only")]
    if any(row.hash != anchor.hash for row in rows if row.sequence == anchor.count):
        return [Problem(anchor.count, f"changed: {anchor.where} holds another hash")]
    return []


def _instant(at: datetime) -> str:
    return at.astimezone(UTC).isoformat(timespec="microseconds")
