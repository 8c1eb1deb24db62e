"""The paragraphs of a text: lines, except that hard-wrapped lines belong together."""

from __future__ import annotations

import re
from dataclasses import dataclass

from claims.extraction.origins import signature

LINE = re.compile(r"[^\n]+")
TERMINAL = re.compile(r"[.!?…][\"'”’»)\]]*$|[.!?]”?\s*\(.{1,40}\)$|:$")
# A file wrapped at a fixed column has lines of about equal length; shorter lines are headlines or list items.
WRAP_NARROWEST, WRAP_WIDEST = 50, 110


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A stripped paragraph and its place."""

    text: str
    start: int
    end: int

    @property
    def words(self) -> int:
        return len(self.text.split())

    @property
    def closed(self) -> bool:
        """Ends as a sentence ends, an agency's name behind it or not."""
        return bool(TERMINAL.search(self.text)) or signature(self.text) is not None

    @property
    def running(self) -> bool:
        """Two sentences or more in it, so it is prose whatever its end."""
        return bool(re.search(r"[a-z\d][.!?][\"”’]?\s+[\"“‘]?[A-Z]", self.text))


def paragraphs(text: str) -> list[Paragraph]:
    """Every non-empty paragraph, in order."""
    found: list[Paragraph] = []
    for match in LINE.finditer(text):
        stripped = match.group().strip()
        if not stripped:
            continue
        start = match.start() + match.group().index(stripped[0])
        here = Paragraph(stripped, start, start + len(stripped))
        if found and _continues(text, found[-1], here):
            first = found.pop()
            here = Paragraph(text[first.start : here.end], first.start, here.end)
        found.append(here)
    return found


def _continues(text: str, before: Paragraph, here: Paragraph) -> bool:
    if text[before.end : here.start].count("\n") > 1 or before.closed:
        return False
    width = before.end - max(before.start, text.rfind("\n", 0, before.end) + 1)
    return (here.text[0].islower() and WRAP_NARROWEST <= width <= WRAP_WIDEST) or _wrapped_block(text, before, width)


def _wrapped_block(text: str, before: Paragraph, width: int) -> bool:
    """True inside a block whose earlier lines were already joined: the width is then known."""
    first_break = text.find("\n", before.start, before.end)
    return first_break > 0 and WRAP_NARROWEST <= width <= WRAP_WIDEST
