"""Events told by a noun: "the exchange of 70 prisoners between Russia and Ukraine", "its support for separatists"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from claims.extraction.clauses import Clause
from claims.extraction.phrases import phrase, plural
from claims.extraction.tree import Sentence, Token
from claims.extraction.words.nouns import ACTOR_ENTITIES, BEGINNINGS, DEEDS, DONE_TO, REMARKS, STUDIES, UNDONE, WENT

SUMS = frozenset(("euro", "dollar", "pound", "crown", "mark", "yen", "yuan", "rupee", "$", "€", "£", "percent", "%"))


@dataclass(frozen=True, slots=True)
class Nominal:
    """A noun phrase that tells something; `swaps` replace single tokens in its wording (a comma by "is").

    `owner` is the place of a possessive pronoun that becomes the subject ("its meddling"). `apart` are the words that
    the clause around does without: a description that has its own figures.
    """

    tokens: list[int]
    swaps: dict[int, str]
    owner: int | None = None
    apart: tuple[int, ...] = ()


def nominals(clause: Clause) -> Iterator[Nominal]:
    """The events and descriptions told by nouns among the clause's own words."""
    sentence = clause.sentence
    for i in clause.tokens:
        token = sentence.tokens[i]
        if token.label == "appos":
            found = _description(clause, token)
        elif _not_done(clause, token):
            found = _sample(sentence, token)
        elif token.tag in ("NN", "NNS", "VBG") and token.label in ("dobj", "pobj", "conj", "nsubj", "nsubjpass"):
            found = (
                _deed(sentence, token)
                or _counted_event(sentence, token)
                or _happening(sentence, token)
                or _sample(sentence, token)
            )
        else:
            found = None
        if found is not None:
            yield found


def _not_done(clause: Clause, token: Token) -> bool:
    """ordered the arrest of the president · would prevent the loss of 40 jobs: it has not come to that."""
    sentence = clause.sentence
    above = sentence.head(token)
    while above.head != above.i and not above.is_verb:
        above = sentence.head(above)
    if above.lemma not in UNDONE:
        return False
    return token.i > above.i


def _description(clause: Clause, token: Token) -> Nominal | None:
    """the Sami, a small minority of herders from the north → The Sami are a small minority …"""
    sentence = clause.sentence
    named = sentence.head(token)
    own = phrase(sentence, token)
    if sentence.kid(token, "relcl", "acl") is not None:
        whole = [i for i in sentence.subtree(token) if i in clause.tokens and sentence.tokens[i].word != ","]
        own = whole if whole and whole[-1] - whole[0] + 1 == len(whole) else own
    comma = sentence.tokens[own[0] - 1]
    while (nearer := sentence.kid(named, "conj")) is not None and nearer.i < token.i:
        named = nearer  # "Bangladeshis and Rohingya, a minority": the name beside it
    if token.lemma in REMARKS:
        return None
    told = named.entity != "PERSON" or any(
        sentence.tokens[i].counts or sentence.tokens[i].entity == "DATE" for i in own[1:]
    )
    described = (
        told
        and named.is_name
        and named.entity not in ("DATE", "TIME")
        and sentence.tokens[own[0]].lower in ("a", "an", "the")
    )
    if not described or comma.word != "," or not sentence.kids(token, "prep", "relcl", "acl") or len(own) < 5:
        return None
    subject = [i for i in phrase(sentence, named, conjuncts=False) if i < comma.i]
    be = "are" if plural(sentence, token) else "is"
    after = own[-1] + 1
    closed = after < len(sentence.tokens) and sentence.tokens[after].word == ","
    told = any(sentence.tokens[i].counts or sentence.tokens[i].tag == "JJS" for i in own)
    figures = told and closed and after < clause.verb.i
    apart = tuple(range(comma.i, after + 1)) if figures else ()
    return Nominal([*subject, comma.i, *own], {comma.i: f" {be}"}, apart=apart) if subject else None


def _deed(sentence: Sentence, token: Token) -> Nominal | None:
    """Russia's support for separatists in eastern Ukraine → Russia has supported separatists in eastern Ukraine."""
    owner, object_ = sentence.kid(token, "poss"), next(iter(sentence.kids(token, "prep")), None)
    if owner is None or object_ is None or token.lemma not in DEEDS:
        return None
    if owner.entity not in ACTOR_ENTITIES and owner.tag != "PRP$":
        return None
    participle, idle = DEEDS[token.lemma]
    indexes = [i for i in phrase(sentence, token) if i not in _next_deed(sentence, token)]
    adjectives = {kid.i: "" for kid in sentence.kids(token, "amod", "punct")}
    alleged = any(sentence.tokens[i].lower in ("alleged", "reported", "suspected") for i in adjectives)
    many = plural(sentence, owner) or owner.lower == "their"
    verb = (
        f"{'are' if many else 'is'} alleged to have {participle}"
        if alleged
        else f"{'have' if many else 'has'} {participle}"
    )
    swaps = {**adjectives, **{kid.i: "" for kid in sentence.kids(owner, "case")}, token.i: f" {verb}"}
    if object_.lower in idle.split():
        swaps[object_.i] = ""
    return Nominal(indexes, swaps, owner.i if owner.tag == "PRP$" else None)


def _next_deed(sentence: Sentence, token: Token) -> set[int]:
    """Russia's support for separatists [and its meddling]: the second deed is a claim of its own."""
    return {
        i
        for index in sentence.subtree(token)
        for kid in sentence.kids(sentence.tokens[index], "conj")
        if kid.i != token.i and kid.lemma in DEEDS and sentence.kid(kid, "poss") is not None
        for i in (min(sentence.subtree(kid)) - 1, *sentence.subtree(kid))
    }


def _counted_event(sentence: Sentence, token: Token) -> Nominal | None:
    """the exchange of 70 prisoners between two countries → 70 prisoners were exchanged between two countries"""
    noun = _of(sentence, token)
    if noun is None or not sentence.kids(noun, "nummod") or _money(sentence, noun):
        return None
    return _went(sentence, token, noun)


def _money(sentence: Sentence, noun: Token) -> bool:
    """a loss of 45 million euros: a sum, not things that were lost."""
    words = {noun.lemma, *(kid.lower for kid in sentence.kids(noun))}
    return noun.entity == "MONEY" or bool(words & SUMS)


def _happening(sentence: Sentence, token: Token) -> Nominal | None:
    """the fall of President Yanukovich to months of popular unrest"""
    noun = _of(sentence, token)
    own = [sentence.tokens[i] for i in phrase(sentence, token)]
    where_or_when = len(sentence.kids(token, "prep")) >= 2 or any(part.entity == "DATE" for part in own)
    told = noun is not None and noun.entity in ACTOR_ENTITIES and where_or_when
    if noun is not None and token.lemma in BEGINNINGS and any(part.entity == "DATE" for part in own):
        told = True  # since the introduction of the tax in 2017
    return _went(sentence, token, noun) if told and noun is not None else None


def _sample(sentence: Sentence, token: Token) -> Nominal | None:
    """a study of 12,000 pupils in Ghana → A study covered 12,000 pupils in Ghana"""
    of = next((prep for prep in sentence.kids(token, "prep") if prep.lower == "of"), None)
    noun = sentence.kid(of, "pobj") if of is not None else None
    if of is None or noun is None or token.lemma not in STUDIES or sentence.kid(noun, "nummod") is None:
        return None
    return Nominal(phrase(sentence, token), {of.i: "covered"})


def _of(sentence: Sentence, token: Token) -> Token | None:
    of = next((prep for prep in sentence.kids(token, "prep") if prep.lower == "of"), None)
    return sentence.kid(of, "pobj") if of and token.lemma in DONE_TO | WENT | BEGINNINGS else None


def _went(sentence: Sentence, token: Token, noun: Token) -> Nominal:
    be = _coming(sentence, token) or ("were " if plural(sentence, noun) else "was ")
    verb = WENT.get(token.lemma) or be + {**DONE_TO, **BEGINNINGS}[token.lemma]
    others = {i for kid in sentence.kids(noun, "conj", "cc") for i in sentence.subtree(kid)}
    indexes = [i for i in phrase(sentence, token) if i not in _next_deed(sentence, token) | others]
    before = {i: "" for i in indexes if i < noun.i and i not in sentence.subtree(noun)}
    last = _end_of(sentence, noun)
    return Nominal(indexes, {**before, last.i: f"{last.word} {verb}"})


def _end_of(sentence: Sentence, noun: Token) -> Token:
    """12 tonnes of [ivory] were seized: what the number measures stays beside it."""
    of = next((kid for kid in sentence.kids(noun, "prep") if kid.lower == "of" and kid.i == noun.i + 1), None)
    thing = sentence.kid(of, "pobj") if of is not None else None
    return thing if thing is not None and sentence.kid(thing, "conj") is None else noun


def _coming(sentence: Sentence, token: Token) -> str:
    """would close its plant, with the loss of 350 jobs: they would be lost"""
    above = sentence.head(token)
    while above.head != above.i and not above.is_verb:
        above = sentence.head(above)
    modal = next((kid.lower for kid in sentence.kids(above, "aux") if kid.lower in ("would", "will", "to")), "")
    return {"would": "would be ", "will": "will be ", "to": "would be "}.get(modal, "")
