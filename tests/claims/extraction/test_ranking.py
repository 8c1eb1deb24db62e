"""What stands higher in the queue: pairs of claims of one article, the weightier first."""

from __future__ import annotations

import pytest

from tests.claims.extraction.reading import claim_with, claims

OPENING = "The council met in Nordvik on Monday. "
PAIRS = {
    "a record before an address": (
        ("It was the fourth landslide in the valley since 2016.", "fourth landslide"),
        ("Anna Berg was driven to the 2200 block of Harbour Road.", "2200 block"),
    ),
    "a doubling before an incidental age": (
        ("Fuel prices have doubled since January.", "doubled"),
        ("Peter Lund, 34, visited Norway on Monday.", "Lund"),
    ),
    "the dead before a distance": (
        ("Twelve people died in the fire at the mill.", "died"),
        ("The mill stands 20 kilometres from the sea.", "kilometres"),
    ),
    "what was not found before what was planted": (
        ("No weapon was found in the house.", "weapon"),
        ("All trees were planted in the park.", "trees"),
    ),
    "a court before a neighbour": (
        ("The mill was closed in May, a court found.", "mill"),
        ("The dairy lost its licence in June, a neighbour said.", "dairy"),
    ),
}


@pytest.mark.parametrize(("first", "second"), PAIRS.values(), ids=PAIRS.keys())
def test_the_weightier_claim_comes_first(first: tuple[str, str], second: tuple[str, str]) -> None:
    for text in (f"{OPENING}{first[0]} {second[0]}", f"{OPENING}{second[0]} {first[0]}"):
        assert claim_with(text, first[1]).score > claim_with(text, second[1]).score


@pytest.mark.parametrize(
    "text",
    [
        "Peter Lund, 34, was arrested in Nordvik.",
        "Police found 29-year-old Anna Berg in the harbour.",
        "The ferry left Nordvik at 0915 GMT on Monday.",
        "Anna Berg was arrested in the 2200 block of Harbour Road on Monday.",
    ],
)
def test_ages_times_and_blocks_are_no_reason(text: str) -> None:
    (claim,) = claims(text)
    assert "states a figure" not in claim.reasons
