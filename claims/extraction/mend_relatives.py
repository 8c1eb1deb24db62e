"""Subjects and relative clauses that hang on the wrong noun. Each repair has its example."""

from __future__ import annotations

from claims.extraction.tree import FINITE, SUBJECTS, Sentence, Token, finite, under
from claims.extraction.words import listed
from claims.extraction.words.verbs import REPORTING

OPENING_ADVERBS = listed("here there now then so still today tomorrow yesterday also how why when where not never only")
PLACES = ("GPE", "LOC", "FAC")


def subject_behind_according(sentence: Sentence, token: Token) -> None:
    """According to the mayor, [the work] will be financed by both: no apposition, but the verb's subject."""
    name = sentence.head(token)
    to = sentence.head(name)
    according = sentence.head(to) if to.lower == "to" and to.label != "ROOT" else to
    opens = sentence.tokens[0].lower == "according" and according.i == 0
    verb = sentence.head(sentence.tokens[0])
    if token.label != "appos" or not opens or name.label != "pobj" or verb.i < token.i or not finite(sentence, verb):
        return
    first = min(sentence.subtree(token))
    before = sentence.tokens[first - 1] if first else token
    if sentence.kid(verb, *SUBJECTS) is not None or before.word != "," or token.tag[:2] not in ("NN", "CD"):
        return
    sentence.attach(token, verb, "nsubjpass" if sentence.kid(verb, "auxpass") is not None else "nsubj")


def second_clause_behind_and(sentence: Sentence, token: Token) -> None:
    """Eleven will shut and [every club will go]: behind "and" nobody's content but a statement of its own."""
    head, subject = sentence.head(token), sentence.kid(token, *SUBJECTS)
    if token.label != "ccomp" or head.i > token.i or head.lemma in REPORTING or subject is None:
        return
    first = min(sentence.subtree(token))
    link = sentence.tokens[first - 1] if first else token
    if link.label != "cc" or link.i < head.i or not finite(sentence, token) or sentence.kid(token, "mark") is not None:
        return
    token.label = "conj"
    sentence.attach(link, head, "cc")


def said_to_be_worth(sentence: Sentence, token: Token) -> None:
    """which auditors concluded [was worth less than half]: a finite verb without a subject is what they concluded."""
    if (
        token.tag not in FINITE
        or sentence.kid(token, *SUBJECTS) is not None
        or token.label in ("aux", "auxpass", "conj")
    ):
        return
    sayer = next(
        (part for part in reversed(sentence.tokens[max(0, token.i - 4) : token.i]) if part.label == "relcl"), None
    )
    if sayer is None or sayer.lemma not in REPORTING or token.head == sayer.i or under(sentence, sayer, token):
        return
    which = next((kid for kid in sentence.kids(sayer) if kid.tag[0] == "W" and kid.i < sayer.i), None)
    between = sentence.tokens[sayer.i + 1 : token.i]
    if which is None or any(part.tag[:2] in ("VB", "CC") for part in between):
        return
    sentence.attach(token, sayer, "ccomp")
    sentence.attach(which, token, "nsubj")


def which_is_no_place(sentence: Sentence, token: Token) -> None:
    """a park outside Swindon, [which was worth less]: said of the park; its place only says where it lies."""
    place = sentence.head(token)
    which = next((sentence.tokens[i] for i in sentence.subtree(token)[:1]), token)
    if token.label != "relcl" or which.lower != "which" or place.entity not in PLACES or place.label != "pobj":
        return
    prep = sentence.head(place)
    noun = sentence.tokens[prep.i - 1] if prep.i else prep
    some = any(kid.lower in ("a", "an") for kid in sentence.kids(noun, "det"))
    near = place.i - prep.i <= 3 and noun.tag == "NN" and some and not noun.is_name
    if near and prep.lower in ("outside", "in", "near", "at", "off") and not under(sentence, noun, token):
        sentence.attach(token, noun, "relcl")


def whose_is_the_noun_before(sentence: Sentence, token: Token) -> None:
    """the minister said the work, [whose cost is 11 billion], …: "whose" belongs to the noun before the comma."""
    first = sentence.tokens[min(sentence.subtree(token))]
    if token.label != "relcl" or first.lower != "whose" or first.i < 2 or sentence.tokens[first.i - 1].word != ",":
        return
    noun, head = sentence.tokens[first.i - 2], sentence.head(token)
    plain = noun.tag[:2] == "NN" and noun.i != head.i and noun.label in (*SUBJECTS, "dobj", "appos", "attr")
    if plain and head.i > token.i and not under(sentence, noun, token):
        sentence.attach(token, noun, "relcl")


def name_before_its_verb(sentence: Sentence, token: Token) -> None:
    """[Tolliver] has placed two on leave: a capital right before a finite verb that has no other subject."""
    following = sentence.tokens[token.i + 1] if token.i + 1 < len(sentence.tokens) else token
    verb = sentence.head(following) if following.is_auxiliary else following
    if token.tag not in ("RB", "JJ", "VB", "UH", "FW") or not token.word[:1].isupper() or following.tag not in FINITE:
        return
    if token.i or token.lower.endswith("ly") or token.lower in OPENING_ADVERBS:
        return
    if sentence.kid(verb, *SUBJECTS) is not None or under(sentence, verb, token):
        return
    token.tag = "NNP"
    sentence.attach(token, verb, "nsubjpass" if sentence.kid(verb, "auxpass") is not None else "nsubj")


def goes_on_in_the_present(sentence: Sentence, token: Token) -> None:
    """has conceded that it was a mistake but [blames] the cost: the present goes on from "has"."""
    head = sentence.head(token)
    outer = sentence.head(head)
    if token.label != "conj" or token.tag != "VBZ" or head.label != "ccomp" or head.tag != "VBD":
        return
    first = sentence.kid(outer, "aux") or outer
    if outer.is_verb and first.tag == "VBZ" and sentence.kid(token, *SUBJECTS) is None and outer.i < head.i < token.i:
        sentence.attach(token, outer, "conj")
