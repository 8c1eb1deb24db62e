"""The room's README holds tables that are made from the code; here they are compared."""

from pathlib import Path

import reviews
from reviews.enums import EventKind
from reviews.roles import ROLES
from reviews.workflow import STEPS

README = Path(reviews.__file__).with_name("README.md").read_text(encoding="utf-8")


def workflow_table() -> str:
    rows = [
        f"| {rule.step.replace('_', ' ')} | {', '.join(stage.label for stage in rule.sources)} "
        f"| {rule.target.label} | {rule.says} |"
        for rule in STEPS
    ]
    return "\n".join(["| step | from | to | |", "| --- | --- | --- | --- |", *rows])


def rights_table() -> str:
    rights = sorted({right for given in ROLES.values() for right in given})
    rows = [
        f"| `{right}` | " + " | ".join("yes" if right in given else "" for given in ROLES.values()) + " |"
        for right in rights
    ]
    return "\n".join([f"| right | {' | '.join(ROLES)} |", "| --- |" + " --- |" * len(ROLES), *rows])


def test_the_table_of_steps_is_the_workflows() -> None:
    assert workflow_table() in README


def test_the_table_of_rights_is_the_roles() -> None:
    assert rights_table() in README


def test_every_kind_of_event_is_named() -> None:
    assert [kind for kind in EventKind if f"`{kind.value}`" not in README] == []
