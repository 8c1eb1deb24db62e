"""Numbers as written → plain values; what only looks like a number stays out."""

from __future__ import annotations

import pytest

from claims.extraction.dates import dates
from claims.extraction.numbers import numbers

VALUES = {
    "13,000 people": [13000],
    "more than 1.5 million euros": [1_500_000],
    "$3.2 million": [3_200_000],
    "R50bn per year": [50e9],
    "RM4.5 million": [4_500_000],
    "£5.4m": [5_400_000],
    "46 percent": [0.46],
    "25 per cent": [0.25],
    "12.5%": [0.125],
    "three percentage points": [0.03],
    "twenty-five soldiers": [25],
    "a hundred homes": [100],
    "two and a half million": [2_500_000],
    "one hundred and twenty people": [120],
    "two-thirds of voters": [2 / 3],
    "a third of the seats": [1 / 3],
    "half of the members": [0.5],
    "half a million people": [500_000],
    "two dozen boats": [24],
    "one soldier": [1],
    "the 57-member body": [57],
    "turned around twice": [2],
    "his third attempt": [3],
    "8000 migrants": [8000],
    "4-1/2 months": [4.5],
    "2 lakh voters": [200_000],
}
NONE = (
    "in 2014",
    "on September 9",
    "at 14:19",
    "at 5 p.m.",
    "the 2+2 format",
    "a 16x9 image",
    "the G20 summit",
    "Article 5",
    "COVID-19",
    "a Boeing 737",
    "one of them",
    "no one knew",
    "the 21st century",
    "in the 1990s",
)


def read(text: str) -> list[float]:
    spans = [(mention.start, mention.end) for mention in dates(text, 0, len(text), None)]
    return [number.value for number in numbers(text, 0, len(text), spans)]


@pytest.mark.parametrize(("text", "expected"), VALUES.items())
def test_a_number_is_read_as_its_plain_value(text: str, expected: list[float]) -> None:
    assert read(text) == pytest.approx(expected)


@pytest.mark.parametrize("text", NONE)
def test_dates_names_and_times_are_no_numbers(text: str) -> None:
    assert read(text) == []


def test_the_span_of_a_number_is_what_was_written() -> None:
    text = "It paid $3.2 million and 40 percent more."
    assert [text[number.start : number.end] for number in numbers(text, 0, len(text))] == ["$3.2 million", "40 percent"]
