"""Months and weekdays that the parser does not see as such."""

from __future__ import annotations

from claims.extraction.date_words import MONTHS, WEEKDAYS
from claims.extraction.tree import Sentence, Token

BEFORE_A_MONTH = frozenset(("in", "since", "until", "by", "last", "next", "this", "late", "early", "during"))
NAMED_DAYS = frozenset((*MONTHS, *WEEKDAYS))


def bare_month(sentence: Sentence, token: Token) -> None:
    """a standoff [in March], when …: a month behind such a preposition is one, with or without a year."""
    before = sentence.tokens[token.i - 1] if token.i else token
    after = sentence.tokens[token.i + 1] if token.i + 1 < len(sentence.tokens) else None
    named = after is not None and after.is_name
    if token.lower in NAMED_DAYS and token.is_name and before.lower in BEFORE_A_MONTH and not named:
        token.entity = "DATE"
