"""How a sentence opens: places, participles and votes that the parser misreads. Each repair has its example."""

from __future__ import annotations

from claims.extraction.mend_joined import SAME_FORMS
from claims.extraction.tree import SUBJECTS, Sentence, Token, finite

PLACES = ("GPE", "LOC", "FAC")


def subject_behind_a_place(sentence: Sentence, token: Token) -> None:
    """In the Northern Cape similar [gates] had cut theft: the place ends before the noun that did it."""
    link = sentence.head(token)
    verb = sentence.head(link)
    if token.label != "pobj" or link.i or link.lower not in ("in", "across", "at") or token.tag not in ("NN", "NNS"):
        return
    if not verb.is_verb or not finite(sentence, verb) or sentence.kid(verb, *SUBJECTS) is not None:
        return
    first = next(iter(sentence.kids(verb, "aux", "auxpass")), verb)
    names = [kid for kid in sentence.kids(token) if kid.i < token.i and kid.is_name and kid.entity in PLACES]
    if not names or first.i != token.i + 1 or names[-1].label not in ("nmod", "compound", "amod"):
        return
    place = names[-1]
    if place.i + 1 == token.i:
        return  # in the Berlin court
    sentence.attach(token, verb, "nsubjpass" if sentence.kid(verb, "auxpass") is not None else "nsubj")
    sentence.attach(place, link, "pobj")
    for kid in sentence.kids(token):
        if kid.i < place.i:
            sentence.attach(kid, place, kid.label)


def set_up_at_the_opening(sentence: Sentence, token: Token) -> None:
    """[Set up under a law of 1952,] the board cannot fine banks: no order, for the board is what was set up."""
    if token.i or token.tag != "VB" or token.label != "advcl" or token.lower not in SAME_FORMS:
        return
    subject = sentence.kid(sentence.head(token), *SUBJECTS)
    if subject is not None and sentence.tokens[min(sentence.subtree(subject)) - 1].word == ",":
        token.tag = "VBN"


def votes_on_a_day(sentence: Sentence, token: Token) -> None:
    """Chad [votes] on Sunday: with a country before it and a day behind it, a verb."""
    name = sentence.tokens[token.i - 1] if token.i else token
    if token.lower != "votes" or token.tag != "NNS" or token.head != token.i or name.i != 0 or not name.is_name:
        return
    on = sentence.kid(token, "prep")
    day = sentence.kid(on, "pobj") if on is not None and on.i == token.i + 1 else None
    if day is not None and day.entity == "DATE":
        token.tag = "VBZ"
        sentence.attach(name, token, "nsubj")
