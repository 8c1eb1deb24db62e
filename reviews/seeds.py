"""The first revision of the rating scale, in our own words. A change of words is a new revision, never an edit."""

from datetime import date
from decimal import Decimal
from typing import Any

SCALE: dict[str, Any] = {
    "name": "Claimdesk scale",
    "revision": 1,
    "introduced_on": date(2026, 11, 24),
    "note": "The first revision.",
}

RATINGS: tuple[dict[str, Any], ...] = (
    {
        "code": "true",
        "label": "True",
        "number": 5,
        "definition": "The statement is right, and nothing is missing that would change what a reader takes from it.",
        "criteria": (
            "The evidence supports every part of the statement as of the day it was made. "
            "The figure, the time and who it counts all fit."
        ),
        "tolerance": (
            "The stated figure lies within the evidence's range, or within 2 percent of it; "
            "“more than” and “at least” hold when the whole range is not below them."
        ),
        "tolerance_share": Decimal("0.02"),
    },
    {
        "code": "mostly_true",
        "label": "Mostly true",
        "number": 4,
        "definition": "The statement is right in what matters; a detail is off or needs to be added.",
        "criteria": (
            "The conclusion that a reader draws stands. What is imprecise is small: a rounded figure, "
            "a date nearby, a qualification left out."
        ),
        "tolerance": "The stated figure is within 10 percent of the evidence, or reaches into its range only in part.",
        "tolerance_share": Decimal("0.10"),
    },
    {
        "code": "half_true",
        "label": "Half true",
        "number": 3,
        "definition": "One part of the statement is right and another is not, or something important is left out.",
        "criteria": (
            "The parts can be told apart and the explanation says which is which. "
            "Neither part is so small that it would not matter."
        ),
        "tolerance": "The direction is right, and the stated figure is within 25 percent of the evidence.",
        "tolerance_share": Decimal("0.25"),
    },
    {
        "code": "misleading",
        "label": "Misleading",
        "number": 2,
        "definition": "Something in it is accurate, but it leads to a conclusion that the evidence does not bear.",
        "criteria": (
            "A true figure or event stands in a wrong connection: another period, another group, a comparison of "
            "unlike things, a cause that is not one."
        ),
        "tolerance": "The stated figure exists, but for another period, place or group than the statement says.",
        "tolerance_share": None,
    },
    {
        "code": "false",
        "label": "False",
        "number": 1,
        "definition": "The statement is wrong, and the evidence shows it.",
        "criteria": (
            "Evidence contradicts what the statement says; a lack of evidence for it is not enough. "
            "Whether it was meant to deceive is not judged."
        ),
        "tolerance": "The stated figure is more than 25 percent away from the evidence, or points the other way.",
        "tolerance_share": None,
    },
    {
        "code": "unverifiable",
        "label": "Unverifiable",
        "number": None,
        "definition": "It could be true or false; what can be found today does not decide it.",
        "criteria": (
            "Sources that should know were looked for and asked. The explanation says what is missing and what would "
            "decide the question. The claim is looked at again when that turns up."
        ),
        "tolerance": "The sources' figures differ by more than the statement's own precision, and none is better.",
        "tolerance_share": None,
    },
    {
        "code": "not_checkable",
        "label": "Not checkable",
        "number": None,
        "definition": "It can't be true or false: an opinion, a wish, an appeal, or a forecast of things to come.",
        "criteria": (
            "No evidence could decide it. Facts that it rests on are checked as claims of their own. "
            "Whether it was said is still answered."
        ),
        "tolerance": "",
        "tolerance_share": None,
    },
)
