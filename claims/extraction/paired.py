"""Two phrases of one form: "for men from 60 to 65 and for women from 55 to 63", "for losing … and for failing …"."""

from __future__ import annotations

from itertools import pairwise

from claims.extraction.clauses import Clause
from claims.extraction.tree import Sentence

OPENERS = frozenset(("for", "in", "at", "on", "from", "among", "by", "against", "to"))
FINITE_TAGS = ("VBD", "VBZ", "VBP", "MD", "WDT", "WP", "WRB")
# blamed it for ignoring two alarms and for leaving the valve open · ruled him out of the final and of the tour
BEFORE_DEEDS = frozenset(("for", "of", "by", "with", "without"))
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
    deeds = clause.lemma != "accuse" and _deeds(sentence, parts, opener)  # one accusation of two deeds stays one
    if not deeds and not all(_counted(sentence, part) for part in parts):
        return []
    before = [i for i in indexes if i < behind[first]]
    return [[*before, *part] for part in parts]


def _second(sentence: Sentence, behind: list[int], place: int) -> bool:
    token, link = sentence.tokens[behind[place]], sentence.tokens[behind[place] - 1]
    opens = token.lower in OPENERS or (token.lower in BEFORE_DEEDS and token.tag == "IN")
    return opens and token.tag in ("IN", "TO") and link.lower in ("and", ",")


def _bare(sentence: Sentence, part: list[int]) -> list[int]:
    while part and (sentence.tokens[part[-1]].lower in (",", "and", ".", ";")):
        part = part[:-1]
    return part


def _counted(sentence: Sentence, part: list[int]) -> bool:
    words = [sentence.tokens[i] for i in part]
    plain = not any(word.tag in FINITE_TAGS for word in words)
    return len(words) >= LEAST_WORDS and plain and any(word.counts or word.tag == "CD" for word in words)


def _deeds(sentence: Sentence, parts: list[list[int]], opener: str) -> bool:
    """Each phrase tells a deed of its own by a gerund, or each names what somebody is ruled out of."""
    words = [[sentence.tokens[i] for i in part] for part in parts]
    plain = all(len(part) >= LEAST_WORDS and not any(word.tag in FINITE_TAGS for word in part) for part in words)
    doing = opener in BEFORE_DEEDS and all(len(part) > 1 and part[1].tag == "VBG" for part in words)
    out = sentence.tokens[parts[0][0] - 1].lower == "out" and opener == "of"
    return plain and (doing or out)
