"""Cuts a parsed sentence into clauses that state something: the raw material of claims.

A clause is a predicate with what belongs to it. A clause inside another becomes one of its own, and leaves the outer
one, where it would stand alone: content of saying, relatives after a comma, "after Russia seized Crimea", coordination.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from claims.extraction.apart import stands_alone
from claims.extraction.tree import SUBJECTS, Sentence, Token, finite
from claims.extraction.words import listed

RELATIVES = listed("who which that whom whose where when")


class Role(StrEnum):
    MAIN = "main"
    CONTENT = "content"
    RELATIVE = "relative"
    ADVERBIAL = "adverbial"
    REDUCED = "reduced"
    COORDINATED = "coordinated"
    PURPOSE = "purpose"


@dataclass(slots=True)
class Clause:
    """A predicate, its role, and the tokens that are its own; `subject` heads its subject wherever that stands."""

    sentence: Sentence
    verb: Token
    role: Role
    tokens: list[int]
    subject: Token | None
    antecedent: Token | None = None
    parent: Clause | None = None
    children: list[Clause] = field(default_factory=list)

    @property
    def lemma(self) -> str:
        return self.verb.lemma


def clauses(sentence: Sentence) -> list[Clause]:
    """All clauses of the sentence, outer before inner, each with its own tokens only."""
    heads = [token for token in sentence.tokens if stands_alone(sentence, token)]
    cut = {token.i for token in heads}
    found: dict[int, Clause] = {}
    for token in sorted(heads, key=lambda token: _depth(sentence, token)):
        parent = _parent(sentence, token, found)
        clause = Clause(sentence, token, _role(sentence, token), [], None, parent=parent)
        clause.antecedent = _antecedent(clause) if clause.role in (Role.RELATIVE, Role.REDUCED) else _said_of(clause)
        clause.tokens = sentence.subtree(token, without=cut - {token.i})
        clause.subject = _subject(sentence, clause) or (clause.antecedent if clause.role is Role.CONTENT else None)
        if parent is not None:
            parent.children.append(clause)
        found[token.i] = clause
    return list(found.values())


def _antecedent(clause: Clause) -> Token:
    """said Maria Duarte, a mother of three [whose house burned down]: Maria Duarte's, for she has a name."""
    noun = clause.sentence.head(clause.verb)
    first = clause.sentence.tokens[min(clause.sentence.subtree(clause.verb))]
    while noun.label == "appos" and first.lower == "whose" and clause.sentence.head(noun).entity == "PERSON":
        noun = clause.sentence.head(noun)
    return noun


def _said_of(clause: Clause) -> Token | None:
    """a case that rights groups say [is political] · duties, which he said [were needed]: said of the case, of them."""
    outer, subject = clause.parent, clause.sentence.kid(clause.verb, *SUBJECTS)
    if clause.role is not Role.CONTENT or outer is None or outer.role is not Role.RELATIVE:
        return None
    relative = subject is not None and subject.tag in ("WDT", "WP")
    opened = any(clause.sentence.tokens[i].lower in RELATIVES for i in outer.tokens[:1])
    return outer.antecedent if relative or (subject is None and opened) else None


def _depth(sentence: Sentence, token: Token) -> int:
    depth = 0
    while token.head != token.i:
        token = sentence.head(token)
        depth += 1
    return depth


def _parent(sentence: Sentence, token: Token, found: dict[int, Clause]) -> Clause | None:
    while token.head != token.i:
        token = sentence.head(token)
        if token.i in found:
            return found[token.i]
    return None


def _role(sentence: Sentence, token: Token) -> Role:
    if token.label == "ccomp" or (token.label == "parataxis"):
        return Role.CONTENT
    if token.label in ("relcl", "advcl", "acl", "xcomp") and token.tag == "VB" and not finite(sentence, token):
        return Role.PURPOSE
    if token.label == "relcl":
        return Role.RELATIVE
    if token.label == "advcl":
        return Role.ADVERBIAL
    if token.label == "acl":
        return Role.REDUCED
    return Role.COORDINATED if token.label == "conj" else Role.MAIN


def _subject(sentence: Sentence, clause: Clause) -> Token | None:
    own = sentence.kid(clause.verb, *SUBJECTS)
    if own is not None:
        return own
    if clause.role is Role.REDUCED:
        return clause.antecedent
    token = clause.verb
    while token.label in ("conj", "xcomp") or (clause.role is Role.PURPOSE and token.head != token.i):
        token = sentence.head(token)
        if (shared := sentence.kid(token, *SUBJECTS)) is not None:
            return shared
    return clause.parent.antecedent if clause.parent is not None and clause.parent.role is Role.REDUCED else None
