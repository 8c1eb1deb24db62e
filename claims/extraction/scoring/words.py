"""Content words of a wording, cut to stems, and how much two wordings have in common."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from typing import Final

from claims.extraction.scoring.mentions import ONES, TENS
from claims.extraction.words import listed

STOP: Final = listed(
    """
    a an the of in on at to for from by with and or but nor as is are was were be been being it its this that
    these those he she they them his her their we our you your i me my who whom which what when where while
    than then there here into onto over under about around after before during between among per has have had
    do does did will would can could may might shall should must not no s t re ve ll d also said says say told
    according some any such only just up out off more most very both each other another own same so if because
    since until against within without
    """
)
ENDINGS: Final = (
    *(("ations", "ate"), ("ation", "ate"), ("ments", "ment"), ("ies", "y"), ("ied", "y"), ("ings", ""), ("ing", "")),
    *(("edly", ""), ("ed", ""), ("sses", "ss"), ("es", "e"), ("s", ""), ("ly", "")),
)
SAME_LETTERS: Final = str.maketrans("’‘", "''")
ABBREVIATIONS: Final = (("u.s.", "us"), ("u.n.", "un"), ("u.k.", "uk"))
THOUSANDS: Final = re.compile(r"(\d),(?=\d{3})")
PERCENT: Final = re.compile(r"per\s?cent\b|percent\b|%")
WORD: Final = re.compile(r"\d+(?:\.\d+)?|[^\W\d_]+(?:'s)?")


def content_words(text: str) -> Counter[str]:
    """Stems of the content words with their number; small numbers in words are digits."""
    plain = text.lower().translate(SAME_LETTERS)
    for long, short in ABBREVIATIONS:
        plain = plain.replace(long, short)
    plain = PERCENT.sub(" percent ", THOUSANDS.sub(r"\1", plain))
    words = (str(ONES.get(word, TENS.get(word, word))) for word in WORD.findall(plain))
    return Counter(_stem(word) for word in words if word not in STOP)


def in_common(left: Counter[str], right: Counter[str]) -> float:
    """F1 of the words of both, 0 where one has none."""
    if not left or not right:
        return 0.0
    return 2 * (left & right).total() / (left.total() + right.total())


def words_in_common(left: Sequence[str], right: Sequence[str]) -> float:
    return in_common(Counter(left), Counter(right))


def _stem(word: str) -> str:
    word = word.removesuffix("'s")
    if word.isdigit() or len(word) <= 3:
        return word
    word = _without_ending(word)
    if word.endswith("e") and len(word) > 4:
        word = word[:-1]
    return word[:-1] if len(word) > 4 and word[-1] == word[-2] else word


def _without_ending(word: str) -> str:
    for ending, instead in ENDINGS:
        plural_of_ss = ending == "s" and word.endswith("ss")
        if word.endswith(ending) and len(word) - len(ending) >= 3 and not plural_of_ss:
            return word.removesuffix(ending) + instead
    return word
