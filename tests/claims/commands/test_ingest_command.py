"""`manage.py ingest`: files and addresses in, a result for each."""

import io
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command
from pytest_django import Settings

from claims.enums import JobState
from claims.models import Article, Job, Source
from tests.claims.factories import TEXT
from tests.claims.ingest.servers import Server

pytestmark = pytest.mark.django_db


@pytest.fixture
def article(tmp_path: Path) -> Path:
    path = tmp_path / "bridges.txt"
    path.write_text(TEXT, encoding="utf-8")
    return path


def run(*arguments: str) -> str:
    out = io.StringIO()
    call_command("ingest", *arguments, stdout=out)
    return out.getvalue()


def test_a_file_is_brought_in_and_its_extraction_left_to_a_worker(article: Path) -> None:
    said = run(str(article), "--source", "afp", "--published", "2019-09-09")
    stored = Article.objects.get()
    assert stored.source == Source.objects.get(name="AFP")
    assert said == f"{article}: article {stored.pk}, claims to come (job {stored.jobs.get().pk})\n"
    assert Job.objects.get().state == JobState.QUEUED


def test_now_extracts_without_a_worker(article: Path) -> None:
    said = run(str(article), "--now")
    stored = Article.objects.get()
    assert stored.claims.exists()
    assert f"{stored.claims.count()} claims" in said
    assert "nothing new in its text" in run(str(article), "--now")


def test_now_fetches_a_page_too(server: Server, settings: Settings) -> None:
    settings.CLAIMDESK_FETCH_ALLOW_HOSTS = [server.host]
    said = run(server.address("/article"), "--now")
    stored = Article.objects.get()
    assert (stored.address, stored.title) == (server.address("/article"), "Bridges closed")
    assert f"article {stored.pk}, {stored.claims.count()} claims" in said
    assert stored.claims.exists()


def test_one_bad_item_stops_none_of_the_others(article: Path, tmp_path: Path, server: Server) -> None:
    out, err = io.StringIO(), io.StringIO()
    with pytest.raises(CommandError, match="2 of 3 could not be brought in"):
        call_command(
            "ingest",
            str(tmp_path / "missing"),
            server.address("/article"),
            str(article),
            "--now",
            stdout=out,
            stderr=err,
        )
    assert "No such file" in err.getvalue()
    assert "usual port" in err.getvalue()  # Without the setting, no server of this machine is fetched from.
    assert Article.objects.count() == 1
    assert str(article) in out.getvalue()


def test_an_unknown_source_is_refused_before_anything_is_brought_in(article: Path) -> None:
    with pytest.raises(CommandError, match="No single source is called “Nobody's Gazette”"):
        run(str(article), "--source", "Nobody's Gazette")
    assert not Article.objects.exists()


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["ftp://gazette.example/a"], "not a web address: it must begin with https:// or http://"),
        (["https://gazette.example/a", "--published", "2019-09-09"], "--published are for files"),
        (["https://gazette.example/a", "--source", "AFP"], "--source and"),
    ],
)
def test_an_address_that_cannot_be_taken_as_asked_says_why(arguments: list[str], said: str) -> None:
    err = io.StringIO()
    with pytest.raises(CommandError, match="1 of 1 could not be brought in"):
        call_command("ingest", *arguments, stderr=err)
    assert said in err.getvalue()
    assert not Job.objects.exists()
