"""Events told by a noun: "the exchange of 70 prisoners between Russia and Ukraine", "Russia's support for separatists"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from claims.extraction.clauses import Clause
from claims.extraction.phrases import phrase
from claims.extraction.tree import Sentence, Token
from claims.extraction.words.nouns import ACTOR_ENTITIES, DEEDS, HAPPENINGS


@dataclass(frozen=True, slots=True)
class Nominal:
    """A noun phrase that tells an event; `text` words it as a sentence."""

    tokens: list[int]
    text: str


def nominals(clause: Clause) -> Iterator[Nominal]:
    """The events told by nouns among the clause's own words, unless the noun is the clause's subject or says nothing new."""
    sentence = clause.sentence
    for i in clause.tokens:
        token = sentence.tokens[i]
        if token.tag not in ("NN", "NNS", "VBG") or token.label not in ("dobj", "pobj", "conj", "appos"):
            continue
        found = _deed(sentence, token) or _counted_event(sentence, token) or _happening(sentence, token)
        if found is not None:
            yield found


def _deed(sentence: Sentence, token: Token) -> Nominal | None:
    """Russia's support for separatists in eastern Ukraine → There is Russia's support for separatists in eastern Ukraine."""
    owner = sentence.kid(token, "poss")
    if owner is None or token.lemma not in DEEDS or not sentence.kids(token, "prep"):
        return None
    if owner.entity not in ACTOR_ENTITIES and owner.tag != "PRP$":
        return None
    return _nominal(sentence, token, "")


def _counted_event(sentence: Sentence, token: Token) -> Nominal | None:
    """the exchange of 70 prisoners between Russia and Ukraine"""
    if token.lemma not in DEEDS | HAPPENINGS:
        return None
    for prep in sentence.kids(token, "prep"):
        noun = sentence.kid(prep, "pobj")
        if prep.lower == "of" and noun is not None and sentence.kid(noun, "nummod") is not None:
            return _nominal(sentence, token, "")
    return None


def _happening(sentence: Sentence, token: Token) -> Nominal | None:
    """the fall of President Yanukovich to months of popular unrest"""
    if token.lemma not in HAPPENINGS:
        return None
    of = next((prep for prep in sentence.kids(token, "prep") if prep.lower == "of"), None)
    noun = sentence.kid(of, "pobj") if of else None
    more = len(sentence.subtree(token)) >= 7
    return _nominal(sentence, token, "") if noun is not None and noun.entity in ACTOR_ENTITIES and more else None


def _nominal(sentence: Sentence, token: Token, verb: str) -> Nominal:
    indexes = [i for i in phrase(sentence, token) if sentence.tokens[i].label != "preconj"]
    return Nominal(indexes, verb)
