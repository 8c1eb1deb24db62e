"""Cuts a parsed sentence into clauses that state something: the raw material of claims.

A clause is a predicate with what belongs to it. A clause inside another becomes one of its own (and leaves the outer one) where
it would stand alone: content of saying, non-restrictive relatives, "after Russia seized Crimea", coordinated predicates.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import StrEnum

from claims.extraction.tree import FINITE, Sentence, Token
from claims.extraction.words import listed
from claims.extraction.words.verbs import REPORTING

SUBJECTS = ("nsubj", "nsubjpass", "csubj", "expl")
CLAUSAL = ("ccomp", "relcl", "advcl", "acl", "conj", "parataxis", "ROOT", "dep", "pcomp", "csubj", "appos")
# These open a clause that states a fact of its own; "if", "unless", "so that" and "in order to" don't.
FACTUAL_OPENERS = listed(
    """
    as after before when while since because although though whereas where until once
    """
)
RELATIVES = listed("who which that whom whose where when")


class Role(StrEnum):
    MAIN = "main"
    CONTENT = "content"
    RELATIVE = "relative"
    ADVERBIAL = "adverbial"
    REDUCED = "reduced"
    COORDINATED = "coordinated"


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

    @property
    def has_own_subject(self) -> bool:
        return self.subject is not None and self.subject.i in self.tokens


def clauses(sentence: Sentence) -> list[Clause]:
    """All clauses of the sentence, outer before inner, each with its own tokens only."""
    heads = [token for token in sentence.tokens if stands_alone(sentence, token)]
    cut = {token.i for token in heads}
    found: dict[int, Clause] = {}
    for token in sorted(heads, key=lambda token: _depth(sentence, token)):
        parent = _parent(sentence, token, found)
        clause = Clause(sentence, token, _role(sentence, token), [], None, parent=parent)
        clause.antecedent = sentence.head(token) if clause.role in (Role.RELATIVE, Role.REDUCED) else None
        clause.tokens = sentence.subtree(token, without=cut - {token.i})
        clause.subject = _subject(sentence, clause)
        if parent is not None:
            parent.children.append(clause)
        found[token.i] = clause
    return list(found.values())


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
    if token.label == "relcl":
        return Role.RELATIVE
    if token.label in ("advcl", "pcomp"):
        return Role.ADVERBIAL
    if token.label == "acl":
        return Role.REDUCED
    return Role.COORDINATED if token.label == "conj" else Role.MAIN


def finite(sentence: Sentence, verb: Token) -> bool:
    """has killed, killed, will kill, was killed; not "to kill", "killing", "killed by"."""
    if verb.tag in FINITE:
        return True
    return any(kid.tag in FINITE for kid in sentence.kids(verb, "aux", "auxpass"))


def stands_alone(sentence: Sentence, token: Token) -> bool:
    """Whether this token heads a clause of its own."""
    if token.head == token.i:
        return True
    if not (token.is_verb and token.label in CLAUSAL):
        return False
    rule = {
        "ccomp": _content,
        "relcl": _relative,
        "advcl": _adverbial,
        "acl": _reduced,
        "conj": _coordinated,
        "parataxis": finite,
    }.get(token.label)
    return rule is not None and rule(sentence, token)


def _content(sentence: Sentence, token: Token) -> bool:
    """… said [16 troops died]"""
    head = sentence.head(token)
    return finite(sentence, token) and (head.lemma in REPORTING or token.i < head.i)


def _relative(sentence: Sentence, token: Token) -> bool:
    """Donetsk, [which is now in the hands of separatists]; not "provinces that border Ukraine"."""
    if not finite(sentence, token):
        return False
    antecedent = sentence.head(token)
    first = min(sentence.subtree(token))
    comma = first > 0 and sentence.tokens[first - 1].word in (",", "—", "–", "-", "(")
    own = [sentence.tokens[i] for i in sentence.subtree(token)]
    where = any(part.lower == "where" for part in own)
    telling = any(part.tag == "CD" or part.entity in ("DATE", "GPE") for part in own) and len(own) >= 6
    return comma or (where and telling) or (antecedent.is_name and len(own) >= 4) or telling


def _adverbial(sentence: Sentence, token: Token) -> bool:
    """… [as Russia moved 15 transport planes]; needs its own subject and something particular."""
    if not finite(sentence, token) or sentence.kid(token, *SUBJECTS) is None:
        return False
    opener = sentence.kid(token, "mark", "advmod", "prep")
    if opener is None or opener.lower not in FACTUAL_OPENERS:
        return opener is None and len(token.children) > 3
    subject = sentence.kid(token, *SUBJECTS)
    own = [sentence.tokens[i] for i in sentence.subtree(token)]
    telling = any(part.tag == "CD" or part.entity in ("DATE", "MONEY", "CARDINAL") for part in own)
    return telling or (subject is not None and subject.is_name) or sum(part.is_name for part in own) >= 2


def _reduced(sentence: Sentence, token: Token) -> bool:
    """one soldier [killed in another attack]; a plan, [approved by the council]"""
    if token.tag not in ("VBN", "VBD") or sentence.kid(token, "aux") is not None:
        return False
    own = [sentence.tokens[i] for i in sentence.subtree(token)]
    noun = sentence.head(token)
    comma = token.i > 0 and sentence.tokens[token.i - 1].word == ","
    agent = sentence.kid(token, "agent") is not None
    counted = any(kid.tag == "CD" for kid in sentence.kids(noun, "nummod"))
    particular = any(part.is_name or part.tag == "CD" for part in own)
    return len(own) >= 4 and ((comma and agent) or (counted and particular and noun.label in ("pobj", "conj", "appos")))


def _coordinated(sentence: Sentence, token: Token) -> bool:
    """Macron hosted Putin [and renewed contacts]"""
    head = sentence.head(token)
    if not head.is_verb or not stands_alone(sentence, head):
        return False
    if sentence.kid(head, "preconj") is not None or any(kid.lower in ("either", "both") for kid in sentence.kids(head)):
        return False
    own = sentence.subtree(token)
    shared = finite(sentence, token) or _shares_auxiliary(sentence, head, token)
    return shared and len(own) >= 4


def _shares_auxiliary(sentence: Sentence, head: Token, token: Token) -> bool:
    """has killed … and wounded …: the second participle borrows "has"."""
    return token.tag == head.tag and finite(sentence, head)


def _subject(sentence: Sentence, clause: Clause) -> Token | None:
    own = sentence.kid(clause.verb, *SUBJECTS)
    if own is not None:
        return own
    if clause.role is Role.REDUCED:
        return clause.antecedent
    token = clause.verb
    while token.label == "conj":
        token = sentence.head(token)
        if (shared := sentence.kid(token, *SUBJECTS)) is not None:
            return shared
    return None


def walk_up(clause: Clause) -> Iterator[Clause]:
    """The clauses around this one, nearest first."""
    while clause.parent is not None:
        clause = clause.parent
        yield clause
