"""Numbers mentioned in a text, each with every value it may be taken for: "12 per cent" is 12 and 0.12.

This reads on purpose more generously than `claims.extraction.numbers`, and shares nothing with it: a scorer that used
the extractor's own eyes would not see what it overlooks.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

ONES: Final = {
    word: value
    for value, word in enumerate(
        [
            *(
                "zero",
                "one",
                "two",
                "three",
                "four",
                "five",
                "six",
                "seven",
                "eight",
                "nine",
                "ten",
                "eleven",
                "twelve",
            ),
            *("thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"),
        ]
    )
}
TENS: Final = {
    word: value * 10
    for value, word in enumerate(["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"], 2)
}
ORDINALS: Final = {
    word: value
    for value, word in enumerate(
        [
            *("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth"),
            *("eleventh", "twelfth", "thirteenth"),
        ],
        1,
    )
} | {"twentieth": 20, "thirtieth": 30}
BIG: Final = {"thousand": 1e3, "million": 1e6, "billion": 1e9, "trillion": 1e12}
SCALES: Final = (
    BIG
    | {"hundred": 100, "lakh": 1e5, "crore": 1e7}
    | {"k": 1e3, "m": 1e6, "mn": 1e6, "mln": 1e6, "bn": 1e9, "b": 1e9, "tn": 1e12, "trn": 1e12}
)
PLURAL_PARTS: Final = {"halves": 0.5, "quarters": 0.25, "thirds": 1 / 3, "fifths": 0.2, "tenths": 0.1}
PARTS: Final = {"half": 0.5, "quarter": 0.25}
SINGLE: Final = {"dozen": 12.0, "twice": 2.0, "once": 1.0}

_PERCENT = r"%|per\s?cent\b|percent\b|percentage\b"
FIGURE: Final = re.compile(
    rf"""
    (?P<digits>\d{{1,3}}(?:,\d{{3}})+(?:\.\d+)?|\d+(?:\.\d+)?)
    (?:\s?-?\s?(?P<scale>hundred|thousand|million|billion|trillion|lakh|crore|bn|mn|mln|tn|trn|m|k|b)\b)?
    (?:\s?(?P<percent>{_PERCENT}))?
    """,
    re.IGNORECASE | re.VERBOSE,
)
PERCENT_NEXT: Final = re.compile(rf"[\s-]*(?:{_PERCENT})", re.IGNORECASE)
TOKEN: Final = re.compile(r"[A-Za-z]+|\d[\d,.]*")
JOINED: Final = re.compile(r"[\s-]*")

Mention = frozenset[float]


def mentions(text: str) -> list[Mention]:
    """Every number of the text, written in digits or in words."""
    plain = text.replace("\u00a0", " ").replace("½", ".5")
    return [_figure(match) for match in FIGURE.finditer(plain)] + _in_words(plain)


def close(left: float, right: float) -> bool:
    """Equal but for rounding; fractions such as 0.667 have a thousandth's room."""
    size = max(abs(left), abs(right))
    return abs(left - right) <= (1e-3 if size < 1 else 1e-7) * max(size, 1e-9)


def mentioned(value: float, found: Iterable[Mention]) -> bool:
    return any(close(value, one) for mention in found for one in mention)


def _figure(match: re.Match[str]) -> Mention:
    value = float(match["digits"].replace(",", ""))
    values = {value}
    if match["scale"]:
        values.add(value * SCALES[match["scale"].lower()])
    if match["percent"]:
        values.add(value / 100)
    return frozenset(values)


def _in_words(text: str) -> list[Mention]:
    found: list[Mention] = []
    tokens = list(TOKEN.finditer(text))
    words = [token.group().lower() for token in tokens]
    place = 0
    while place < len(words):
        word = words[place]
        if word in ONES or word in TENS:
            spelled, last = _spelled(text, tokens, words, place)
            found.append(spelled)
            place = last
        elif word in ORDINALS:
            found.append(frozenset({float(ORDINALS[word])} | ({1 / 3} if word == "third" else set())))
        elif word in PARTS:
            found.append(_part(words, place))
        elif word in SINGLE:
            found.append(frozenset({SINGLE[word]}))
        place += 1
    return found


def _part(words: list[str], place: int) -> Mention:
    """ "half", "half a million", "a quarter of a million", "half dozen"."""
    value = PARTS[words[place]]
    following = words[place + 1 : place + 4]
    if following[:1] in (["a"], ["of"]):
        del following[0]
        if following[:1] == ["a"]:
            del following[0]
    scale = {"million": 1e6, "billion": 1e9, "thousand": 1e3, "dozen": 12.0}.get(following[0]) if following else None
    return frozenset({value} if scale is None else {value, value * scale})


class _Sum:
    """A number in words as it grows: "two hundred and five thousand"."""

    def __init__(self) -> None:
        self.done = self.open = 0.0
        self.has_one = self.has_ten = False

    def takes(self, word: str) -> bool:
        """Add the word where it goes on with this number."""
        if word in TENS and not self.has_ten and not self.has_one:
            self.open += TENS[word]
            self.has_ten = True
        elif word in ONES and not self.has_one and not (self.has_ten and ONES[word] > 9):
            self.open += ONES[word]
            self.has_one = True
        elif word == "hundred" and self.open:
            self.open *= 100
            self.start_group()
        elif word in BIG and self.open:
            self.done += self.open * BIG[word]
            self.open = 0.0
            self.start_group()
        else:
            return False
        return True

    def start_group(self) -> None:
        self.has_one = self.has_ten = False

    def may_go_on(self) -> bool:
        """ "and" joins only behind a hundred and more."""
        return bool(self.done) or self.open >= 100

    @property
    def value(self) -> float:
        return self.done + self.open


def _spelled(text: str, tokens: list[re.Match[str]], words: list[str], first: int) -> tuple[Mention, int]:
    """The number that begins at token `first`, and its last token."""
    total = _Sum()
    last = place = first
    while place < len(words):
        if place > first and not JOINED.fullmatch(text, tokens[place - 1].end(), tokens[place].start()):
            break
        word = words[place]
        if total.takes(word):
            last = place
        elif word == "and" and total.may_go_on() and words[place + 1 : place + 2] and _counts(words[place + 1]):
            total.start_group()
        else:
            if word in PLURAL_PARTS and total.open:
                total.open *= PLURAL_PARTS[word]
                last = place
            break
        place += 1
    values = {total.value}
    if PERCENT_NEXT.match(text, tokens[last].end()):
        values.add(total.value / 100)
    return frozenset(values), last


def _counts(word: str) -> bool:
    return word in ONES or word in TENS
