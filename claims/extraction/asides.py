"""Facts that hang on a clause without being one: "…, the lowest since 1994", "…, helped by exports"."""

from __future__ import annotations

from dataclasses import replace

from claims.extraction.clauses import Clause
from claims.extraction.hanging import MARKS, Aside, be, particular, subject_words, to_comma, told_past
from claims.extraction.parted import part
from claims.extraction.phrases import phrase
from claims.extraction.rebuttals import rebuttal
from claims.extraction.tails import tail
from claims.extraction.tree import SUBJECTS, Sentence, Token
from claims.extraction.words import listed
from claims.extraction.words.nouns import CHANGES
from claims.extraction.words.verbs import REPORTING

SUPERLATIVES = listed("first last biggest lowest highest largest fewest worst best")
ORDINALS = listed("second third fourth fifth sixth seventh eighth ninth tenth")
DASHES = ("--", "—", "–", "-", "(", ")", ":")
DEEDS = listed("death killing casualty fatality attack murder arrest execution visit strike explosion injury loss")
SINCE = listed("since ever record in for")
# They look like participles and only add an example or a topic.
LOOSE_PARTICIPLES = listed(
    "include exclude regard concern follow accord involve cite give consider depend compare base"
)
# "attacked the village, destroying a school": what came of it is a fact of its own.
RESULTS = listed(
    """
    destroy damage kill injure wound end force topple oust block close halt cripple flood ruin defeat win lose cause
    trigger spark prompt break cut ban legalise legalize annul overturn replace become give
    """
)
LEAST_WORDS = 4
# Their object is what reaches a height or a depth.
ADJUSTING = listed("keep raise cut lower leave put set hold bring take push increase reduce lift hike slash send drive")
PERIODS = frozenset(("years", "decades", "months", "weeks", "days", "year", "history", "generations"))


def asides(clause: Clause, indexes: list[int]) -> list[Aside]:
    """The asides among the clause's words `indexes`, in their order."""
    found: list[Aside] = []
    for i in indexes:
        token = clause.sentence.tokens[i]
        taken = {j for aside in found for j in aside.own}
        aside = None if i in taken else _hanging(clause, token, indexes)
        if aside is not None and not taken & set(aside.own):
            found.append(aside)
    return [aside if aside.bare else _alone(aside, found) for aside in found]


def _alone(aside: Aside, found: list[Aside]) -> Aside:
    """rose to 121, the highest since April, bringing the total to 9,230: without the other aside."""
    others = {i for other in found if other is not aside for i in (other.own[0] - 1, *other.own, other.own[-1] + 1)}
    others.discard(aside.own[0] - 1)
    return replace(aside, indexes=[i for i in aside.indexes if i in aside.own or i not in others])


def _hanging(clause: Clause, token: Token, indexes: list[int]) -> Aside | None:
    return (
        part(clause, token, indexes)
        or _record(clause, token, indexes)
        or _rank(clause, token, indexes)
        or _participle(clause, token, indexes)
        or _consequence(clause, token, indexes)
        or rebuttal(clause, token, indexes)
        or tail(clause, token, indexes)
    )


def _record(clause: Clause, token: Token, indexes: list[int]) -> Aside | None:
    """Turnout was 48 percent, [the lowest since 1994] · shares rose 4 percent, [their highest since March]"""
    sentence = clause.sentence
    before = sentence.tokens[token.i - 1] if token.i else None
    opens = token.tag in ("DT", "PRP$") and before is not None and before.word == ","
    own = to_comma(sentence, token.i, indexes) if opens else []
    first = [sentence.tokens[i] for i in own[1:3]]
    ranks = SUPERLATIVES | ORDINALS if token.tag == "PRP$" else SUPERLATIVES
    top = next((part for part in first if part.tag == "JJS" or part.lower in ranks), None)
    words = {sentence.tokens[i].lower for i in own}
    timed = bool(words & {"since", "record", "ever"}) or ("in" in words and bool(words & PERIODS))
    if top is None or not timed or len(own) < LEAST_WORDS:
        return None
    somebodys = token.lower in ("his", "her")  # brought the plan before the senate, his fourth try: not the plan's
    if not (subject := (_ranked(clause, token) if not somebodys else []) or subject_words(clause)):
        return None
    if token.i < clause.verb.i and (subject[-1] != token.i - 2 or token.tag == "PRP$"):
        return None
    after = sentence.tokens[top.i + 1]
    if after.lemma in DEEDS and after.i in own and (clause.subject is None or clause.subject.lemma not in DEEDS):
        # A member was killed, [the first death since 2014]: the death was, not the member
        rest = [i for i in own if i > after.i]
        return Aside(own, [own[0], after.i, top.i, *rest], {own[0]: "The", top.i: f"was the {top.word}"}, bare=True)
    changes = next((sentence.tokens[i] for i in own[2:6] if sentence.tokens[i].lemma in CHANGES), None)
    if changes is not None:
        verb = "saw"
    elif token.tag == "PRP$":
        level = after.tag[:2] != "NN" or after.lemma in ("level", "point", "rate", "value", "price")
        verb = f"{be(clause, subject)} at" if level else "had"
    elif after.lemma in ("level", "point"):
        verb = f"{be(clause, subject)} at"
    else:
        verb = be(clause, subject)
    return Aside(own, [*subject, *own], {own[0]: f" {verb} {token.word}"}, bare=True)


def _ranked(clause: Clause, token: Token) -> list[int]:
    """The bank kept [its key rate] at 7 percent, the highest level since 2001: the rate is."""
    thing = clause.sentence.kid(clause.verb, "dobj")
    moved = clause.lemma in ADJUSTING and token.i > clause.verb.i
    return phrase(clause.sentence, thing) if moved and thing is not None and thing.i < token.i else []


def _rank(clause: Clause, token: Token, indexes: list[int]) -> Aside | None:
    """64 have died[, in the country's worst flooding for decades] → The flooding is the country's worst …"""
    sentence = clause.sentence
    before = sentence.tokens[token.i - 1] if token.i else token
    noun = sentence.kid(token, "pobj")
    top = sentence.kid(noun, "amod") if noun is not None else None
    opens = token.lower == "in" and token.tag == "IN" and before.word == ","
    if not opens or noun is None or top is None or top.tag != "JJS" or top.i != noun.i - 1:
        return None
    own = to_comma(sentence, token.i, indexes)
    words = {sentence.tokens[i].lower for i in own}
    if noun.i not in own or not words & (PERIODS | {"since", "record", "ever"}):
        return None
    be_ = "are" if noun.tag == "NNS" else "is"
    wording = [noun.i, *(i for i in own if token.i < i < noun.i), *(i for i in own if i > noun.i)]
    return Aside(own, wording, {noun.i: f"The {noun.word} {be_}"}, bare=True)


def _participle(clause: Clause, token: Token, indexes: list[int]) -> Aside | None:
    """…, [helped by exports] · …, [ending 22 years of military rule]"""
    sentence = clause.sentence
    loose = [kid for kid in sentence.kids(token, "prep") if kid.tag == "IN" and _after_comma(sentence, kid)]
    outer = {i for kid in loose for i in sentence.subtree(kid)}
    own = [i for i in sentence.subtree(token) if i in indexes and i not in outer]
    first = own[0] if own else 0
    apart = first > clause.verb.i and sentence.tokens[first - 1].word == ","
    if token.label != "advcl" or not apart or sentence.kid(token, "mark", "aux", *SUBJECTS) is not None:
        return None
    if sentence.kid(token, "conj") is not None:
        return None  # killing 14 people and injuring 200: `counted` sets those apart
    head = sentence.head(token)
    if head.i not in indexes or not head.is_verb or token.lemma in LOOSE_PARTICIPLES | REPORTING:
        return None
    while own and sentence.tokens[own[-1]].label == "punct" and sentence.tokens[own[-1]].word in ",.;":
        own.pop()
    done = token.lemma in RESULTS and told_past(clause)
    if (
        len(own) < (3 if done else LEAST_WORDS)
        or own[-1] - own[0] + 1 > len(own)
        or not (subject := subject_words(clause))
    ):
        return None
    if token.tag in ("VBN", "VBD") and sentence.kid(token, "agent") is not None:
        return Aside(
            own, [*subject, *own], {own[0]: f" {be(clause, subject)} {sentence.tokens[own[0]].word}"}, bare=True
        )
    ranked = any(sentence.tokens[i].tag == "JJS" for i in own)
    if token.tag != "VBG" or not (particular(sentence, own) or ranked or done) or sentence.kid(token, "dobj") is None:
        return None
    return Aside(own, sorted({*_core(clause, indexes, first), *own}), {}, bare=False)


def _consequence(clause: Clause, token: Token, indexes: list[int]) -> Aside | None:
    """Prices doubled[, which forced them to close two plants]: "which" is the whole clause."""
    sentence = clause.sentence
    own = [i for i in sentence.subtree(token) if i in indexes]
    if token.label != "advcl" or not own or sentence.tokens[own[0]].lower != "which" or len(own) < LEAST_WORDS:
        return None
    return Aside(own, sorted({*(i for i in indexes if i < own[0]), *own}), {own[0]: ", which"}, bare=False)


def _core(clause: Clause, indexes: list[int], end: int) -> list[int]:
    """The clause before `end` without the figures that only measure it: "won [with 54 percent of the vote]"."""
    sentence = clause.sentence
    beside = {
        i
        for kid in sentence.kids(clause.verb, "prep", "npadvmod", "advmod")
        for i in sentence.subtree(kid)
        if kid.i > clause.verb.i and any(sentence.tokens[j].counts for j in sentence.subtree(kid))
    }
    return [i for i in indexes if i < end and i not in beside]


def _after_comma(sentence: Sentence, token: Token) -> bool:
    """comprising three men[, in] raids at two flats: what stands behind the comma belongs to the clause around."""
    first = min(sentence.subtree(token))
    return first > 0 and sentence.tokens[first - 1].word == ","


def without(clause: Clause, indexes: list[int], apart: list[Aside]) -> list[int]:
    """The clause's words without its asides and the marks around them: "was 48 percent[, …, and] down from 61"."""
    tokens = clause.sentence.tokens
    gone = {i for aside in apart for i in aside.own}
    for aside in apart:
        before, after = aside.own[0] - 1, aside.own[-1] + 1
        if after >= len(tokens) or tokens[after].word not in MARKS:
            continue
        opened = before >= 0 and tokens[before].word in MARKS
        joined = after + 1 < len(tokens) and tokens[after + 1].label == "cc"
        if opened or before < 0:
            gone.update((after, after + 1 if joined else before))
    links = [i for i in indexes if i not in gone and tokens[i].label in ("cc", "punct")]
    gone.update([i for i in links if _between(indexes, gone, i)])
    gone.update([i for i in links if tokens[i].word in DASHES and tokens[i].tag != "HYPH" and {i - 1, i + 1} & gone])
    return [i for i in indexes if i not in gone]


def _between(indexes: list[int], gone: set[int], i: int) -> bool:
    """31 from Oslo[, ]12 from Bergen [and ]five from Moss: what joins two asides goes with them."""
    return i - 1 in gone and (i + 1 in gone or i + 1 not in indexes)
