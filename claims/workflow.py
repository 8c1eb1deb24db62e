"""The legal steps of a claim, as data.

Guards, the admin's buttons, the room's README and the tests all read `STEPS`; nothing else decides.
A frozen claim takes no step at all: the review that took it in must thaw it first.
"""

from dataclasses import dataclass
from enum import StrEnum

from claims.enums import ClaimStatus


class Step(StrEnum):
    ACCEPT = "accept"
    SET_ASIDE = "set_aside"
    DISMISS = "dismiss"
    MARK_AMBIGUOUS = "mark_ambiguous"
    MARK_SIGHTING = "mark_sighting"
    UNLINK_SIGHTING = "unlink_sighting"
    REPROPOSE = "repropose"


@dataclass(frozen=True, slots=True)
class Rule:
    """`step` leads from any status of `sources` to `target`; `says` is the sentence for people."""

    step: Step
    sources: tuple[ClaimStatus, ...]
    target: ClaimStatus
    says: str


_PROPOSED, _ACCEPTED = ClaimStatus.PROPOSED, ClaimStatus.ACCEPTED
_SET_ASIDE, _AMBIGUOUS = ClaimStatus.SET_ASIDE, ClaimStatus.AMBIGUOUS
_DISMISSED, _DUPLICATE = ClaimStatus.DISMISSED, ClaimStatus.DUPLICATE

STEPS: tuple[Rule, ...] = (
    # An ambiguous claim is not accepted as it stands: choosing a reading (repropose) comes first.
    Rule(Step.ACCEPT, (_PROPOSED, _SET_ASIDE), _ACCEPTED, "An editor chooses the claim for checking."),
    Rule(
        Step.SET_ASIDE,
        (_PROPOSED, _ACCEPTED, _AMBIGUOUS),
        _SET_ASIDE,
        "An editor does not choose it; it can be chosen later.",
    ),
    Rule(
        Step.DISMISS,
        (_PROPOSED, _ACCEPTED, _SET_ASIDE, _AMBIGUOUS),
        _DISMISSED,
        "An editor says why it is not a claim.",
    ),
    Rule(
        Step.MARK_AMBIGUOUS,
        (_PROPOSED, _ACCEPTED, _SET_ASIDE),
        _AMBIGUOUS,
        "An editor writes down both readings.",
    ),
    Rule(
        Step.MARK_SIGHTING,
        (_PROPOSED, _ACCEPTED, _SET_ASIDE, _AMBIGUOUS),
        _DUPLICATE,
        "An editor links it to the claim that says the same.",
    ),
    Rule(Step.UNLINK_SIGHTING, (_DUPLICATE,), _PROPOSED, "An editor takes the link away."),
    Rule(
        Step.REPROPOSE,
        (_ACCEPTED, _SET_ASIDE, _DISMISSED, _AMBIGUOUS),
        _PROPOSED,
        "An editor puts it back among the proposed claims.",
    ),
)

RULES: dict[Step, Rule] = {rule.step: rule for rule in STEPS}

CANONICAL_STATUSES = (_PROPOSED, _ACCEPTED, _SET_ASIDE, _AMBIGUOUS)
"""A claim with one of these may have sightings: it is neither dismissed nor a sighting itself."""


def is_legal(step: Step, status: str) -> bool:
    return status in RULES[step].sources


def target(step: Step) -> ClaimStatus:
    return RULES[step].target
