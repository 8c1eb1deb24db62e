"""Who denies what somebody says, told behind it: "…, a charge the ministry rejects"."""

from __future__ import annotations

import pytest

from claims.extraction import extract
from tests.claims.extraction.reading import claim_with, wordings

TOLD = {
    "a charge": (
        "Riga accuses Lorn of jamming ships, a charge Lorn rejects.",
        ["Riga accuses Lorn of jamming ships.", "Lorn rejects the charge of jamming ships."],
    ),
    "behind a relative clause": (
        "Western governments accuse Lorn, which joined in 2011, of directing the unrest, a charge the palace rejects.",
        [
            "Western governments accuse Lorn of directing the unrest.",
            "The palace rejects the charge of directing the unrest.",
            "Lorn joined in 2011.",
        ],
    ),
    "denied by two": (
        "Riga accuses Lorn of supplying the rebels with drones, an accusation denied by both Lorn and the group.",
        [
            "Riga accuses Lorn of supplying the rebels with drones.",
            "Both Lorn and the group denied the accusation of supplying the rebels with drones.",
        ],
    ),
    "echoed": (
        "Riga has accused Lorn of jamming ships, a charge echoed by Oslo and Tallinn.",
        ["Riga has accused Lorn of jamming ships.", "Oslo and Tallinn echoed the charge of jamming ships."],
    ),
    "a figure": (
        "The union said the number of fitters had been cut from 44 to 27, a figure the company disputes.",
        [
            "The number of fitters had been cut from 44 to 27.",
            "The company disputes the statement that the number of fitters had been cut from 44 to 27.",
        ],
    ),
    "a figure, with which": (
        "The union said 200 schools had no water, a figure which the minister disputed.",
        ["200 schools had no water.", "The minister disputed the statement that 200 schools had no water."],
    ),
}


@pytest.mark.parametrize(("text", "expected"), TOLD.values(), ids=TOLD.keys())
def test_a_rebuttal_is_a_claim_of_its_own(text: str, expected: list[str]) -> None:
    assert wordings(text) == expected


def test_what_is_denied_is_the_deed_and_not_the_thing_beside_it() -> None:
    text = "Norhaven and its allies accuse Lorn of arming the rebels with rifles, which the government in Lorn denies."
    assert claim_with(text, "denies").text == "The government in Lorn denies arming the rebels with rifles."


def test_a_figure_that_nobody_denies_stays_where_it_is() -> None:
    (only,) = extract("The union said 200 schools had no water, a figure that has doubled.").claims
    assert "statement that" not in only.text
