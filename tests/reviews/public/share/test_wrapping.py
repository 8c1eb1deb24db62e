import pytest
from hypothesis import given
from hypothesis import strategies as st

from reviews.public.share.fonts import covers, width_of
from reviews.public.share.wrapping import LONGEST, is_right_to_left, plain, wrap


def by_letter(text: str) -> float:
    return float(len(text))


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("", []),
        ("one", ["one"]),
        ("one two three", ["one two", "three"]),
        ("exactly", ["exactly"]),
        ("unbreakable", ["unbreaka", "ble"]),
        ("a unbreakable b", ["a", "unbreaka", "ble b"]),
        ("one two three four five", ["one two", "three", "four fi…"]),
        ("a a a a a a a a a a a a a", ["a a a a", "a a a a", "a a a a…"]),
    ],
)
def test_words_are_put_into_lines(text: str, lines: list[str]) -> None:
    assert wrap(text, width=8, lines=3, measure=by_letter) == lines


def test_an_accent_stays_with_its_letter() -> None:
    assert wrap("abcdefe\u0301x", width=7, lines=2, measure=by_letter) == ["abcdef", "e\u0301x"]


@given(st.text(), st.integers(2, 30), st.integers(1, 4))
def test_no_line_is_too_wide_and_none_too_many(text: str, width: int, lines: int) -> None:
    found = wrap(plain(text), width=width, lines=lines, measure=by_letter)
    assert len(found) <= lines
    assert all(0 < len(line) <= width for line in found)


@given(st.text(st.characters(categories=["Lu", "Ll", "Nd"]), max_size=200))
def test_what_fits_is_all_there(text: str) -> None:
    assert "".join(wrap(text, width=7, lines=100, measure=by_letter)) == text


def test_what_turns_the_direction_or_is_no_xml_is_taken_out() -> None:
    assert plain("a\u202eb \x0b\u2066c\n\td\x00\ufffe") == "ab c d"
    assert len(plain("W" * 10_000)) == LONGEST


def test_the_first_letter_with_a_direction_decides() -> None:
    assert is_right_to_left("124 جسرا")
    assert is_right_to_left("“עברית”")
    assert not is_right_to_left("124 bridges جسرا")
    assert not is_right_to_left("124")


def test_the_font_has_the_scripts_that_we_promise() -> None:
    for text in ("Žluťoučký kůň", "Їжак і ґава", "Ξεσκεπάζω", "أغلق الجسر", "גשרים", "ქართული", "“–…”"):
        assert covers(text), text
    assert not covers("桥")


def test_letters_are_as_wide_as_the_font_has_them() -> None:
    assert width_of("WW", 50, bold=True) == pytest.approx(2 * width_of("W", 50, bold=True), rel=0.05)
    assert width_of("W", 100, bold=True) == pytest.approx(2 * width_of("W", 50, bold=True))
    assert width_of("i", 50, bold=False) < width_of("W", 50, bold=False)
