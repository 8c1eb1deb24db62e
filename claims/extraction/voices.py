"""Rarer ways to say whose statement it is: "by its own reckoning", "considers that", "spoke of", "the charity X"."""

from __future__ import annotations

from claims.extraction.clauses import Clause, Role
from claims.extraction.tree import Sentence, Token, finite
from claims.extraction.words import listed
from claims.extraction.words.people import HUMAN_NOUNS, OFFICES
from claims.extraction.words.verbs import REPORTING

RECKONINGS = listed("reckoning account admission count estimate calculation tally figure assessment telling")
HEADS = listed("head boss counsel owner founder deputy secretary captain coach chair speaker")
# What one claims without saying it in a clause.
CLAIMED = listed("victory responsibility success credit win triumph innocence")
VIEWS = listed("view opinion eye word")
WRITERS = listed("my our your mine ours us")
CONSIDERS = listed("consider reckon hold judge opine surmise suspect fear guess")


def voiced(clause: Clause) -> bool:
    """Whether the clause is what its own subject says: charities reckon most cases go unreported."""
    return _asks(clause) or _considers(clause) or _speaks_of(clause) or _claims_a_thing(clause) or _calls(clause)


def _asks(clause: Clause) -> bool:
    """The union has called on the government to close the port · asked the court to rule"""
    active = clause.sentence.kid(clause.verb, "auxpass") is None and clause.verb.tag != "VBG"
    return (
        clause.lemma in ("ask", "urge", "call")
        and active
        and clause.sentence.kid(clause.verb, "xcomp", "ccomp") is not None
    )


def _considers(clause: Clause) -> bool:
    """The envoy considered [that the ballot was fair]"""
    sentence, verb = clause.sentence, clause.verb
    thought = sentence.kid(verb, "ccomp")
    return clause.lemma in CONSIDERS and finite(sentence, verb) and thought is not None and thought.i > verb.i


def _claims_a_thing(clause: Clause) -> bool:
    """His challenger claimed victory."""
    thing = clause.sentence.kid(clause.verb, "dobj")
    return clause.lemma == "claim" and thing is not None and thing.lemma in CLAIMED


def _calls(clause: Clause) -> bool:
    """The ministry called the attack the deadliest of the year; "is called Lorn" names it."""
    sentence, verb = clause.sentence, clause.verb
    active = sentence.kid(verb, "auxpass") is None and verb.tag != "VBN"
    return clause.lemma == "call" and active and sentence.kid(verb, "oprd", "ccomp") is not None


def _speaks_of(clause: Clause) -> bool:
    """The bishops spoke of discrepancies; "spoke of his childhood to pupils" too is told by him."""
    sentence, verb = clause.sentence, clause.verb
    of = any(kid.lower == "of" for kid in sentence.kids(verb, "prep"))
    return clause.lemma in ("speak", "warn", "complain", "talk") and of and sentence.kid(verb, "auxpass") is None


def reckoner(clause: Clause) -> Token | None:
    """By the party's own reckoning, … · in the view of the union, …: whose it is."""
    sentence = clause.sentence
    for kid in sentence.kids(clause.verb, "prep"):
        noun = sentence.kid(kid, "pobj")
        if noun is None:
            continue
        owners = sentence.kids(noun, "poss")
        own = any(part.lower == "own" for part in sentence.kids(noun, "amod"))
        if kid.lower in ("by", "on") and noun.lemma in RECKONINGS and owners and own:
            return owners[0]
        if kid.lower == "in" and noun.lemma in VIEWS:
            of = next((part for part in sentence.kids(noun, "prep") if part.lower == "of"), None)
            owner = owners[0] if owners else sentence.kid(of, "pobj") if of is not None else None
            return None if owner is not None and owner.lower in WRITERS else owner
    return None


def apposed_name(sentence: Sentence, token: Token) -> Token | None:
    """the organisation [NetBlocks]: the name right behind the noun, without a comma."""
    if token.is_name or token.i + 1 >= len(sentence.tokens) or not sentence.tokens[token.i + 1].is_name:
        return None
    return next((kid for kid in sentence.kids(token, "appos") if kid.is_name), None)


def apposed_person(sentence: Sentence, token: Token) -> Token | None:
    """The head of the African Union mission, [Isabel Macuácua], considered …: whatever the name was hung on."""
    if token.lemma not in HUMAN_NOUNS | OFFICES | HEADS:
        return None
    own = (sentence.tokens[i] for i in sentence.subtree(token) if i > token.i)
    named = next((part for part in own if part.label == "appos" and part.is_name), None)
    if named is None or named.entity == "GPE":
        return None
    first = min(sentence.subtree(named, without={kid.i for kid in sentence.kids(named, "punct")}))
    return named if first and sentence.tokens[first - 1].word == "," else None


def said_between(clause: Clause) -> Token | None:
    """The likeliest culprit[, Dunstan said,] was a bird, which staff found on Monday: all of it is what he said."""
    sentence, outer = clause.sentence, clause
    while outer.role in (Role.RELATIVE, Role.COORDINATED, Role.ADVERBIAL) and outer.parent is not None:
        outer = outer.parent
    says = [kid for kid in sentence.kids(outer.verb, "parataxis") if kid.lemma in REPORTING and kid.i < clause.verb.i]
    subjects = (sentence.kid(kid, "nsubj") for kid in says if sentence.tokens[kid.i + 1].word == ",")
    found = next((subject for subject in subjects if subject is not None), None)
    return found if outer.role is Role.MAIN else None


def put_in(sentence: Sentence, subject: Token) -> bool:
    """the villa which[, he says, police] have kept him from leaving: said of the villa, not of what comes before."""
    before = [part.lower for part in sentence.tokens[max(0, subject.i - 2) : subject.i]]
    return before[-1:] == [","] and before[:1] in (["which"], ["who"], ["that"], ["whom"])


def second_content_of(sentence: Sentence, token: Token) -> Token | None:
    """conceded that it came late [and that 90 families would have to move]: who conceded, or None."""
    first = sentence.head(token)
    mark = sentence.kid(token, "mark")
    if token.label != "conj" or mark is None or mark.lower != "that" or first.label != "ccomp":
        return None
    verb = sentence.head(first)
    sayer = sentence.kid(verb, "nsubj")
    named = sayer is not None and sayer.tag[0] != "W"
    return sayer if named and verb.lemma in REPORTING else None
