"""`manage.py evaluate_extraction`: the table, the change since the release, and no database."""

import json
from io import StringIO
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

from claims.extraction import EXTRACTOR_VERSION
from claims.extraction.scoring.release import RELEASE

GOLD_SET = Path(__file__).parent / "extraction" / "scoring" / "gold_set"


def run(*arguments: str, release: Path) -> str:
    """What the command prints. The test has no database: one query would fail it."""
    out = StringIO()
    call_command(
        "evaluate_extraction", str(GOLD_SET), *arguments, "--release", str(release), stdout=out, stderr=StringIO()
    )
    return out.getvalue()


def rows(table: str) -> dict[str, list[str]]:
    return {line.split()[0]: line.split()[1:] for line in table.splitlines()[1:]}


def test_it_prints_every_measure_of_the_part(tmp_path: Path) -> None:
    found = rows(run("--part", "dev", release=tmp_path / "none.json"))
    assert found["gold"] == ["5", "-"]
    assert found["offset_validity"] == ["1.000", "-"]
    assert float(found["recall_imp3"][0]) > 0
    assert not (tmp_path / "none.json").exists()


def test_it_shows_the_change_since_the_release_and_whether_it_is_better(tmp_path: Path) -> None:
    release = tmp_path / "release.json"
    run("--part", "dev", "--save-release", release=release)
    stored = json.loads(release.read_text())
    assert stored["dev"]["version"] == EXTRACTOR_VERSION
    assert rows(run("--part", "dev", release=release))["offset_validity"] == ["1.000", "1.000"]
    stored["dev"]["figures"] |= {"offset_validity": 0.75, "in_not_claims": -0.25, "gold": 4, "precision": None}
    release.write_text(json.dumps(stored))
    found = rows(run("--part", "dev", release=release))
    assert found["offset_validity"] == ["1.000", "0.750", "+0.250", "better"]
    assert found["in_not_claims"][1:] == ["-0.250", "+0.250", "worse"]
    assert found["gold"] == ["5", "4", "+1"]
    assert found["precision"][1:] == ["-"]


def test_saving_one_part_leaves_the_others(tmp_path: Path) -> None:
    release = tmp_path / "release.json"
    run("--part", "dev", "--save-release", release=release)
    run("--part", "seed", "--save-release", release=release)
    assert set(json.loads(release.read_text())) == {"dev", "seed"}


def test_as_json_it_gives_the_same_figures(tmp_path: Path) -> None:
    found = json.loads(run("--part", "dev", "--json", release=tmp_path / "none.json"))
    assert (found["part"], found["version"], found["release"]) == ("dev", EXTRACTOR_VERSION, {})
    assert found["overall"]["offset_validity"] == 1.0
    assert set(found["overall"]) == set(rows(run("--part", "dev", release=tmp_path / "none.json")))


def test_a_wrong_folder_or_part_is_refused(tmp_path: Path) -> None:
    with pytest.raises(CommandError, match="holds no annotation"):
        call_command("evaluate_extraction", str(tmp_path))
    with pytest.raises(CommandError, match="no part 'final'"):
        call_command("evaluate_extraction", str(GOLD_SET), "--part", "final")


def test_the_release_figures_are_numbers_only() -> None:
    for part in json.loads(RELEASE.read_text()).values():
        assert set(part) == {"version", "figures"}
        assert all(value is None or isinstance(value, int | float) for value in part["figures"].values())
