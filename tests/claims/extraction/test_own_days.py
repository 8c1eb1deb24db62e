"""Days, figures and names that belong to a clause though they stand beside it."""

from __future__ import annotations

import pytest

from tests.claims.extraction.reading import claims

WHEN = {
    "a month": ("Ties soured in March, when soldiers fenced off a stretch of the border.", "fenced", ["2019-03"]),
    "a month after since": ("They met for the first time since October, when four men were held.", "held", ["2018-10"]),
    "ahead, prepared": ("Envoys prepared to meet in Pell on Wednesday to discuss the fence.", "fence", ["2019-09-18"]),
    "ahead, expects": ("The weather office expects rain to bring relief from Sunday.", "rain", ["2019-09-15"]),
    "a season": ("Lorn closed most of its crossings in the spring.", "crossings", ["2019"]),
    "a quarter": ("Trade in Lorn rose to 126 million euros in the first quarter.", "Trade", ["2019"]),
    "a quarter that is not over": ("Trade in Lorn fell to 126 million euros in the third quarter.", "Trade", ["2018"]),
    "a quarter of any year": ("Trade in Lorn falls in the first quarter, said Tom Berg.", "Trade", []),
    "a season since": ("The motor in Pell had been out of order since the spring.", "motor", ["2019"]),
    "a season of any year": ("Lorn closes most of its crossings in the spring, said Tom Berg.", "crossings", []),
}


@pytest.mark.parametrize(("text", "words", "expected"), WHEN.values(), ids=WHEN.keys())
def test_the_day_that_a_clause_hangs_on_is_its_own(text: str, words: str, expected: list[str]) -> None:
    (only,) = (claim for claim in claims(text) if words in claim.text and "first time" not in claim.text)
    assert list(only.dates) == expected


def test_a_name_before_districts_is_nobody() -> None:
    text = "“A further 60 people were treated at clinics in the Astor and Bell districts,” she said."
    (only,) = claims(text)
    assert not only.speaker


def test_an_age_before_a_name_is_no_figure_beside_another() -> None:
    text = "Some 200 people rallied in Lorn to demand that 27-year-old Marek Borun be freed."
    (only,) = claims(text)
    assert only.numbers == (200,)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("The agency put up walls of 3m on both sides of the track.", 3),
        ("In Lorn 3m people used the line in May.", 3_000_000),
    ],
)
def test_metres_are_no_millions(text: str, value: float) -> None:
    (only,) = claims(text)
    assert only.numbers == (value,)
