"""Blanks out what is no text (tags, entities, invisible marks, pictograms) without moving anything."""

from __future__ import annotations

import re

NOISE = re.compile(
    r"<[/!]?[a-zA-Z][^<>\n]{0,300}>"  # <div class="x">
    r"|&(?:[a-zA-Z]{2,8}|#\d{1,6});"  # &nbsp;
    r"|[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\ufe0e\ufe0f\ufffd]"  # marks that print nothing
    r"|[\U0001f000-\U0001faff\u2600-\u27bf]"  # pictograms
)


def masked(text: str) -> str:
    """The same text with blanks in place of noise; it has the same length."""
    return NOISE.sub(lambda match: " " * len(match.group()), text)
