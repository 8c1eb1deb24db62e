"""Dates told by counting: two years ago, the following year, eight years later."""

from __future__ import annotations

import re
from datetime import date, timedelta

# A year named further back is not the one that "the following year" follows.
YEAR_NAMED_WITHIN = 160
WORDED = {
    "a": 1,
    "one": 1,
    "two": 2,
    "three": 3,
    "four": 4,
    "five": 5,
    "six": 6,
    "seven": 7,
    "eight": 8,
    "nine": 9,
    "ten": 10,
}
YEAR_NAMED = re.compile(r"\b(?:in|since|of|until|by|during|from|late|early|[A-Z][a-z]+)\s((?:19|20)\d\d)\b")
BACK = re.compile(r"(?i)before|earlier|previous")


def count_of(word: str) -> int:
    """a, an, one → 1; ten → 10; 14 → 14; 0 for anything else"""
    known = WORDED.get(word.lower().removesuffix("n") if word.lower() == "an" else word.lower(), 0)
    return known or (int(word) if word.isdigit() else 0)


def year_beside(text: str, start: int, words: str, count: int) -> str:
    """The year that `words` at `start` name, counted from the last one named shortly before; "" where none is."""
    named = YEAR_NAMED.findall(text[max(0, start - YEAR_NAMED_WITHIN) : start])
    if not named or not 0 < count < 200:
        return ""
    return str(int(named[-1]) + (-count if BACK.search(words) else count))


def day_beside(day: str, shift: int, many: str, unit: str) -> str:
    """The day or month so many days, weeks or months before (`shift` -1) or after `day`; a month for months.

    Without `many` it is `shift` days; from a bare month only months can be counted.
    """
    count = shift * (count_of(many) if many else abs(shift) and 1)
    if unit.lower() == "month":
        months = int(day[:4]) * 12 + int(day[5:7]) - 1 + count
        return f"{months // 12}-{months % 12 + 1:02d}"
    if len(day) != 10:
        return ""
    return (date.fromisoformat(day) + timedelta(days=count * (7 if unit.lower() == "week" else 1))).isoformat()
