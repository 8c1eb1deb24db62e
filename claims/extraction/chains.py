"""Sets apart what is coordinated without standing alone: "ordered him [to pay 2 million] and [to serve five years]"."""

from __future__ import annotations

from claims.extraction.clauses import Clause
from claims.extraction.tree import Sentence, Token

FRACTIONS = frozenset(("half", "third", "quarter", "fifth", "tenth"))
# What the deeds of a list hang on: ordered him [to pay], is accused of [hiding], expects output [to reach]
INNER = ("xcomp", "ccomp", "pcomp", "advcl", "acl")


def deeds_apart(clause: Clause, indexes: list[int]) -> list[list[int]]:
    """The clause once for each of its inner deeds, where each has its own figure or doer; [] where none has."""
    sentence, inside = clause.sentence, set(indexes)
    for i in indexes:
        token = sentence.tokens[i]
        if token.label not in INNER or not token.is_verb or i == clause.verb.i:
            continue
        chain = _deeds(sentence, token, inside)
        each = all(_counts(sentence, verb) for verb in chain) or all(sentence.kid(verb, "nsubj") for verb in chain)
        each = each or _results(sentence, chain)
        if len(chain) > 1 and each:
            return [_with_one(sentence, indexes, chain, verb) for verb in chain]
    return []


def _results(sentence: Sentence, chain: list[Token]) -> bool:
    """fell on a hotel[, wounding three guests] and [setting fire to a barn]: what came of it, one of them counted."""
    first = chain[0]
    apart = first.tag == "VBG" and first.label == "advcl" and sentence.tokens[first.i - 1].word == ","
    each = all(sentence.kid(verb, "dobj") is not None for verb in chain)
    return apart and each and any(_counts(sentence, verb) for verb in chain)


def _deeds(sentence: Sentence, verb: Token, inside: set[int]) -> list[Token]:
    """pay, serve: verbs of one form, one behind the other."""
    chain = [verb]
    while (following := _next(sentence, chain[-1], verb.tag)) is not None and following.i in inside:
        chain.append(following)
    return chain


def _next(sentence: Sentence, verb: Token, tag: str) -> Token | None:
    return next((kid for kid in sentence.kids(verb, "conj") if kid.tag == tag), None)


def _own(sentence: Sentence, verb: Token) -> list[int]:
    """The verb's words without the verbs joined to it and the link to them."""
    return sentence.subtree(verb, without={kid.i for kid in sentence.kids(verb, "conj", "cc") if kid.i > verb.i})


def _counts(sentence: Sentence, verb: Token) -> bool:
    """A figure, also a time to be served: "200 hours", "five years"."""
    own = [sentence.tokens[i] for i in _own(sentence, verb)]
    return any(part.counts or part.tag == "CD" or part.lower in FRACTIONS for part in own)


def _with_one(sentence: Sentence, indexes: list[int], chain: list[Token], keep: Token) -> list[int]:
    """The clause with one of its deeds. "to" and a subject of the first serve those that have none."""
    gone: set[int] = set()
    for verb in chain:
        gone.update(kid.i for kid in sentence.kids(verb, "cc", "punct") if kid.i > verb.i and kid.tag != "HYPH")
        if verb is not keep:
            gone.update(_own(sentence, verb))
    if keep is not chain[0]:
        for label in ("aux", "nsubj"):
            if sentence.kid(keep, label) is None:
                shared = sentence.kids(chain[0], label)
                gone -= {i for kid in shared for i in sentence.subtree(kid)}
    return [i for i in indexes if i not in gone]
