import pytest

from reviews.public.reading import holds_on


@pytest.mark.parametrize(
    ("begin", "end", "day", "covered"),
    [
        ("", "", "2019-09-09", True),
        ("2019", "2019", "2019-09-09", True),
        ("2019-09-10", "", "2019-09-09", False),
        ("", "2019-08", "2019-09-09", False),
        ("", "2019-09", "2019-09-30", True),
        ("2019-09-05", "2019-09-15", "2019-09", True),
        ("2018", "2020", "2019", True),
        ("2018", "2018", "", True),
        ("2020", "", "2019-12-31", False),
    ],
)
def test_a_period_covers_a_day_as_far_as_both_are_known(begin: str, end: str, day: str, covered: bool) -> None:
    assert holds_on({"from": begin, "to": end}, day) is covered
