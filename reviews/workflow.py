"""The legal steps of a review, as data.

Guards, forms, the database's trigger, the README's table and the tests all read `STEPS`; nothing else decides.
"""

from dataclasses import dataclass
from enum import StrEnum

from reviews.enums import Stage


class Step(StrEnum):
    TAKE = "take"
    RELEASE = "release"
    SKIP = "skip"
    REASSIGN = "reassign"
    SUBMIT = "submit"
    REQUEST_CHANGES = "request_changes"
    APPROVE = "approve"
    REOPEN = "reopen"
    CANCEL_REOPENING = "cancel_reopening"
    CLOSE = "close"


@dataclass(frozen=True, slots=True)
class Rule:
    """`step` leads from any stage of `sources` to `target`; `says` is the sentence for people."""

    step: Step
    sources: tuple[Stage, ...]
    target: Stage
    says: str


STEPS: tuple[Rule, ...] = (
    Rule(Step.TAKE, (Stage.WAITING, Stage.IN_REVIEW), Stage.IN_REVIEW, "A reviewer takes the claim."),
    Rule(Step.RELEASE, (Stage.IN_REVIEW,), Stage.WAITING, "The reviewer gives it back."),
    Rule(Step.SKIP, (Stage.IN_REVIEW,), Stage.WAITING, "The reviewer passes it on, with a reason."),
    Rule(Step.REASSIGN, (Stage.WAITING, Stage.IN_REVIEW), Stage.WAITING, "An editor hands it to somebody."),
    Rule(Step.SUBMIT, (Stage.IN_REVIEW,), Stage.SUBMITTED, "The reviewer submits a verdict with evidence."),
    Rule(
        Step.REQUEST_CHANGES,
        (Stage.SUBMITTED,),
        Stage.IN_REVIEW,
        "An editor asks for changes, with a reason.",
    ),
    Rule(Step.APPROVE, (Stage.SUBMITTED,), Stage.APPROVED, "A second person approves the exact public page."),
    Rule(
        Step.REOPEN,
        (Stage.APPROVED,),
        Stage.IN_REVIEW,
        "An editor reopens it; it returns to its last author.",
    ),
    Rule(Step.CANCEL_REOPENING, (Stage.IN_REVIEW,), Stage.APPROVED, "The reopening is cancelled."),
    Rule(
        Step.CLOSE,
        (Stage.WAITING, Stage.IN_REVIEW, Stage.SUBMITTED, Stage.APPROVED),
        Stage.CLOSED,
        "An editor closes it, with a reason.",
    ),
)

RULES: dict[Step, Rule] = {rule.step: rule for rule in STEPS}

OPEN_STAGES = (Stage.WAITING, Stage.IN_REVIEW)
"""Stages in which a reviewer may take or hold the work."""


def is_legal(step: Step, stage: str) -> bool:
    return stage in RULES[step].sources


def target(step: Step) -> Stage:
    return RULES[step].target


def stage_changes() -> list[tuple[str, str]]:
    """Every (from, to) pair that some step makes, without those that stay; the database's trigger is made of them."""
    changes: set[tuple[str, str]] = {
        (source, rule.target) for rule in STEPS for source in rule.sources if source != rule.target
    }
    return sorted(changes)
