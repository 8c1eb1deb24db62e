"""Days, months and years by their names, beside the day of publication."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import timedelta

from claims.extraction.date_told import Frame
from claims.extraction.date_words import WEEKDAYS, iso, month_number


def full(match: re.Match[str], frame: Frame, text: str) -> str:
    """September 8, 2019 · 8 September 2019"""
    return iso(int(match["year"]), month_number(match["month"]), int(match["day"]))


def day_of_month(match: re.Match[str], frame: Frame, text: str) -> str:
    """September 8"""
    if frame.published is None:
        return ""
    month, day = month_number(match["month"]), int(match["day"])
    term = re.search(r"(?i)\b(?:through|until|till)\s$", text[max(0, match.start() - 8) : match.start()])
    frame = Frame(frame.published, frame.future or term is not None)
    return nearest(frame, lambda year: iso(year, month, day), spare=45)


def nearest(frame: Frame, build: Callable[[int], str], *, spare: int) -> str:
    """The year that puts a date at or before publication, or after it where the clause looks ahead.

    A past-tense clause may still name a day up to `spare` days ahead ("the March 16 referendum is illegal").
    """
    published = frame.published
    if published is None:
        return ""
    found = [value for year in (published.year - 1, published.year, published.year + 1) if (value := build(year))]
    limit = (published + timedelta(days=spare)).isoformat()
    today = published.isoformat()
    if frame.future:
        return next((value for value in found if value >= today[: len(value)]), "")
    before = [value for value in found if value <= limit[: len(value)]]
    return before[-1] if before else ""


def month_year(match: re.Match[str], frame: Frame, text: str) -> str:
    """April 2014"""
    return f"{match['year']}-{month_number(match['month']):02d}"


def month(match: re.Match[str], frame: Frame, text: str) -> str:
    """in February · last November · this May"""
    month = month_number(match["month"])
    ahead = Frame(frame.published, (match["which"] or "").lower() == "next" or frame.future)
    value = nearest(ahead, lambda year: f"{year}-{month:02d}", spare=0)
    if frame.published and match["whose"]:
        year = frame.published.year + {"last": -1, "this": 0, "next": 1}[match["whose"].lower()]
        return f"{year}-{month:02d}"
    return value


def year(match: re.Match[str], frame: Frame, text: str) -> str:
    """in 2014 · since 2008"""
    return match["year"]


def weekday(match: re.Match[str], frame: Frame, text: str) -> str:
    """on Monday · Sunday's election"""
    if frame.published is None:
        return ""
    wanted = WEEKDAYS.index(match["weekday"].lower())
    back = (frame.published.weekday() - wanted) % 7
    which = (match["which"] or "").lower()
    awaited = UPCOMING.match(text[match.end() : match.end() + 40]) is not None
    held = frame.past and HELD.search(text[max(0, match.start() - 12) : match.start()]) is not None
    coming = frame.future or which in ("next", "coming") or (awaited and not held)
    if back == 0 and which not in ("last", "next"):
        return frame.published.isoformat()
    days = 7 - back if coming and which != "last" else -(back or 7)
    return (frame.published + timedelta(days=days)).isoformat()


def weekday_of_week(match: re.Match[str], frame: Frame, text: str) -> str:
    """Friday next week: weeks begin on Monday"""
    if frame.published is None:
        return ""
    weeks = {"last": -1, "this": 0, "next": 1}[match["week"]]
    monday = frame.published - timedelta(days=frame.published.weekday())
    return (monday + timedelta(days=7 * weeks + WEEKDAYS.index(match["weekday"].lower()))).isoformat()


UPCOMING = re.compile(
    r"['’]s\s+(?:[a-z]+\s+){0,2}(?:election|elections|vote|referendum|plebiscite|summit|ballot|poll|polls|runoff)\b"
)

# Turnout in Sunday's ballot reached 67 percent: told in the past, what it speaks of has been held.
HELD = re.compile(r"(?i)\b(?:in|after|since|at|during|following|from)\s$")


def relative_day(match: re.Match[str], frame: Frame, text: str) -> str:
    """yesterday · today · tomorrow"""
    shift = {"yesterday": -1, "today": 0, "tonight": 0, "tomorrow": 1}[match.group().lower()]
    return (frame.published + timedelta(days=shift)).isoformat() if frame.published else ""


def unresolved(match: re.Match[str], frame: Frame, text: str) -> str:
    """2024/2025 · the 1990s · 14:19: no single date, but no number either"""
    return ""


def iso_day(match: re.Match[str], frame: Frame, text: str) -> str:
    """2019-09-08"""
    return iso(int(match["year"]), int(match["m"]), int(match["day"]))
