"""When two names mean the same speaker, the same day or the same agency."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

from claims.extraction.scoring.words import words_in_common
from claims.extraction.words import listed

TITLES: Final = listed(
    """
    mr mrs ms dr prof professor president prime minister the general gen sir spokesman spokeswoman spokesperson chief
    secretary foreign minister's
    """
)
MONTHS: Final = (
    *("january", "february", "march", "april", "may", "june", "july"),
    *("august", "september", "october", "november", "december"),
)
NAME_WORD: Final = re.compile(r"[^\W_]+")
ISO: Final = re.compile(r"(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?")
MONTH_FIRST: Final = re.compile(r"(?P<month>[A-Za-z]+)\.?\s+(?:(?P<day>\d{1,2})(?:st|nd|rd|th)?,?\s+)?(?P<year>\d{4})")
DAY_FIRST: Final = re.compile(r"(?P<day>\d{1,2})\s+(?P<month>[A-Za-z]+)\.?,?\s+(?P<year>\d{4})")
AGENCIES: Final = {
    "agence france presse": "afp",
    "associated press": "ap",
    "deutsche presse agentur": "dpa",
    "thomson reuters": "reuters",
    "itar tass": "tass",
    "interfax ukraine": "interfax",
    "korean central": "kcna",
    "korean central news agency": "kcna",
    "korean central kcna": "kcna",
    "ria novosti": "ria",
    "yonhap news": "yonhap",
    "smh": "sydney morning herald",
    "huffpost": "huffington post",
    "ikhbariya": "al ikhbariya",
    "radio free europe radio liberty": "rfe rl",
}
AGENCY_OPENING: Final = re.compile(r"^(?:the|russia s|newspaper)\s+")
AGENCY_ENDING: Final = re.compile(r"\s+(?:news agency|newswire|agency|newspaper|television|tv)$")


def same_speaker(predicted: str, accepted: Iterable[str]) -> bool:
    """By half of the name's words, by the last name, or where one name is a part of the other."""
    words = _name_words(predicted)
    core = _without_titles(words)
    return any(_same(words, core, _name_words(name)) for name in accepted)


def _same(words: list[str], core: list[str], accepted: list[str]) -> bool:
    other = _without_titles(accepted)
    if words_in_common(core, other) >= 0.5:
        return True
    if core and other and core[-1] == other[-1]:
        return True
    full, accepted_full = " ".join(words), " ".join(accepted)
    return accepted_full in full or (len(words) > 1 and full in accepted_full)


def _name_words(name: str) -> list[str]:
    return NAME_WORD.findall(name.lower().replace("’", "'").replace("'s", ""))


def _without_titles(words: list[str]) -> list[str]:
    return [word for word in words if word not in TITLES] or words


def iso_date(written: str) -> str:
    """ "9 Sept 2019", "September 9, 2019" and "2019-09-09T…" as an ISO day, month or year; else as written."""
    written = written.strip()
    iso = ISO.match(written)
    if iso:
        return "-".join(part for part in iso.groups() if part)
    for pattern in (MONTH_FIRST, DAY_FIRST):
        match = pattern.fullmatch(written)
        number = _month(match["month"]) if match else 0
        if match and number:
            day = f"-{int(match['day']):02d}" if match["day"] else ""
            return f"{match['year']}-{number:02d}{day}"
    return written


def _month(name: str) -> int:
    start = name.lower()[:3]
    return next((number for number, month in enumerate(MONTHS, 1) if month.startswith(start)), 0)


def agency(name: str) -> str:
    """The one name of an agency or outlet among those it goes by."""
    plain = re.sub(r"[^a-z0-9]+", " ", name.lower()).strip()
    plain = AGENCY_ENDING.sub("", AGENCY_OPENING.sub("", plain))
    return AGENCIES.get(plain, plain)
