"""How the scorer reads numbers: every value that a mention may be taken for."""

import pytest

from claims.extraction.scoring.mentions import close, mentioned, mentions

MENTIONS = [
    ("13,000 people", {13_000}),
    ("12 per cent", {12, 0.12}),
    ("twelve percent", {12, 0.12}),
    ("$4.5 billion", {4.5, 4.5e9}),
    ("R20bn", {20, 20e9}),
    ("two hundred and five thousand", {205_000}),
    ("thirty-five", {35}),
    ("two thirds", {2 / 3}),
    ("a third", {3, 1 / 3}),
    ("half a million", {0.5, 500_000}),
    ("Rs 2.4 crore", {2.4, 24_000_000}),
    ("35 lakh people", {35, 3_500_000}),
    ("a quarter of a million", {0.25, 250_000}),
    ("a dozen", {12}),
    ("twice", {2}),
    ("the twentieth", {20}),
]


@pytest.mark.parametrize(("text", "values"), MENTIONS)
def test_a_number_has_every_value_it_may_be_taken_for(text: str, values: set[float]) -> None:
    assert values in [set(mention) for mention in mentions(text)]


@pytest.mark.parametrize("text", ["", "nobody came", "and hundred", "-"])
def test_no_number_is_no_mention(text: str) -> None:
    assert mentions(text) == []


def test_years_side_by_side_stay_two_numbers() -> None:
    assert mentions("twenty, thirty") == [{20.0}, {30.0}]


def test_rounding_is_forgiven_and_more_is_not() -> None:
    assert close(0.667, 2 / 3)
    assert not close(13_000, 13_001)
    assert mentioned(0.12, mentions("12 %"))
