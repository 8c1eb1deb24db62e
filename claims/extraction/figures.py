"""Types the numbers of a claim: how each is meant, what it counts, over what time."""

from __future__ import annotations

import re
from dataclasses import replace

from claims.extraction.dates import DateMention
from claims.extraction.numbers import ORDINAL, Number
from claims.extraction.values import Bound, Figure
from claims.extraction.words import listed
from claims.extraction.words.numerals import BOUNDS, CURRENCY_WORDS, MEASURES, SCALES, TENS, UNITS

BEFORE = re.compile(
    r"(?i)\b(" + "|".join(re.escape(words) for words, _ in BOUNDS) + r")\s+(?:a\s|an\s|the\s|another\s|some\s)?$"
)
BOUND_OF = dict(BOUNDS)
OR_MORE = re.compile(r"(?i)^\s*(?:\w+\s)?or\s(?:more|over|older)\b|^\s*-?plus\b|^\+")
COUNTED = re.compile(
    r"[\s-]+(?:or\smore\s+)?(?:of\s+(?:(?:the|its|their|all|these|those|his|her)\s+)?(?:[\d.,]+\s(?:million\s|billion\s)?)?)?((?:[^\W\d_][\w'’-]*\s?){1,4})"
)
RANGE_GAP = re.compile(r"(?i)^\s?(?:to|and|-|–|—|or)\s?$")
# "rose 5 percent to 8 percent" tells a change and where it ended, no range.
CHANGED = re.compile(
    r"(?i)\b(?:rose|fell|grew|climbed|dropped|increased|decreased|declined|jumped|gained|lost|slid|up|down)\s(?:by\s)?$"
)
SHARE_GAP = re.compile(r"(?i)\s(?:in|out\sof)\s(?:every\s)?")
DURATION = re.compile(r"(?i)[\s-](?:second|minute|hour|day|week|month|year|decade)s?\b")
BASES = (
    (re.compile(r"(?i)^[^.;]{0,60}?\b(?:from|on|for)\seach\s(?:side|country)\b|\b(?:per|each)\sside\b"), "per side"),
    (re.compile(r"(?i)^[^.;]{0,30}?\b(?:per|each|every)\s(year|month|week|day|hour|person|capita)\b"), "per"),
    (re.compile(r"(?i)^(?:\s\w+)?\sa\s(year|month|week|day|hour)\b(?!\s(?:ago|earlier|later|before))"), "per"),
    (re.compile(r"(?i)^[^.;]{0,40}?\b(?:in\stotal|altogether|overall|combined)\b"), "total"),
)
TOTAL_BEFORE = re.compile(r"(?i)\b(?:a\stotal\sof|total|combined|altogether)\s(?:\w+\s)?$")
COMPARED = re.compile(r"(?i)\b(?:\w+est|first|most|least|record|time)\b")
SINCE = re.compile(r"(?i)\bsince\s(?:the\s|early\s|late\s|mid-)?$")
AS_OF = re.compile(
    r"(?i)\b(?:as\sof|by\sthe\send\sof|at\sthe\send\sof|as\sat|until\sthe\send\sof|up\sto\sthe\send\sof|by)\s(?:the\send\sof\s|mid-)?$"
)
PLURALS = listed("people men women children police troops personnel staff cattle dead wounded injured")
NO_THINGS = {
    *UNITS,
    *TENS,
    *SCALES,
    *CURRENCY_WORDS,
    *MEASURES,
    "percent",
    "per",
    "cent",
    "points",
    "year-old",
    "year-olds",
}
STOP_WORDS = listed(
    """
    in on at of to from for by with and or but since after before during who which that were was have
    has had is are as than while when into over under between against per a an the its their his her
    more each up down this last next through across within about said killed died
    """
)


def figures(text: str, numbers: list[Number], dates: list[DateMention], *, ahead: bool = False) -> list[Figure]:
    """One Figure per number, ranges joined: "from R20bn to R50bn" is one figure from-to.

    `ahead` says that the clause speaks of what is to come: "by the end of 2025" is then a term and no as-of date.
    """
    found: list[Figure] = []
    numbers = [number for number in numbers if number.unit != ORDINAL]
    skip = False
    for number, following in zip(numbers, [*numbers[1:], None], strict=False):
        if skip:
            skip = False
            continue
        if following is not None and _is_share(text, number, following):
            skip = True
            found.append(_share(text, number, following, dates, ahead=ahead))
            continue
        upper = following if following is not None and _is_range(text, number, following) else None
        skip = upper is not None
        found.append(_figure(text, number, upper, dates, ahead=ahead))
    return found


def _is_share(text: str, number: Number, following: Number) -> bool:
    """four in five · one out of every 52 people; not "one in 10 years" """
    apart = SHARE_GAP.fullmatch(text, number.end, following.start) is not None
    whole = not number.unit and not following.unit and number.value.is_integer() and following.value.is_integer()
    return apart and whole and 0 < number.value < following.value and not DURATION.match(text, following.end)


def _share(text: str, number: Number, whole: Number, dates: list[DateMention], *, ahead: bool) -> Figure:
    """four in five: one figure, 80 percent of what is counted behind it"""
    told = _figure(text, number, None, dates, ahead=ahead)
    counted = _counted(text, whole, "")
    return replace(told, value=round(number.value / whole.value, 4), unit="percent", counted=counted, end=whole.end)


def _is_range(text: str, number: Number, following: Number) -> bool:
    gap = text[number.end : following.start]
    opened = re.search(
        r"(?i)\b(?:from|between)\s+(?:about\s|around\s)?$", text[max(0, number.start - 16) : number.start]
    )
    close = bool(RANGE_GAP.match(gap))
    if (number.unit and following.unit and number.unit != following.unit) or CHANGED.search(
        text[max(0, number.start - 24) : number.start]
    ):
        return False
    word_and = gap.strip().lower() in ("and", "or")
    return close and number.value < following.value and (not word_and or opened is not None)


def _figure(text: str, number: Number, upper: Number | None, dates: list[DateMention], *, ahead: bool) -> Figure:
    last = upper or number
    unit = number.unit or last.unit
    bound = Bound.FROM_TO if upper else _bound(text, number)
    return Figure(
        value=number.value,
        bound=bound,
        upper=upper.value if upper else None,
        unit=unit or _measure(text, last),
        counted=_counted(text, last, unit),
        basis=_basis(text, number, last),
        since=_since(text, last, dates),
        as_of="" if ahead else _as_of(text, dates),
        start=number.start,
        end=last.end,
    )


def _since(text: str, number: Number, dates: list[DateMention]) -> str:
    """since April 2014; "the lowest since 2008" compares and counts from nowhere."""
    for mention in dates:
        before = text[number.end : mention.start + _inner(text, mention)]
        if mention.value and SINCE.search(before) and not COMPARED.search(before):
            return mention.value
    return ""


def _as_of(text: str, dates: list[DateMention]) -> str:
    found = (m.value for m in dates if m.value and AS_OF.search(text[max(0, m.start - 24) : m.start + _inner(text, m)]))
    return next(found, "")


def _inner(text: str, mention: DateMention) -> int:
    """A mention may hold its own preposition ("since April"): look behind that."""
    match = re.match(r"(?i)(?:since|by)\s", text[mention.start : mention.end])
    return match.end() if match else 0


def _bound(text: str, number: Number) -> Bound:
    before = BEFORE.search(text[max(0, number.start - 24) : number.start])
    if before:
        return BOUND_OF[before.group(1).lower()]
    return Bound.AT_LEAST if OR_MORE.match(text[number.end : number.end + 24]) else Bound.EXACTLY


def _measure(text: str, number: Number) -> str:
    following = re.match(r"[\s-]+([a-z]+)", text[number.end : number.end + 16])
    return following.group(1) if following and following.group(1) in MEASURES else ""


def _counted(text: str, number: Number, unit: str) -> str:
    """13,000 [people]; 1,700 [debt collectors]; 112 of the 130 [deaths]: up to the first plural, four words at most."""
    match = COUNTED.match(text[number.end : number.end + 80])
    kept: list[str] = []
    for word in match.group(1).split() if match else ():
        if word.lower() in STOP_WORDS or word.lower() in NO_THINGS:
            break
        kept.append(word)
        if word.lower() in PLURALS or (word.endswith("s") and not word.endswith("ss")):
            return " ".join(kept)
    return "" if kept and kept[-1].endswith("ing") else " ".join(kept[:3])


def _basis(text: str, number: Number, last: Number) -> str:
    if TOTAL_BEFORE.search(text[max(0, number.start - 30) : number.start]):
        return "total"
    after = text[last.end : last.end + 80]
    for pattern, name in BASES:
        match = pattern.search(after)
        if match:
            return f"per {match.group(1).lower()}" if name == "per" else name
    return ""
