"""Finds the agencies and outlets that an article names as its origins.

Three places count: the byline, the dateline and the credit line, "told Reuters", and "the AFP news agency reported"
(`credit_forms`). An outlet that is merely written about ("he joined the Guardian in 1998") is none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from claims.extraction.agency_lines import SHOUTED, agencies
from claims.extraction.credit_forms import IN_TEXT, INTRODUCED
from claims.extraction.origins import CANONICAL, KNOWN, is_agency, is_outlet
from claims.extraction.values import Credit, Zone, ZoneKind

IN_DATELINE = re.compile(r"(?:\((?P<name>[^()\d]{2,40})\)|/(?P<slashed>[^/\d]{2,40})/[.,]?)\s*(?:[-–—:]|$|(?<=[.,]))")
# Surnames and plain words that are outlets too: alone they are credited only behind "the".
AMBIGUOUS = frozenset(
    ("Fox", "Sky", "Dawn", "Time", "Stuff", "Punch", "Vice", "Vox", "Spiegel", "Anadolu", "Mehr", "Petra", "Vanguard")
)
# A press council watches over outlets and a body's press service speaks for it: neither is one.
OVERSEER = re.compile(
    r"\s(?:Council|Club|Association|Union|Commission|Authority|Ombudsman|Secretary|Office|Conference|Awards?)$"
)
# A study is "published in the Norland Medical Journal", which is where it appeared and no origin of the article.
STUDY = re.compile(r"(?i)\bpublished\s(?:\w+\s){0,3}in\s(?:the\s)?$")
CONTRIBUTED = re.compile(r"(?i)\s+(?:also\s+)?contributed\s+(?:to|reporting)\b.*$|\s+contributed\W*$", re.DOTALL)
CREDIT_OPENER = re.compile(
    r"(?i)^\W*(?:(?:this\s(?:article|story|report)\s(?:was\s)?)?(?:originally|first)\s(?:published|appeared)\s(?:by|in|on|at)"
    r"|republished\sfrom|(?:with\s)?(?:additional\s)?reporting\s(?:by|from)|with\s(?:agencies|information|files|material|inputs?)\s?(?:from|by)?|based\son\s(?:reporting|reports)\sby|sources?:|agencies:|compiled\s(?:by|from)|(?:this\s(?:article|story|report)\s(?:was|is)\s)?(?:produced|provided|supplied|distributed)\sby)\s*"
)
# Reporting by AFP and Norpress: people have two names.
ONE_NAME = re.compile(r"[A-ZÀ-Þ][\w.’'-]*\w")
SEPARATOR = re.compile(r"\s*(?:,|;|/|\band\b|&|\bfor\b)\s*(?:(?:distributed|provided|produced)\s+by\s+)?(?:[Tt]he\s)?")
# Maria Ortega of the Lindholt Courier · Lindholt News Service's Maria Ortega · Lindholt News Service in Oslo
OF_OUTLET = re.compile(
    r"^.*?\b(?:of|from|at|with)\s(?:the\s)?(?P<of>[A-ZÀ-Þ].*)$|^(?P<own>.+?)['’]s\s.*$|^(?P<place>.+?)\sin\s.*$"
)
BYLINE_WORDS = re.compile(
    r"^\s*(?:[Bb][Yy]|[Ff]rom)\s+(?:[Tt]he\s+)?"
    r"|\s+(?:[Ss]taff|[Ww]riters?|[Cc]orrespondents?|[Rr]eporters?|[Nn]ews [Aa]gency)\b.*$"
)


def credits(text: str, zones: list[Zone]) -> list[Credit]:
    """The credits in order of their place; one per name and place, names in the project's spelling where known."""
    found: list[Credit] = []
    for zone in zones:
        if zone.kind is ZoneKind.CREDIT_LINE:
            found.extend(_credit_line(text, zone))
        elif zone.kind is ZoneKind.DATELINE:
            found.extend(_dateline(text, zone))
        elif zone.kind is ZoneKind.BYLINE:
            found.extend(_byline(text, zone))
        elif zone.kind is ZoneKind.BODY:
            found.extend(_in_text(text, zone))
    return _first_of_each(text, found)


def _credit_line(text: str, zone: Zone) -> Iterator[Credit]:
    """With reporting by TASS, dpa, AFP, and Reuters"""
    if only := agencies(text[zone.start : zone.end]):
        yield from (Credit(name, zone.start + left, zone.start + right) for name, left, right in only)
        return
    opener = CREDIT_OPENER.match(text[zone.start : zone.end])
    start = zone.start + (opener.end() if opener else 0)
    end = start + len(CONTRIBUTED.sub("", text[start : zone.end]))
    for left, right in _items(text, start, end):
        words = text[left:right]
        if words in CANONICAL:
            yield Credit(CANONICAL[words], left, right)
            continue
        known = re.search(rf"\b(?:{KNOWN})\b", words)
        if known:
            yield Credit(CANONICAL[known.group()], left + known.start(), left + known.end())
        elif is_outlet(words) or (opener and ONE_NAME.fullmatch(words)):
            yield _without_article(words, left)
        elif (part := OF_OUTLET.match(words)) and part.lastgroup and is_outlet(part[part.lastgroup]):
            yield _without_article(part[part.lastgroup], left + part.start(part.lastgroup))


def _without_article(name: str, start: int) -> Credit:
    """The Lindholt Courier → Lindholt Courier"""
    plain = re.sub(r"^[Tt]he\s", "", name)
    return Credit(plain, start + len(name) - len(plain), start + len(name))


def _byline(text: str, zone: Zone) -> Iterator[Credit]:
    """By Maria Ortega, Associated Press · By Reuters Staff · Foreign Desk and Agence Nord: an agency as its own part"""
    for match in re.finditer(r"(?:(?!\s(?:and|for|with)\s)[^,|;/–—·()])+", text[zone.start : zone.end]):
        plain = re.sub(r"^\s*(?:and|for|with)\s+(?:[Tt]he\s+)?", "", match.group())
        name = BYLINE_WORDS.sub("", plain).strip()
        if name not in CANONICAL and name not in SHOUTED:
            name = plain.strip()
            written_for = match.group().startswith("for ") and is_outlet(name)
            if not (name in CANONICAL or is_agency(name) or written_for):
                continue
        left = zone.start + match.start() + match.group().index(name)
        yield Credit(CANONICAL.get(name) or SHOUTED.get(name, name), left, left + len(name))


def _items(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    position = start
    for match in [*SEPARATOR.finditer(text, start, end), None]:
        stop = match.start() if match else end
        item = text[position:stop]
        stripped = item.strip(" .()[]*/-–—\n")
        if stripped:
            left = position + item.index(stripped)
            yield left, left + len(stripped)
        position = match.end() if match else end


def _dateline(text: str, zone: Zone) -> Iterator[Credit]:
    """VIENNA (Reuters) -"""
    match = IN_DATELINE.search(text, zone.start, zone.end)
    for left, right in _items(text, *match.span(match.lastgroup or 0)) if match else ():
        yield Credit(CANONICAL.get(text[left:right], text[left:right]), left, right)


def _in_text(text: str, zone: Zone) -> Iterator[Credit]:
    for pattern in IN_TEXT:
        for match in pattern.finditer(text, zone.start, zone.end):
            for group in ("name", "other") if "other" in pattern.groupindex else ("name",):
                if match[group] and not _elsewhere(text, match, group):
                    name = match[group].strip(" .,’'")
                    plain = CANONICAL.get(name, name.removeprefix("The "))
                    yield Credit(plain, match.start(group), match.start(group) + len(name))


def _elsewhere(text: str, match: re.Match[str], group: str) -> bool:
    """Whether the name is somebody's surname, a council over the press, or where a study appeared."""
    before = text[max(0, match.start(group) - 40) : match.start(group)]
    if match[group] in AMBIGUOUS:
        return not re.search(r"\b[Tt]he\s$", before)
    if OVERSEER.search(match[group]):
        return True
    return "Journal" in match[group] and bool(STUDY.search(before))


def _first_of_each(text: str, found: list[Credit]) -> list[Credit]:
    """The first place of each name; of names that overlap ("RIA", "RIA Novosti") the longest. Initials that the text
    introduces behind a name ("the Press Bureau of Lorn (PBL)") stand for it."""
    introduced = {match["initials"]: match["name"].removeprefix("The ") for match in INTRODUCED.finditer(text)}
    found = [replace(credit, name=introduced.get(credit.name, credit.name)) for credit in found]
    kept: dict[str, Credit] = {}
    reached = -1
    for credit in sorted(found, key=lambda credit: (credit.start, -credit.end)):
        if credit.start < reached:
            continue
        reached = credit.end
        kept.setdefault(credit.name.casefold().removeprefix("the "), credit)
    return sorted(kept.values(), key=lambda credit: credit.start)
