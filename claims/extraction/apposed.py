"""What is said of a noun right behind it: "a five-nation bloc", "home to 12,000 people", "(population 4,200)"."""

from __future__ import annotations

from claims.extraction.clauses import Clause
from claims.extraction.hanging import Aside, after_mark, before_mark, counts
from claims.extraction.phrases import phrase, plural
from claims.extraction.tree import Sentence, Token

OPENING = ("DT", "PRP$", "CD", "JJ", "JJS", "NN", "NNP", "RB", "IN")
# A longer remark is a sentence of its own kind, or misread.
LONGEST = 16
LENGTHS = frozenset(("km", "kilometres", "kilometers", "kilometre", "kilometer", "miles", "mile", "metres", "meters"))


def apposed(clause: Clause, token: Token, indexes: list[int]) -> Aside | None:
    """The remark that `token` heads, where it counts or ranks; others stay where they are."""
    return (
        _between_commas(clause, token, indexes) or _in_brackets(clause, token, indexes) or _away(clause, token, indexes)
    )


def _away(clause: Clause, token: Token, indexes: list[int]) -> Aside | None:
    """near the village of Pell[, about 30 kilometres from Lorn] → Pell is about 30 kilometres from Lorn."""
    tokens, inside = clause.sentence.tokens, set(indexes)
    start = token.i - 1 if token.i and tokens[token.i - 1].tag in ("RB", "IN", "JJR") else token.i
    following = tokens[token.i + 1 : token.i + 5]
    away = any(part.lower in ("from", "of", "off", "away") for part in following[1:])
    measured = token.counts and len(following) > 1 and following[0].lower in LENGTHS and away
    if not measured or start < 2 or tokens[start - 1].word != "," or not tokens[start - 2].is_name:
        return None
    named = start - 2
    while named and tokens[named - 1].is_name:
        named -= 1
    last = start
    while last + 1 in inside and not before_mark(clause.sentence, last) and tokens[last + 1].word not in (".", ";"):
        last += 1
    own = list(range(start, last + 1))
    if not set(own) <= inside or _verbs(clause.sentence, own) or len(own) > LONGEST:
        return None
    swaps = {start: f"is {tokens[start].word}"}
    return Aside(own, [*range(named, start - 1), *own], swaps, bare=True, aloud=False)


def _between_commas(clause: Clause, token: Token, indexes: list[int]) -> Aside | None:
    """The Pact[, a five-nation bloc,] met → The Pact is a five-nation bloc."""
    sentence, inside = clause.sentence, set(indexes)
    named = sentence.head(token)
    home = token.lower == "home" and token.i + 1 < len(sentence.tokens) and sentence.tokens[token.i + 1].lower == "to"
    if (
        named.entity in ("DATE", "TIME")
        or not (token.tag[:2] == "NN" or _one_of(sentence, token))
        or not (token.label == "appos" or home)
        or named.tag[:2] != "NN"
        or named.i > token.i
    ):
        return None
    whole = phrase(sentence, named, conjuncts=False)
    start = token.i
    while start - 1 in inside and not after_mark(sentence, start):
        start -= 1
    last = token.i
    while last + 1 in inside and not before_mark(sentence, last) and last - start < LONGEST:
        last += 1
    own = list(range(start, last + 1))
    whole = [i for i in whole if i < start - 1]
    closed = before_mark(sentence, last) or last + 1 >= len(sentence.tokens) or sentence.tokens[last + 1].word == "."
    if not whole or start - 2 not in whole or len(own) < 3 or not closed or not set(own) <= inside:
        return None
    if any(sentence.tokens[i].lower in ("them", "which", "whom") for i in own):
        return None  # 12 men, [two of them officers]: a part of them
    if not _tells(sentence, own) or sentence.tokens[start].tag not in OPENING or _verbs(sentence, own):
        return None
    be = "are" if plural(sentence, named) else "is"
    return Aside(own, [*whole, *own], {start: f"{be} {sentence.tokens[start].word}"}, bare=True, aloud=False)


def _one_of(sentence: Sentence, token: Token) -> bool:
    """The mine[, one of the country's largest,] is closed."""
    following = sentence.tokens[token.i + 1] if token.i + 1 < len(sentence.tokens) else token
    return token.lower == "one" and following.lower == "of"


def _tells(sentence: Sentence, own: list[int]) -> bool:
    """A figure or a rank: a father of four, the second-largest bank."""
    words = [sentence.tokens[i] for i in own]
    return counts(sentence, own) or any(part.tag == "JJS" or part.lower in ("only", "sole", "former") for part in words)


def _verbs(sentence: Sentence, own: list[int]) -> bool:
    return any(sentence.tokens[i].tag in ("VBD", "VBZ", "VBP", "MD", "WDT", "WP") for i in own)


def _in_brackets(clause: Clause, token: Token, indexes: list[int]) -> Aside | None:
    """Nordal [(population 4,200)] · striker Ben Tolland [(£12m)] joined the club"""
    sentence = clause.sentence
    if token.word != "(" or token.i < 1:
        return None
    last = next(
        (i for i in range(token.i + 1, min(token.i + 7, len(sentence.tokens))) if sentence.tokens[i].word == ")"), 0
    )
    named = sentence.tokens[token.i - 1]
    inside = sentence.tokens[token.i + 1 : last]
    if not last or not inside or not named.is_name or not set(range(token.i, last + 1)) <= set(indexes):
        return None
    own = list(range(token.i + 1, last))
    people = inside[0].lower == "population" and counts(sentence, own)
    price = named.entity == "PERSON" and inside[0].tag == "$" and counts(sentence, own)
    if not people and not price:
        return None
    whole = [i for i in phrase(sentence, named, conjuncts=False) if i < token.i]
    verb = {own[0]: "has a population of"} if people else {own[0]: f"cost {inside[0].word}"}
    return Aside([token.i, *own, last], [*whole, *own], verb, bare=True, aloud=False)
