"""Lines of agencies' names: "tk/msh (dpa, Reuters, BNS)", "AFP/Lusa", "© 2021 AFP", "Text by: AFP"."""

from __future__ import annotations

import re
from itertools import pairwise

from claims.extraction.origins import CANONICAL, is_outlet

# The desk's initials before the agencies, brackets, a mark of rights, the words that lead to the names.
_DESK = r"[a-zäöüß]{1,4}(?:/[a-zäöüß]{1,5})*(?=\s*[(\[]|\swith\b)"
LEAD = re.compile(
    rf"^[\W_]*(?:(?:{_DESK}|(?:[A-Z][\w.&’']*\s?){{1,3}}(?=\swith\b))\s*[(\[]?\s*)?"
    r"(?i:©|\(c\)|copyright)?\s*(?:\d{4}\s*)?(?:[Tt]he\s)?"
    r"(?i:(?:texts?|story|report|words)(?:\sby)?\s*:?\s+|with\s(?:assistance|inputs?|files|material)\s(?:from|by)\s|with\s+)?"
)
RIGHTS = re.compile(r"(?i)[.,]?\s*all rights reserved\W*$|[\s,]+\d{4}\W*$")
DAY = re.compile(r",?\s+(?:[A-Z][a-z]{2,8}\.?\s\d{1,2}|\d{1,2}\s[A-Z][a-z]{2,8}\.?)(?:,?\s\d{4})?$")
BETWEEN = re.compile(r"\s*[,/;|·]\s*|\s(?:and|with)\s|\s\(")
# They stand among the names and are none: the desk, the wires in general, who wrote it down.
FILLERS = re.compile(
    r"(?i:(?:news|own|wire)\s?(?:wires?|agencies|services?|staff|desk|reporters?)|agencies|wires|staff(?:\s(?:writers?|reporters?))?|eds?"
    r"|own|in-house)|[a-zäöüß]{1,5}"
)
SHOUTED = {spelling.upper(): name for spelling, name in CANONICAL.items()}


def agencies(line: str) -> list[tuple[str, int, int]]:
    """The agencies of a line that names nothing else, each with its place in it; [] for any other line."""
    lead = LEAD.match(line)
    start = lead.end() if lead else 0
    end = len(RIGHTS.sub("", line))
    end = len(DAY.sub("", line[:end]))
    found: list[tuple[str, int, int]] = []
    marked = line.startswith(("-", "–", "—", "(", "[", "/"))
    known = 0
    for left, right in _parts(line, start, end):
        words = line[left:right]
        plain = words.removeprefix("The ").removeprefix("the ")
        name = CANONICAL.get(words) or CANONICAL.get(plain) or SHOUTED.get(plain)
        if name is None and (FILLERS.fullmatch(words) or not words):
            continue
        known += name is not None
        if name is None and not is_outlet(plain):
            return []
        found.append((name or plain, right - len(plain), right))
    return found if known or (marked and len(found) == 1) else []


def _parts(line: str, start: int, end: int) -> list[tuple[int, int]]:
    cuts = [(start, start), *((cut.start(), cut.end()) for cut in BETWEEN.finditer(line, start, end)), (end, end)]
    spans = [(left[1], right[0]) for left, right in pairwise(cuts)]
    trimmed = []
    for left, right in spans:
        inner = line[left:right].strip(" .()[]*/-–—\n")
        place = line.index(inner, left) if inner else left
        trimmed.append((place, place + len(inner)))
    return trimmed
