"""Whether a paragraph is the outlet's word to its readers: pay, register, write to us, the article was corrected."""

from __future__ import annotations

import re

from claims.extraction.words.pitches import PITCH

# Longer paragraphs are articles about such things.
LONGEST_WORDS = 45
# The reporter quotes somebody, so it is text: he read "all rights reserved" on the banner.
QUOTES = re.compile(r"[\"“][^\"”]{12,}[\"”]")


def is_pitch(paragraph: str) -> bool:
    """Access to Premium articles requires a subscription. · Already have an account? Sign in. · Correction: …"""
    short = len(paragraph.split()) <= LONGEST_WORDS
    return short and PITCH.search(paragraph) is not None and not QUOTES.search(paragraph)
