"""Dates told from the day of publication: last summer, last month, earlier this year, three days ago."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta

from claims.extraction.date_counted import count_of


@dataclass(frozen=True, slots=True)
class Frame:
    """What resolving needs: the day of publication, and whether the clause looks ahead, or back."""

    published: date | None
    future: bool
    past: bool = False


Resolver = Callable[[re.Match[str], Frame, str], str]


def season(match: re.Match[str], frame: Frame, text: str) -> str:
    """last summer: the year of the last one that is over; a winter lies in two years and stays unresolved"""
    over = {"spring": 5, "summer": 8, "autumn": 11, "fall": 11}
    if frame.published is None:
        return ""
    past = frame.published.month > over[match["season"].lower()]
    shift = {"last": 0 if past else -1, "this": 0, "next": 1 if past else 0}[match["which"].lower()]
    return str(frame.published.year + shift)


def season_told(match: re.Match[str], frame: Frame, text: str) -> str:
    """closed in the spring: the last one that has begun; will close in it: the next; in the present any year's"""
    begins = {"spring": 3, "summer": 6, "autumn": 9, "fall": 9}[match["season"].lower()]
    if frame.published is None or not (frame.past or frame.future):
        return ""
    if frame.future:
        return str(frame.published.year + (frame.published.month >= begins + 2))
    return str(frame.published.year - (frame.published.month < begins))


QUARTERS = {"first quarter": 3, "second quarter": 6, "third quarter": 9, "fourth quarter": 12} | {
    "first half": 6,
    "second half": 12,
}


def part_of_year(match: re.Match[str], frame: Frame, text: str) -> str:
    """rose in the first quarter: of the year in which the last such quarter ended; ahead or in the present none"""
    if frame.published is None or not frame.past or frame.future:
        return ""
    return str(frame.published.year - (frame.published.month <= QUARTERS[match["season"].lower()]))


def relative_month(match: re.Match[str], frame: Frame, text: str) -> str:
    """last month · later this month"""
    return shifted_month(frame.published, {"last": -1, "this": 0, "next": 1}[match["which"].lower()])


def shifted_month(published: date | None, shift: int) -> str:
    if published is None:
        return ""
    months = published.year * 12 + published.month - 1 + shift
    return f"{months // 12}-{months % 12 + 1:02d}"


def relative_year(match: re.Match[str], frame: Frame, text: str) -> str:
    """last year · earlier this year"""
    shift = {"last": -1, "this": 0, "next": 1}[match["which"].lower()]
    return str(frame.published.year + shift) if frame.published else ""


def this_year(match: re.Match[str], frame: Frame, text: str) -> str:
    """by year-end · until the end of the year"""
    return str(frame.published.year) if frame.published else ""


def this_month(match: re.Match[str], frame: Frame, text: str) -> str:
    """by the end of the month"""
    return shifted_month(frame.published, 0)


def ago(match: re.Match[str], frame: Frame, text: str) -> str:
    """two years ago · three days ago"""
    count = count_of(match["count"])
    if frame.published is None or count > 500:
        return ""
    if match["unit"].lower() in ("day", "week"):
        return (frame.published - timedelta(days=count * (7 if match["unit"].lower() == "week" else 1))).isoformat()
    return (
        shifted_month(frame.published, -count)
        if match["unit"].lower() == "month"
        else str(frame.published.year - count)
    )
