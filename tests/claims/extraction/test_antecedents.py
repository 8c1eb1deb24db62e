"""A pronoun is given to who can be meant, and left as it stands where nobody can."""

from __future__ import annotations

import pytest

from tests.claims.extraction.reading import claim_with, claims, wordings

MEANT = {
    "who only told is passed over": (
        "Karl Lund, 34, was arrested in Lagos on Monday, according to police chief Ida Trask. He was booked on charges"
        " of murder.",
        "Karl Lund was booked on charges of murder.",
    ),
    "gender known from use": (
        "Maria Ortega won nine of the 14 seats in Oslo, where she lives. President Karl Lund lost 12 seats, and he"
        " resigned on Monday. She has sold the 4 million dollar house.",
        "Maria Ortega has sold the 4 million dollar house.",
    ),
    "his lawyer is not he": (
        "Karl Lund left court in Lagos on Monday. His attorney, Joan Pett, said he fired two shots in self-defence.",
        "Karl Lund fired two shots in self-defence.",
    ),
    "suspects are remanded": (
        "Police have detained four suspects. They have been remanded until 25 September.",
        "Four suspects have been remanded until September 25, 2019.",
    ),
}
SPOKEN = {
    "an office and a name": (
        "Cocoa prices have doubled since January, the finance chief, Dana Orr, told Reuters at a meeting in Oslo.",
        "doubled",
        "Dana Orr",
    ),
    "a relative in between": (
        "Losses could reach 40 million crowns, the Chamber of Trade, which represents 900 firms, has warned.",
        "40 million",
        "the Chamber of Trade",
    ),
    "and on it goes": (
        "About 600 lorries were parked across both lanes, the interior ministry said, and drivers burned 30 tyres.",
        "600 lorries",
        "the interior ministry",
    ),
    "records show": ("Karl Lund served four years in prison for a robbery, records show.", "four years", "records"),
    "informed newsmen": (
        "Five of the dead were women and six were children, police chief Tom Berg informed newsmen.",
        "women",
        "Tom Berg",
    ),
    "put the toll at": ("The doctors' union put the number of dead at 17.", "17", "The doctors' union"),
    "a clause before the saying": (
        "Three people were hurt when a bus carrying 40 pupils overturned near Lagos, police spokesman Tom Berg said.",
        "Three people",
        "Tom Berg",
    ),
}


@pytest.mark.parametrize(("text", "expected"), MEANT.values(), ids=MEANT.keys())
def test_a_pronoun_is_who_can_be_meant(text: str, expected: str) -> None:
    assert expected in wordings(text), wordings(text)


@pytest.mark.parametrize(("text", "words", "speaker"), SPOKEN.values(), ids=SPOKEN.keys())
def test_the_sayer_is_found_wherever_it_stands(text: str, words: str, speaker: str) -> None:
    assert claim_with(text, words).speaker == speaker


def test_what_a_president_says_of_it_is_not_said_of_the_president() -> None:
    text = "The president vetoed the bill on Monday, saying it would cost 3 billion euros."
    assert not [claim for claim in wordings(text) if claim.startswith("The president would")]


def test_a_thing_in_the_sentence_is_not_what_said_it() -> None:
    text = "Net debt stood at 2.1 billion euros at the end of June, down from 2.6 billion a year earlier, it said."
    assert claim_with(text, "2.1 billion").speaker is None


def test_a_pronoun_is_never_a_speaker() -> None:
    assert {claim.speaker for claim in claims("He said 40 people died in Lagos in May.")} == {None}
