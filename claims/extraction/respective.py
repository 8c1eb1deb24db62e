"""Which figure is whose: "sales in Europe and Asia rose 4 and 7 percent, respectively" is two statements."""

from __future__ import annotations

import re

from claims.extraction.clauses import Clause
from claims.extraction.tree import Sentence, Token
from claims.extraction.words import listed

YEAR = re.compile(r"(?:1[5-9]|20)\d\d")
NAMING = ("NN", "NNS", "NNP", "NNPS", "CD", "JJ", "PRP")
SCALES = listed("million billion trillion thousand hundred crore lakh percent per cent % euros dollars")


def respective(clause: Clause, indexes: list[int]) -> list[list[int]]:
    """The clause once for each pair of a thing and its figure; [] where "respectively" pairs nothing here."""
    sentence = clause.sentence
    word = next((i for i in indexes if sentence.tokens[i].lower == "respectively"), None)
    if word is None:
        return []
    chains = [chain for i in indexes if len(chain := _chain(sentence, sentence.tokens[i], indexes)) > 1]
    figures = [chain for chain in chains if all(_counts(sentence, part) for part in chain) and chain[0].i < word]
    if not figures:
        return []
    amounts = max(figures, key=lambda chain: chain[0].i)
    things = [
        chain
        for chain in chains
        if len(chain) == len(amounts)
        and not any(_counts(sentence, part) for part in chain)
        and not {part.i for part in chain} & {part.i for part in amounts}
    ]
    if not things:
        return []
    named = min(things, key=lambda chain: abs(chain[0].i - amounts[0].i))
    around = {word, *(i for i in (word - 1,) if sentence.tokens[i].word == ",")}
    pairs = zip(named, amounts, strict=True)
    gone = [around | _others(sentence, named, thing) | _others(sentence, amounts, amount) for thing, amount in pairs]
    return [[i for i in indexes if i not in drop] for drop in gone]


def _chain(sentence: Sentence, token: Token, indexes: list[int]) -> list[Token]:
    """Europe, Asia · 4 percent, 7 percent · 20, 15 million: the first and what is joined to it."""
    if token.tag not in (*NAMING, "$") or token.label == "conj":
        return []
    chain = [token]
    while (following := sentence.kid(chain[-1], "conj")) is not None and following.tag in (*NAMING, "$"):
        if following.i not in indexes:
            return []
        chain.append(following)
    return chain


def _counts(sentence: Sentence, token: Token) -> bool:
    """Also a term: "12 and eight years"; a year is none."""
    own = [token, *sentence.kids(token, "nummod", "quantmod", "compound")]
    return any(part.counts or (part.tag == "CD" and not YEAR.fullmatch(part.word)) for part in own)


def _others(sentence: Sentence, chain: list[Token], keep: Token) -> set[int]:
    """The words of the chain's other members and of what joins them; a scale behind the last serves all."""
    links = {kid.i for part in chain for kid in sentence.kids(part, "conj", "cc", "punct")}
    gone = {kid.i for part in chain for kid in sentence.kids(part, "cc", "punct") if kid.tag != "HYPH"}
    for part in chain:
        if part.i != keep.i:
            gone.update(sentence.subtree(part, without=links))
    if keep is not chain[-1] and keep.tag == "CD" and chain[-1].tag[:2] == "NN":
        gone.discard(chain[-1].i)  # sold 4,000 and 5,200 cars
    bare = keep.label == "nummod" or (keep.tag == "CD" and chain[0].label == "nummod")
    if bare and keep is not chain[-1]:
        last = chain[-1]
        gone -= {i for i in sentence.subtree(last) if sentence.tokens[i].lower in SCALES}
    return gone
