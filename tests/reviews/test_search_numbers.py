import pytest

from reviews.search_numbers import in_other_writing


@pytest.mark.parametrize(
    ("typed", "other"),
    [
        ("13000", '"13 000"'),
        ("13,000", "13000"),
        ("13 000", "13000"),
        ("killed 13000 since 2014", 'killed "13 000" since 2014'),
        ('"more than 13000 people" 3300', '"more than 13 000 people" "3 300"'),
        ("1,234,567 seats", "1234567 seats"),
    ],
)
def test_large_numbers_are_written_the_other_way(typed: str, other: str) -> None:
    assert in_other_writing(typed) == other


@pytest.mark.parametrize(
    "typed",
    ["", "2019", "1999-2001", "120", "12,5", "13000.5", "12,800.5", "a13000", "13000km", "١٣٠٠٠", "7 September"],
)
def test_everything_else_stays_as_it_is(typed: str) -> None:
    assert in_other_writing(typed) == typed
