"""Two texts word by word."""

from hypothesis import given
from hypothesis import strategies as st

from reviews.word_changes import CONTEXT, GAP, MOST_WORDS, Fate, Piece, shortened, word_changes

TEXT = st.text(alphabet="ab é.,\n", max_size=60)


def _without(pieces: list[Piece], fate: Fate) -> str:
    return "".join(piece.text for piece in pieces if piece.fate != fate)


@given(TEXT, TEXT)
def test_nothing_is_lost_or_invented(before: str, after: str) -> None:
    pieces = word_changes(before, after)
    assert (_without(pieces, Fate.NEW), _without(pieces, Fate.GONE)) == (before, after)
    assert all(piece.text for piece in pieces)


def test_whole_words_change() -> None:
    assert word_changes("The UN counts 12,800 dead.", "The UN counts 13,000 dead.") == [
        Piece("The UN counts ", Fate.KEPT),
        Piece("12,800 ", Fate.GONE),
        Piece("13,000 ", Fate.NEW),
        Piece("dead.", Fate.KEPT),
    ]


def test_what_stays_is_cut_to_the_ends_that_touch_a_change() -> None:
    long = "word " * 200
    first, changed, last = shortened([Piece(long, Fate.KEPT), Piece("new", Fate.NEW), Piece(long, Fate.KEPT)])
    assert (first.text, last.text) == (GAP + long[-CONTEXT:], long[:CONTEXT] + GAP)
    assert changed == Piece("new", Fate.NEW)


def test_very_long_texts_are_compared_line_by_line() -> None:
    before = "\n".join(f"line {number}" for number in range(MOST_WORDS))
    pieces = word_changes(before, before.replace("line 7\n", "line seven\n"))
    assert [piece.text for piece in pieces if piece.fate != Fate.KEPT] == ["line 7\n", "line seven\n"]
