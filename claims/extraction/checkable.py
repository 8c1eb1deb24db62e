"""Says why a clause is no claim: opinion, wish, appeal, loose prediction, procedure, too little said.

Rules run in the order of RULES; each returns the reason or "". To add one, write it with an example and put it in the list.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from claims.extraction.attribution import Attribution
from claims.extraction.clauses import Clause, Role, finite
from claims.extraction.tree import Token
from claims.extraction.words import listed
from claims.extraction.words.verbs import OPINION_HEADS, REPORTING, SPEECH_ACTS, STANCE

ADVICE = frozenset(["should", "must", "ought", "need", "shall"])
LOOSE = frozenset(["could", "might", "may", "would", "can"])
FIRST_PERSON = listed("i we my our us me ourselves myself")
CONDITIONAL = frozenset(["if", "unless", "whether", "lest"])


@dataclass(frozen=True, slots=True)
class Look:
    """What the rules need to know about a clause."""

    clause: Clause
    attribution: Attribution | None
    numbers: int
    dates: int
    quoted: bool

    @property
    def tokens(self) -> list[Token]:
        return [self.clause.sentence.tokens[i] for i in self.clause.tokens]

    @property
    def modal(self) -> str:
        kids = self.clause.sentence.kids(self.clause.verb, "aux", "auxpass")
        return next((kid.lower for kid in kids if kid.tag == "MD"), "")


def why_not(look: Look) -> str:
    """The reason why the clause is no claim, or ""."""
    return next((reason for rule in RULES if (reason := rule(look))), "")


def _question(look: Look) -> str:
    """What happens now?"""
    return "a question" if look.tokens and look.tokens[-1].word == "?" else ""


def _conditional(look: Look) -> str:
    """If these words were truly spoken …"""
    opener = {token.lower for token in look.tokens[:2]}
    return "a condition" if look.clause.role is not Role.MAIN and opener & CONDITIONAL else ""


def _no_subject(look: Look) -> str:
    """Subscribe now."""
    if look.clause.subject is None and look.clause.role is not Role.RELATIVE:
        return "nobody and nothing is spoken of"
    return (
        ""
        if finite(look.clause.sentence, look.clause.verb) or look.clause.role in (Role.REDUCED, Role.COORDINATED)
        else "no finite verb"
    )


def _advice(look: Look) -> str:
    """Residents must adhere to alerts."""
    return "advice or demand" if look.modal in ADVICE else ""


def _stance(look: Look) -> str:
    """He urged residents to avoid flooded areas; inside it nothing is stated either."""
    clause: Clause | None = look.clause
    while clause is not None:
        if clause.lemma in STANCE and not (clause is look.clause and look.numbers):
            return "wish, appeal or praise"
        clause = (
            clause.parent
            if clause.role in (Role.CONTENT, Role.ADVERBIAL, Role.COORDINATED) and clause.role is not Role.COORDINATED
            else None
        )
    return ""


def _opinion(look: Look) -> str:
    """It is important to talk to each other."""
    sentence, verb = look.clause.sentence, look.clause.verb
    heads = sentence.kids(verb, "acomp", "attr", "oprd")
    for head in heads:
        words = {head.lower, *(kid.lower for kid in sentence.kids(head, "amod", "conj"))}
        if words & OPINION_HEADS and not look.numbers:
            return "opinion"
    return ""


def _saying_itself(look: Look) -> str:
    """[He told the news conference]: the act of saying, whose content is a claim of its own or none."""
    clause = look.clause
    says = clause.lemma in REPORTING and clause.lemma not in SPEECH_ACTS
    content = (
        any(child.role is Role.CONTENT for child in clause.children)
        or clause.sentence.kid(clause.verb, "ccomp") is not None
    )
    return (
        "only says that something was said"
        if says and (content or not clause.sentence.kid(clause.verb, "dobj", "nsubjpass", "xcomp", "attr"))
        else ""
    )


def _first_person(look: Look) -> str:
    """We are pleased about that."""
    subject = look.clause.subject
    first = subject is not None and subject.lower in FIRST_PERSON
    return "the speaker about themselves" if first and not look.numbers else ""


def _loose_prediction(look: Look) -> str:
    """They could provide additional fodder."""
    if look.numbers or look.modal not in LOOSE | {"will", "'ll", "’ll"}:
        return ""
    if look.modal in LOOSE and look.attribution is None:
        return "a possibility, not a fact"
    return "loose prediction" if look.quoted and not look.dates else ""


def _quoted_talk(look: Look) -> str:
    """ "There are vulnerabilities throughout our society": quoted speech without name, figure or event."""
    if not look.quoted or look.numbers or look.dates:
        return ""
    if any(token.lower in FIRST_PERSON for token in look.tokens):
        return "the speaker about themselves"
    subject = look.clause.subject
    vague = subject is not None and subject.lower in ("it", "this", "that", "there", "they", "what", "you", "these")
    return "quoted talk without anything particular" if vague else ""


def _too_little(look: Look) -> str:
    """He agreed."""
    content = [token for token in look.tokens if token.tag[0] in "NVJC" or token.tag == "RB"]
    return "too little said" if len(content) < 3 else ""


Rule = Callable[[Look], str]
RULES: tuple[Rule, ...] = (
    _question,
    _no_subject,
    _conditional,
    _advice,
    _stance,
    _opinion,
    _saying_itself,
    _first_person,
    _loose_prediction,
    _quoted_talk,
    _too_little,
)
