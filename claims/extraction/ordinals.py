"""Ordinals that rank or count happenings: the fourth landslide since 2016, the city's 12th homicide, his third term.

"The 21st century", "the third quarter", "second-degree murder", "a third man" and every "first" tell no such number.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from claims.extraction.words import listed

_WORDS = ("second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh", "twelfth")
NTH = {word: value for value, word in enumerate(_WORDS, 2)}
ORDINAL = re.compile(
    rf"(?<![\w-])(?:(?P<word>{'|'.join(_WORDS)})|(?P<digits>\d{{1,3}})(?:st|nd|rd|th))"
    r"(?=(?P<joined>[\s-])(?P<noun>[a-z][a-z-]*)(?:\s(?P<behind>[a-z]+))?)",
    re.IGNORECASE,
)
# Happenings and terms that are counted even as "a third term".
COUNTED = frozenset(
    (
        *("attempt", "attempts", "time", "consecutive", "straight", "successive", "term", "title", "win", "victory"),
        *("defeat", "loss", "rise", "increase", "cut", "fall", "decline", "death", "month", "year", "week"),
    )
)
# "the second-largest", "the third most", "the second leading": a rank.
RANK = re.compile(r"(?:most|least|leading|biggest|[a-z]{3,}est|worst|best|ranked|placed|busiest)$")
NO_COUNT = listed(
    """
    century quarter quarters half floor storey story grade degree degrees district street avenue road lane amendment
    generation division division's tier party parties person persons man woman suspect victim group team phase stage
    wave class classes lady world hand hands line minute edition reading sector country countries place round leg day
    hour half-time anniversary birthday in on of at to and or is was were for from by with if as but session part
    parliament republic regiment battalion brigade army fleet circuit judicial congressional language home
    """
)
INDEFINITE = re.compile(r"(?i)(?:\b(?:a|another|every|each|per|any|one|two|three|five)\s|-)$")


def ordinals(text: str, start: int, end: int) -> Iterator[tuple[float, int, int]]:
    """Value, start and end of every ordinal in text[start:end] that tells a number."""
    for match in ORDINAL.finditer(text, start, end):
        value = NTH.get((match["word"] or "").lower()) or int(match["digits"] or 0)
        if value > 1 and _tells(text, match, value):
            yield float(value), match.start(), match.end()


def _tells(text: str, match: re.Match[str], value: int) -> bool:
    noun = match["noun"].lower()
    if RANK.search(noun) or noun in COUNTED:
        # "the second month of the year", "the third year of the war" place in time; "the third month in a row" counts.
        return noun not in ("month", "year", "week") or text[match.end() + len(noun) + 1 :].startswith(
            (" in a row", " run")
        )
    if match["joined"] == "-" or noun in NO_COUNT or INDEFINITE.search(text[max(0, match.start() - 9) : match.start()]):
        return False
    # "the second bridge" is most often the other one; "the second bridge collapse since 2016" is counted.
    return value > 2 or bool(
        re.match(
            r"[^.;:]{0,60}?\b(?:since|this year|in (?:as many|two|three|a)|of (?:19|20)\d\d)\b",
            text[match.end() : match.end() + 90],
        )
    )
