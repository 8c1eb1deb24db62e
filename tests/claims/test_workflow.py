"""The table of a claim's steps, and its copy for readers."""

from pathlib import Path

import pytest

from claims.enums import ClaimStatus
from claims.workflow import STEPS, Rule, Step

README = Path(__file__).resolve().parents[2] / "claims" / "README.md"


@pytest.mark.parametrize("rule", STEPS, ids=lambda rule: rule.step)
def test_the_rooms_readme_tells_each_step_as_the_table_has_it(rule: Rule) -> None:
    sources = ", ".join(source.label.lower() for source in rule.sources)
    assert f"| {rule.step} | {sources} | {rule.target.label.lower()} | {rule.says} |" in README.read_text()


def test_every_step_is_there_once_and_every_status_has_a_way_out() -> None:
    assert sorted(rule.step for rule in STEPS) == sorted(Step)
    assert {source for rule in STEPS for source in rule.sources} == set(ClaimStatus)


def test_no_step_leads_to_where_it_began() -> None:
    assert not [rule for rule in STEPS if rule.target in rule.sources]
