"""Figures in a row, each with its own place or time: "61% in the capital, 54% in the south and 38% in the north"."""

from __future__ import annotations

from claims.extraction.clauses import Clause
from claims.extraction.tree import Sentence, Token
from claims.extraction.words import listed

SIGNS = listed("$ € £ ¥ rs rs. us$ a$ c$")
UNITS = listed("% percent cent per pct pc million billion trillion thousand bn m dozen hundred")
LINKS = (",", "and", ";")
# What places a figure: "in the south", "for 2020", "among women", "from a year earlier".
PLACING = listed("in for at on among by from of to during since against with under over between")
BOUNDS = listed("about around nearly almost just only some over more than less at least most up to another a further")
# The first figure of a range or a comparison opens no row.
RANGING = frozenset(("from", "between", "than"))
FINITE_TAGS = ("VBD", "VBZ", "VBP", "MD", "WDT", "WP", "WRB", "VBG")


def rows(clause: Clause, indexes: list[int]) -> list[list[int]]:
    """The words of each figure of the row with what places it; [] where the clause has no row."""
    sentence = clause.sentence
    behind = [i for i in indexes if i > clause.verb.i]
    parts: list[list[int]] = []
    for i in behind:
        opens = _opens(sentence, i) and (not parts or _linked(sentence, i))
        if opens and (parts or sentence.tokens[i - 1].lower not in RANGING):
            parts.append([])
        if parts:
            parts[-1].append(i)
    if parts and sentence.tokens[parts[0][0] - 1].lower in LINKS:
        return []  # Twelve died in the capital, [seven in Bohol] and four in Leyte: the verb is left out
    parts = [_bare(sentence, part) for part in parts]
    tails = [_tail(sentence, part) for part in parts]
    if len(parts) < 2 or not all(tails) or not _one_unit(sentence, parts) or not _alike(sentence, tails):
        return []
    plain = all(sentence.tokens[i].tag not in FINITE_TAGS for part in parts for i in part)
    return parts if plain and all(part[-1] - part[0] + 1 == len(part) for part in parts) else []


def apart(clause: Clause, indexes: list[int]) -> list[list[int]]:
    """The clause once for each figure of its row."""
    found = rows(clause, indexes)
    if not found:
        return []
    before = [i for i in indexes if i < found[0][0]]
    return [[*before, *_with_noun(sentence=clause.sentence, part=part, first=found[0])] for part in found]


def _with_noun(sentence: Sentence, part: list[int], first: list[int]) -> list[int]:
    """4,000 jobs in Germany, 2,500 in France → 2,500 [jobs] in France: the first figure's noun counts them all."""
    nouns = _nouns(sentence, first)
    amount = _amount(sentence, part)
    if part is first or not nouns or _nouns(sentence, part) or any(sentence.tokens[i].lower in UNITS for i in part):
        return part
    return [*part[:amount], *nouns, *part[amount:]]


def _nouns(sentence: Sentence, part: list[int]) -> list[int]:
    """What stands between a figure and what places it."""
    return part[_amount(sentence, part) : len(part) - len(_tail(sentence, part))]


def _opens(sentence: Sentence, i: int) -> bool:
    """61 · $3 · about 54 · up to 20"""
    tokens, j = sentence.tokens, i
    while j < len(tokens) and tokens[j].lower in BOUNDS and j - i < 3:
        j += 1
    if j < len(tokens) and tokens[j].lower in SIGNS:
        j += 1
    here = j < len(tokens) and tokens[j].counts and tokens[j].tag in ("CD", "NN", "NNP", "JJ")
    inner = i > 0 and (tokens[i - 1].lower in BOUNDS or tokens[i - 1].lower in SIGNS or tokens[i - 1].counts)
    return here and tokens[i].lower != "to" and not (inner and i > 0 and tokens[i - 1].lower not in ("to", "at"))


def _linked(sentence: Sentence, i: int) -> bool:
    return sentence.tokens[i - 1].lower in LINKS


def _bare(sentence: Sentence, part: list[int]) -> list[int]:
    while part and (sentence.tokens[part[-1]].lower in LINKS or sentence.tokens[part[-1]].word == "."):
        part = part[:-1]
    return part


def _amount(sentence: Sentence, part: list[int]) -> int:
    """How many words of the part are the figure itself with its unit."""
    end = 0
    while end < len(part) and _of_amount(sentence.tokens[part[end]], end):
        end += 1
    return end


def _of_amount(token: Token, place: int) -> bool:
    figure = token.counts or token.lower in UNITS or token.lower in SIGNS
    return figure or (token.lower in BOUNDS and place < 3 and token.tag != "TO")


def _tail(sentence: Sentence, part: list[int]) -> list[int]:
    """What places the figure, behind it and at most two nouns: "[cars] in May", "this year"."""
    start = _amount(sentence, part)
    nouns = 0
    while start < len(part) and nouns < 3 and sentence.tokens[part[start]].tag[:2] in ("NN", "JJ"):
        if sentence.tokens[part[start]].entity == "DATE":
            break
        start, nouns = start + 1, nouns + 1
    tail = part[start:]
    if not tail:
        return []
    first = sentence.tokens[tail[0]]
    placed = (first.lower in PLACING and len(tail) > 1) or first.entity == "DATE"
    return tail if placed and not any(sentence.tokens[i].word in (",", ";") for i in tail) else []


def _one_unit(sentence: Sentence, parts: list[list[int]]) -> bool:
    """percent and percent, cars and nothing: what differs is coordinated otherwise."""
    units = [
        {token.lower for i in part[: len(part) - len(_tail(sentence, part))] if _names(token := sentence.tokens[i])}
        for part in parts
    ]
    bare = [unit - BOUNDS for unit in units]
    first = {word for word in bare[0] if word in UNITS | SIGNS}
    later = [{word for word in unit if word in UNITS | SIGNS} for unit in bare[1:]]
    if first & SIGNS:  # $1.1 million on staff and $400,000 on travel
        first, later = first & SIGNS, [unit & SIGNS for unit in later]
    nouns = [unit - UNITS - SIGNS for unit in bare]
    same = all(unit == first or not unit for unit in later)
    return same and all(not noun or noun == nouns[0] for noun in nouns[1:])


def _names(token: Token) -> bool:
    """percent, million, cars; no number word"""
    return token.lower in UNITS or token.lower in SIGNS or not token.counts


def _alike(sentence: Sentence, tails: list[list[int]]) -> bool:
    """Placed in one way: all in places, all in time."""
    dated = [any(sentence.tokens[i].entity == "DATE" for i in tail) for tail in tails]
    openers = [{sentence.tokens[i].lower for i in tail} & PLACING for tail in tails]
    return all(dated) or bool(set.intersection(*openers))
