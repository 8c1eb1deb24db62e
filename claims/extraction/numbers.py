"""Finds the numbers written in a passage: digits, words, scales, money, percentages, fractions, ranges of two.

Dates, years, times of day and numbers inside names (2+2, G7, 16x9) are none; `dates.py` says where the dates are.
"""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass, replace
from decimal import Decimal

from claims.extraction.labels import is_label, phone_numbers
from claims.extraction.ordinals import ordinals
from claims.extraction.words import listed
from claims.extraction.words.numerals import CURRENCIES, CURRENCY_WORDS, FRACTIONS, ISO_CODES, SCALES, TENS, UNITS
from claims.extraction.years import LIKE_A_YEAR, counts_things

_WORD = "|".join([*UNITS, *TENS])
_SCALE_WORD = "hundred|thousand|lakhs?|crores?|million|billion|trillion"
_PERCENT = r"%|per\s?cent\b|percent\b|percentage\s+points?\b|pc\b"
DIGITS = re.compile(
    rf"""
    (?<![\w.,/:+×])
    (?P<money>(?:US|NZ|HK|NT|[ACSJZ])\$|(?:GH)?₵|[$€£¥₹₽₴₦₱₩₪₺₫฿৳₸₾₲₡]
    |(?:R|RM|Rs\.?|Rp\.?|EUR|USD|GBP|CHF|KSh|Sh|USh|TSh|Tk\.?|{"|".join(ISO_CODES)})(?=\s?\d)
    |[NPK](?=\d{{1,3}}(?:,\d{{3}}|(?:\.\d+)?\s?(?:million|billion|trillion|bn|mn|tn|m)\b)))?\s?
    (?P<number>\d{{1,3}}(?:,\d{{3}})+(?:\.\d+)?|\d{{1,2}}(?:,\d\d)+,\d{{3}}|\d+(?:\.\d+)?)
    (?P<mixed>-\d/\d|\s?½|\s?¼|\s?¾)?
    (?:[\s-]?(?P<scale>(?:lakh|thousand|hundred)\s(?:crore|million|billion)|{_SCALE_WORD}|bn|mln|mn|trn|tn|m|k|b)\b)?
    (?:[\s-]?(?P<percent>{_PERCENT}))?
    (?![\w+×/:]*\d)(?P<glued>[^\W\d_]*)
    """,
    re.VERBOSE | re.IGNORECASE,
)
SPELLED = re.compile(
    rf"""
    \b(?P<words>(?:(?:{_WORD}|a(?=\s(?:{_SCALE_WORD})))(?:[\s-](?:and\s)?(?:{_WORD}|{_SCALE_WORD}))*))\b
    (?P<half>\sand\sa\shalf(?:\s(?P<halfscale>million|billion|trillion))?)?
    (?P<fraction>[\s-](?:thirds|quarters|fifths|tenths|third|quarter|fifth|tenth)\b)?
    (?:[\s-](?P<percent>{_PERCENT}))?
    """,
    re.VERBOSE | re.IGNORECASE,
)
PART = re.compile(
    r"\b(?:(?:a|one)[\s-](?P<part>third|quarter|fifth|tenth|half)\b(?!\s+(?:time|meeting|day|term|round"
    r"|straight|consecutive|successive|man|woman|person|suspect|victim|attempt|country|party|place|option|way|vote|child"
    r"|boat|body|title|attack|group|case|year|month|week)\b)|(?<!first\s)(?<!second\s)(?<!other\s)(?P<half>half)(?=\s+(?:a|of|the|its|their|all)\b)"
    r"|(?<=\bby\s)(?P<byhalf>half)\b|(?:(?<=\bthan\s)|(?<=\bnearly\s)|(?<=\balmost\s)|(?<=\babout\s))(?P<nearhalf>half)(?!\s(?:an?|way)\b))"
    r"(?:\s+(?:of\s+)?a\s+(?P<scale>million|billion|dozen))?",
    re.IGNORECASE,
)
# "and a third of pupils" tells a share; "two and a third", "two suspects and a third" do not.
JOINED_PART = re.compile(r"\s(?:of|said|say|were|are|had|have|in|by|more|less|than)\b")
DOZEN = re.compile(
    r"(?<!several\s)(?<!few\s)(?<!couple\s)\b(?:(?P<many>two|three|four|five|six)\s|a\s|half\sa\s)?dozen\b(?!s)",
    re.IGNORECASE,
)
# walls of 3m on both sides · 3m high; "3m people" are millions
METRES = re.compile(r"(?i)\s(?:on|high|tall|long|wide|deep|thick|above|below|from|away|apart|under|over\sthe)\b")
# Units written without a blank: 80km, 21C, 70mph.
GLUED = listed("km kg cm mm ml mw gw kw kwh mwh gwh c f s m g mg l ft lb lbs mph kph kmh hp ha nm t sq gb tb mb")
MIXED = {"½": 0.5, "¼": 0.25, "¾": 0.75}
# "one of", "no one", "the one" count nothing; "one soldier" does.
NOT_COUNTING_ONE = re.compile(
    r"(?i)(?:\b(?:no|any|every|some|this|that|which|only|day|the|each|the last|number)[\s-])$"
)
NO_THING_AFTER_ONE = frozenset(
    (
        "of",
        "that",
        "which",
        "who",
        "is",
        "was",
        "day",
        "another",
        "or",
        "way",
        "in",
        "to",
        "side",
        "thing",
        "could",
        "can",
        "hand",
    )
)
# The unit of "third" and "12th": they rank and count nothing, so they are numbers but no figures.
ORDINAL = "ordinal"


@dataclass(frozen=True, slots=True)
class Number:
    """A number as written: plain value (percentages as fractions, money whole), its unit if glued to it, its place."""

    value: float
    unit: str
    start: int
    end: int


def numbers(text: str, start: int, end: int, dates: Collection[tuple[int, int]] = ()) -> list[Number]:
    """Numbers in text[start:end] outside the spans `dates`, in order, none overlapping another."""
    dates = (*dates, *phone_numbers(text, start, end))
    found: list[Number] = []
    for finder in (_digits, _parts, _dozens, _spelled, _times):
        for number in finder(text, start, end):
            taken = [*dates, *((other.start, other.end) for other in found)]
            if all(number.end <= left or number.start >= right for left, right in taken):
                found.append(number)
    return _shared_scales(text, sorted(found, key=lambda number: number.start))


# Germany and France paid 20 and 15 million euros respectively
RESPECTIVELY = re.compile(r"[\w\s.,'’-]{0,40}?\brespectively\b")


def _shared_scales(text: str, found: list[Number]) -> list[Number]:
    """1.5 to 1.6 billion · between 3 and 5 percent · $5-10m: the first figure takes the second's scale."""
    for place in reversed(range(len(found) - 1)):
        first, second = found[place], found[place + 1]
        words, gap = text[first.start : first.end], text[first.end : second.start]
        bare = re.fullmatch(r"\D{0,3}(\d+(?:\.\d+)?)", words)
        behind = re.fullmatch(r"\D{0,3}(\d+(?:\.\d+)?)\s?\D+", text[second.start : second.end])
        opened = re.search(r"(?i)\b(?:from|between)\s+(?:\w+\s)?$", text[max(0, first.start - 20) : first.start])
        opened = opened or RESPECTIVELY.match(text, second.end)
        if (
            not bare
            or not behind
            or not re.fullmatch(r"\s?(?:[-–—]|to)\s?" + (r"|,?\sand\s|,\s" if opened else ""), gap)
        ):
            continue
        factor = Decimal(repr(second.value)) / (Decimal(behind[1]) or 1)
        if factor < 1 or (factor > 100 and float(bare[1]) < 1000):
            unit = first.unit or second.unit
            found[place] = replace(first, value=float(Decimal(bare[1]) * factor), unit=unit)
    return found


def _digits(text: str, start: int, end: int) -> list[Number]:
    found = []
    for match in DIGITS.finditer(text, start, end):
        if _is_number(text, match):
            found.append(
                Number(
                    _value(match),
                    _unit(text, match),
                    match.start("number") if not match["money"] else match.start("money"),
                    match.end() - len(match["glued"]),
                )
            )
    return found


def _is_number(text: str, match: re.Match[str]) -> bool:
    """Not 2019, not 9th, not Article 5, not 14:19, not 16x9."""
    digits, glued = match["number"], match["glued"].lower()
    if glued and glued not in GLUED:
        return False
    if is_label(text, match.start(), match.end()):
        return False
    bare_year = LIKE_A_YEAR.fullmatch(digits) and not (match["money"] or match["scale"] or match["percent"])
    return not (bare_year and not counts_things(text, match.start("number"), match.end("number")))


def _value(match: re.Match[str]) -> float:
    value = Decimal(match["number"].replace(",", ""))
    mixed = (match["mixed"] or "").strip()
    if mixed:
        value += Decimal(MIXED.get(mixed) or int(mixed[1]) / max(1, int(mixed[3])))
    metres = match["scale"] == "m" and not match["money"] and METRES.match(match.string, match.end())
    for scale in (match["scale"] or "").lower().split() if not metres else ():
        value *= Decimal(SCALES[scale])
    return float(value / 100 if match["percent"] else value)


def _unit(text: str, match: re.Match[str]) -> str:
    if match["percent"]:
        return "percentage points" if "point" in match["percent"].lower() else "percent"
    if match["money"]:
        return CURRENCIES.get(match["money"].lower(), match["money"])
    following = re.match(r"[\s-](?:US\s|U\.S\.\s)?([a-z]+)", text[match.end() : match.end() + 16])
    return CURRENCY_WORDS.get(following.group(1), "") if following else ""


def _spelled(text: str, start: int, end: int) -> list[Number]:
    found = []
    for match in SPELLED.finditer(text, start, end):
        words = re.findall(r"[a-z]+", match["words"].lower())
        if words == ["one"] and not _one_counts(text, match):
            continue
        value = _spelled_value(words)
        if match["half"]:
            value += 0.5
            value *= SCALES.get((match["halfscale"] or "").lower(), 1)
        if match["fraction"]:
            value *= FRACTIONS[match["fraction"][1:].lower()]
        unit = _spelled_unit(text, match)
        found.append(Number(round(value / 100, 12) if match["percent"] else value, unit, match.start(), match.end()))
    return found


def _spelled_unit(text: str, match: re.Match[str]) -> str:
    if match["percent"]:
        return "percentage points" if "point" in match["percent"].lower() else "percent"
    following = re.match(r"\s([a-z]+)", text[match.end() : match.end() + 14])
    return CURRENCY_WORDS.get(following.group(1), "") if following else ""


# one of which · one of the two firms · all but one · only one was broken; not "one of the largest", "the only one"
ONE_OF = re.compile(rf"\s+of\s+(?:which|whom|(?:the|its|his|her|their|these|those)\s+(?:{_WORD}|\d))\b", re.IGNORECASE)
ONE_ALONE = re.compile(r"(?i)(?:(?<!the\s)\b(?:only|just)|\ball\sbut)\s$")


def _one_counts(text: str, match: re.Match[str]) -> bool:
    """one soldier, one in ten, one of the two; not one of the largest, one day, the one that"""
    beside = text[max(0, match.start() - 2) : match.start()] == ", " and text.startswith(" of them", match.end())
    if beside or ONE_OF.match(text, match.end()) or ONE_ALONE.search(text[max(0, match.start() - 10) : match.start()]):
        return True
    after = re.match(r"\s+([\w-]+)(?:\s([\w-]+))?", text[match.end() : match.end() + 24])
    if after is None:
        return False
    if after.group(1) == "in" and after.group(2):
        many = re.match(r"\s+in\s(?:every\s)?(\w+)", text[match.end() : match.end() + 24])
        return many is not None and (many[1] in UNITS or many[1] in TENS or bool(re.fullmatch(r"\d{1,3}", many[1])))
    if NOT_COUNTING_ONE.search(text[max(0, match.start() - 10) : match.start()]):
        return False
    return after.group(1) not in NO_THING_AFTER_ONE


def _spelled_value(words: list[str]) -> float:
    total = current = 0.0
    for word in words:
        if word == "a":
            current = 1
        elif word in UNITS or word in TENS:
            current += UNITS.get(word, 0) + TENS.get(word, 0)
        elif word == "hundred":
            current = (current or 1) * 100
        elif word in SCALES:
            total += (current or 1) * SCALES[word]
            current = 0
    return total + current


def _parts(text: str, start: int, end: int) -> list[Number]:
    found = []
    for match in PART.finditer(text, start, end):
        if text[: match.start()].endswith("and ") and not JOINED_PART.match(text, match.end()):
            continue
        value = FRACTIONS[(match["part"] or "half").lower()]
        scale = (match["scale"] or "").lower()
        found.append(Number(value * (12 if scale == "dozen" else SCALES.get(scale, 1)), "", match.start(), match.end()))
    return found


TWICE = re.compile(r"\b[Tt]wice\b")
# risen fivefold · a 12-fold rise
FOLD = re.compile(
    r"\b(?P<many>two|three|four|five|six|seven|eight|nine|ten|twelve|\d{1,3}(?:\.\d)?)-?fold\b", re.IGNORECASE
)


def _times(text: str, start: int, end: int) -> list[Number]:
    """turned around twice · his third attempt · the city's 12th homicide"""
    found = [Number(2.0, "", *match.span()) for match in TWICE.finditer(text, start, end)]
    found += [Number(_fold(match["many"].lower()), "", *match.span()) for match in FOLD.finditer(text, start, end)]
    return found + [Number(value, ORDINAL, *place) for value, *place in ordinals(text, start, end)]


def _fold(many: str) -> float:
    return float(UNITS[many]) if many in UNITS else float(many)


def _dozens(text: str, start: int, end: int) -> list[Number]:
    found = []
    for match in DOZEN.finditer(text, start, end):
        many = UNITS.get((match["many"] or "one").lower(), 1)
        half = 0.5 if match.group().lower().startswith("half") else 1
        found.append(Number(12.0 * many * half, "", match.start(), match.end()))
    return found
