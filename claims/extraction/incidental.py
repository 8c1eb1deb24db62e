"""Figures that a claim names on the way: ages, clock-like terms, "the two countries", a sum that only marks its noun.

They stay in the claim's figures; they make no quantity of an event and do not lift its score.
"""

from __future__ import annotations

import re

from claims.extraction.values import Figure

# How much of the text before a figure is looked at.
REACH = 48
AGE_AFTER = re.compile(r"[\s-]years?[\s-]old\b|-year-olds?\b")
# Peter Lund, 34, was arrested
AGE_APPOSED = re.compile(r"[A-ZÀ-Þ][\w’'-]+,\s$")
AGE_BEFORE_NAME = re.compile(r"-year-old\s(?:[a-z]+\s){0,2}[A-ZÀ-Þ][\w’'-]+")
AGE_BEFORE = re.compile(r"(?i)\b(?:aged?|ages)\s(?:between\s|over\s|under\s)?(?:\d{1,3}\s(?:and|to|or)\s|\d{1,3},\s)*$")
PEOPLE_OVER = re.compile(
    r"(?i)\b(?:people|those|adults|men|women|patients|residents|citizens|pensioners)\s(?:aged\s)?(?:over|under|above|below)\s$"
)
# served four years · within 30 days · for nine days; "an average of 11 years", "up to 16 hours a day" measure.
DURATION = re.compile(r"(?i)[\s-](?:minute|hour|day|week|month|year|decade)s?\b(?!\s(?:a|per|each)\s)")
MEASURED = re.compile(
    r"(?i)\b(?:average|median|total|maximum|minimum|record|up\sto|at\sleast|more\sthan|has|have|had|carries|of)(?:\s(?:of|only|just))?\s$"
)
DEFINITE = re.compile(r"(?i)\b(?:the|these|those|both|other|its|their|his|her)\s(?:other\s|last\s|first\s)?$")
COUNTS = re.compile(r"\s(?:counts?|charges?)\sof\b")
# sacked after a run of seven defeats in nine matches
RUN = re.compile(r"(?i)\bafter\s(?:an?|the|another)\s(?:[a-z]+\s){1,2}of\s(?:[\w-]+\s[a-z]+\sin\s)?$")
# a three-member panel · a 57-nation group
MEMBERS = re.compile(r"-(?:member|man|person|judge|nation|party|storey|story|way|page|part|point|man|seat)\b")
# a $300 debt · the country's $4.6bn debt: the sum stands before the noun that it describes.
SUM_BEFORE_NOUN = re.compile(
    r"[\s-](?!worth|in|a|per|and|or|to|from|for|on|of|by|at|loss|fine|profit|less|more)[a-z]{3,}(?<!s)\b"
)


def incidental(text: str, figure: Figure) -> bool:
    """Whether the figure, as it stands in the article's text, is named on the way."""
    if text[figure.start : figure.end].lower() == "twice" or apposed_age(text, figure.start, figure.end):
        return True
    before, after = text[max(0, figure.start - REACH) : figure.start], text[figure.end : figure.end + REACH]
    return _age(before, after, figure) or _place_in_time(before, after, figure) or _by_the_way(before, after, figure)


def apposed_age(text: str, start: int, end: int) -> bool:
    """Peter Lund, 34, was arrested: the age says who is meant"""
    digits = re.fullmatch(r"\d{1,3}", text[start:end])
    if digits and AGE_BEFORE_NAME.match(text[end : end + REACH]):
        return True  # 34-year-old Peter Lund
    name = AGE_APPOSED.search(text[max(0, start - REACH) : start])
    return bool(digits and name) and text[end : end + 1] in (",", ".", ";", ")", "")


def _age(before: str, after: str, figure: Figure) -> bool:
    if not 0 < figure.value < 120 or figure.unit not in ("", "year", "years", "year-old"):
        return False
    return bool(AGE_AFTER.match(after) or AGE_BEFORE.search(before) or PEOPLE_OVER.search(before))


def _place_in_time(before: str, after: str, figure: Figure) -> bool:
    return figure.unit != "percent" and bool(DURATION.match(after)) and not MEASURED.search(before)


def _by_the_way(before: str, after: str, figure: Figure) -> bool:
    if COUNTS.match(after) or MEMBERS.match(after) or RUN.search(before):
        return True
    if figure.value in (1, 2, 3, 4) and DEFINITE.search(before) and re.match(r"\s[a-z]", after):
        return True
    money = len(figure.unit) == 3 and figure.unit.isupper()
    return (
        money
        and bool(re.search(r"(?:['’]s|\b(?:a|the|an|its|their|his|her))\s$", before))
        and bool(SUM_BEFORE_NOUN.match(after))
    )
