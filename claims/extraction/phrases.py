"""Noun phrases as a standalone text can use them."""

from __future__ import annotations

from claims.extraction.tree import Sentence, Token

# Left out of a phrase that moves into another sentence: clauses about it, afterthoughts.
LOOSE = ("relcl", "acl", "appos", "advcl", "punct", "parataxis", "preconj")


def phrase(sentence: Sentence, token: Token, *, conjuncts: bool = True) -> list[int]:
    """Token indexes of the noun phrase at `token` without clauses, appositions and punctuation between them."""
    drop = {kid.i for kid in sentence.kids(token, *LOOSE)}
    if not conjuncts:
        drop |= {kid.i for kid in sentence.kids(token, "conj", "cc")}
    indexes = sentence.subtree(token, without=drop)
    inner = {kid.i for i in indexes for kid in sentence.kids(sentence.tokens[i], "relcl")}
    indexes = sentence.subtree(token, without=drop | inner)
    return _with_hyphens(sentence, token, [i for i in indexes if i == token.i or sentence.tokens[i].label != "preconj"])


def _with_hyphens(sentence: Sentence, token: Token, indexes: list[int]) -> list[int]:
    """Keep the punctuation inside "Jean-Yves" and "so-called", which hangs on the phrase's head."""
    inside = [i for i in range(min(indexes), max(indexes) + 1) if sentence.tokens[i].label == "punct"]
    glued = [i for i in inside if i not in indexes and _glued(sentence, i)]
    return sorted({*indexes, *glued})


def _glued(sentence: Sentence, i: int) -> bool:
    tokens = sentence.tokens
    return 0 < i < len(tokens) - 1 and tokens[i - 1].end == tokens[i].start and tokens[i].end == tokens[i + 1].start


def core(sentence: Sentence, token: Token) -> list[int]:
    """The phrase up to its head, without what follows: "Ukraine's health ministry"."""
    return [i for i in phrase(sentence, token, conjuncts=False) if i <= token.i]


def plural(sentence: Sentence, token: Token) -> bool:
    if token.tag in ("NNS", "NNPS") or sentence.kid(token, "conj") is not None:
        return True
    return any(kid.tag == "CD" and kid.lower not in ("one", "1") for kid in sentence.kids(token, "nummod"))
