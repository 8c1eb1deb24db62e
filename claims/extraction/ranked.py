"""Two things said of one subject: "the highest since 2020 and 28 percent more than in 2023"."""

from __future__ import annotations

from claims.extraction.clauses import Clause
from claims.extraction.tree import FINITE, Sentence
from claims.extraction.words import listed

BEING = listed("be remain stay stand become rank")
BOUNDS = listed("about around nearly almost some only just over more than less well far still a the up down")
COMPARING = listed("more less higher lower above below than double triple twice half times fewer faster slower ahead")
LINKS = frozenset(("and", "but", "while"))
LEAST_WORDS = 3


def ranks_apart(clause: Clause, indexes: list[int]) -> list[list[int]]:
    """The clause once for each of two ranks or comparisons behind "is"; [] where there are not two."""
    sentence, verb = clause.sentence, clause.verb
    if clause.lemma not in BEING:
        return []
    behind = [i for i in indexes if i > verb.i]
    for place, i in enumerate(behind):
        if sentence.tokens[i].lower not in LINKS:
            continue
        first, second = behind[:place], behind[place + 1 :]
        if _goes_on(sentence, first) or any(sentence.tokens[j].tag in FINITE for j in second):
            continue
        if _told(sentence, first) and _told(sentence, second) and _opens(sentence, second):
            before = [j for j in indexes if j <= verb.i]
            return [[*before, *_bare(sentence, first)], [*before, *second]]
    return []


def _goes_on(sentence: Sentence, part: list[int]) -> bool:
    """Holds a clause other than "since records began"."""
    verbs = [place for place, i in enumerate(part) if sentence.tokens[i].tag in FINITE]
    return any("since" not in {sentence.tokens[i].lower for i in part[:place]} for place in verbs)


def _bare(sentence: Sentence, part: list[int]) -> list[int]:
    return part[:-1] if part and sentence.tokens[part[-1]].word == "," else part


def _told(sentence: Sentence, part: list[int]) -> bool:
    """A rank (the highest, the fourth month) or a comparison with a figure (12 percent lower than …)."""
    words = [sentence.tokens[i] for i in part if sentence.tokens[i].tag != "_SP"]
    if len(words) < LEAST_WORDS:
        return False
    rank = any(word.tag in ("JJS", "RBS") or word.entity == "ORDINAL" for word in words[:4])
    figure = any(word.counts or word.lower in ("double", "triple", "twice", "half") for word in words)
    compared = any(word.lower in COMPARING or word.tag in ("JJR", "RBR") for word in words)
    return rank or (figure and compared)


def _opens(sentence: Sentence, part: list[int]) -> bool:
    """Begins with the rank or the figure itself, so that "and" joins no two nouns further in."""
    words = [sentence.tokens[i] for i in part[:5]]
    while words and words[0].lower in BOUNDS:
        words = words[1:]
    if not words:
        return False
    first = words[0]
    ranked = first.tag in ("JJS", "RBS") or first.entity == "ORDINAL" or first.lower in ("double", "twice", "half")
    figure = first.counts or first.lower in ("double", "triple")
    return ranked or figure
