"""Deeds told by a gerund that have their own figures: "convicted 17 of cheating 38,000", "by promising 24 percent"."""

from __future__ import annotations

from claims.extraction.clauses import Clause
from claims.extraction.hanging import Aside, counts, own_words, subject_words, told_past, unbroken
from claims.extraction.tree import Token
from claims.extraction.words import listed
from claims.extraction.words.pasts import past

# Whom they find guilty has done what "of" or "for" tells; who is only accused may not have.
FOUND_GUILTY = listed("convict jail sentence fine imprison suspend expel dismiss punish")
LEAST_WORDS = 3


def gerund(clause: Clause, token: Token, indexes: list[int]) -> Aside | None:
    """The deed behind the preposition `token`, where clause and deed each have a figure."""
    sentence = clause.sentence
    verb = sentence.kid(token, "pcomp")
    above = sentence.head(token)
    of_clause = above.i == clause.verb.i or (above.label == "dobj" and above.head == clause.verb.i)
    if verb is None or verb.tag != "VBG" or not of_clause or token.i < clause.verb.i:
        return None
    own = own_words(sentence, verb, indexes)
    left = [i for i in indexes if i < token.i]
    if len(own) < LEAST_WORDS or own[0] != verb.i or not unbroken(own) or not told_past(clause):
        return None
    if not counts(sentence, own) or not counts(sentence, left):
        return None
    if token.lower == "by" and (subject := subject_words(clause)) and sentence.kid(clause.verb, "auxpass") is None:
        return Aside([token.i, *own], [*subject, *own], {verb.i: past(verb.lemma)}, bare=True)
    deed = own[1:]  # "convicted 17 persons of cheating" stays whole
    if token.lower not in ("of", "for") or clause.lemma not in FOUND_GUILTY:
        return None
    thing = sentence.kid(clause.verb, "dobj", "nsubjpass")
    who = [i for i in sentence.subtree(thing, without={token.i}) if i in left] if thing is not None else []
    return Aside(deed, [*who, *own], {verb.i: past(verb.lemma)}, bare=True) if unbroken(who) else None
