"""Where the gold set's sentences end: fixed for good, so that figures of different releases stay comparable."""

from __future__ import annotations

import re
from typing import Final

from claims.extraction.scoring.gold import Span

LINE: Final = re.compile(r"[^\n]+")
END: Final = re.compile(r"[.!?]+[\"'”’)\]]*(?=\s+[\"'“‘(\[]*[A-Z0-9À-Þ])")
CLOSING: Final = "\"'”’)]"
_TITLES = "Mr|Mrs|Ms|Dr|Prof|Gen|Col|Lt|Sen|Rep|Gov|St|Jr|Sr|Inc|Corp|Co|Ltd|No|vs|approx|est|Que|Messrs"
_MONTHS = "Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec"
ABBREVIATION: Final = re.compile(rf"(?:\b(?:{_TITLES}|{_MONTHS})|\b[A-Z]|\b[a-z]\.[a-z]|\b[A-Z]\.[A-Z])\.$")
LONGEST_ABBREVIATION: Final = 12
"""Characters to look back for one; looking at the whole sentence each time would not be linear."""


def sentence_spans(text: str) -> list[Span]:
    """Spans of the sentences; a line break always ends one."""
    found: list[Span] = []
    for line in LINE.finditer(text):
        start = line.start()
        for match in END.finditer(text, start, line.end()):
            head = text[max(start, match.end() - LONGEST_ABBREVIATION) : match.end()].rstrip(CLOSING)
            if ABBREVIATION.search(head):
                continue
            found.append((start, match.end()))
            start = _skip_blanks(text, match.end(), line.end())
        found.append((start, line.start() + len(line.group().rstrip())))
    return [(start, end) for start, end in found if text[start:end].strip()]


def _skip_blanks(text: str, start: int, end: int) -> int:
    while start < end and text[start].isspace():
        start += 1
    return start
