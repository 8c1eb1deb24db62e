"""The room's README holds tables that are made from the code; here they are compared."""

from pathlib import Path

import reviews
from reviews.enums import EventKind
from reviews.permissions import DISINTERESTED, RIGHTS, ROW_RULES, Action
from reviews.roles import ADMINISTRATORS, BESIDES, EDITORS, REVIEWERS, ROLES
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


def who_table() -> str:
    """What people may do, in words; the order is that of the actions, then of `BESIDES`."""
    acts = [(in_words, right, _but(action)) for action, (right, in_words) in RIGHTS.items()]
    acts += [(in_words, right, "") for right, in_words in BESIDES.items()]
    rows = [
        f"| {in_words} | " + " | ".join("yes" if right in given else "" for given in ROLES.values()) + f" | {but} |"
        for in_words, right, but in acts
    ]
    return "\n".join([f"| may | {' | '.join(ROLES)} | but |", "| --- |" + " --- |" * (len(ROLES) + 1), *rows])


def _but(action: Action) -> str:
    says = [ROW_RULES[action].says] if action in ROW_RULES else []
    says += ["not with an interest in it"] if action in DISINTERESTED else []
    return "; ".join(says)


def test_the_table_of_who_may_do_what_is_the_codes() -> None:
    assert who_table() in README


def test_every_right_of_a_role_is_in_it_or_lets_people_look() -> None:
    told = {right for right, _ in RIGHTS.values()} | set(BESIDES)
    given = {right for rights in ROLES.values() for right in rights}
    assert {right for right in given - told if ".view_" not in right} == set()
    assert told - given == set(), "Nobody has these."


def test_administrators_alone_touch_people_the_scale_and_policies() -> None:
    theirs = {right for right in BESIDES if right.startswith(("auth.", "reviews.")) or right.endswith("_policy")}
    assert theirs <= set(ROLES[ADMINISTRATORS])
    assert not theirs & {*ROLES[REVIEWERS], *ROLES[EDITORS]}
    assert not any(right.startswith("auth.") for right in (*ROLES[REVIEWERS], *ROLES[EDITORS]))


def test_nobody_writes_verdicts_and_approves_them_by_one_role() -> None:
    both = {RIGHTS[Action.TAKE][0], RIGHTS[Action.APPROVE][0]}
    assert not any(both <= set(rights) for rights in ROLES.values())


def test_the_table_of_steps_is_the_workflows() -> None:
    assert workflow_table() in README


def test_the_table_of_rights_is_the_roles() -> None:
    assert rights_table() in README


def test_every_kind_of_event_is_named() -> None:
    assert [kind for kind in EventKind if f"`{kind.value}`" not in README] == []
