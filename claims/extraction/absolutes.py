"""Facts that "with" hangs on a clause: "with Sanz scoring twice", "with 22 of 31 departments counted"."""

from __future__ import annotations

from claims.extraction.clauses import Clause
from claims.extraction.hanging import (
    Aside,
    after_mark,
    before_mark,
    counts,
    many,
    names,
    own_words,
    particular,
    present,
    subject_words,
    told_past,
    unbroken,
)
from claims.extraction.phrases import core
from claims.extraction.tree import SUBJECTS, Sentence, Token
from claims.extraction.words import listed
from claims.extraction.words.pasts import past

# What is done to ballots, districts, reports and cases until a figure can be told.
TALLIED = listed(
    """
    count report declare tally process review examine complete finish sell vaccinate test evacuate search check audit
    cancel close lose leave confirm kill injure wound arrest detain destroy damage displace suspend dismiss expect
    require plan miss disqualify unaccount play
    """
)

# How far they have got when the figure beside them is told.
SO_FAR = listed("count report declare tally process review examine complete check audit vaccinate test")
FORCED = listed("force oblige compel order allow")
LEAST_WORDS = 4


def accompanied(clause: Clause, token: Token, indexes: list[int]) -> Aside | None:
    """He won 3-1[, with Sanz scoring twice] · a fee of 38 million[, with a further 6 million in add-ons]"""
    sentence = clause.sentence
    if token.lower != "with" or token.tag != "IN":
        return None
    top = sentence.head(token) if token.label == "mark" else token
    own = own_words(sentence, top, indexes)
    apart = (own and own[0] == 0) or after_mark(sentence, token.i)
    if not own or own[0] != token.i or not apart or not unbroken(own) or len(own) < LEAST_WORDS:
        return None
    body = own[1:]
    doing = _doing(sentence, body) or _done(sentence, body)
    if doing is not None:
        told = particular(sentence, body) or names(sentence, body)
        swaps = {doing.i: _tensed(clause, doing, body), **_part_of_it(clause, body)}
        return Aside(own, body, swaps, bare=True) if told else None
    if token.label == "mark":
        return None
    subject = [i for i in subject_words(clause) if i not in own]
    if not counts(sentence, body) or any(sentence.tokens[i].tag in ("VBN", "VBD", "VBG") for i in body):
        return None
    if subject and token.i - 2 == subject[-1] and before_mark(sentence, own[-1]):
        has = ("have" if many(clause) else "has") if present(clause) else "had"
        return Aside(own, [*subject, *own], {token.i: has}, bare=True)
    shares = any(sentence.tokens[i].lower in ("%", "percent", "cent") for i in body)  # approved, with 61% in favour
    standing = _standing(sentence, body) if token.i > clause.verb.i else None
    if standing is not None and not counts(sentence, [i for i in body if i < standing.i]):
        shares = False  # rejected by 58 percent, with turnout at 41 percent
    if not shares and token.i > clause.verb.i and counts(sentence, [i for i in indexes if i < token.i]):
        first = sentence.tokens[body[0]]
        if standing is not None:
            return Aside(own, body, {standing.i: f"{'is' if present(clause) else 'was'} {standing.word}"}, bare=True)
        if first.lower in ("the", "its", "their", "his", "her") or first.is_name:
            return None  # with the loss of 220 jobs
        one = first.lower in ("a", "an")
        return Aside(own, own, {token.i: "There was" if one else "There were"}, bare=True)
    return None


def _standing(sentence: Sentence, body: list[int]) -> Token | None:
    """with Brent crude [down] 2.60 at 58.20 a barrel"""
    words = [sentence.tokens[i] for i in body]
    found = next((part for part in words[1:] if part.lower in ("down", "up", "unchanged", "worth", "at")), None)
    noun = sentence.tokens[found.i - 1] if found is not None else None
    return found if noun is not None and noun.tag in ("NN", "NNP") else None


def _doing(sentence: Sentence, body: list[int]) -> Token | None:
    """The participle of an absolute: Sanz [scoring] twice; not the gerund that opens it."""
    verbs = (sentence.tokens[i] for i in body[1:])
    verb = next((part for part in verbs if part.tag == "VBG" or _mistagged(sentence, part)), None)
    before = sentence.tokens[verb.i - 1] if verb is not None else None
    if verb is None or before is None:
        return None
    subject = sentence.kid(verb, *SUBJECTS)
    if subject is not None and subject.i in body and verb.label in ("pcomp", "advcl"):
        return verb  # candidates in the districts [paying] 300 each · each of them [paying] 300
    plain = before.tag[:2] == "NN" or before.counts or before.tag == "RB"
    first = sentence.kid(sentence.tokens[body[0] - 1], "pobj")
    near = first is not None and first.tag == "NNS" and first.i - body[0] < LEAST_WORDS
    where = sentence.tokens[first.i + 1].lower if first is not None else ""
    if plain and near and verb.label == "acl" and where in ("in", "from", "across"):
        return verb  # candidates in the districts [paying] 300: the candidates pay
    return verb if plain and not any(sentence.tokens[i].tag == "IN" for i in body if i < verb.i - 2) else None


def _done(sentence: Sentence, body: list[int]) -> Token | None:
    """with 22 of 31 departments [counted]: a participle behind its own counted noun, nothing but time behind it."""
    verb = next((sentence.tokens[i] for i in body[1:] if sentence.tokens[i].tag in ("VBN", "VBD")), None)
    if verb is None or sentence.kid(verb, "aux", "auxpass", "dobj", "agent") is not None:
        return None
    thing = sentence.kid(verb, *SUBJECTS) if verb.label in ("advcl", "pcomp") else sentence.head(verb)
    shared = _of_it(sentence, body) is not None
    if thing is None or thing.i not in body or thing.i > verb.i:
        return None
    if not shared and not counts(sentence, sentence.subtree(thing)):
        return None
    if shared:
        return verb  # with three quarters of it found in the port
    if verb.lemma in FORCED and sentence.kid(verb, "xcomp") is not None:
        return verb  # with 3,000 people forced to leave their homes
    behind = [sentence.tokens[i] for i in body if i > verb.i]
    placed = all(part.tag in ("RB", "IN", "RP") or part.entity in ("DATE", "TIME") for part in behind)
    return verb if placed and verb.lemma in TALLIED else None


def _of_it(sentence: Sentence, body: list[int]) -> Token | None:
    """three quarters of [it] · most of [them]"""
    places = [i for i in body[1:5] if sentence.tokens[i].lower in ("it", "them")]
    return next((sentence.tokens[i] for i in places if sentence.tokens[i - 1].lower == "of"), None)


def _part_of_it(clause: Clause, body: list[int]) -> dict[int, str]:
    """exported 2 million tonnes of onions, with a third of [it] going to Senegal: of the onions"""
    sentence = clause.sentence
    it, thing = _of_it(sentence, body), sentence.kid(clause.verb, "dobj")
    if it is None or thing is None or thing.tag[0] == "P":
        return {}
    of = next((kid for kid in sentence.kids(thing, "prep") if kid.lower == "of"), None)
    stuff = sentence.kid(of, "pobj") if of is not None and counts(sentence, core(sentence, thing)) else None
    own = [i for i in core(sentence, stuff or thing) if sentence.tokens[i].tag not in ("RB", "IN", "JJR", "QP", "PDT")]
    first = sentence.tokens[own[0]]
    words = sentence.words(own[1:] if first.lower in ("a", "an", "some") else own)
    return {it.i: words if first.tag in ("DT", "PRP$") and first.lower not in ("a", "an", "some") else f"the {words}"}


def _mistagged(sentence: Sentence, token: Token) -> bool:
    return token.tag == "NN" and token.lower.endswith("ing") and token.label == "pcomp"


def _tensed(clause: Clause, verb: Token, body: list[int]) -> str:
    """scored · were counted · are paying: the participle as the verb of a sentence told at the clause's time."""
    tokens = clause.sentence.tokens
    has = any(kid.lower in ("has", "have") for kid in clause.sentence.kids(clause.verb, "aux"))
    now = has or any(tokens[i].lower == "now" for i in body) or not told_past(clause)
    if verb.tag in ("VBN", "VBD"):
        several = _several(clause.sentence, verb)
        if not now:
            return f"had been {verb.word}" if verb.lemma in SO_FAR else f"{'were' if several else 'was'} {verb.word}"
        return f"{'have' if several else 'has'} been {verb.word}"
    if verb.tag == "VBG" and not now:
        return past(verb.lemma)
    tense = ("are", "is") if now else ("were", "was")
    return f"{tense[0] if _several(clause.sentence, verb) else tense[1]} {verb.word}"


def _several(sentence: Sentence, verb: Token) -> bool:
    """The number of the noun that the participle is told of; "each of them" and "95 percent of the votes" by theirs."""
    noun = sentence.kid(verb, *SUBJECTS) or sentence.tokens[verb.i - 1]
    if noun.lower in ("each", "one", "1", "every"):
        return False
    of = next((kid for kid in sentence.kids(noun, "prep") if kid.lower == "of"), None)
    whole = sentence.kid(of, "pobj") if of is not None else None
    if whole is not None and whole.lower == "it":
        return False
    if whole is not None and (noun.counts or noun.lower in ("percent", "%", "half", "most", "cent")):
        return whole.tag in ("NNS", "NNPS")
    return noun.tag in ("NNS", "NNPS") or noun.counts
