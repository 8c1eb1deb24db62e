"""Names spelled out that an article only abbreviates, and abbreviations that it only spells out: UN, United Nations."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

ACRONYM: Final = re.compile(r"(?<![\w'’])(?:[A-Z]{2,6}|(?:[A-Z]\.){2,5})(?!\w)")
_SMALL: Final = r"(?:of|the|and|for|on|in)"
SPELLED: Final = re.compile(rf"(?<!\w)[A-Z]\w+(?:[\s-](?:{_SMALL}\s){{0,2}}[A-Z]\w+){{1,5}}")
WORD: Final = re.compile(r"\w+")


def acronyms(text: str) -> frozenset[str]:
    """The abbreviations in capitals, without their dots: U.S. → US."""
    return frozenset(found.replace(".", "") for found in ACRONYM.findall(text))


def initials(text: str) -> frozenset[str]:
    """What the names spelled out in a text would be abbreviated to, small words counted or not: OECD, OSCE, EU."""
    return frozenset(short for name in SPELLED.findall(text) for short in _initials(name))


def spelled_out(wording: str, known: frozenset[str]) -> frozenset[str]:
    """The words, case folded, of the names in `wording` whose initials are among the `known` abbreviations."""
    return frozenset(
        word.casefold()
        for name in SPELLED.findall(wording)
        if not known.isdisjoint(_initials(name))
        for word in WORD.findall(name)
    )


def _initials(name: str) -> Iterator[str]:
    words = WORD.findall(name.removeprefix("The "))
    yield "".join(word[0] for word in words if word[0].isupper())
    yield "".join(word[0].upper() for word in words)
