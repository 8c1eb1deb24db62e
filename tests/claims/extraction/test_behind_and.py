"""What stands behind "and", "which" and an opening, where the parser hangs it on the wrong word."""

from __future__ import annotations

import pytest

from tests.claims.extraction.reading import claim_with, wordings

TOLD = {
    "goes on beyond an infinitive": (
        "The port was told in 2018 to repair the crane and has spent no money.",
        ["The port was told in 2018 to repair the crane.", "The port has spent no money."],
    ),
    "whoever denies it puts the losses": (
        "A militia leader denied that his men had fired first and put their losses at three dead.",
        [
            "A militia leader denied that his men had fired first.",
            "A militia leader put his men's losses at three dead.",
        ],
    ),
    "guides that guide nobody": (
        "On Sunday, soldiers led over 240 hikers and guides off the slopes of a volcano in Peru.",
        ["On September 8, 2019, soldiers led over 240 hikers and guides off the slopes of a volcano in Peru."],
    ),
    "one of them died": (
        "Eleven people were treated for burns and one, a nurse, died in hospital on Monday.",
        ["Eleven people were treated for burns.", "One, a nurse, died in hospital on September 9, 2019."],
    ),
    "two of them died": (
        "Nine people were hurt and two, both drivers, died.",
        ["Nine people were hurt.", "Two, both drivers, died."],
    ),
    "a decree that breaches": (
        "A Danish decree abolishing the elected harbour court of Korsholm breaches the charter of the ports and the "
        "Council of Islands will halt its aid, the chair of the body said.",
        [
            "A Danish decree abolishing the elected harbour court of Korsholm breaches the charter of the ports.",
            "The Council of Islands will halt its aid.",
        ],
    ),
    "a second subject with a relative": (
        "Poland's plan to widen the canal breaks a treaty and the council that oversees the river will not pay for it.",
        [
            "Poland's plan to widen the canal breaks a treaty.",
            "The council that oversees the river will not pay for Poland's plan.",
        ],
    ),
    "a saying behind a deed": (
        "The minister visited the camp on Monday and said 40 families had left.",
        ["The minister visited the camp on September 9, 2019.", "40 families had left."],
    ),
    "a day that left nobody": (
        "The bridge collapsed on Friday, which left 300 villagers without a road to the market.",
        [
            "The bridge collapsed on September 6, 2019.",
            "The bridge collapsed on September 6, 2019, which left 300 villagers without a road to the market.",
        ],
    ),
    "half of the sum": (
        "The court fined the bank $12 million, half of which goes to the victims.",
        ["The court fined the bank $12 million.", "Half of the $12 million goes to the victims."],
    ),
    "of which twelve run": (
        "The ministry has bought 40 buses, of which 12 run on gas, for 9 million euros.",
        ["The ministry has bought 40 buses for 9 million euros.", "12 of the 40 buses run on gas."],
    ),
    "of which somebody pays a share": (
        "The dam cost $38 million, of which Lorn has offered to pay two thirds.",
        ["The dam cost $38 million.", "Lorn has offered to pay two thirds of the $38 million."],
    ),
    "whose is inside": (
        "Croatia and Hungary oppose the tunnel, while Romania, whose farmers would gain from it, supports it.",
        ["Croatia and Hungary oppose the tunnel.", "Romania supports the tunnel."],
    ),
    "a place before its subject": (
        "In the Northern Cape similar gates had cut theft by 70 percent.",
        ["In the Northern Cape similar gates had cut theft by 70 percent."],
    ),
    "set up": (
        "Set up under a law of 1952, the board cannot fine banks.",
        ["The board cannot fine banks.", "The board was set up under a law of 1952."],
    ),
    "a country votes": ("Chad votes on Sunday.", ["Chad votes on September 15, 2019."]),
    "a line that is there": (
        "Sofia denies that any soldier crossed the line that day.",
        ["Sofia denies that any soldier crossed the line that day."],
    ),
}


@pytest.mark.parametrize(("text", "expected"), TOLD.values(), ids=TOLD)
def test_each_statement_has_its_own_words(text: str, expected: list[str]) -> None:
    assert wordings(text) == expected


CALENDAR = {
    "begins": ("The festival begins in June.", ("2020-06",)),
    "opens": ("The fair opens on Friday.", ("2019-09-13",)),
    "began": ("The festival began in June.", ("2019-06",)),
    "has opened": ("The fair has opened on Friday.", ("2019-09-06",)),
}


@pytest.mark.parametrize(("text", "expected"), CALENDAR.values(), ids=CALENDAR)
def test_the_present_tense_of_a_calendar_looks_ahead(text: str, expected: tuple[str, ...]) -> None:
    assert claim_with(text, "The").dates == expected


def test_who_disputes_a_number_says_what_it_is() -> None:
    claim = claim_with("Mr Khumalo disputed this, saying only one was broken.", "one")
    assert (claim.text, claim.speaker, claim.numbers) == ("Only one was broken.", "Khumalo", (1.0,))
