import pytest

from reviews.spelling import completions, keys_of, nearest, respelled, slips, words_of


def test_words_are_of_letters_and_neither_short_nor_endless() -> None:
    assert words_of(["The Ministry's 124 bridges, bridges", f"of Ström {'a' * 41}"]) == ["bridges", "ministry", "ström"]


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("bridges", "bridges", 0),
        ("bridges", "brigdes", 1),  # swapped
        ("bridges", "bridgs", 1),  # left out
        ("bridges", "bridgees", 1),  # added
        ("bridges", "britges", 1),  # exchanged
        ("bridges", "birdgse", 2),
        ("", "abc", 3),
    ],
)
def test_slips_are_counted_in_both_directions(one: str, other: str, expected: int) -> None:
    assert slips(one, other) == slips(other, one) == expected


@pytest.mark.parametrize("typed", ["brigdes", "bridgs", "bridgees", "britges", "Bridges", "bŕidges"])
def test_one_slip_leaves_a_key_in_common(typed: str) -> None:
    assert set(keys_of(typed)) & set(keys_of("bridges"))


def test_the_nearest_come_first_and_far_ones_not_at_all() -> None:
    assert nearest("novak", ["novotny", "novák", "nowak", "bridges"]) == ["novák", "nowak"]
    assert nearest("statistiks", ["statistic", "statistics"]) == ["statistics", "statistic"]
    assert nearest("bridges", ["bridges"]) == []


def test_a_query_keeps_its_operators_and_capitals() -> None:
    chosen = {"novak": "novák", "brigdes": "bridges"}
    assert respelled('"Novak" or -brigdes 124', chosen) == '"Novák" or -bridges 124'


def test_a_beginning_is_completed_to_the_shortest_words_first() -> None:
    known = ["ukrainian", "ukraine", "ukr", "russia", "ukase"]
    assert completions("ukr", known) == ["ukraine", "ukrainian"]
    assert completions("x", known) == []
