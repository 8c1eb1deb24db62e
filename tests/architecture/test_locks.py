"""The locks are pyproject's dependencies, pinned with hashes, the same versions to run and to test."""

import re
import tomllib

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from tests.architecture.tree import ROOT

PIN = re.compile(r"^(?P<name>[a-z0-9.-]+)==(?P<version>\S+)", re.MULTILINE | re.IGNORECASE)
RUN, TEST = "requirements.txt", "requirements-test.txt"
RIVAL = "../tests/benchmarks/rival/requirements.txt"
"""Of what a benchmark sets beside us."""


def read(lock: str) -> str:
    return (ROOT / "config" / lock).read_text(encoding="utf-8")


def pins(lock: str) -> dict[str, str]:
    return {canonicalize_name(found["name"]): found["version"] for found in PIN.finditer(read(lock))}


def wanted(lock: str) -> list[Requirement]:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    return [
        Requirement(line)
        for line in project["dependencies"] + (project["optional-dependencies"]["test"] if lock == TEST else [])
    ]


@pytest.mark.parametrize("lock", [RUN, TEST])
def test_every_dependency_is_pinned_within_its_range(lock: str) -> None:
    pinned = pins(lock)
    missing = [
        str(need) for need in wanted(lock) if not need.specifier.contains(pinned.get(canonicalize_name(need.name), "0"))
    ]
    assert missing == [], f"Make config/{lock} again, as README's `Dependencies` says."


def test_tests_run_on_what_production_runs_on() -> None:
    assert pins(RUN).items() <= pins(TEST).items()


def test_a_benchmark_compares_what_runs_on_the_same_django_gunicorn_and_driver() -> None:
    ours, rival = pins(RUN), pins(RIVAL)
    shared = ("django", "gunicorn", "psycopg", "psycopg-binary", "psycopg-pool")
    assert {name: rival[name] for name in shared} == {name: ours[name] for name in shared}


@pytest.mark.parametrize("lock", [RUN, TEST, RIVAL])
def test_every_pin_has_a_hash_and_names_no_index(lock: str) -> None:
    blocks = re.split(r"^(?=\S)", read(lock), flags=re.MULTILINE)
    assert [block for block in blocks if block.strip() and "--hash=sha256:" not in block] == []
    assert "://" not in read(lock)
