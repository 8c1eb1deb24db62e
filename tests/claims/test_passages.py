"""A passage is found again in an edited text: drawn back into the text, so that spans are tested with it."""

import pytest

from claims.enums import AnchorState
from claims.passages import find_again

TEXT = (
    "Bridges close across the north\n\n"
    "The ministry said more than 120 bridges were closed in 2021. Repairs cost 3.5 million euros last year.\n"
    "The minister, Ana Ruiz, opened the Lena bridge in May 2019, and 40 people came."
)


@pytest.mark.parametrize(
    ("quote", "state", "found"),
    [
        ("more than 120 bridges were closed in 2021", AnchorState.KEPT, "more than 120 bridges were closed in 2021"),
        # A figure was corrected.
        (
            "Repairs cost 3.7 million euros last year.",
            AnchorState.REWORDED,
            "Repairs cost 3.5 million euros last year.",
        ),
        # A part of a sentence, reworded inside.
        (
            "more than 130 bridges had been closed in 2021",
            AnchorState.REWORDED,
            "more than 120 bridges were closed in 2021",
        ),
        # The same subject, another statement.
        ("Fewer bridges will need repair next summer, an engineer believes.", AnchorState.GONE, None),
        ("Nothing of this was ever printed.", AnchorState.GONE, None),
        ("!?", AnchorState.GONE, None),
    ],
)
def test_kept_reworded_or_gone(quote: str, state: AnchorState, found: str | None) -> None:
    result = find_again(quote, 0, TEXT)
    assert result.state == state
    assert (None if result.start is None else TEXT[result.start : result.end]) == found


@pytest.mark.parametrize(("near", "start"), [(0, 0), (4, 0), (9, 10), (26, 20), (10_000, 20)])
def test_of_equal_passages_the_nearest_counts(near: int, start: int) -> None:
    text = "Same word Same word Same word"
    assert find_again("Same word", near, text).start == start


def test_it_is_quick_on_the_longest_text() -> None:
    text = "The ministry said more than 120 bridges were closed in 2021 in region 7.\n" * 2700
    result = find_again("The ministry said more than 999 bridges were closed in 2020 in region 12.", 5, text)
    assert result.state == AnchorState.REWORDED
