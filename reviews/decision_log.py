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


@dataclass(frozen=True, slots=True)
class Row:
    """One event as stored; `payload` is None where it is missing."""

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
    previous, expected = "", 1
    for row in rows:
        if row.sequence != expected:
            problems.append(Problem(expected, f"missing: the next row is {row.sequence}"))
        problems += [Problem(row.sequence, says) for says in _faults(review, row, previous)]
        previous, expected = row.hash, row.sequence + 1
    for anchor in anchors:
        problems += _end_faults(rows, anchor)
    return problems


def _faults(review: str, row: Row, previous: str) -> Iterable[str]:
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
    if row.payload is None:
        yield "changed: its payload is missing"
    elif digest(row.payload) != row.payload_sha256:
        yield "changed: its payload is not the one that was hashed"
    elif not _columns_agree(row):
        yield "changed: kind, actor or time differ from its payload"


def _columns_agree(row: Row) -> bool:
    written = json.loads(row.payload or "{}")
    return (written["kind"], written["actor"], written["at"]) == (row.kind, row.actor_id, _instant(row.at))


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
