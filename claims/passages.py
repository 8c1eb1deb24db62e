"""Where a passage stands in a text that was edited since: kept, reworded, or gone. Pure: text in, spans out."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher

from claims.enums import AnchorState

WORD = re.compile(r"\w+")
# A sentence or line; nothing finer is needed, since a reworded passage is shown to a person.
PASSAGE = re.compile(r"[^\n]+?(?:[.!?…][\"”’)\]]*(?=\s)|(?=\n)|\Z)")
# Tried on edits of news texts: one figure, name or clause changed keeps 0.7 and more, another sentence on the same
# subject stays below 0.55.
SIMILAR = 0.62
# SequenceMatcher costs a millisecond on long passages, so only the best few by shared words are compared.
COMPARED = 4


@dataclass(frozen=True, slots=True)
class Found:
    """`start` and `end` are code points, half-open; None when the passage is gone."""

    state: AnchorState
    start: int | None = None
    end: int | None = None


def find_again(quote: str, near: int, text: str) -> Found:
    """The same words nearest to `near`, else the most similar sentence, else gone. Linear in the text's length."""
    start = _nearest(quote, near, text)
    if start is not None:
        return Found(AnchorState.KEPT, start, start + len(quote))
    best = max(_similar(quote, text), default=None)
    if best is None or best[0] < SIMILAR:
        return Found(AnchorState.GONE)
    _, start, end = best
    return Found(AnchorState.REWORDED, start, end)


def _nearest(quote: str, near: int, text: str) -> int | None:
    """The occurrence just before and the one just after are the only candidates."""
    before = text.rfind(quote, 0, near + len(quote))
    after = text.find(quote, near)
    found = [start for start in (before, after) if start >= 0]
    return min(found, key=lambda start: abs(start - near)) if found else None


def _similar(quote: str, text: str) -> Iterator[tuple[float, int, int]]:
    """(similarity, start, end) of the few passages that share most words with the quote."""
    words = _words(quote)
    shared = []
    for start, end in _passages(text):
        here = _words(text[start:end])
        if common := len(words & here):
            shared.append((2 * common / (len(words) + len(here)), start, end))
    for _, start, end in sorted(shared, reverse=True)[:COMPARED]:
        yield _best_window(quote, text, start, end)


def _best_window(quote: str, text: str, start: int, end: int) -> tuple[float, int, int]:
    """The passage as it is, or the part of it that the quote was cut from, whichever is more similar."""
    whole = SequenceMatcher(None, quote, text[start:end], autojunk=False)
    blocks = [block for block in whole.get_matching_blocks() if block.size]
    candidates = [(whole.ratio(), start, end)]
    if blocks:
        first, last = _to_words(text, start + blocks[0].b, start + blocks[-1].b + blocks[-1].size, start, end)
        part = SequenceMatcher(None, quote, text[first:last], autojunk=False)
        candidates.append((part.ratio(), first, last))
    return max(candidates)


def _to_words(text: str, first: int, last: int, start: int, end: int) -> tuple[int, int]:
    """Widened to whole words inside [start, end)."""
    while first > start and text[first - 1].isalnum():
        first -= 1
    while last < end and text[last].isalnum():
        last += 1
    return first, last


def _passages(text: str) -> Iterator[tuple[int, int]]:
    for match in PASSAGE.finditer(text):
        passage = match[0]
        start = match.start() + len(passage) - len(passage.lstrip())
        end = match.start() + len(passage.rstrip())
        if start < end:
            yield start, end


def _words(passage: str) -> set[str]:
    return {word.lower() for word in WORD.findall(passage)}
