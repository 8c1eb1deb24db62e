"""Finds the dates named in a passage and resolves them against the day of publication.

A date comes out as an ISO day, month or year ("2019-09-08", "2019-08", "2014"); one that cannot be resolved for want of
a publication day has no `value` but keeps its place, so that its digits are not read as numbers.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date
from itertools import pairwise

from claims.extraction.date_forms import RULES
from claims.extraction.date_told import Frame
from claims.extraction.date_words import MONTHS
from claims.extraction.years import LIKE_A_YEAR, counts_things

# between March and October · from November to May
SPAN = re.compile(r"(?i)\b(?:between|from)\s\w+\s(?:and|to|until|through)\b")


@dataclass(frozen=True, slots=True)
class DateMention:
    """A date as written; `value` is empty where unresolved, `in_words` is how a standalone text says it."""

    value: str
    in_words: str
    start: int
    end: int
    relative: bool


def dates(
    text: str, start: int, end: int, published: date | None, *, future: bool = False, past: bool = False
) -> list[DateMention]:
    """Mentions in text[start:end], in order, the longest reading first: "last month" in September 2019 is 2019-08."""
    frame = Frame(published, future, past)
    found: list[DateMention] = []
    for pattern, resolve in RULES:
        for match in pattern.finditer(text, start, end):
            if all(match.end() <= other.start or match.start() >= other.end for other in found):
                if LIKE_A_YEAR.fullmatch(match.group()) and counts_things(text, *match.span()):
                    continue
                value = resolve(match, frame, text)
                if not value and "way" in match.groupdict():
                    continue  # two days after the vote: no day, and two is a number
                # "two days after" stays as it is before the day that it counts from
                relative = not re.search(r"\d{4}", match.group()) and "way" not in match.groupdict()
                found.append(DateMention(value, _in_words(match, value), match.start(), match.end(), relative))
    parts = sorted((part for mention in found for part in _two_years(text, mention)), key=lambda mention: mention.start)
    return _in_order(text, parts)


def _in_order(text: str, mentions: list[DateMention]) -> list[DateMention]:
    """between March and October, told in September: both of last year, for the first comes first."""
    ordered = list(mentions)
    for place, (first, second) in enumerate(pairwise(mentions)):
        span = SPAN.search(text[max(0, first.start - 10) : first.start] + text[first.start : second.start + 4])
        months = len(first.value) == len(second.value) == 7 and first.relative and second.relative
        if months and span and first.value > second.value:
            earlier = f"{int(first.value[:4]) - 1}{first.value[4:]}"
            ordered[place] = replace(first, value=earlier, in_words=say(earlier))
    return ordered


def _in_words(match: re.Match[str], value: str) -> str:
    """the summer of 2019 · the end of 2019 · September 2019"""
    groups = match.groupdict()
    part = "end" if groups.get("ending") else (groups.get("season") or "").lower()
    return f"the {part} of {say(value)}" if part and value else say(value)


def _two_years(text: str, mention: DateMention) -> list[DateMention]:
    """2024/2025 and 2000-2050 are two years, June 20-21 two days; everything else stays as it is."""
    days = re.fullmatch(r"(\D+\d{1,2})\s?[-–]\s?(\d{1,2})", text[mention.start : mention.end])
    if days is not None and len(mention.value) == 10:
        last = f"{mention.value[:8]}{int(days.group(2)):02d}"
        middle = mention.start + len(days.group(1))
        first = replace(mention, end=middle, in_words=say(mention.value).partition(",")[0])
        return [first, DateMention(last, f"{int(days.group(2))}, {last[:4]}", middle + 1, mention.end, relative=True)]
    opening = re.match(r"(\d{1,2})\s?[-–]\s?\d", text[mention.start : mention.end])
    if opening is not None and len(mention.value) == 10 and int(opening.group(1)) <= int(mention.value[8:]):
        day = f"{mention.value[:8]}{int(opening.group(1)):02d}"  # 13-14 October
        middle = mention.start + len(opening.group(1))
        begins = replace(mention, value=day, in_words=say(day).partition(",")[0], end=middle)
        ends = replace(mention, in_words=f"{int(mention.value[8:])}, {mention.value[:4]}", start=middle + 1)
        return [begins, ends]
    match = re.fullmatch(r"((?:19|20)\d\d)\s?[/–-]\s?((?:19|20)?\d\d)", text[mention.start : mention.end])
    if match is None:
        return [mention]
    middle = mention.start + 4
    second = match.group(2) if len(match.group(2)) == 4 else match.group(1)[:2] + match.group(2)
    return [
        DateMention(match.group(1), match.group(1), mention.start, middle, relative=False),
        DateMention(second, second, middle, mention.end, relative=False),
    ]


def say(value: str) -> str:
    """2019-09-08 → September 8, 2019."""
    year, month, day = [*value.split("-"), "", ""][:3]
    if not month:
        return year
    name = MONTHS[int(month) - 1].capitalize()
    return f"{name} {int(day)}, {year}" if day else f"{name} {year}"
