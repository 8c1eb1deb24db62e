"""Two phrases of one form, each with its figures: "for men from 60 to 65 and for women from 55 to 63"."""

from __future__ import annotations

from itertools import pairwise

from claims.extraction.clauses import Clause
from claims.extraction.tree import Sentence

OPENERS = frozenset(("for", "in", "at", "on", "from", "among", "by", "against", "to"))
FINITE_TAGS = ("VBD", "VBZ", "VBP", "MD", "WDT", "WP", "WRB")
LEAST_WORDS = 3


def pairs_apart(clause: Clause, indexes: list[int]) -> list[list[int]]:
    """The clause once for each of the phrases; [] where there are not two of one form."""
    sentence = clause.sentence
    behind = [i for i in indexes if i > clause.verb.i]
    cuts = [place for place, i in enumerate(behind) if place and _second(sentence, behind, place)]
    if not cuts:
        return []
    opener = sentence.tokens[behind[cuts[0]]].lower
    first = next((place for place, i in enumerate(behind) if sentence.tokens[i].lower == opener), None)
    if first is None or first >= cuts[0]:
        return []
    edges = [first, *(cut for cut in cuts if sentence.tokens[behind[cut]].lower == opener), len(behind)]
    parts = [_bare(sentence, behind[left:right]) for left, right in pairwise(edges)]
    if not all(_counted(sentence, part) for part in parts):
        return []
    before = [i for i in indexes if i < behind[first]]
    return [[*before, *part] for part in parts]


def _second(sentence: Sentence, behind: list[int], place: int) -> bool:
    token, link = sentence.tokens[behind[place]], sentence.tokens[behind[place] - 1]
    return token.lower in OPENERS and token.tag in ("IN", "TO") and link.lower in ("and", ",")


def _bare(sentence: Sentence, part: list[int]) -> list[int]:
    while part and (sentence.tokens[part[-1]].lower in (",", "and", ".", ";")):
        part = part[:-1]
    return part


def _counted(sentence: Sentence, part: list[int]) -> bool:
    words = [sentence.tokens[i] for i in part]
    plain = not any(word.tag in FINITE_TAGS for word in words)
    return len(words) >= LEAST_WORDS and plain and any(word.counts or word.tag == "CD" for word in words)
