"""Dates known to the day, the month or the year: the first and the last day that each covers."""

from datetime import date

import pytest

from claims.partial_dates import earliest, latest


@pytest.mark.parametrize(
    ("partial", "last"),
    [
        ("2019-09-07", date(2019, 9, 7)),
        ("2019-09", date(2019, 9, 30)),
        ("2023-12", date(2023, 12, 31)),
        ("2020-02", date(2020, 2, 29)),
        ("2019", date(2019, 12, 31)),
        ("", None),
        ("2019-02-30", None),
        ("spring 2019", None),
        ("2019-13", None),
    ],
)
def test_the_last_day_of_a_partial_date(partial: str, last: date | None) -> None:
    assert latest(partial) == last


@pytest.mark.parametrize("nonsense", ["", "spring 2019", "2019-13", "2019-02-30", "2019-9", "-", "2019-09-07T10:00"])
def test_what_is_no_date_covers_no_day(nonsense: str) -> None:
    assert earliest(nonsense) is None
    assert latest(nonsense) is None
