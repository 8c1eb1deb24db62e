"""Sentence spans inside a zone: nupunkt's boundaries, corrected by four rules."""

from __future__ import annotations

import re
from collections.abc import Iterator

from nupunkt import sentence_spans

from claims.extraction.words.abbreviations import ABBREVIATIONS

LAST_WORD = re.compile(r"([^\W\d_](?:[\w.]*\w)?)\.$")
# by the end of the month. Children …: a full stop behind a plain word, which nupunkt may take for an abbreviation.
MISSED = re.compile(r"\b(?P<word>[a-z]{3,})[.!?][\"”’)]?(?P<gap>\s+)(?=[\"“‘(]?[A-Z][a-z]*\b)")
OPENERS = "\"'“‘([«"


def sentences(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Spans of the sentences in text[start:end], stripped, in order; none is empty."""
    open_from: int | None = None
    for left, right in _pieces(text, start, end):
        first = left if open_from is None else open_from
        if _goes_on(text, first, right, end):
            open_from = first
            continue
        open_from = None
        yield first, right
    if open_from is not None:
        yield open_from, _right(text, open_from, end)


def _pieces(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    for left, right in sentence_spans(text[start:end]):
        piece = text[start + left : start + right]
        stripped = piece.strip()
        if stripped:
            first = start + left + piece.index(stripped[0])
            yield from _missed(text, first, first + len(stripped))


def _missed(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The piece, cut at the boundaries that were missed in it."""
    for match in MISSED.finditer(text, start, end):
        if match["word"] not in ABBREVIATIONS:
            yield start, match.start("gap")
            start = match.end("gap")
    yield start, end


def _right(text: str, start: int, end: int) -> int:
    return start + len(text[start:end].rstrip())


def _goes_on(text: str, start: int, right: int, end: int) -> bool:
    """True where the boundary is none: before lower case, after a title or month, after a single initial."""
    following = text[right:end].lstrip()[:2]
    if not following:
        return False
    if following.lstrip(OPENERS)[:1].islower():
        return True
    last = LAST_WORD.search(text[max(start, right - 20) : right])
    if last is None:
        return False
    word = last.group(1)
    return (word.lower() in ABBREVIATIONS and not following[0].isdigit()) or (
        len(word) == 1 and word.isupper() and word != "I"
    )
