"""Sentences whose claims are hardly worth an editor's time give none."""

import pytest

from tests.claims.extraction.reading import wordings

OPENING = "Twelve people died when a lorry hit a bus near Nordvik on Monday, police said. "


def told_of_meadows(sentence: str) -> list[str]:
    return [wording for wording in wordings(f"{OPENING}{sentence}") if "meadow" in wording]


def test_a_weak_statement_gives_no_claim() -> None:
    assert told_of_meadows("The team trains on a meadow.") == []


@pytest.mark.parametrize(
    "sentence",
    ["Some 400 people stood outside, and the team trains on a meadow.", "The team trained on a meadow in May."],
    ids=["beside a strong one", "with a day"],
)
def test_what_can_be_placed_or_stands_beside_a_strong_one_stays(sentence: str) -> None:
    assert len(told_of_meadows(sentence)) == 1
