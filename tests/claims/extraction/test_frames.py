"""Two statements in one sentence, in the frames that English news uses: each has its own words and its own figure."""

from __future__ import annotations

import pytest

from tests.claims.extraction.reading import claim_with, claims, wordings

APART = {
    "people forced out": (
        "Heavy rain flooded the valley, with 3,000 people forced to leave their homes.",
        ["Heavy rain flooded the valley.", "3,000 people were forced to leave their homes."],
    ),
    "a third of it": (
        "Dutch farms exported 2 million tonnes of onions last year, with a third of it going to Senegal.",
        ["Dutch farms exported 2 million tonnes of onions in 2018.", "A third of the onions went to Senegal."],
    ),
    "three quarters of it found": (
        "Customs seized almost 60 tonnes of tea last year, 17 percent more than in 2017, with three quarters of it "
        "found in Lorn.",
        [
            "Customs seized almost 60 tonnes of tea in 2018, 17 percent more than in 2017.",
            "Three quarters of the tea was found in Lorn.",
        ],
    ),
    "turnout at": (
        "Voters rejected the plan by 58 percent, with turnout at 41 percent.",
        ["Voters rejected the plan by 58 percent.", "Turnout was at 41 percent."],
    ),
    "in favour stays": (
        "The plan was approved, with 61 percent in favour.",
        ["The plan was approved, with 61 percent in favour."],
    ),
    "one of them from": (
        "Rangers received 41 calls, one of them from a hiker who later died.",
        ["Rangers received 41 calls.", "One of the 41 calls was from a hiker who later died."],
    ),
    "results in a row, one without a figure": (
        "Rocks fell on a hotel, wounding three guests and setting fire to a barn.",
        ["Rocks fell on a hotel, wounding three guests.", "Rocks fell on a hotel, setting fire to a barn."],
    ),
    "five of the eighteen": (
        "Eighteen people, five of whom were children, were killed in the crash.",
        ["Eighteen people were killed in the crash.", "Five of the eighteen people were children."],
    ),
    "two firms, each with its own": (
        "Alpha Steel, which employs 9,000 people, and Beta Coal, which employs 2,000, will merge in May.",
        [
            "Alpha Steel and Beta Coal will merge in May 2020.",
            "Alpha Steel employs 9,000 people.",
            "Beta Coal employs 2,000.",
        ],
    ),
    "each degree by which": (
        "Yields fell by 12 percent for each degree by which nights grew warmer.",
        ["Yields fell by 12 percent for each degree by which nights grew warmer."],
    ),
    "two things told of one": (
        "Transport Minister Ivan Petrov told Interfax that work could start in May, and that local firms would get "
        "half.",
        ["Work could start in May 2019.", "Local firms would get half."],
    ),
    "what a number measures": (
        "Despite the seizure of 12 tonnes of ivory in May, the trade has grown.",
        [
            "Despite the seizure of 12 tonnes of ivory in May 2019, the trade has grown.",
            "12 tonnes of ivory were seized in May 2019.",
        ],
    ),
    "sums without their verb": (
        "Of the new money, R720m will go on machines and R310m on a laboratory in Durban.",
        ["Of the new money, R720m will go on machines.", "R310m will go on a laboratory in Durban."],
    ),
    "millions without their verb": (
        "Of the total, 40 million euros will go to schools and 12 million to clinics.",
        ["Of the total, 40 million euros will go to schools.", "12 million euros will go to clinics."],
    ),
}


@pytest.mark.parametrize(("text", "expected"), APART.values(), ids=APART)
def test_each_statement_is_a_claim(text: str, expected: list[str]) -> None:
    assert wordings(text) == expected


NUMBERS = {
    "the noun's figure stands in the claim": (
        "The bank has extended a 40m loan, which was due to be repaid in October.",
        "due",
        (40_000_000.0,),
    ),
    "an age only says who": ("The 23-year-old, who scored 19 goals last year, has left.", "scored", (19.0,)),
    "one of the two": ("One of the two firms is registered in Riga.", "firms", (1.0, 2.0)),
    "one of the largest": ("The mine is one of the largest in the country and lost 40 men.", "largest", ()),
    "all but one": ("The team found plastic in all but one of the lakes.", "plastic", (1.0,)),
}


@pytest.mark.parametrize(("text", "words", "expected"), NUMBERS.values(), ids=NUMBERS)
def test_a_figure_stays_with_its_half(text: str, words: str, expected: tuple[float, ...]) -> None:
    assert claim_with(text, words).numbers == expected


SHARES = {
    "four in five": ("Four in five pupils passed the test.", 0.8, "pupils"),
    "out of": ("Nine out of ten shops in the street were closed on Monday.", 0.9, "shops"),
    "one in many": ("One in 52 people who tried did not survive.", 0.0192, "people"),
}


@pytest.mark.parametrize(("text", "value", "counted"), SHARES.values(), ids=SHARES)
def test_so_many_in_so_many_is_one_figure(text: str, value: float, counted: str) -> None:
    [claim] = claims(text)
    assert [(figure.value, figure.unit, figure.counted) for figure in claim.figures] == [(value, "percent", counted)]


def test_one_in_ten_years_is_no_share() -> None:
    [claim] = claims("The flood killed one in 10 years.")
    assert [figure.value for figure in claim.figures] == [1.0, 10.0]


DENIED = {
    "this": (
        "Critics say the company paid bribes of 2 million euros to officials in Angola. The company denies this.",
        "The company denies that the company paid bribes of 2 million euros to officials in Angola.",
    ),
    "the charge": (
        "Prosecutors say Mr Hale took 40,000 pounds from a builder in 2011. He denies the charge.",
        "Hale denies that Mr Hale took 40,000 pounds from a builder in 2011.",
    ),
    "rejects the claim": (
        "Two sailors said the captain had been drunk since Monday. The owner rejects the claim.",
        "The owner rejects the statement that the captain had been drunk since September 9, 2019.",
    ),
    "no name behind that": (
        "The union said human error had sunk 12 boats. The owner denies that.",
        "The owner denies that human error had sunk 12 boats.",
    ),
}


@pytest.mark.parametrize(("text", "expected"), DENIED.values(), ids=DENIED)
def test_who_denies_this_denies_what_was_said_before(text: str, expected: str) -> None:
    assert wordings(text)[-1] == expected


def test_nobody_denies_what_nobody_claims() -> None:
    assert wordings("The bridge collapsed on Monday. The firm denies this.") == [
        "The bridge collapsed on September 9, 2019."
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The new line will open in spring.", ("2020",)),
        ("The new line will open in the autumn.", ("2019",)),
        ("The line opened in the spring.", ("2019",)),
    ],
)
def test_a_season_ahead_is_the_next(text: str, expected: tuple[str, ...]) -> None:
    assert claim_with(text, "line").dates == expected
