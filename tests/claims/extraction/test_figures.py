"""Typed figures: how a number is meant, what it counts, since when, as of when."""

from __future__ import annotations

import pytest

from claims.extraction import Bound, Figure
from tests.claims.extraction.reading import claims

BOUNDS = {
    "Rebels killed 40 people.": Bound.EXACTLY,
    "Rebels killed more than 40 people.": Bound.MORE_THAN,
    "Rebels killed over 40 people.": Bound.MORE_THAN,
    "Rebels killed at least 40 people.": Bound.AT_LEAST,
    "Rebels killed nearly 40 people.": Bound.NEARLY,
    "Rebels killed about 40 people.": Bound.ABOUT,
    "Rebels killed some 40 people.": Bound.ABOUT,
    "Rebels killed up to 40 people.": Bound.UP_TO,
    "Rebels killed fewer than 40 people.": Bound.LESS_THAN,
    "Rebels killed 40 or more people.": Bound.AT_LEAST,
    "Rebels killed between 40 and 50 people.": Bound.FROM_TO,
}


def figure(text: str) -> Figure:
    return claims(text)[0].figures[0]


@pytest.mark.parametrize(("text", "bound"), BOUNDS.items())
def test_the_words_before_a_number_say_how_it_is_meant(text: str, bound: Bound) -> None:
    found = figure(text)
    assert (found.value, found.bound, found.upper) == (40, bound, 50 if bound is Bound.FROM_TO else None)
    assert found.counted == "people"


def test_money_has_its_currency_as_unit() -> None:
    assert figure("Norway paid 45 million euros to Finland.").unit == "EUR"
    assert figure("Norway paid $45 million to Finland.").unit == "USD"


def test_a_percentage_is_a_fraction() -> None:
    assert (figure("Exports fell by 12 percent.").value, figure("Exports fell by 12 percent.").unit) == (
        0.12,
        "percent",
    )


def test_since_and_as_of_are_read_only_where_stated() -> None:
    counted = figure("The war has killed 12,800 people since April 2014.")
    assert (counted.since, counted.as_of) == ("2014-04", "")
    assert figure("The war had killed 12,800 people by the end of 2018.").as_of == "2018"
    assert figure("The war killed 12,800 people.").as_of == ""


def test_a_term_is_no_as_of_date() -> None:
    assert figure("Norway will close 12 schools by the end of 2025.").as_of == ""


def test_the_lowest_since_counts_from_nowhere() -> None:
    assert figure("Unemployment fell to 4 percent, the lowest level since 2008.").since == ""


@pytest.mark.parametrize(
    ("text", "basis"),
    [
        ("Norway spends 12 million euros per year on roads.", "per year"),
        ("Norway spent a total of 12 million euros on roads.", "total"),
        ("The countries freed 35 prisoners from each side on Saturday.", "per side"),
        ("Norway spent 12 million euros on roads.", ""),
    ],
)
def test_the_basis_is_kept_where_stated(text: str, basis: str) -> None:
    assert figure(text).basis == basis


def test_a_part_of_a_number_counts_the_same_things() -> None:
    (claim,) = claims("The office verified 112 of the 130 deaths.")
    assert [(found.value, found.counted) for found in claim.figures] == [(112, "deaths"), (130, "deaths")]
