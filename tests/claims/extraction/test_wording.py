"""Standalone wording: names for pronouns, dates in full, two readings where two are possible."""

from __future__ import annotations

import pytest

from tests.claims.extraction.reading import claim_with, wordings

WORDED = {
    "he": ("Tom Berg left office in May. He fled to Norway in June 2019.", "Tom Berg fled to Norway in June 2019."),
    "its": (
        "Norway signed the treaty in Lagos. Its parliament ratified the treaty in May.",
        "Norway's parliament ratified the treaty in May 2019.",
    ),
    "the speaker's he": ("Tom Berg said he would hire 500 nurses.", "Tom Berg would hire 500 nurses."),
    "the company behind its speaker": (
        "A spokesperson for the bank told reporters that it paid 3 million euros in tax in 2012.",
        "The bank paid 3 million euros in tax in 2012.",
    ),
    "the speaker's it": ("The bank said it had lost 12 million euros.", "The bank had lost 12 million euros."),
    "I": ('"I lost 40 patients in May," Tom Berg said.', "Tom Berg lost 40 patients in May 2019."),
    "a weekday": (
        "Police arrested five men in Lagos on Tuesday.",
        "Police arrested five men in Lagos on September 10, 2019.",
    ),
    "yesterday": (
        "Police arrested five men in Lagos yesterday.",
        "Police arrested five men in Lagos on September 11, 2019.",
    ),
    "a weekday's": (
        "Norway's voters rejected Sunday's referendum on oil.",
        "Norway's voters rejected the September 15, 2019 referendum on oil.",
    ),
    "a connective": ("However, police arrested five men in Lagos.", "Police arrested five men in Lagos."),
    "that": ("Police said that five men robbed a bank in Lagos.", "Five men robbed a bank in Lagos."),
    "an office": (
        "Finance Minister Tom Berg resigned in Lagos. The finance minister spent 12 million euros on cars.",
        "Tom Berg spent 12 million euros on cars.",
    ),
    "the two": (
        "Tom Berg and Maria Ortega met in Lagos. The two signed a treaty on oil in May.",
        "Tom Berg and Maria Ortega signed a treaty on oil in May 2019.",
    ),
}


@pytest.mark.parametrize(("text", "expected"), WORDED.values(), ids=WORDED.keys())
def test_a_claim_stands_alone(text: str, expected: str) -> None:
    assert expected in wordings(text), wordings(text)


def test_two_antecedents_give_two_readings_and_no_guess() -> None:
    text = "Tom Berg met Karl Lund in Lagos, and Karl Lund thanked Tom Berg. He paid 3 million euros in bribes."
    claim = claim_with(text, "3 million euros")
    assert claim.ambiguous
    assert claim.text == "He paid 3 million euros in bribes."
    assert set(claim.readings) == {
        "Tom Berg paid 3 million euros in bribes.",
        "Karl Lund paid 3 million euros in bribes.",
    }


def test_we_has_two_readings() -> None:
    claim = claim_with('"We hired 500 nurses in April," Tom Berg said.', "500 nurses")
    assert claim.ambiguous
    assert len(claim.readings) == 2


def test_an_unambiguous_claim_has_no_readings() -> None:
    claim = claim_with("Police arrested five men in Lagos.", "five men")
    assert (claim.ambiguous, claim.readings) == (False, ())


def test_what_somebody_is_in_a_headline_is_no_part_of_the_name() -> None:
    text = "Sprinter Ortega loses appeal\n\nMaria Ortega lost an appeal on Monday. Ortega missed 3 tests in 2018."
    assert "Maria Ortega missed 3 tests in 2018." in wordings(text)


def test_a_name_for_i_keeps_its_space_before_a_short_verb() -> None:
    found = wordings('"I\'ve seen 40 houses burn in May 2018," Tom Berg said.')
    assert found == ["Tom Berg has seen 40 houses burn in May 2018."]
