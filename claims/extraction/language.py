"""Is the text English? Decided by the share of function words, which no topic changes."""

from __future__ import annotations

import re

from claims.extraction.words import listed

WORD = re.compile(r"[^\W\d_]+")
ENGLISH = listed(
    """
    the of and to in a is that for was on with as it by at from be has have had are were not this which
    an or but his her their they he she said who will would been its after more than about when there
    into also over up out you we i if no all so what my your me do can just
    """
)
# English prose has 35 to 50 % of these words, German, French or Spanish below 8 % ("a", "an", "me", "in" are shared).
ENOUGH = 0.18
# Fewer words than this decide nothing: headlines drop their function words.
FEWEST = 12
# Only the start is read: a longer look changes no verdict.
SAMPLE = 20_000


def reads_as_english(text: str) -> bool:
    """True for English and for texts too short to tell, except such as hold hardly any Latin letter."""
    sample = text[:SAMPLE]
    words = WORD.findall(sample.lower())
    latin = sum(1 for word in words if word[0] < "\u0250")
    if words and latin < len(words) / 2:
        return False
    if len(words) < FEWEST:
        return True
    return sum(1 for word in words if word in ENGLISH) >= ENOUGH * len(words)
