"""A figure as it is typed, and against the claim's."""

from decimal import Decimal

import pytest

from claims.enums import Basis, Bound
from claims.models import Figure
from reviews.drafting import EvidenceInput, decimal_or_none
from reviews.figure_checks import comparisons, unit_beside
from reviews.models import Rating

RATINGS = [
    Rating(label="True", number=5, tolerance_share=Decimal("0.02")),
    Rating(label="Mostly true", number=4, tolerance_share=Decimal("0.10")),
    Rating(label="Unverifiable", number=None, tolerance_share=None),
]


@pytest.mark.parametrize(
    ("typed", "value"),
    [
        ("13000", "13000"),
        ("13,000", "13000"),
        ("12 800.5", "12800.5"),
        ("-3", "-3"),
        ("0.12", "0.12"),
        (" 7 ", "7"),
        ("4.1 %", "0.041"),
        ("12%", "0.12"),
        ("5 percent", "0.05"),
        ("-0.5\u00a0%", "-0.005"),
    ],
)
def test_a_figure_is_read_as_people_write_it(typed: str, value: str) -> None:
    assert decimal_or_none(typed) == Decimal(value)


@pytest.mark.parametrize(
    "typed",
    [
        "12,5",
        "1e400",
        "1e-400",
        "NaN",
        "Infinity",
        "about 13",
        "1,00",
        "4,1 %",
        "%",
        "4.1 % %",
        "9" * 19,
        "٣",
        "1_000",
    ],
)
def test_what_is_no_number_written_out_is_refused(typed: str) -> None:
    with pytest.raises(ValueError, match="is not a number"):
        decimal_or_none(typed)


@pytest.mark.parametrize(
    ("claimed", "bound", "low", "high", "percent", "within"),
    [
        (13000, Bound.EXACTLY, "12800", "13000", "0.0", "True"),
        (13000, Bound.MORE_THAN, "12800", "13000", "0.0", "True"),
        (13000, Bound.MORE_THAN, "14000", "", "0.0", "True"),
        (13000, Bound.MORE_THAN, "12500", "", "4.0", "Mostly true"),
        (70, Bound.EXACTLY, "35", "", "100.0", ""),
        (100, Bound.UP_TO, "40", "60", "0.0", "True"),
        (100, Bound.LESS_THAN, "100", "", "0.0", "True"),
        (100, Bound.EXACTLY, "0", "", "", ""),
        (95, Bound.NEARLY, "100", "", "5.0", "Mostly true"),
    ],
)
def test_the_deviation_is_measured_from_the_nearest_end_of_the_range(
    claimed: int, bound: Bound, low: str, high: str, percent: str, within: str
) -> None:
    figure = Figure(value=Decimal(claimed), bound=bound)
    [comparison] = comparisons([figure], [EvidenceInput(figure_value=low, figure_upper=high)], RATINGS)
    assert (comparison.percent, comparison.within.label if comparison.within else "") == (percent, within)


def test_a_share_with_more_decimals_than_the_column_holds_is_refused_and_not_rounded() -> None:
    assert decimal_or_none("0.1234 %") == Decimal("0.001234")
    with pytest.raises(ValueError, match="more decimals"):
        decimal_or_none("0.12345 %")


def test_rows_without_a_readable_figure_are_passed_over() -> None:
    rows = [EvidenceInput(), EvidenceInput(figure_value="about 13"), EvidenceInput(figure_value="13")]
    [comparison] = comparisons([Figure(value=Decimal(13))], rows, RATINGS)
    assert comparison.row == 3
    assert comparisons([], rows, RATINGS) == []


def test_a_row_is_held_against_the_nearest_of_several_figures() -> None:
    figures = [Figure(value=Decimal("0.07"), unit="percent"), Figure(value=Decimal("0.04"), unit="percent")]
    [comparison] = comparisons(figures, [EvidenceInput(figure_value="0.041")], RATINGS)
    assert (comparison.claimed, comparison.percent) == (str(figures[1]), "2.4")


SHARE, PEOPLE = Figure(value=Decimal("0.04"), unit="percent"), Figure(value=Decimal(300_000), counted="people")


@pytest.mark.parametrize(
    ("figures", "value", "unit"),
    [
        ([SHARE], "0.041", "percent"),
        ([SHARE], "0", "percent"),
        ([PEOPLE], "0.041", ""),
        ([SHARE, PEOPLE], "0.041", "percent"),
        ([PEOPLE, SHARE], "290000", ""),
        ([Figure(value=Decimal("0.02"), unit="percent", bound=Bound.MORE_THAN), PEOPLE], "290000", ""),
        ([], "0.041", ""),
    ],
)
def test_the_figure_of_evidence_is_read_in_the_unit_of_the_claims_figure_of_its_size(
    figures: list[Figure], value: str, unit: str
) -> None:
    assert unit_beside(figures, Decimal(value)) == unit


@pytest.mark.parametrize(
    ("bound", "low", "high", "says"),
    [
        (Bound.MORE_THAN, "12800", "13000", "No part of the evidence’s range is more than 13,000."),
        (Bound.AT_LEAST, "12800", "13000", "Only a part of the evidence’s range is at least 13,000."),
        (Bound.MORE_THAN, "13100", "13300", "The evidence’s whole range is more than 13,000."),
        (Bound.MORE_THAN, "12000", "", "The evidence’s figure is not more than 13,000."),
        (Bound.UP_TO, "12800", "13000", "The evidence’s whole range is up to 13,000."),
        (Bound.LESS_THAN, "12800", "13300", "Only a part of the evidence’s range is less than 13,000."),
        (Bound.EXACTLY, "12800", "13300", "It lies within the evidence’s range."),
        (Bound.EXACTLY, "12800", "12900", "It lies above the evidence’s range."),
        (Bound.EXACTLY, "14000", "", "It lies below the evidence’s figure."),
        (Bound.EXACTLY, "13000", "", ""),
    ],
)
def test_it_is_said_how_the_bound_lies_to_the_range(bound: Bound, low: str, high: str, says: str) -> None:
    figure = Figure(value=Decimal(13000), bound=bound)
    [comparison] = comparisons([figure], [EvidenceInput(figure_value=low, figure_upper=high)], RATINGS)
    assert comparison.fits == says


def test_a_share_is_shown_as_the_claim_has_it() -> None:
    figure = Figure(value=Decimal("0.04"), unit="percent")
    [comparison] = comparisons([figure], [EvidenceInput(figure_value="0.041", figure_upper="0.05")], RATINGS)
    assert (comparison.claimed, comparison.found) == ("4 percent", "4.1 percent to 5 percent")


@pytest.mark.parametrize(
    ("basis", "counted", "caution"),
    [
        (Basis.TOTAL, "per_side", "It counts per side; the statement: total."),
        (Basis.UNSTATED, "per_side", "It counts per side; the statement does not say which."),
        (Basis.TOTAL, "total", ""),
        (Basis.TOTAL, "", ""),
    ],
)
def test_unlike_counts_are_pointed_out(basis: Basis, counted: str, caution: str) -> None:
    """70 prisoners exchanged in all are not 70 released by one side."""
    evidence = EvidenceInput(figure_value="35", figure_basis=counted)
    [comparison] = comparisons([Figure(value=Decimal(70), basis=basis)], [evidence], RATINGS)
    assert "".join(comparison.cautions) == caution


@pytest.mark.parametrize(
    ("as_of", "stated_on", "counted", "begins"),
    [
        (
            "",
            "2019-09-09",
            "2018-12-31",
            "It counts up to 31 December 2018, before the day that is judged (9",
        ),
        ("", "2019-09-09", "2020-02", "It counts up to February 2020, after"),
        ("2018-12-31", "2019-09-09", "2018-12-31", ""),
        ("", "2019-09-09", "2019", ""),
        ("", "2019-09-09", "soon", ""),
        ("", "", "2018", ""),
    ],
)
def test_another_day_is_pointed_out(as_of: str, stated_on: str, counted: str, begins: str) -> None:
    evidence = EvidenceInput(figure_value="13000", figure_as_of=counted)
    figure = Figure(value=Decimal(13000), as_of=as_of)
    [comparison] = comparisons([figure], [evidence], RATINGS, stated_on=stated_on)
    assert "".join(comparison.cautions).startswith(begins)
    assert bool(comparison.cautions) == bool(begins)
