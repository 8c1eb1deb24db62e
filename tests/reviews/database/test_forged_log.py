"""Forgeries of the decision log by somebody with the keys of the database, who also makes the hashes fit."""

from collections.abc import Iterator
from datetime import UTC
from pathlib import Path

import psycopg
import pytest
from django.core.management import CommandError, call_command

from reviews.decision_log import VERSION, chain_hash, digest, payload_text
from reviews.models import Event, Publication
from reviews.services.withholding import ask_withholding, confirm_withholding
from tests.claims.factories import make_user
from tests.fixtures.databases import PrivateDatabase
from tests.reviews.factories import make_publication

BASIS = "Regional court of Norhaven, 4 C 12/26."
LAST = 5


@pytest.fixture
def publication(committing_db: PrivateDatabase) -> Publication:
    """Its log: taken in, taken, draft started, submitted, approved."""
    return make_publication()


@pytest.fixture
def keys(committing_db: PrivateDatabase, publication: Publication) -> Iterator[psycopg.Connection]:
    with committing_db.connect(user="postgres") as connection:
        connection.execute("SET session_replication_role = replica")
        yield connection


def faults(capsys: pytest.CaptureFixture[str], **options: Path) -> str:
    """What `verify_log` names; empty where the log holds."""
    capsys.readouterr()
    try:
        call_command("verify_log", **options)
    except CommandError:
        return capsys.readouterr().err
    assert "holds" in capsys.readouterr().out
    return ""


def rewrite(keys: psycopg.Connection, event: Event, actor: int) -> str:
    """The event says that somebody else did it, in column, payload, digest and hash; returns the new hash."""
    text = payload_text(kind=event.kind, actor_id=actor, at=event.at.astimezone(UTC), data={})
    values = (digest(text), event.review.uuid, event.sequence, event.previous_hash)
    hashed = chain_hash(
        version=VERSION, review=str(values[1]), sequence=values[2], previous_hash=values[3], payload_sha256=values[0]
    )
    keys.execute(
        "UPDATE reviews_event SET actor_id = %s, payload_sha256 = %s, hash = %s WHERE id = %s",
        (actor, values[0], hashed, event.pk),
    )
    keys.execute("UPDATE reviews_eventpayload SET text = %s WHERE event_id = %s", (text, event.pk))
    return hashed


def test_a_row_rewritten_with_its_hash_breaks_the_row_after_it(
    publication: Publication, keys: psycopg.Connection, capsys: pytest.CaptureFixture[str]
) -> None:
    rewrite(keys, publication.review.events.get(sequence=3), make_user("reviewer").pk)
    keys.commit()
    assert "event 4: does not follow the row before it" in faults(capsys)


def test_the_last_row_rewritten_with_its_hash_and_the_head_is_found_by_the_anchors_alone(
    publication: Publication, keys: psycopg.Connection, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    anchors = tmp_path / "anchors.jsonl"
    call_command("verify_log", export=anchors)
    hashed = rewrite(keys, publication.review.events.get(sequence=LAST), make_user("editor").pk)
    assert f"event {LAST}: changed: the review holds another hash" in _after(keys, capsys)
    keys.execute("UPDATE reviews_review SET head_hash = %s", (hashed,))
    assert _after(keys, capsys) == ""
    assert f"event {LAST}: changed: the anchors file holds another hash" in faults(capsys, anchors=anchors)


def _after(keys: psycopg.Connection, capsys: pytest.CaptureFixture[str]) -> str:
    keys.commit()
    return faults(capsys)


def test_a_row_put_between_two_others_is_named(
    publication: Publication, keys: psycopg.Connection, capsys: pytest.CaptureFixture[str]
) -> None:
    keys.execute("UPDATE reviews_event SET sequence = sequence + 100 WHERE sequence > 2")
    keys.execute("UPDATE reviews_event SET sequence = sequence - 99 WHERE sequence > 100")
    second = publication.review.events.get(sequence=2)
    text = payload_text(kind="released", actor_id=None, at=second.at.astimezone(UTC), data={})
    hashed = chain_hash(
        version=VERSION,
        review=str(publication.review.uuid),
        sequence=3,
        previous_hash=second.hash,
        payload_sha256=digest(text),
    )
    keys.execute(
        "INSERT INTO reviews_event (review_id, sequence, version, kind, at, payload_sha256, previous_hash, hash)"
        " VALUES (%s, 3, %s, 'released', %s, %s, %s, %s)",
        (publication.review_id, VERSION, second.at, digest(text), second.hash, hashed),
    )
    keys.execute(
        "INSERT INTO reviews_eventpayload (event_id, text) SELECT id, %s FROM reviews_event WHERE sequence = 3", (text,)
    )
    named = _after(keys, capsys)
    assert "event 4: does not follow the row before it: a row was added, removed or moved here" in named
    assert "added: the review knows 5 rows only" in named


class TestWithheld:
    @pytest.fixture
    def withheld(self, publication: Publication) -> Event:
        """What the third event says is gone, by two people."""
        event = publication.review.events.get(sequence=3)
        asked = ask_withholding(target=event, legal_basis=BASIS, by=make_user("editor"))
        confirm_withholding(withholding=asked, by=make_user("administrator"))
        event.refresh_from_db()
        return event

    def test_the_log_still_holds_and_so_do_older_anchors(
        self, publication: Publication, capsys: pytest.CaptureFixture[str], tmp_path: Path
    ) -> None:
        anchors = tmp_path / "anchors.jsonl"
        call_command("verify_log", export=anchors)
        event = publication.review.events.get(sequence=3)
        asked = ask_withholding(target=event, legal_basis=BASIS, by=make_user("editor"))
        confirm_withholding(withholding=asked, by=make_user("administrator"))
        assert faults(capsys) == ""
        assert faults(capsys, anchors=anchors) == ""

    @pytest.mark.parametrize("column", ["kind = 'renewed'", "actor_id = NULL", "at = at + interval '1 s'"])
    def test_who_what_and_when_of_it_are_held_to_what_the_log_says(
        self, keys: psycopg.Connection, withheld: Event, capsys: pytest.CaptureFixture[str], column: str
    ) -> None:
        keys.execute(f"UPDATE reviews_event SET {column} WHERE id = {withheld.pk}")
        assert "event 3: changed: kind, actor or time differ from what the log says" in _after(keys, capsys)

    def test_another_payload_emptied_without_two_people_is_named(
        self, keys: psycopg.Connection, withheld: Event, capsys: pytest.CaptureFixture[str]
    ) -> None:
        keys.execute(
            "UPDATE reviews_eventpayload SET text = '' WHERE event_id ="
            " (SELECT id FROM reviews_event WHERE sequence = 4)"
        )
        assert _after(keys, capsys).splitlines()[0].endswith("event 4: changed: its payload is missing")

    def test_that_it_was_withheld_is_not_taken_out_of_the_log(
        self, keys: psycopg.Connection, withheld: Event, capsys: pytest.CaptureFixture[str]
    ) -> None:
        keys.execute(
            "UPDATE reviews_eventpayload SET text = '' WHERE event_id ="
            " (SELECT id FROM reviews_event WHERE kind = 'withheld')"
        )
        named = _after(keys, capsys)
        assert "event 3: changed: its payload is missing" in named
        assert "event 7: changed: its payload is missing" in named
