"""Words into lines of a given width, pure; how wide a text is, the caller knows."""

import re
import unicodedata
from collections.abc import Callable

Measure = Callable[[str], float]

# What XML can't hold, and what turns the direction of a text around: marks, embeddings, overrides, isolates.
_UNWANTED = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")

LONGEST = 400
"""Characters that are looked at; no image holds more."""


def plain(text: str) -> str:
    """One line of ordinary words, however the text came in."""
    return " ".join(_UNWANTED.sub("", text)[:LONGEST].split())


def wrap(text: str, *, width: float, lines: int, measure: Measure) -> list[str]:
    """At most so many lines, none wider than `width`; a word that is wider is broken, and what is left out is “…”."""
    found: list[str] = []
    rest = text.split(" ") if text else []
    while rest and len(found) < lines:
        line, rest = _line(rest, width, measure)
        found.append(line)
    if rest and found:
        found[-1] = _shortened(f"{found[-1]} {rest[0]}", width, measure)
    return found


def is_right_to_left(text: str) -> bool:
    """By the first letter that has a direction, as browsers do it."""
    directions = (unicodedata.bidirectional(character) for character in text)
    return next((direction for direction in directions if direction in {"L", "R", "AL"}), "L") != "L"


def _line(words: list[str], width: float, measure: Measure) -> tuple[str, list[str]]:
    """As many words as fit, at least a part of one, and what is left."""
    line = words[0]
    if measure(line) > width:
        end = _fitting(line, width, measure)
        return line[:end], [line[end:], *words[1:]]
    for number, word in enumerate(words[1:], start=1):
        longer = f"{line} {word}"
        if measure(longer) > width:
            return line, words[number:]
        line = longer
    return line, []


def _shortened(text: str, width: float, measure: Measure) -> str:
    end = _fitting(text, width - measure("…"), measure)
    return f"{text[:end].rstrip()}…"


def _fitting(text: str, width: float, measure: Measure) -> int:
    """How many characters fit, at least one; an accent stays with its letter."""
    low, high = 1, len(text)
    while low < high:
        middle = (low + high + 1) // 2
        low, high = (middle, high) if measure(text[:middle]) <= width else (low, middle - 1)
    while 1 < low < len(text) and unicodedata.combining(text[low]):
        low -= 1
    return low
