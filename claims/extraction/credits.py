"""Finds the agencies and outlets that an article names as its origins.

Three places count: the credit line and the dateline, "told Reuters", and "the AFP news agency reported". An outlet that
is merely written about ("he joined the Guardian in 1998") is none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from claims.extraction.origins import CANONICAL, KNOWN, OUTLETLIKE, is_outlet
from claims.extraction.values import Credit, Zone, ZoneKind
from claims.extraction.words.outlets import OUTLET_NOUNS

NOUN = "|".join(re.escape(noun) for noun in sorted(OUTLET_NOUNS, key=len, reverse=True))
NAME = r"[A-ZÀ-Þ][\w&.’'-]*(?:\s(?:of|the|and|de|la)\s[A-ZÀ-Þ][\w&.’'-]*|\s[A-ZÀ-Þ][\w&.’'-]*){0,4}"
SAID = r"reported|reports|said|says|quoted|cited|wrote|writes|claimed|revealed|published|added|noted"
# What may stand between "told" and the name: the · Russia's · state television channel · the Kyiv-based.
BETWEEN = (
    r"(?:(?:the|a|an|[A-Z]\w+['’]s|state|official|local|national|private|daily|online|news|newspaper|agency|television|TV|channel"
    r"|broadcaster|magazine|website|portal|radio|station|network|outlet|[A-Z]\w+-based|[A-Z]\w+(?:an|ish|ese|ch))\s)*"
)
TOLD = (
    r"(?i:\b(?:told|tells|telling|informed|according\sto|citing|speaking\sto|spoke\sto|statements?\sto|comments?\sto"
    r"|interviews?\swith|interviewed\sby|(?:reported|quoted|cited|carried|published|obtained|seen|broadcast)\s(?:by|in|on)))\s"
)
AFTER_NAME = (
    r"\s(?:that|in|on|he|she|it|they|the|a|his|her|there|this|at|after|before|by|as|and|but|when|while|last|from)\b"
    r"|[,.;:]"
)
IN_TEXT = tuple(
    re.compile(pattern)
    for pattern in (
        # Parly told TASS that …; according to AFP; told CNN and the New York Times
        rf"{TOLD}{BETWEEN}(?P<name>{KNOWN})\b(?!['’]s\s)(?:,?\sand\s{BETWEEN}(?P<other>{KNOWN})\b)?",
        # Reuters reported; Interfax news agency quoted …
        rf"\b(?P<name>{KNOWN})(?:\s(?:{NOUN}|agency))?(?:\s(?:also|has|had|first|later|previously|earlier))?\s(?:{SAID})\b",
        # the RIA news agency; newspaper Dagens Nyheter
        rf"\b(?P<name>{KNOWN})\s(?:{NOUN})\b",
        rf"\b(?:{NOUN})\s(?P<name>{KNOWN})\b",
        # told Sky News Australia
        rf"{TOLD}(?:[Tt]he\s)?(?P<name>{OUTLETLIKE})(?={AFTER_NAME})",
        # told Nordlys radio · citing the Hadashot daily
        rf"{TOLD}{BETWEEN}(?P<name>{NAME})\s(?:newspaper|daily|weekly|magazine|radio|TV|television|broadcaster|portal|website|channel)\b",
        # the Lindholt Courier reported · the Seraya News Agency said
        rf"\b(?P<name>{OUTLETLIKE})(?:\s(?:also|has|had|first|later))?\s(?:reported|reports|quoted|cited)\b",
        rf"\b(?P<name>(?:[A-Z][\w’'-]*\s){{1,3}}(?:News|Press)\sAgency)(?:\s(?:also|has|had))?\s(?:{SAID})\b",
        # state-run Telpress news agency · Norland's Telpress news agency
        rf"(?:\b[A-Z]\w+['’]s|\b[Ss]tate(?:-run|-owned|-controlled)?)\s(?P<name>{NAME})\snews\sagency\b",
        # broadcaster Radio Okapi; the Hadashot newspaper: any capitalised name beside the noun
        rf"\b(?:newspaper|tabloid|broadcaster|news\sagency|news\ssite|news\swebsite|magazine)\s(?P<name>{NAME})",
        rf"\b(?:[Tt]he\s)(?P<name>{NAME})\s(?:newspaper|tabloid|broadcaster|news\sagency|news\ssite|news\swebsite)\b(?!\s[A-Z])",
    )
)
IN_DATELINE = re.compile(r"\((?P<name>[^()]{2,40})\)\s*[-–—:]")
# Surnames and plain words that are outlets too: alone they are credited only behind "the".
AMBIGUOUS = frozenset(("Fox", "Sky", "Dawn", "Time", "Stuff", "Punch", "Vice", "Vox", "Spiegel", "Anadolu"))
# A study is "published in the Norland Medical Journal", which is where it appeared and no origin of the article.
STUDY = re.compile(r"(?i)\bpublished\s(?:\w+\s){0,3}in\s(?:the\s)?$")
CONTRIBUTED = re.compile(r"(?i)\s+(?:also\s+)?contributed\s+(?:to|reporting)\b.*$|\s+contributed\W*$", re.DOTALL)
CREDIT_OPENER = re.compile(
    r"(?i)^\W*(?:(?:this\s(?:article|story|report)\s(?:was\s)?)?(?:originally|first)\s(?:published|appeared)\s(?:by|in|on|at)"
    r"|republished\sfrom|(?:with\s)?(?:additional\s)?reporting\s(?:by|from)|with\s(?:agencies|information|files|material|inputs?)\s?(?:from|by)?|based\son\s(?:reporting|reports)\sby|sources?:|agencies:|compiled\s(?:by|from))\s*"
)
SEPARATOR = re.compile(r"\s*(?:,|;|/|\band\b|&|\bfor\b)\s*")
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
    return _first_of_each(found)


def _credit_line(text: str, zone: Zone) -> Iterator[Credit]:
    """With reporting by TASS, dpa, AFP, and Reuters"""
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
        elif is_outlet(words):
            yield Credit(words, left, right)


def _byline(text: str, zone: Zone) -> Iterator[Credit]:
    """By Maria Ortega, Associated Press · By Reuters Staff: an agency that stands as a part of its own"""
    for match in re.finditer(r"[^,|;/–—()]+", text[zone.start : zone.end]):
        name = BYLINE_WORDS.sub("", match.group()).strip()
        if name in CANONICAL:
            left = zone.start + match.start() + match.group().index(name)
            yield Credit(CANONICAL[name], left, left + len(name))


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
    for left, right in _items(text, match.start("name"), match.end("name")) if match else ():
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
    """Whether the name is somebody's surname or where a study appeared."""
    before = text[max(0, match.start(group) - 40) : match.start(group)]
    if match[group] in AMBIGUOUS:
        return not re.search(r"\b[Tt]he\s$", before)
    return "Journal" in match[group] and bool(STUDY.search(before))


def _first_of_each(found: list[Credit]) -> list[Credit]:
    """The first place of each name; of names that overlap ("RIA", "RIA Novosti") the longest."""
    kept: dict[str, Credit] = {}
    reached = -1
    for credit in sorted(found, key=lambda credit: (credit.start, -credit.end)):
        if credit.start < reached:
            continue
        reached = credit.end
        kept.setdefault(credit.name.casefold().removeprefix("the "), credit)
    return sorted(kept.values(), key=lambda credit: credit.start)
