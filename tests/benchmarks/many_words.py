"""Invented words for many verdicts: a few are in every second text and most are rare, as in a language. Pure."""

from __future__ import annotations

from itertools import accumulate, product
from random import Random

SYLLABLES = (
    "ba",
    "cor",
    "den",
    "fal",
    "gri",
    "hol",
    "jun",
    "kas",
    "lem",
    "mor",
    "nil",
    "ost",
    "pra",
    "quel",
    "rin",
    "sta",
)
ENDS = ("al", "den", "er", "ford", "ion", "ment", "ola", "ry", "sk", "ton", "um", "wick")
PLAIN = (
    *("the", "of", "in", "and", "to", "a", "was", "by", "for", "more", "than", "from", "with", "were", "that", "on"),
    *("bridges", "ministry", "closed", "register", "counted", "killed", "million", "people", "year", "law", "price"),
    *("ferries", "schools", "energy", "gas", "court", "border", "vote", "hospital", "trains", "budget", "river"),
)
GIVEN = (
    "Ada",
    "Boris",
    "Clara",
    "Dmitri",
    "Elena",
    "Farid",
    "Greta",
    "Hugo",
    "Irina",
    "Jonas",
    "Karin",
    "Leila",
    "Marek",
)
FAMILY_STARTS = (
    "Ald",
    "Berg",
    "Czern",
    "Dal",
    "Eck",
    "Fors",
    "Grun",
    "Hav",
    "Ivan",
    "Kov",
    "Lind",
    "Mor",
    "Nov",
    "Sol",
)
FAMILY_ENDS = ("ak", "berg", "en", "ik", "man", "ov", "sen", "sky", "ström", "uk", "é", "ová")

SPEAKERS = tuple(f"{given} {start}{end}" for given, start, end in product(GIVEN, FAMILY_STARTS, FAMILY_ENDS))
SOURCES = tuple(
    f"{place.capitalize()} {kind}"
    for place, kind in product(
        ("".join(parts) for parts in product(SYLLABLES[:10], ENDS[:8])), ("Gazette", "Herald", "Radio", "Statistics")
    )
)
"""320 names."""

_RARE = tuple("".join(parts) for parts in product(SYLLABLES, SYLLABLES, ENDS))
_WORDS = (*PLAIN, *_RARE)
# Zipf: the word of rank r is written 1/r as often as the first.
_WEIGHTS = tuple(accumulate(1 / rank for rank in range(1, len(_WORDS) + 1)))
# Drawn once, as drawing each word of 100,000 texts would take most of the time.
_STREAM = Random(1).choices(_WORDS, cum_weights=_WEIGHTS, k=300_000)


def text(random: Random, words: int) -> str:
    """A sentence of so many words, one of them a figure."""
    start = random.randrange(len(_STREAM) - words)
    chosen = _STREAM[start : start + words]
    chosen[words // 3] = f"{random.randrange(1, 99_999):,}"
    return f"{' '.join(chosen).capitalize()}."
