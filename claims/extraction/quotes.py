"""Where the text is in double quotation marks. A quotation left open ends with its paragraph."""

from __future__ import annotations

import re

QUOTED = re.compile(r"“[^”“]*(?:”|$)|\"[^\"]*(?:\"|$)|«[^»]*(?:»|$)")


def quoted(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Spans of the quotations in text[start:end], marks included."""
    paragraph = text[start:end]
    return [(start + match.start(), start + match.end()) for match in QUOTED.finditer(paragraph)]


def share(spans: list[tuple[int, int]], start: int, end: int) -> float:
    """How much of text[start:end] stands in quotation marks, 0 to 1."""
    inside = sum(max(0, min(end, right) - max(start, left)) for left, right in spans)
    return inside / max(1, end - start)
