"""How dates are written in English news, and what each form comes to beside the day of publication.

Every resolver returns an ISO day, month or year, or "" where the form has no single date or cannot be resolved.
"""

from __future__ import annotations

import re

from claims.extraction.date_counted import count_of, day_beside, year_beside
from claims.extraction.date_days import (
    day_of_month,
    full,
    iso_day,
    month,
    month_year,
    relative_day,
    unresolved,
    weekday,
    weekday_of_week,
    year,
)
from claims.extraction.date_told import (
    Frame,
    Resolver,
    ago,
    part_of_year,
    relative_month,
    relative_year,
    season,
    season_told,
    this_month,
    this_year,
)
from claims.extraction.date_words import (
    BY,
    DAY,
    MANY,
    MONTH,
    MONTHS,
    WEEKDAY,
    YEAR,
    compiled,
)

# A day named further back is not the one that "the next day" follows.
DAY_NAMED_WITHIN = 400
THEN_WITHIN = 200


def _last_named(
    match: re.Match[str], frame: Frame, text: str, forms: tuple[Resolver, ...], within: int = DAY_NAMED_WITHIN
) -> str:
    """What the last date in one of the forms comes to, named shortly before; "" where none is."""
    window = max(0, match.start() - within)
    named = [
        (found.start(), value)
        for pattern, resolve in RULES
        if resolve in forms
        for found in pattern.finditer(text, window, match.start())
        if (value := resolve(found, Frame(frame.published, future=False), text))
    ]
    return max(named, key=lambda pair: pair[0])[1] if named else ""


def _day_beside(match: re.Match[str], frame: Frame, text: str) -> str:
    """the next day · a day earlier · the same day: counted from the last day named shortly before"""
    months = match.groupdict().get("unit") == "month"
    last = _last_named(match, frame, text, (*DAYS, *(MONTHLY if months else ())))
    words = match.group().lower()
    shift = 0 if "same" in words else -1 if re.search(r"before|earlier|previous", words) else 1
    unit = match.groupdict().get("unit") or "day"
    return day_beside(last, shift, match.groupdict().get("many") or "", unit) if last else ""


def _month_beside(match: re.Match[str], frame: Frame, text: str) -> str:
    """that month · the same month: the last one named shortly before"""
    return _last_named(match, frame, text, (*DAYS, *MONTHLY))[:7]


def _then(match: re.Match[str], frame: Frame, text: str) -> str:
    """since then: the last day, month or year named shortly before"""
    return _last_named(match, frame, text, (*DAYS, *MONTHLY, year), within=THEN_WITHIN)


def _same_year(match: re.Match[str], frame: Frame, text: str) -> str:
    """that year · the same year"""
    return _last_named(match, frame, text, (*DAYS, *MONTHLY, year, relative_year))[:4]


def _counted_from(match: re.Match[str], frame: Frame, text: str) -> str:
    """two days after Sunday's vote: counted from the day that is named right behind"""
    start = match.end() + (4 if text.startswith("the ", match.end()) else 0)
    for pattern, resolve in RULES:
        if resolve in (*DAYS, month_year):
            found = pattern.match(text, start)
            value = resolve(found, frame, text) if found is not None else ""
            if value:
                shift = 1 if match["way"].lower() == "after" else -1
                return day_beside(value, shift, match["many"], match["unit"])
    return ""


def _year_beside(match: re.Match[str], frame: Frame, text: str) -> str:
    """the following year · the year before · eight years later: counted from the last year named shortly before"""
    count = count_of(match["years"]) if match["years"] else 1
    return year_beside(text, match.start(), match.group(), count)


DAYS = (full, day_of_month, weekday, weekday_of_week, relative_day, iso_day)
MONTHLY = (month_year, month, relative_month)

# In order: a longer form is tried before the shorter one that it contains.
RULES: tuple[tuple[re.Pattern[str], Resolver], ...] = (
    (compiled(rf"\b{YEAR}-(?P<m>0[1-9]|1[0-2])-(?P<day>\d\d)\b"), iso_day),
    (compiled(rf"\b{MONTH}\s+{DAY}(?:\s?[-–]\s?\d{{1,2}})?,?\s+{YEAR}\b"), full),
    (compiled(rf"\b(?:[123]?\d\s?[-–]\s?)?{DAY}(?:\s+of)?\s+{MONTH},?\s+{YEAR}\b"), full),
    (
        compiled(
            r"\b(?:1[5-9]|20)\d\d(?:\s?[/–-]\s?\d{2,4}|s)\b|\b\d{1,2}[:.]\d\d(?:\s?[ap]\.?m\b\.?)|\b\d{1,2}:\d\d\b|\b\d{1,2}\s?[ap]\.?m\b\.?"
            r"|\b\d{4}\s?(?:GMT|UTC|EST|EDT|CET|BST|IST|hrs\b|hours\b(?=\s(?:on|GMT|local|yesterday)))|\b(?:\d{1,2}|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)\so['’]clock\b"
        ),
        unresolved,
    ),
    (compiled(rf"\b(?:mid-|early\s|late\s)?{MONTH},?\s+(?:of\s)?{YEAR}\b"), month_year),
    (compiled(rf"\b{MONTH}\s+{DAY}(?:\s?[-–]\s?(?P<until>3[01]|[12]?\d))\b(?!,?\s+\d{{4}})"), day_of_month),
    (compiled(rf"\b{MONTH}\s+{DAY}\b(?!\s?(?:%|percent|per\ cent|million|billion|people))"), day_of_month),
    (compiled(rf"\b(?:[123]?\d\s?[-–]\s?)?{DAY}(?:\s+of)?\s+{MONTH}(?!\w)"), day_of_month),
    (
        compiled(
            rf"(?:(?P<which>\b[Ll]ast|\b[Tt]his|\b[Nn]ext|\b[Mm]id-|\b[Ee]nd-|(?:\b[Ii]n|\b[Ss]ince|\b[Uu]ntil|\b[Bb]y|\b[Ff]rom|\b[Dd]uring|\b[Oo]f|\b[Ii]n\s(?:early|late)|\b[Ee]arly|\b[Ll]ate|\b[Bb]etween|\b[Bb]efore|\b[Aa]fter|\bto|\band|\bfor)\s)\s?){MONTH}(?!\w)(?:\s(?P<whose>last|this|next)\syear)?"
        ),
        month,
    ),
    # October's average; May is a name too often
    (
        compiled(
            rf"\b(?P<which>)(?P<whose>)(?!May)(?P<month>{'|'.join(name.capitalize() for name in MONTHS)})(?=['’]s\s)"
        ),
        month,
    ),
    (compiled(rf"\b{WEEKDAY}\s(?P<week>last|this|next)\sweek\b"), weekday_of_week),
    (compiled(rf"(?:(?P<which>\b[Ll]ast|\b[Nn]ext|\b[Tt]his|\bcoming)\s)?\b{WEEKDAY}\b"), weekday),
    (
        compiled(rf"\b{MANY}\s(?P<unit>day|week|month)s?\s(?P<way>after|before)\s(?=(?:the\s)?[A-Z\d])", re.IGNORECASE),
        _counted_from,
    ),
    (compiled(r"\b(?:yesterday|today|tomorrow|tonight)\b", re.IGNORECASE), relative_day),
    (
        compiled(
            r"\b(?:the\s(?:next|following|same|previous)\s(?:day|night|evening|morning)|(?:a|one)\sday\s(?:later|earlier)"
            rf"|{MANY}\s(?P<unit>day|week|month)s?\s(?:later|earlier)"
            r"|(?:the|a|one)\sday\s(?:before|after)(?=[\s]?(?:[.,;:]|$|and\b|in\b|at\b|by\b)))(?!['’])",
            re.IGNORECASE,
        ),
        _day_beside,
    ),
    (
        compiled(
            r"\b(?:the\s(?:following|next|previous)\syear|the\syear\s(?:before|after)(?=\s?(?:[.,;:]|$|and\b))"
            r"|(?P<years>one|two|three|four|five|six|seven|eight|nine|ten|\d\d?)\syears\s(?:later|earlier))(?!\w)",
            re.IGNORECASE,
        ),
        _year_beside,
    ),
    (compiled(r"\b(?:that|the)\s(?:very\s)?(?:(?<=that\s)|same\s)month\b(?!['’])", re.IGNORECASE), _month_beside),
    (compiled(r"\b(?:that|the)\s(?:very\s)?(?:(?<=that\s)|same\s)year\b(?!['’])", re.IGNORECASE), _same_year),
    (
        compiled(
            r"(?:(?<=\bin\s)|(?<=\bduring\s)|(?<=\bfor\s))the\s(?P<season>(?:first|second|third|fourth)\squarter"
            r"|(?:first|second)\shalf)\b(?!\sof\b)(?!['’])",
            re.IGNORECASE,
        ),
        part_of_year,
    ),
    (compiled(r"\b(?:since|by)\sthen\b(?!\s[a-z]+\s(?:minister|president|leader|chief))", re.IGNORECASE), _then),
    (
        compiled(
            r"(?:(?<=\bin\s)|(?<=\bsince\s))(?:the\s|(?=spring|summer|autumn))"
            r"(?P<season>spring|summer|autumn|fall)\b(?!\sof\b|\s(?:19|20)\d\d)",
            re.IGNORECASE,
        ),
        season_told,
    ),
    (compiled(r"\b(?P<which>last|this|next)\s(?P<season>spring|summer|autumn|fall)\b", re.IGNORECASE), season),
    (
        compiled(r"\b(?:(?:earlier|later|late|early)\s)?(?P<which>last|this|next)\smonth\b", re.IGNORECASE),
        relative_month,
    ),
    (
        compiled(r"\b(?:(?:earlier|later|late|early)\s)?(?P<which>last|this|next)\syear\b", re.IGNORECASE),
        relative_year,
    ),
    (
        compiled(
            r"\b(?P<count>a|an|one|two|three|four|five|six|seven|eight|nine|ten|\d{1,3})\s(?P<unit>day|week|month|year)s?\sago\b",
            re.IGNORECASE,
        ),
        ago,
    ),
    (
        compiled(rf"{BY}(?P<ending>(?:the\s)?year[-\s]end|the\send\sof\s(?:the|this)\syear)\b", re.IGNORECASE),
        this_year,
    ),
    (
        compiled(rf"{BY}(?P<ending>(?:the\s)?month[-\s]end|the\send\sof\s(?:the|this)\smonth)\b", re.IGNORECASE),
        this_month,
    ),
    # a 2009 robbery · her 2015 book; "the 2016 election" names an election and dates nothing
    (
        compiled(
            r"(?:(?<=\b[Aa]\s)|(?<=\b[Hh]is\s)|(?<=\b[Hh]er\s))(?P<year>19\d\d|20[0-4]\d)(?=\s(?!or\b|and\b|to\b)[a-z])"
        ),
        year,
    ),
    (
        compiled(
            rf"(?:(?<=\b[Ii]n\s)|(?<=\b[Ss]ince\s)|(?<=\b[Bb]y\s)|(?<=\b[Uu]ntil\s)|(?<=\b[Ff]rom\s)|(?<=\bto\s)|(?<=\band\s)|(?<=\b[Aa]fter\s)|(?<=\b[Bb]efore\s)|(?<=\b[Dd]uring\s)|(?<=\bof\s)|(?<=\b[Bb]etween\s)|(?<=[-–]\s)|(?<=[Ll]ate\s)|(?<=[Ee]arly\s)|(?<=\byear\s)|(?<=\bthrough\s)|(?<=\btill\s)|(?<=\b[Ff]or\s)|(?<=,\s)|(?<=\())(?<!\$){YEAR}\b(?![\w,.%-]*\d)(?!\s?(?:people|troops|soldiers|percent|million|%|homes|migrants))"
        ),
        year,
    ),
)
