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


MORE_VALUES = {
    "Rents have risen fivefold": [5],
    "a 12-fold rise": [12],
    "fell by half": [0.5],
    "shrunk by more than half": [0.5],
    "a quarter of men and a third of women": [0.25, 1 / 3],
    "paid 20 and 15 million euros respectively": [20e6, 15e6],
    "the fourth landslide in the valley since 2016": [4],
    "the port's 12th strike of 2018": [12],
    "the second leading cause of death": [2],
    "its third-largest bank": [3],
    "won a third term": [3],
    "a third straight loss": [3],
    "a third of the boats": [1 / 3],
    "one in ten farmers": [1, 10],
    "only one in every five farmers": [1, 5],
    "power cuts of 16 hours a day": [16],
    "Rs 5 lakh crore": [5e12],
    "three crore rupees": [3e7],
    "Rs 1,20,000": [120_000],
    "between 1.5 and 1.6 billion crowns": [1.5e9, 1.6e9],
    "from 3 to 5 percent": [0.03, 0.05],
    "10-12% of homes": [0.1, 0.12],
    "$5-10 million": [5e6, 10e6],
    "between 900,000 and 1.2 million homes": [900_000, 1.2e6],
    "from 12 to 19 boats": [12, 19],
    "as many as 73 boats": [73],
    "at 70mph": [70],
}
MORE_NONE = (
    "an F-16 jet",
    "put out by eight o'clock",
    "the 2200 block of Harbour Road",
    "by 0915 GMT",
    "at 11 o'clock",
    "call 555-0142",
    "on +44 20 7946 0018",
    "its hotline, 993, is open",
    "under Section 420 of the code",
    "Sections 420 and 34 of the code",
    "flight 370 to Oslo",
    "docket 1187",
    "Interstate 95",
    "the third quarter",
    "second-degree murder",
    "a third man was found",
    "the second half of the match",
    "a second later",
    "the Second World War",
)


@pytest.mark.parametrize(("text", "expected"), MORE_VALUES.items())
def test_ranks_shares_ranges_and_indian_sums_are_numbers(text: str, expected: list[float]) -> None:
    assert read(text) == pytest.approx(expected)


@pytest.mark.parametrize("text", MORE_NONE)
def test_labels_and_telephones_are_no_numbers(text: str) -> None:
    assert read(text) == []


@pytest.mark.parametrize(("text", "value"), [("53.8%", 0.538), ("48.1 percent", 0.481), ("10.4 percent", 0.104)])
def test_a_share_has_no_binary_noise(text: str, value: float) -> None:
    assert read(text) == [value]


SUMS = {
    "N250 million was approved": (250e6, "NGN"),
    "₦5,000 a bag": (5000, "NGN"),
    "a fee of N5,000": (5000, "NGN"),
    "P20 million": (20e6, "P"),
    "shares fell four sen": (4, "MYR sen"),
    "3.5 sen per share": (3.5, "MYR sen"),
    "Rs 4,500 crore": (45e9, "INR"),
    "£4.5bn": (4.5e9, "GBP"),
    "₱20 million": (20e6, "PHP"),
    "KES 4,000": (4000, "KES"),
    "NT$5bn": (5e9, "TWD"),
    "500 naira": (500, "NGN"),
}


@pytest.mark.parametrize(("text", "expected"), SUMS.items())
def test_a_sum_has_its_currency(text: str, expected: tuple[float, str]) -> None:
    (number,) = numbers(text, 0, len(text))
    assert (number.value, number.unit) == expected


@pytest.mark.parametrize("text", ["N95 masks", "the P5 nations", "climbed K2"])
def test_a_capital_with_a_digit_is_no_sum(text: str) -> None:
    assert numbers(text, 0, len(text)) == []


LIKE_YEARS = {
    "feeds about 1900 properties": [1900],
    "employs 1700 welders": [1700],
    "around 2000 hectares of forest": [2000],
    "a village of 1600 inhabitants": [1600],
    "1900 metres above the sea": [1900],
    "cut power to 1850 homes": [1850],
    "holds 1950 maps": [1950],
    "lost by 1850 votes": [1850],
    "above 2019 levels": [],
    "about 2005 emission levels": [],
    "the 1998 elections": [],
    "since 1987 floods have hit": [],
    "since 2019 members have left": [],
    "released 2018 results": [],
    "had 2017 sales of": [],
    "set in 1900 Vienna": [],
}


@pytest.mark.parametrize(("text", "expected"), LIKE_YEARS.items())
def test_digits_like_a_year_count_what_stands_behind_them(text: str, expected: list[float]) -> None:
    assert read(text) == expected
