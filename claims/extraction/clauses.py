"""Cuts a parsed sentence into clauses that state something: the raw material of claims.

A clause is a predicate with what belongs to it. A clause inside another becomes one of its own, and leaves the outer
one, where it would stand alone: content of saying, relatives after a comma, "after Russia seized Crimea", coordination.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from enum import StrEnum

from claims.extraction.tree import SUBJECTS, Sentence, Token, finite
from claims.extraction.words import listed
from claims.extraction.words.verbs import MEANS, REPORTING, SPEECH_ACTS

# These open a clause that states a fact of its own; "if", "since it began", "before he left" only place another fact.
FACTUAL_OPENERS = listed("as after while because although though whereas where")
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
    if token.label in ("relcl", "advcl", "acl", "xcomp") and token.tag == "VB" and not finite(sentence, token):
        return Role.PURPOSE
    if token.label == "relcl":
        return Role.RELATIVE
    if token.label == "advcl":
        return Role.ADVERBIAL
    if token.label == "acl":
        return Role.REDUCED
    return Role.COORDINATED if token.label == "conj" else Role.MAIN


def stands_alone(sentence: Sentence, token: Token) -> bool:
    """Whether this token heads a clause of its own."""
    if token.head == token.i:
        return True
    rule = RULES.get(token.label)
    return token.is_verb and rule is not None and rule(sentence, token)


def _own(sentence: Sentence, token: Token) -> list[Token]:
    return [sentence.tokens[i] for i in sentence.subtree(token)]


def _dated_or_counted(tokens: list[Token]) -> bool:
    return any(token.counts or token.entity in ("DATE", "MONEY", "PERCENT") for token in tokens)


def _content(sentence: Sentence, token: Token) -> bool:
    """… said [16 troops died]; "Kiev has acknowledged that …" stays whole: there the saying is the fact."""
    head = sentence.head(token)
    if not finite(sentence, token):
        return False
    return token.i < head.i or (head.lemma in REPORTING and head.lemma not in SPEECH_ACTS)


def _relative(sentence: Sentence, token: Token) -> bool:
    """Donetsk, [which is now in the hands of separatists]; not "provinces that border Ukraine"."""
    if not finite(sentence, token):
        return False
    own = _own(sentence, token)
    first = own[0].i
    comma = first > 0 and sentence.tokens[first - 1].word in (",", "—", "–", "-", "(")
    whose = any(part.lower == "whose" for part in own)
    says = token.lemma in REPORTING and sentence.kid(token, "ccomp") is not None
    where = any(part.lower == "where" for part in own)
    who = any(part.lower in ("who", "whom") and part.tag[0] == "W" for part in own)
    subject = sentence.kid(token, *SUBJECTS)
    named_doer = subject is not None and subject.is_name and sum(part.is_name for part in own) >= 2
    particular = _dated_or_counted(own) and (where or not who)
    return (comma and len(own) >= 4) or says or whose or (len(own) >= 6 and (particular or named_doer))


def _adverbial(sentence: Sentence, token: Token) -> bool:
    """… [as Russia moved 15 transport planes]; needs its own subject and something particular."""
    if _purpose(sentence, token):
        return True
    subject = sentence.kid(token, *SUBJECTS)
    opener = sentence.kid(token, "mark", "advmod", "prep")
    if not finite(sentence, token) or subject is None or opener is None or opener.lower not in FACTUAL_OPENERS:
        return False
    if token.lemma in REPORTING and opener.lower == "as" and sentence.kid(token, "ccomp") is None:
        return False
    own = _own(sentence, token)
    past = token.tag in ("VBD", "VBN") or sentence.kid(token, "neg") is not None
    contrast = opener.lower in ("although", "though", "while", "whereas") and len(own) >= 6
    return _dated_or_counted(own) or contrast or (past and any(part.is_name for part in own))


def _purpose(sentence: Sentence, token: Token) -> bool:
    """will hire 1,000 collectors [to claw back R50bn a year]: two figures, two claims."""
    to = sentence.kid(token, "aux")
    if token.tag != "VB" or to is None or to.tag != "TO":
        return False
    inside = set(sentence.subtree(token))
    outside = [i for i in sentence.subtree(sentence.head(token)) if i not in inside]
    return any(sentence.tokens[i].counts for i in inside) and any(sentence.tokens[i].counts for i in outside)


def _reduced(sentence: Sentence, token: Token) -> bool:
    """one soldier [killed in another attack]; a plan, [approved by the council]; with shootings [recorded weekly]"""
    if (
        token.tag not in ("VBN", "VBD")
        or sentence.kid(token, "aux") is not None
        or token.lemma in ("follow", "accompany")
    ):
        return False
    own = _own(sentence, token)
    noun = sentence.head(token)
    comma = own[0].i > 0 and sentence.tokens[own[0].i - 1].word == ","
    agent = sentence.kid(token, "agent") is not None
    counted = any(kid.tag == "CD" for kid in sentence.kids(noun, "nummod"))
    particular = any(part.is_name or part.tag == "CD" for part in own)
    told = comma and (agent or (noun.tag[:2] == "NN" and _dated_or_counted(own) and _closed(sentence, own)))
    with_absolute = (
        noun.label == "pobj" and sentence.head(noun).lower == "with" and _after_comma(sentence, sentence.head(noun))
    )
    apart = told or (counted and particular and noun.label in ("pobj", "conj", "appos"))
    return (len(own) >= 4 and apart) or (len(own) >= 2 and with_absolute)


def _closed(sentence: Sentence, own: list[Token]) -> bool:
    """The bridge, built in 1987[,] was repaired …; "women, ages 24 and 31" has no participle."""
    after = sentence.tokens[own[-1].i + 1] if own[-1].i + 1 < len(sentence.tokens) else None
    return own[0].label == "acl" and (own[-1].word == "," or (after is not None and after.word in (",", ".")))


def _after_comma(sentence: Sentence, token: Token) -> bool:
    return token.i > 0 and sentence.tokens[token.i - 1].word == ","


def _coordinated(sentence: Sentence, token: Token) -> bool:
    """Macron hosted Putin [and renewed contacts with Russia]; "resigned or were forced to quit" stays whole."""
    head = sentence.head(token)
    own = _own(sentence, token)
    if finite(sentence, token) and sentence.kid(token, *SUBJECTS) is not None and len(own) >= 4:
        return True
    if not head.is_verb or not stands_alone(sentence, head) or _either(sentence, token, head):
        return False
    reduced = head.label == "acl" and head.tag == "VBN"  # built in 1987 [and repaired in 2019]
    shared = finite(sentence, token) or (token.tag == head.tag and (finite(sentence, head) or reduced))
    if not shared or len(own) < (3 if any(part.counts or part.tag == "CD" for part in own) else 4):
        return False
    subject = sentence.kid(token, *SUBJECTS)
    told = token.lemma in SPEECH_ACTS and sentence.kid(token, "dobj") is not None
    return subject is not None or told or _dated_or_counted(own) or any(part.is_name for part in own)


def _either(sentence: Sentence, token: Token, head: Token) -> bool:
    kids = [*sentence.kids(token), *sentence.kids(head)]
    return any(kid.lower in ("either", "or") and kid.label in ("preconj", "cc") for kid in kids)


def _means(sentence: Sentence, token: Token) -> bool:
    """use the money [to hire 1,000 people]: after verbs that put something to use, "to" opens a purpose."""
    return sentence.head(token).lemma in MEANS and _purpose(sentence, token)


def _reduced_or_purpose(sentence: Sentence, token: Token) -> bool:
    return _purpose(sentence, token) or _reduced(sentence, token)


def _relative_or_purpose(sentence: Sentence, token: Token) -> bool:
    return _purpose(sentence, token) or _relative(sentence, token)


RULES: dict[str, Callable[[Sentence, Token], bool]] = {
    "ccomp": _content,
    "relcl": _relative_or_purpose,
    "advcl": _adverbial,
    "acl": _reduced_or_purpose,
    "conj": _coordinated,
    "parataxis": finite,
    "xcomp": _means,
}


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
