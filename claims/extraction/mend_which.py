"""Clauses with "which" and "whose" that hang on the wrong word. Each repair has its example."""

from __future__ import annotations

from claims.extraction.tree import FINITE, SUBJECTS, Sentence, Token, finite, under

PARTS_WITHIN = 4


def which_behind_a_day(sentence: Sentence, token: Token) -> None:
    """collapsed on Friday[, which left 300 without a road]: what happened did, no day does."""
    day = sentence.head(token)
    if token.label != "relcl" or day.entity not in ("DATE", "TIME"):
        return
    first = sentence.tokens[min(sentence.subtree(token))]
    if first.lower != "which" or first.label != "nsubj" or sentence.tokens[first.i - 1].word != ",":
        return
    verb = _verb_above(sentence, day)
    if verb.is_verb and verb.i < day.i and token.lemma != "be":
        sentence.attach(token, verb, "advcl")


def half_of_which(sentence: Sentence, token: Token) -> None:
    """fined the bank $12 million[, half of which goes to victims]: half of the sum before the comma."""
    if token.label != "relcl":
        return
    own = sentence.subtree(token)
    which = next((sentence.tokens[i] for i in own[:PARTS_WITHIN] if sentence.tokens[i].lower == "which"), None)
    of = sentence.tokens[which.i - 1] if which is not None else None
    if which is None or of is None or of.lower != "of" or own[0] < 2 or sentence.tokens[own[0] - 1].word != ",":
        return
    noun, last = sentence.head(token), sentence.tokens[own[0] - 2]
    if under(sentence, last, noun) or under(sentence, last, token):
        return
    while last.label in ("quantmod", "compound", "nummod", "pobj", "prep") and sentence.head(last).i < own[0]:
        if sentence.head(last).is_verb:
            break
        last = sentence.head(last)
    if (last.counts or sentence.kid(last, "nummod") is not None) and last.i > noun.i:
        sentence.attach(token, last, "relcl")


def verb_behind_of_which(sentence: Sentence, token: Token) -> None:
    """40 buses, of which 12 [run] on gas: behind a bare number that nothing else takes, a verb and no noun."""
    number = sentence.kid(token, "nummod")
    if token.label != "relcl" or token.tag != "NN" or number is None or number.i != token.i - 1:
        return
    pair = [part.lower for part in sentence.tokens[max(0, number.i - 2) : number.i]]
    if pair in (["of", "which"], ["of", "whom"]):
        token.tag = "VBP"
        sentence.attach(number, token, "nsubj")
        for kid in sentence.kids(token, "prep"):
            if kid.i > token.i and sentence.tokens[kid.i - 1].word == ",":
                sentence.attach(kid, _verb_above(sentence, token), "prep")


def opposes_behind_whose(sentence: Sentence, token: Token) -> None:
    """while Chad, whose farmers would lose land, [opposes] it: the first of two subjects belongs to the later verb."""
    subjects = sentence.kids(token, "nsubj", "nsubjpass")
    if len(subjects) != 2 or subjects[1].i > token.i:
        return
    inner = sentence.subtree(subjects[1])
    if sentence.tokens[inner[0]].lower != "whose" or sentence.tokens[inner[0] - 1].word != ",":
        return
    behind = sentence.tokens[token.i + 1 :]
    verb = next((part for part in behind if part.tag in FINITE and not part.is_auxiliary), None)
    if verb is None or sentence.tokens[verb.i - 1].word != "," or sentence.kid(verb, *SUBJECTS) is not None:
        return
    if verb.label not in ("conj", "ccomp", "parataxis", "dep") or not finite(sentence, token):
        return
    outer, label = sentence.head(token), token.label
    if outer.i == token.i or under(sentence, outer, verb):
        return
    sentence.attach(verb, outer, label)
    for kid in sentence.kids(token, "mark"):
        sentence.attach(kid, verb, "mark")
    sentence.attach(subjects[0], verb, "nsubj")
    sentence.attach(token, subjects[0], "relcl")
    sentence.attach(sentence.tokens[verb.i - 1], subjects[0], "punct")


def _verb_above(sentence: Sentence, token: Token) -> Token:
    token = sentence.head(token)
    while token.head != token.i and not token.is_verb:
        token = sentence.head(token)
    return token
