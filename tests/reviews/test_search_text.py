import unicodedata

import pytest

from reviews.search_text import BLANKS, SEPARATORS, typed_plainly


@pytest.mark.parametrize(
    ("typed", "plain"),
    [
        ("“Norhaven’s war”", '"Norhaven s war"'),
        ("«\u00a0guerre\u00a0» -ferries", '" guerre " -ferries'),
        ("„Krieg“ 1999–2001", '"Krieg" 1999 2001'),
        ("أُغلق، جسرا", "أُغلق  جسرا"),
        ("O'Brien or 13,000 Élysée", "O'Brien or 13,000 Élysée"),
    ],
)
def test_a_search_comes_to_the_parser_as_if_it_were_typed_in_ascii(typed: str, plain: str) -> None:
    assert typed_plainly(typed) == plain


def test_no_letter_no_digit_and_no_mark_on_a_letter_ends_a_word() -> None:
    assert len(SEPARATORS) == len(BLANKS) == len({*SEPARATORS})
    assert {unicodedata.category(sign)[0] for sign in SEPARATORS} <= {"P", "S", "Z", "C"}
    assert all(ord(sign) > 127 for sign in SEPARATORS)
