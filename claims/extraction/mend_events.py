"""Deaths and damage as news tells them: "a shooting outside a bar that left one man dead and two women hurt"."""

from __future__ import annotations

from claims.extraction.tree import Sentence, Token, under
from claims.extraction.words import listed

OUTCOMES = listed(
    "dead injured wounded hurt homeless missing trapped hospitalised hospitalized stranded unconscious displaced ill"
)
# They do what the place beside them cannot: it is the blast that killed, not the plant.
HAPPENINGS = listed(
    """
    shooting attack explosion blast crash fire blaze collision accident earthquake quake flood storm cyclone hurricane
    tornado landslide avalanche bombing raid strike clash riot stampede outbreak derailment collapse stabbing robbery
    protest battle fight incident disaster heatwave eruption
    """
)
PUT_OFF = listed("postpone delay cancel suspend schedule reschedule adjourn")
PLANNED = listed(
    """
    withdrawal meeting talk talks vote election referendum summit trial hearing launch visit exchange handover release
    match game strike rally march conference session delivery opening
    """
)
HARM = frozenset(("kill", "leave", "injure", "wound", "claim", "destroy", "damage", "hurt", "displace"))


def what_did_the_harm(sentence: Sentence, token: Token) -> None:
    """a shooting outside a bar [that left two dead]: the shooting did."""
    if token.label != "relcl" or token.lemma not in HARM or sentence.kid(token, "auxpass") is not None:
        return
    first = sentence.tokens[min(sentence.subtree(token))]
    noun = sentence.head(token)
    if first.lower not in ("that", "which") or noun.lemma in HAPPENINGS:
        return
    while noun.label in ("pobj", "prep", "compound") and not sentence.head(noun).is_verb:
        noun = sentence.head(noun)
        if noun.lemma in HAPPENINGS:
            sentence.attach(token, noun, "relcl")
            return


def what_was_put_off(sentence: Sentence, token: Token) -> None:
    """the withdrawal of tanks from the town of Pell, [which has been put off]: no town can be put off."""
    noun = sentence.head(token)
    put_off = token.lemma in PUT_OFF or (
        token.lemma in ("put", "call") and any(k.lower == "off" for k in sentence.kids(token))
    )
    passive = sentence.kid(token, "nsubjpass")
    if token.label != "relcl" or not put_off or passive is None or passive.tag[0] != "W":
        return
    top = noun
    while top.label in ("pobj", "prep", "compound", "nmod") and not sentence.head(top).is_verb:
        top = sentence.head(top)
        if top.lemma in PLANNED and top.i < noun.i and not under(sentence, top, token):
            sentence.attach(token, top, "relcl")
            return


def who_is_a_person(sentence: Sentence, token: Token) -> None:
    """Lena Holt, a biologist at Oslo University, [who was not paid]: a university is no "who"."""
    if token.label != "relcl":
        return
    first = sentence.tokens[min(sentence.subtree(token))]
    noun = sentence.head(token)
    if first.lower != "who" or noun.entity not in ("ORG", "FAC", "GPE", "LOC") or noun.label != "pobj":
        return
    above = sentence.head(sentence.head(noun))
    if above.label == "appos" and sentence.head(above).entity == "PERSON":
        above = sentence.head(above)
    if above.tag[:2] == "NN" and not under(sentence, above, token):
        sentence.attach(token, above, "relcl")


def left_dead_and_hurt(sentence: Sentence, token: Token) -> None:
    """left [one man dead] and [two women hurt]: each outcome hangs on those who suffered it, and they are a list."""
    things = sentence.kids(token, "dobj", "nsubj")
    if token.lemma != "leave" or token.tag[:2] != "VB":
        return
    suffered = [part for part in sentence.tokens[token.i + 1 :] if part.lower in OUTCOMES][:3]
    nouns = [noun for part in suffered if (noun := _before(sentence, part)) is not None]
    if not nouns or len(nouns) != len(suffered) or not _one_run(sentence, token, suffered):
        return
    for noun in nouns:
        if noun.i in (kid.i for kid in things if kid.i < token.i) or under(sentence, token, noun):
            return
    for place, (outcome, noun) in enumerate(zip(suffered, nouns, strict=True)):
        sentence.attach(noun, nouns[place - 1] if place else token, "conj" if place else "dobj")
        sentence.attach(outcome, noun, "acl" if outcome.is_verb else "amod")
        link = sentence.tokens[_first(sentence, noun) - 1]
        if place and link.label == "cc":
            sentence.attach(link, nouns[place - 1], "cc")


def _one_run(sentence: Sentence, verb: Token, suffered: list[Token]) -> bool:
    """Nothing but those nouns between the verb and the last outcome."""
    inside = sentence.tokens[verb.i + 1 : suffered[-1].i]
    return len(inside) < 16 and not any(
        part.tag in ("VBD", "VBZ", "VBP", "MD", "IN") and part.lower != "than"
        for part in inside
        if part not in suffered
    )


def _before(sentence: Sentence, outcome: Token) -> Token | None:
    """The noun or bare number right before the outcome: "more than 60 injured"."""
    before = sentence.tokens[outcome.i - 1]
    while before.tag in ("RB", "RBR") and before.i:
        before = sentence.tokens[before.i - 1]
    return before if before.tag[:2] == "NN" or before.tag == "CD" else None


def _first(sentence: Sentence, noun: Token) -> int:
    return min(i for i in sentence.subtree(noun) if i <= noun.i)
