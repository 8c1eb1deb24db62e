"""The stored log: the database continues the chain, and `verify_log` names what somebody with its keys has changed."""

import json
from collections.abc import Iterator
from pathlib import Path

import psycopg
import pytest
from django.core.management import CommandError, call_command
from django.db import DatabaseError, transaction
from django.utils import timezone

from reviews.decision_log import digest
from reviews.log_check import faulty_rows
from reviews.models import Event, EventPayload, Review
from reviews.services.events import record_event
from tests.claims.factories import make_user
from tests.fixtures.databases import PrivateDatabase
from tests.reviews.factories import make_publication, make_review


@pytest.mark.django_db
class TestTheDatabase:
    def test_every_service_leaves_a_log_that_holds(self) -> None:
        make_publication()
        assert list(faulty_rows({})) == []

    @pytest.mark.parametrize("change", [{"sequence": 7}, {"previous_hash": "0" * 64}, {"hash": "0" * 64}])
    def test_an_event_that_does_not_continue_the_chain_is_refused(self, change: dict[str, object]) -> None:
        review = make_review()
        last = review.events.get()
        values = {"sequence": 2, "previous_hash": last.hash, "hash": "1" * 64, "payload_sha256": "2" * 64} | change
        row = Event(review=review, kind="taken", at=timezone.now(), **values)
        with pytest.raises(DatabaseError, match="does not continue its log"), transaction.atomic():
            row.save()

    def test_a_payload_that_was_not_hashed_is_refused(self) -> None:
        event = make_review().events.get()
        with pytest.raises(DatabaseError, match=r"not the payload|duplicate key"), transaction.atomic():
            EventPayload.objects.bulk_create([EventPayload(event=event, text="{}")])

    def test_the_head_is_not_set_by_hand(self) -> None:
        review = make_review()
        with pytest.raises(DatabaseError, match="must be the newest event"), transaction.atomic():
            Review.objects.filter(pk=review.pk).update(event_count=0, head_hash="")

    def test_the_payload_holds_who_what_and_when(self) -> None:
        review, editor = make_review(), make_user("editor")
        event = record_event(review=review, kind="prioritised", actor=editor, payload={"to": 2})  # type: ignore[arg-type]
        payload = json.loads(event.payload.text)
        assert (payload["kind"], payload["actor"], payload["data"]) == ("prioritised", editor.pk, {"to": 2})
        assert payload["at"] == event.at.isoformat(timespec="microseconds")
        assert digest(event.payload.text) == event.payload_sha256


TAMPERED = [
    ("UPDATE reviews_event SET actor_id = NULL WHERE sequence = 2", "event 2: changed"),
    ("UPDATE reviews_event SET kind = 'renewed' WHERE sequence = 3", "event 3: changed"),
    ("UPDATE reviews_event SET at = at + interval '1 s' WHERE sequence = 5", "event 5: changed"),
    ("UPDATE reviews_eventpayload SET text = '{}' WHERE event_id = (SELECT max(id) FROM reviews_event)", "event 5"),
    ("DELETE FROM reviews_eventpayload WHERE event_id = (SELECT min(id) FROM reviews_event)", "event 1: changed"),
    ("DELETE FROM reviews_eventpayload; DELETE FROM reviews_event WHERE sequence = 3", "event 3: missing"),
    ("DELETE FROM reviews_eventpayload; DELETE FROM reviews_event WHERE sequence = 5", "event 5: missing"),
    (
        "UPDATE reviews_event SET sequence = sequence + 100 WHERE sequence IN (2, 3);"
        "UPDATE reviews_event SET sequence = 105 - sequence WHERE sequence > 100",
        "event 2: does not follow",
    ),
    ("UPDATE reviews_review SET event_count = 4", "event 5: added"),
]


class TestVerifyLog:
    @pytest.fixture
    def keys(self, committing_db: PrivateDatabase) -> Iterator[psycopg.Connection]:
        """Somebody who holds the keys of the database: triggers off."""
        make_publication()
        with committing_db.connect(user="postgres") as connection:
            connection.execute("SET session_replication_role = replica")
            yield connection

    def test_it_says_that_the_log_holds(self, keys: object, capsys: pytest.CaptureFixture[str]) -> None:
        call_command("verify_log")
        assert "holds" in capsys.readouterr().out

    @pytest.mark.parametrize(("change", "named"), TAMPERED)
    def test_it_names_the_row(
        self, keys: psycopg.Connection, capsys: pytest.CaptureFixture[str], change: str, named: str
    ) -> None:
        for statement in change.split(";"):
            keys.execute(statement)
        keys.commit()
        with pytest.raises(CommandError, match="does not hold"):
            call_command("verify_log")
        assert named in capsys.readouterr().err

    def test_anchors_find_an_end_that_was_cut_off_together_with_the_head(
        self, keys: psycopg.Connection, capsys: pytest.CaptureFixture[str], tmp_path: Path
    ) -> None:
        anchors = tmp_path / "anchors.jsonl"
        call_command("verify_log", export=anchors)
        keys.execute("DELETE FROM reviews_eventpayload WHERE event_id = (SELECT max(id) FROM reviews_event)")
        keys.execute("DELETE FROM reviews_event WHERE sequence = 5")
        keys.execute("UPDATE reviews_review SET event_count = 4, head_hash = (SELECT hash FROM reviews_event"
                     " WHERE sequence = 4)")  # fmt: skip
        keys.commit()
        call_command("verify_log")
        with pytest.raises(CommandError):
            call_command("verify_log", anchors=anchors)
        assert "event 5: missing: the anchors file knows 5 rows" in capsys.readouterr().err

    def test_anchors_find_a_review_that_is_gone(self, keys: psycopg.Connection, tmp_path: Path) -> None:
        anchors = tmp_path / "anchors.jsonl"
        anchors.write_text('{"review": "6f1c9d0e-0000-4000-8000-000000000001", "count": 2, "hash": "ab"}\n')
        with pytest.raises(CommandError, match="1 faults"):
            call_command("verify_log", anchors=anchors)

    @pytest.mark.parametrize("content", ["not json\n", "{}\n", "[1]\n"])
    def test_a_file_that_is_no_export_is_named_with_its_line(
        self, committing_db: PrivateDatabase, tmp_path: Path, content: str
    ) -> None:
        anchors = tmp_path / "anchors.jsonl"
        anchors.write_text(content)
        with pytest.raises(CommandError, match="line 1 is not an anchor"):
            call_command("verify_log", anchors=anchors)
