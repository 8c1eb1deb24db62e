"""What stands behind "and", hung on the wrong verb. Each repair has its example."""

from __future__ import annotations

from claims.extraction.tree import FINITE, SUBJECTS, Sentence, Token, finite, under
from claims.extraction.words.verbs import REPORTING, SPEECH_ACTS


def goes_on_beyond_the_infinitive(sentence: Sentence, token: Token) -> None:
    """was told to repair the crane and [had not done so]: a finite verb goes on from a finite one."""
    outer = sentence.head(token)
    if token.label != "conj" or outer.tag != "VB" or not finite(sentence, token) or finite(sentence, outer):
        return
    if sentence.kid(token, *SUBJECTS) is not None:
        return
    while outer.is_verb and not finite(sentence, outer) and outer.head != outer.i:
        outer = sentence.head(outer)
    if outer.is_verb and finite(sentence, outer) and outer.i < token.i:
        sentence.attach(token, outer, "conj")


def second_that(sentence: Sentence, token: Token) -> None:
    """told the radio that work could start, and [that local firms would get half]: told as well."""
    head, mark = sentence.head(token), sentence.kid(token, "mark")
    if token.label != "conj" or mark is None or mark.lower != "that" or head.lemma not in REPORTING:
        return
    first = next((kid for kid in sentence.kids(head, "ccomp") if head.i < kid.i < token.i), None)
    if first is not None:
        sentence.attach(token, first, "conj")


def put_by_the_sayer(sentence: Sentence, token: Token) -> None:
    """denied that his men had fired and [put] their losses at three: whoever denied it put them at three."""
    head = sentence.head(token)
    if token.lower != "put" or token.label != "conj" or head.label != "ccomp" or head.i > token.i:
        return
    outer, at = sentence.head(head), next((kid for kid in sentence.kids(token, "prep") if kid.lower == "at"), None)
    counted = at is not None and any(sentence.tokens[i].counts for i in sentence.subtree(at))
    past = outer.tag == "VBD" and outer.lemma in REPORTING | SPEECH_ACTS and outer.i < head.i
    if counted and past and sentence.kid(token, *SUBJECTS) is None:
        token.tag = "VBD"
        sentence.attach(token, outer, "conj")


def noun_that_agrees_with_nobody(sentence: Sentence, token: Token) -> None:
    """soldiers led 240 hikers and [guides] off the slopes: "soldiers guides" agrees with nobody."""
    verb = sentence.head(token)
    link = sentence.tokens[token.i - 1] if token.i else token
    noun = sentence.tokens[link.i - 1] if link.i else token
    subject = sentence.kid(verb, *SUBJECTS)
    if token.tag != "VBZ" or token.label != "conj" or link.label != "cc" or verb.tag != "VBD" or subject is None:
        return
    if sentence.kid(token, "aux", "dobj", *SUBJECTS) is not None and sentence.kid(token, "prt") is None:
        return
    if noun.tag != "NNS" or noun.label not in ("dobj", "pobj") or subject.tag not in ("NNS", "NNPS"):
        return
    token.tag = "NNS"
    for kid in sentence.kids(token):
        sentence.attach(kid, verb, "prep" if kid.label == "prt" else kid.label)
    sentence.attach(token, noun, "conj")
    sentence.attach(link, noun, "cc")


def one_of_them_did(sentence: Sentence, token: Token) -> None:
    """eleven were treated for burns and one, a nurse, [died]: the number behind "and" is who died."""
    if token.tag not in ("VBD", "VBZ") or token.i < 5 or token.label not in ("conj", "ROOT"):
        return
    if sentence.kid(token, *SUBJECTS) is not None or sentence.tokens[token.i - 1].word != ",":
        return
    comma = next((part for part in reversed(sentence.tokens[: token.i - 1]) if part.word == ","), token)
    number, link = sentence.tokens[comma.i - 1], sentence.tokens[comma.i - 2]
    apposed = sentence.tokens[comma.i + 1 : token.i - 1]
    if number.tag != "CD" or link.lower != "and" or not apposed or any(part.tag in FINITE for part in apposed):
        return
    first = sentence.head(token) if token.label == "conj" else sentence.kid(token, "ccomp")
    if first is None or first.i > link.i or not finite(sentence, first):
        return
    if token.head == token.i:
        sentence.attach(first, first, "ROOT")
        for kid in sentence.kids(token, "punct"):
            sentence.attach(kid, first, "punct")
    sentence.attach(token, first, "conj")
    sentence.attach(number, token, "nsubj")
    sentence.attach(link, first, "cc")
    noun = next((part for part in reversed(apposed) if part.tag[:2] == "NN"), None)
    if noun is not None:
        sentence.attach(noun, number, "appos")
        for mark in (comma, sentence.tokens[token.i - 1]):
            sentence.attach(mark, number, "punct")


def first_clause_taken_for_a_noun(sentence: Sentence, token: Token) -> None:
    """The decree [breaches] the charter and the council will halt its aid: a present tense is nobody's subject."""
    head = sentence.head(token)
    subject = sentence.kid(token, "nsubj", "nsubjpass")
    if token.tag != "VBZ" or token.label not in ("nsubj", "nsubjpass") or subject is None or head.i < token.i:
        return
    first = next(iter(sentence.kids(head, "aux", "auxpass")), head)
    second = _joined_before(sentence, first, token.i)
    if second is None or not finite(sentence, head):
        return
    if head.head == head.i:
        sentence.attach(token, token, "ROOT")
    else:
        sentence.attach(token, sentence.head(head), head.label)
    _second_clause(sentence, token, head, second)


def object_taken_for_the_second_subject(sentence: Sentence, token: Token) -> None:
    """breaches [the charter of the ports] and the council will halt its aid: the charter halts nothing."""
    first, subject = sentence.head(token), sentence.kid(token, *SUBJECTS)
    noun_like = first.tag == "NNS" and sentence.kid(first, "nsubj") is not None
    if token.label != "ccomp" or first.lemma in REPORTING or not (first.tag in FINITE or noun_like):
        return
    if first.i > token.i or sentence.kid(token, "mark") is not None or not finite(sentence, token):
        return
    thing = subject or sentence.kid(first, "dobj")
    second = _joined_before(sentence, next(iter(sentence.kids(token, "aux", "auxpass")), token), first.i)
    if thing is None or second is None or second.i == thing.i or sentence.subtree(thing)[0] != first.i + 1:
        return
    first.tag = "VBZ" if noun_like else first.tag
    sentence.attach(thing, first, "dobj")
    _second_clause(sentence, first, token, second)


def subject_with_a_relative(sentence: Sentence, token: Token) -> None:
    """breaks a treaty and [the council that oversees the river] will not pay: the noun behind "and" will not."""
    first_verb = sentence.head(token)
    if token.label != "conj" or token.i < 4 or not finite(sentence, token) or sentence.kid(token, *SUBJECTS):
        return
    first = next(iter(sentence.kids(token, "aux", "auxpass")), token)
    if sentence.tokens[first.i - 1].label in ("cc", "punct") or not finite(sentence, first_verb):
        return
    second = _joined_before(sentence, first, first_verb.i)
    if second is not None and sentence.kid(second, "relcl", "acl") is not None:
        _second_clause(sentence, first_verb, token, second)


def _joined_before(sentence: Sentence, verb: Token, after: int) -> Token | None:
    """The noun that "and" joins to another one and that ends right before `verb`."""
    noun = sentence.tokens[verb.i - 1]
    while noun.i > after and noun.head != noun.i and noun.label != "conj":
        noun = sentence.head(noun)
    if noun.label != "conj" or noun.tag[:2] not in ("NN", "CD") or noun.i <= after:
        return None
    own = sentence.subtree(noun)
    return noun if own[-1] == verb.i - 1 and sentence.tokens[own[0] - 1].lower == "and" else None


def _second_clause(sentence: Sentence, first: Token, verb: Token, subject: Token) -> None:
    link = sentence.tokens[sentence.subtree(subject)[0] - 1]
    if under(sentence, first, verb):
        return
    sentence.attach(verb, first, "conj")
    sentence.attach(subject, verb, "nsubjpass" if sentence.kid(verb, "auxpass") is not None else "nsubj")
    sentence.attach(link, first, "cc")
