"""Main verbs that the parser does not see as such. Each repair has its example."""

from __future__ import annotations

from claims.extraction.tree import FINITE, SUBJECTS, Sentence, Token, under
from claims.extraction.words import listed

UNITS = listed("lakh lakhs crore crores % bn mn kg km rs percent")
# As an adjective behind its noun "open" is a verb: "The games in Oslo, Norway, open on 3 May".
SAME_AS_ADJECTIVE = listed("open close")
NOUNS = ("NN", "NNS", "NNP", "NNPS", "CD", "PRP")
INSIDE = ("ROOT", "dep", "nsubj", "ccomp", "npadvmod", "parataxis")


def unit_taken_for_verb(sentence: Sentence, token: Token) -> None:
    """paying between Rs 3 lakh [and Rs 7 lakh each]: a unit is never a verb."""
    before = sentence.tokens[token.i - 1] if token.i else token
    if not token.is_verb or token.lower not in UNITS or before.tag != "CD" or token.label != "conj":
        return
    first = next(
        (part for part in reversed(sentence.tokens[: before.i - 1]) if part.lower == token.lower and not part.is_verb),
        None,
    )
    if first is None or under(sentence, first, token):
        return
    token.tag = "NN"
    sentence.attach(token, first, "conj")
    for kid in sentence.kids(token, *SUBJECTS):
        kid.label = "nmod"
    for kid in sentence.kids(token, "punct"):
        sentence.attach(kid, _root(sentence), "punct")


def verb_behind_an_apposition(sentence: Sentence, token: Token) -> None:
    """The minister, Kadri Lind, [held on to her job]; The games in Oslo, Norway, [open on May 3]: no other verb."""
    noun = sentence.head(token)
    form = (token.label == "acl" and token.tag == "VBN") or (token.label == "amod" and token.lower in SAME_AS_ADJECTIVE)
    if not form or noun.label != "ROOT" or noun.tag[:2] != "NN" or token.i < noun.i:
        return
    if any(part.tag in FINITE and not _inside(sentence, part, noun, token) for part in sentence.tokens):
        return
    first = min(sentence.subtree(token))
    if sentence.tokens[first - 1].word != "," or not _apposed(sentence, noun, first) or sentence.kid(token, "agent"):
        return
    token.tag = "VBD" if token.label == "acl" else "VBP"
    for kid in sentence.kids(noun):
        if kid.i > token.i:
            sentence.attach(kid, token, kid.label)
    sentence.attach(token, token, "ROOT")
    sentence.attach(noun, token, "nsubj")


def half_before_a_semicolon(sentence: Sentence, token: Token) -> None:
    """The raids [left around fifty people dead]; the army admits twelve: the half's only verb form with an object."""
    noun = sentence.head(token)
    if token.tag != "VBN" or token.label != "acl" or sentence.kid(token, "dobj") is None or noun.tag[:2] != "NN":
        return
    stop = next((part.i for part in sentence.tokens[token.i :] if part.word == ";"), None)
    if stop is None or any(part.tag in FINITE for part in sentence.tokens[:stop]):
        return
    top = noun
    while top.head != top.i and sentence.head(top).i < stop:
        top = sentence.head(top)
    if top.label not in INSIDE or top.tag not in NOUNS:
        return
    token.tag = "VBD"
    sentence.attach(token, token, "ROOT")
    for kid in sentence.kids(top):
        if kid.i > token.i:
            sentence.attach(kid, token, kid.label)
    sentence.attach(top, token, "nsubj")


def noun_of_the_second_clause(sentence: Sentence, token: Token) -> None:
    """had beaten the favourites, and [her time of 10.7 seconds is] the best: behind ", and" the verb's own subject."""
    if token.label != "conj" or token.tag not in NOUNS or token.is_auxiliary:
        return
    start = min(sentence.subtree(token))
    link = sentence.tokens[start - 1] if start > 1 else token
    if link.label != "cc" or link.lower not in ("and", "but") or sentence.tokens[link.i - 1].word != ",":
        return
    verb = next((part for part in sentence.tokens[token.i + 1 :] if part.tag in FINITE and not part.is_auxiliary), None)
    if verb is None or verb.label not in ("advcl", "ccomp", "dep", "conj") or under(sentence, token, verb):
        return
    first = sentence.kid(verb, "aux", "auxpass") or verb
    own = sentence.kid(verb, "nsubj", "nsubjpass", "csubj")
    between = sentence.tokens[max(sentence.subtree(token)) + 1 : first.i]
    plain = all(part.tag in ("RB", "EX") for part in between) and verb.head < start
    if own is not None or not plain or sentence.kid(verb, "mark") is not None or under(sentence, verb, token):
        return
    above = sentence.head(verb)
    for kid in sentence.kids(verb, "expl"):
        kid.label, kid.tag = "advmod", "RB"  # her time there is …
    sentence.attach(token, verb, "nsubjpass" if sentence.kid(verb, "auxpass") is not None else "nsubj")
    sentence.attach(link, above, "cc")
    sentence.attach(verb, above, "conj")


def passed_on_afterwards(sentence: Sentence, token: Token) -> None:
    """was copied at the shop where it was printed [and then passed on]: goes on from "was copied"."""
    inner = sentence.head(token)
    outer = sentence.head(inner)
    then = any(kid.lower in ("then", "later", "subsequently") for kid in sentence.kids(token, "advmod"))
    if token.label != "conj" or token.tag not in ("VBD", "VBN") or inner.label != "relcl" or not then:
        return
    while outer.head != outer.i and not outer.is_verb:
        outer = sentence.head(outer)
    passive = sentence.kid(outer, "auxpass") is not None and outer.i < inner.i
    if not passive or sentence.kid(token, "aux", "auxpass", *SUBJECTS) is not None:
        return
    for kid in sentence.kids(token):
        if kid.i < inner.i:
            sentence.attach(kid, inner, kid.label)
    token.tag = "VBN"
    for kid in sentence.kids(inner, "cc"):
        sentence.attach(kid, outer, "cc")
    sentence.attach(token, outer, "conj")


def worth_is_no_verb(sentence: Sentence, token: Token) -> None:
    """that [two deals worth 37 million were signed]: the deals were signed, however much they are worth."""
    noun = sentence.kid(token, "nsubj")
    if token.lower != "worth" or noun is None or noun.tag[:2] != "NN" or noun.i > token.i:
        return
    after = max(sentence.subtree(token)) + 1
    first = sentence.tokens[after] if after < len(sentence.tokens) else token
    verb = sentence.head(first) if first.is_auxiliary else first
    if first.tag not in FINITE or sentence.kid(verb, *SUBJECTS) is not None or under(sentence, verb, token):
        return
    for kid in sentence.kids(token, "mark"):
        sentence.attach(kid, verb, "mark")
    sentence.attach(noun, verb, "nsubjpass" if sentence.kid(verb, "auxpass") is not None else "nsubj")
    sentence.attach(token, noun, "amod")


def opens_on_a_day(sentence: Sentence, token: Token) -> None:
    """The games in Oslo [open on May 3]: with a day and without "are", a verb."""
    subject = sentence.kid(token, "nsubj")
    if token.label != "ROOT" or token.tag != "JJ" or token.lower not in SAME_AS_ADJECTIVE or subject is None:
        return
    dated = any(sentence.tokens[i].entity == "DATE" for i in sentence.subtree(token) if i > token.i)
    if subject.tag in ("NNS", "NNPS") and subject.i < token.i and dated and sentence.kid(token, "cop", "aux") is None:
        token.tag = "VBP"


def _root(sentence: Sentence) -> Token:
    return next(part for part in sentence.tokens if part.label == "ROOT" or part.head == part.i)


def _inside(sentence: Sentence, part: Token, noun: Token, verb: Token) -> bool:
    """In a clause of the noun's or the verb's own: who took office in May · when parliament met."""
    while part.head != part.i and part.label not in ("relcl", "advcl", "ccomp", "acl", "pcomp"):
        part = sentence.head(part)
    return part.head != part.i and part.i not in (noun.i, verb.i)


def _apposed(sentence: Sentence, noun: Token, before: int) -> bool:
    """An apposition, or a place behind its city, that a comma closes right before the verb."""
    own = [sentence.tokens[i] for i in sentence.subtree(noun) if i < before - 1]
    opened = any(part.word == "," for part in own)
    named = [part for part in own if part.label in ("appos", "conj") and part.is_name]
    return opened and (bool(named) or sentence.kid(noun, "appos") is not None)
