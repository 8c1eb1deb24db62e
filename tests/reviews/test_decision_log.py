from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone
from typing import Any

import pytest

from reviews.decision_log import Anchor, Problem, Row, canonical_json, chain_hash, digest, payload_text, verify

REVIEW = "6f1c9d0e-0000-4000-8000-000000000001"
AT = datetime(2026, 11, 24, 12, 0, tzinfo=UTC)


def log(count: int = 4) -> list[Row]:
    rows: list[Row] = []
    for sequence in range(1, count + 1):
        previous = rows[-1].hash if rows else ""
        text = payload_text(kind="taken", actor_id=sequence, at=AT, data={"lease": sequence})
        sha256 = digest(text)
        own = chain_hash(version=1, review=REVIEW, sequence=sequence, previous_hash=previous, payload_sha256=sha256)
        rows.append(Row(sequence, 1, "taken", sequence, AT, sha256, previous, own, text))
    return rows


def end(rows: list[Row], **values: Any) -> Anchor:
    return replace(Anchor(len(rows), rows[-1].hash, "the review", is_the_end=True), **values)


def found(rows: list[Row], anchor: Anchor | None = None) -> list[Problem]:
    return verify(review=REVIEW, rows=rows, anchors=[anchor or end(log())])


def rewritten(row: Row, **values: Any) -> Row:
    """Changed by somebody who knows how the hash is made."""
    row = replace(row, **values)
    own = chain_hash(
        version=row.version,
        review=REVIEW,
        sequence=row.sequence,
        previous_hash=row.previous_hash,
        payload_sha256=row.payload_sha256,
    )
    return replace(row, hash=own)


def test_an_untouched_log_holds() -> None:
    assert found(log()) == []


def test_the_hash_is_made_of_the_five_fields_joined_by_line_feeds() -> None:
    expected = digest(f"1\n{REVIEW}\n2\nabc\ndef")
    assert chain_hash(version=1, review=REVIEW, sequence=2, previous_hash="abc", payload_sha256="def") == expected


@pytest.mark.parametrize("index", range(4))
@pytest.mark.parametrize(
    "change",
    [
        {"actor_id": 99},
        {"kind": "approved"},
        {"at": AT + timedelta(seconds=1)},
        {"payload": "{}"},
        {"payload": None},
        {"payload_sha256": "0" * 64},
        {"hash": "0" * 64},
        {"version": 2},
    ],
    ids=lambda change: "-".join(change),
)
def test_a_changed_row_is_named(index: int, change: dict[str, Any]) -> None:
    rows = log()
    rows[index] = replace(rows[index], **change)
    assert index + 1 in {problem.sequence for problem in found(rows)}


@pytest.mark.parametrize("index", range(4))
def test_a_missing_row_is_named(index: int) -> None:
    rows = log()
    del rows[index]
    assert f"{index + 1}: missing" in str([f"{problem.sequence}: {problem.says}" for problem in found(rows)])


def test_a_row_rewritten_with_a_right_hash_breaks_the_next() -> None:
    rows = log()
    text = payload_text(kind="taken", actor_id=99, at=AT, data={})
    rows[1] = rewritten(rows[1], actor_id=99, payload=text, payload_sha256=digest(text))
    assert found(rows) == [Problem(3, "does not follow the row before it: a row was added, removed or moved here")]


def test_the_last_row_rewritten_with_a_right_hash_is_found_by_the_head() -> None:
    rows = log()
    text = payload_text(kind="taken", actor_id=99, at=AT, data={})
    rows[3] = rewritten(rows[3], actor_id=99, payload=text, payload_sha256=digest(text))
    assert found(rows) == [Problem(4, "changed: the review holds another hash")]


@pytest.mark.parametrize(
    "data",
    [
        [],
        {"events": None},
        {"events": [1, None, {}]},
        {"events": [{"sequence": 2}]},
        {"events": [{"sequence": "2", "kind": "taken", "actor": 2, "at": "now"}]},
    ],
    ids=str,
)
def test_a_withholding_forged_in_another_shape_stops_no_check(data: Any) -> None:
    rows = log()
    text = payload_text(kind="withheld", actor_id=4, at=AT, data=data)
    rows[1] = replace(rows[1], payload="")
    rows[3] = rewritten(rows[3], kind="withheld", payload=text, payload_sha256=digest(text))
    assert Problem(2, "changed: its payload is missing") in found(rows)
    assert Problem(4, "changed: the review holds another hash") in found(rows)


def test_two_rows_that_changed_places_are_found() -> None:
    rows = log()
    rows[1], rows[2] = replace(rows[2], sequence=2), replace(rows[1], sequence=3)
    assert {problem.sequence for problem in found(rows)} >= {2, 3}


def test_an_added_row_at_the_end_is_found_by_the_head_and_not_by_an_older_anchor() -> None:
    assert found(log(5)) == [Problem(5, "added: the review knows 4 rows only")]
    assert found(log(5), end(log(), is_the_end=False)) == []


def test_an_anchor_finds_the_missing_end_also_where_the_head_was_set_back() -> None:
    older = end(log(), where="the anchors file", is_the_end=False)
    assert found(log(2), older) == [Problem(4, "missing: the anchors file knows 4 rows, the last here is 2")]


def test_an_emptied_log_is_found() -> None:
    assert found([])[0].says.startswith("missing")


def test_one_value_has_one_text_and_one_moment() -> None:
    assert canonical_json({"b": 1, "a": "é"}) == canonical_json({"a": "é", "b": 1}) == '{"a":"é","b":1}'
    abroad = AT.astimezone(timezone(timedelta(hours=3)))
    assert payload_text(kind="x", actor_id=1, at=AT, data={}) == payload_text(kind="x", actor_id=1, at=abroad, data={})
    with pytest.raises(ValueError, match="Out of range"):
        canonical_json(float("nan"))
