"""A figure as it is typed, and against the claim's."""

from decimal import Decimal

import pytest

from claims.enums import Bound
from claims.models import Figure
from reviews.desk.figures import comparisons
from reviews.drafting import EvidenceInput, decimal_or_none
from reviews.models import Rating

RATINGS = [
    Rating(label="True", number=5, tolerance_share=Decimal("0.02")),
    Rating(label="Mostly true", number=4, tolerance_share=Decimal("0.10")),
    Rating(label="Unverifiable", number=None, tolerance_share=None),
]


@pytest.mark.parametrize(
    ("typed", "value"),
    [("13000", "13000"), ("13,000", "13000"), ("12 800.5", "12800.5"), ("-3", "-3"), ("0.12", "0.12"), (" 7 ", "7")],
)
def test_a_figure_is_read_as_people_write_it(typed: str, value: str) -> None:
    assert decimal_or_none(typed) == Decimal(value)


@pytest.mark.parametrize(
    "typed", ["12,5", "1e400", "1e-400", "NaN", "Infinity", "about 13", "1,00", "9" * 19, "٣", "1_000"]
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
    assert (comparison.percent, comparison.within) == (percent, within)


def test_rows_without_a_readable_figure_are_passed_over() -> None:
    rows = [EvidenceInput(), EvidenceInput(figure_value="about 13"), EvidenceInput(figure_value="13")]
    [comparison] = comparisons([Figure(value=Decimal(13))], rows, RATINGS)
    assert comparison.row == 3
    assert comparisons([], rows, RATINGS) == []


def test_a_row_is_held_against_the_nearest_of_several_figures() -> None:
    figures = [Figure(value=Decimal("0.07"), unit="percent"), Figure(value=Decimal("0.04"), unit="percent")]
    [comparison] = comparisons(figures, [EvidenceInput(figure_value="0.041")], RATINGS)
    assert (comparison.claimed, comparison.percent) == (str(figures[1]), "2.4")
