"""`manage.py extract`: no database, clear errors for each file, results for people and for programs."""

import io
import json
import sys
from pathlib import Path
from typing import Any

import pytest
from django.core.management import CommandError, call_command

from claims.extraction import extract
from tests.claims.factories import TEXT

# No database fixture here: pytest-django refuses any connection, and with it this command if it tried one.


@pytest.fixture
def article(tmp_path: Path) -> Path:
    path = tmp_path / "bridges.txt"
    path.write_text(TEXT, encoding="utf-8")
    return path


def run(*arguments: Any) -> tuple[str, str]:
    out, err = io.StringIO(), io.StringIO()
    call_command("extract", *map(str, arguments), stdout=out, stderr=err)
    return out.getvalue(), err.getvalue()


def test_the_table_shows_every_claim_with_its_figures_and_the_credits(
    article: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(article.parent)  # A long path would be the longest line.
    out, _ = run(article.name)
    assert "credits: Reuters, AFP" in out
    words = " ".join(out.split())
    for claim in extract(TEXT).claims:
        assert claim.text in words
    assert "more than 120 bridges" in words
    assert max(map(len, out.splitlines())) <= 110


def test_json_holds_text_and_spans_that_fit(article: Path) -> None:
    [result] = json.loads(run(article, "--format", "json")[0])
    assert result["file"] == str(article)
    assert result["credits"] == ["Reuters", "AFP"]
    assert result["claims"]
    for claim in result["claims"]:
        assert result["text"][claim["start"] : claim["end"]] == claim["quote"]


def test_a_date_resolves_what_the_text_leaves_open(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("The ministry closed 14 bridges last year, after 12 bridges failed an inspection.")
    [result] = json.loads(run(path, "--format", "json", "--published", "2019-09-09")[0])
    assert "2018" in [date for claim in result["claims"] for date in claim["dates"]]


def test_out_gets_a_file_for_each_article(article: Path, tmp_path: Path) -> None:
    other = tmp_path / "other.html"
    other.write_text(
        f"<html><body><article>{''.join(f'<p>{line}</p>' for line in TEXT.splitlines())}</article></body></html>"
    )
    run(article, other, "--out", tmp_path / "out" / "deep")
    stored = {path.name: json.loads(path.read_text()) for path in (tmp_path / "out" / "deep").iterdir()}
    assert sorted(stored) == ["bridges.json", "other.json"]
    assert all(one["claims"] for one in stored.values())


def test_one_bad_file_stops_none_of_the_others_and_the_exit_code_tells(article: Path, tmp_path: Path) -> None:
    picture = tmp_path / "picture.txt"
    picture.write_bytes(b"\x89PNG\r\n")
    out, err = io.StringIO(), io.StringIO()
    with pytest.raises(CommandError, match="3 of 4 could not be read") as caught:
        call_command(
            "extract", str(tmp_path / "missing.txt"), str(picture), str(tmp_path), str(article), stdout=out, stderr=err
        )
    assert caught.value.returncode == 1
    said = err.getvalue().splitlines()
    assert [line.split(": ", 1)[0] for line in said] == [str(tmp_path / "missing.txt"), str(picture), str(tmp_path)]
    assert "No such file" in said[0] and "a picture" in said[1] and "directory" in said[2]
    assert "120 bridges" in out.getvalue()


def test_two_files_for_one_result_are_refused_before_any_is_written(article: Path, tmp_path: Path) -> None:
    with pytest.raises(CommandError, match="both become bridges"):
        run(article, tmp_path / "elsewhere" / "bridges.html", "--out", tmp_path / "out")
    assert not (tmp_path / "out").exists()


def test_the_standard_input_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(TEXT.encode())))
    assert "120 bridges" in run("-")[0]


def test_an_impossible_date_is_refused(article: Path) -> None:
    with pytest.raises(CommandError, match=r"--published: '9 September 2019' is no day: .* such as 2019-09-09"):
        run(article, "--published", "9 September 2019")


def test_another_language_says_why_there_are_no_claims(tmp_path: Path) -> None:
    path = tmp_path / "fr.txt"
    path.write_text("Plus de cent vingt ponts ont été fermés dans le nord du pays en 2021, selon le ministère. " * 3)
    out, _ = run(path)
    assert "0 claims" in out and "English" in out
