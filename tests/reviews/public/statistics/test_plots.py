from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reviews.public.statistics.plots import (
    LABELLED_COLUMNS,
    LONGEST_LABEL,
    WIDTH,
    Point,
    columns,
    describe,
    nice_ceiling,
    rows,
    shortened,
)
from reviews.public.statistics.tables import Column, Kind, Table, in_words, months_between, months_of, share


@pytest.mark.parametrize(
    ("value", "ceiling"), [(0, 1), (1, 1), (1.5, 2), (3, 5), (5, 5), (6, 10), (10, 10), (11, 20), (499, 500)]
)
def test_the_scale_ends_at_a_round_number(value: float, ceiling: int) -> None:
    assert nice_ceiling(value) == ceiling


def test_a_column_is_as_high_as_its_value() -> None:
    plot = columns("True", [Point("May 2026", 5), Point("June 2026", 10)])
    half, whole = plot.bars
    # 140 high, 18 above and 22 below: 100 units for 10 verdicts.
    assert (whole.y, whole.height) == ("18", "100")
    assert (half.y, half.height) == ("68", "50")
    assert plot.lines == ("118", "68", "18")
    assert [mark.text for mark in plot.ends] == ["0", "5", "10", "June 2026"]
    assert [mark.text for mark in plot.starts] == ["May 2026"]
    assert half.says == "May 2026: 5"


def test_a_month_without_a_value_has_no_column_and_one_with_none_an_empty_one() -> None:
    plot = columns("Share", [Point("May", None), Point("June", 0.0), Point("July", 50.0)], top=100, unit=" %")
    assert [(bar.says, bar.height) for bar in plot.bars] == [("June: 0 %", "0"), ("July: 50 %", "50")]


def test_one_month_alone_is_a_column_and_not_a_wall() -> None:
    plot = columns("True", [Point("May 2026", 2)])
    assert float(plot.bars[0].width) < WIDTH / 10
    assert [mark.text for mark in plot.starts] == ["May 2026"]
    assert [mark.text for mark in plot.ends] == ["0", "1", "2"]


def test_many_columns_carry_one_number_the_highest() -> None:
    points = [Point(f"Month {number}", number % 7) for number in range(LABELLED_COLUMNS + 1)]
    assert [mark.text for mark in columns("x", points).middles] == ["6"]


def test_what_a_plot_shows_is_said_in_words_too() -> None:
    points = [Point("May", 3), Point("June", None), Point("July", 1234.5)]
    assert describe(points, " %") == (
        "2 values, from May to July. The highest is 1,234.5 % (July), the last 1,234.5 %."
    )
    assert describe(points[:1], "") == "One value: May, 3."
    assert describe([], "") == "No values."


def test_long_names_are_cut_in_the_plot() -> None:
    plot = rows("By speaker", [Point("W" * 500, 12)])
    assert plot.starts[0].text == "W" * (LONGEST_LABEL - 1) + "…"
    assert plot.bars[0].says == f"{'W' * 500}: 12"
    assert shortened("W" * LONGEST_LABEL) == "W" * LONGEST_LABEL


@given(st.lists(st.one_of(st.none(), st.integers(0, 10**6)), max_size=60))
def test_every_bar_lies_inside_of_its_plot(values: list[int | None]) -> None:
    points = [Point(f"{number}", value) for number, value in enumerate(values)]
    for plot in (columns("x", points), rows("x", points)):
        for bar in plot.bars:
            assert 0 <= float(bar.x) <= float(bar.x) + float(bar.width) <= WIDTH
            assert 0 <= float(bar.y) <= float(bar.y) + float(bar.height) <= plot.height + 0.1


def test_months_without_anything_are_part_of_the_record() -> None:
    assert months_between(date(2025, 11, 1), date(2026, 2, 1)) == [
        date(2025, 11, 1),
        date(2025, 12, 1),
        date(2026, 1, 1),
        date(2026, 2, 1),
    ]
    assert months_of([date(2026, 2, 1)], date(2026, 2, 1)) == [date(2026, 2, 1)]
    assert months_of([], date(2026, 2, 1)) == []


def test_a_share_of_nothing_is_no_share() -> None:
    assert share(1, 3) == 33.3
    assert share(0, 3) == 0.0
    assert share(0, 0) is None


def test_a_table_shows_the_newest_first_and_writes_the_oldest_first() -> None:
    table = Table(
        (Column("month", "Month", Kind.MONTH), Column("all", "All"), Column("percent", "Share", Kind.PERCENT)),
        ((date(2026, 4, 1), 1200, 12.5), (date(2026, 5, 1), 0, None)),
    )
    assert table.latest(5).shown() == [
        [("May 2026", False), ("0", True), ("–", True)],
        [("April 2026", False), ("1,200", True), ("12.5\u00a0%", True)],
    ]
    assert table.written() == [["month", "all", "percent"], ["2026-04", 1200, 12.5], ["2026-05", 0, None]]
    assert in_words(2.25, Kind.NUMBER) == "2.2"
