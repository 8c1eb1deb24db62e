"""Events told by a noun: "the exchange of 70 prisoners between Russia and Ukraine", "Russia's support for separatists"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from claims.extraction.clauses import Clause
from claims.extraction.phrases import phrase, plural
from claims.extraction.tree import Sentence, Token
from claims.extraction.words.nouns import ACTOR_ENTITIES, DEEDS, HAPPENINGS


@dataclass(frozen=True, slots=True)
class Nominal:
    """A noun phrase that tells something; `swaps` replace single tokens in its wording (a comma by "is")."""

    tokens: list[int]
    swaps: dict[int, str]


def nominals(clause: Clause) -> Iterator[Nominal]:
    """The events and descriptions told by nouns among the clause's own words."""
    sentence = clause.sentence
    for i in clause.tokens:
        token = sentence.tokens[i]
        if token.label == "appos":
            found = _description(sentence, token)
        elif token.tag in ("NN", "NNS", "VBG") and token.label in ("dobj", "pobj", "conj"):
            found = _deed(sentence, token) or _counted_event(sentence, token) or _happening(sentence, token)
        else:
            found = None
        if found is not None:
            yield found


def _description(sentence: Sentence, token: Token) -> Nominal | None:
    """the Rohingya, a stateless minority of Muslims from Myanmar → The Rohingya are a stateless minority …"""
    named = sentence.head(token)
    own = phrase(sentence, token)
    comma = sentence.tokens[own[0] - 1]
    described = named.entity != "PERSON" and named.is_name and sentence.tokens[own[0]].lower in ("a", "an", "the")
    if not described or comma.word != "," or not sentence.kids(token, "prep") or len(own) < 5:
        return None
    subject = [i for i in phrase(sentence, named, conjuncts=False) if i < comma.i]
    be = "are" if plural(sentence, token) else "is"
    return Nominal([*subject, comma.i, *own], {comma.i: f" {be}"}) if subject else None


def _deed(sentence: Sentence, token: Token) -> Nominal | None:
    """Russia's support for separatists in eastern Ukraine → There is Russia's support for separatists in eastern Ukraine."""
    owner = sentence.kid(token, "poss")
    if owner is None or token.lemma not in DEEDS or not sentence.kids(token, "prep"):
        return None
    if owner.entity not in ACTOR_ENTITIES and owner.tag != "PRP$":
        return None
    return _nominal(sentence, token)


def _counted_event(sentence: Sentence, token: Token) -> Nominal | None:
    """the exchange of 70 prisoners between Russia and Ukraine"""
    if token.lemma not in DEEDS | HAPPENINGS:
        return None
    for prep in sentence.kids(token, "prep"):
        noun = sentence.kid(prep, "pobj")
        if prep.lower == "of" and noun is not None and sentence.kid(noun, "nummod") is not None:
            return _nominal(sentence, token)
    return None


def _happening(sentence: Sentence, token: Token) -> Nominal | None:
    """the fall of President Yanukovich to months of popular unrest"""
    if token.lemma not in HAPPENINGS:
        return None
    of = next((prep for prep in sentence.kids(token, "prep") if prep.lower == "of"), None)
    noun = sentence.kid(of, "pobj") if of else None
    more = len(sentence.kids(token, "prep")) >= 2
    return _nominal(sentence, token) if noun is not None and noun.entity in ACTOR_ENTITIES and more else None


def _nominal(sentence: Sentence, token: Token) -> Nominal:
    apart = {
        i
        for index in sentence.subtree(token)
        for kid in sentence.kids(sentence.tokens[index], "conj")
        if kid.i != token.i and kid.lemma in DEEDS and sentence.kid(kid, "poss") is not None
        for i in (kid.i - _before(sentence, kid), *sentence.subtree(kid))
    }
    return Nominal([i for i in phrase(sentence, token) if i not in apart], {})


def _before(sentence: Sentence, token: Token) -> int:
    """How far back the "and" before a phrase stands."""
    return token.i - min(sentence.subtree(token)) + 1
