"""Facts told without a finite verb: "before easing to 44", "numbering about 40", "with two people hurt"."""

from __future__ import annotations

from claims.extraction.absolutes import accompanied
from claims.extraction.apposed import apposed
from claims.extraction.borrowed import borrowed
from claims.extraction.clauses import Clause
from claims.extraction.contests import contest
from claims.extraction.gapped import gapped
from claims.extraction.gerunds import gerund
from claims.extraction.hanging import (
    Aside,
    after_mark,
    before_mark,
    counts,
    lowered,
    many,
    names,
    own_words,
    particular,
    present,
    subject_words,
    told_past,
    unbroken,
)
from claims.extraction.phrases import phrase, plural
from claims.extraction.tree import SUBJECTS, Sentence, Token, finite
from claims.extraction.words import listed
from claims.extraction.words.pasts import past
from claims.extraction.words.verbs import REPORTING

# "after beating him by 300 votes": what the same subject did before or afterwards.
IN_TIME = listed("after before since")
# They open a sentence and say only where or how its content was said, or give an example.
SAYING = listed(
    """
    speak talk address ask cite quote comment respond refer include exclude regard concern follow accord involve give
    consider depend compare base name call know be judge assume provide suppose use
    """
)


def tail(clause: Clause, token: Token, indexes: list[int]) -> Aside | None:
    """The fact that begins at `token` (or is headed by it), where it is one."""
    return (
        gerund(clause, token, indexes)
        or contest(clause, token, indexes)
        or _before_or_after(clause, token, indexes)
        or _participle_of_subject(clause, token, indexes)
        or accompanied(clause, token, indexes)
        or borrowed(clause, token, indexes)
        or _share_of_them(clause, token, indexes)
        or gapped(clause, token, indexes)
        or apposed(clause, token, indexes)
    )


def _before_or_after(clause: Clause, token: Token, indexes: list[int]) -> Aside | None:
    """The crown rose to 25.40 [before easing to 25.62] → The crown eased to 25.62."""
    sentence = clause.sentence
    verb = sentence.kid(token, "pcomp")
    if token.lower not in IN_TIME or verb is None or verb.tag != "VBG" or not told_past(clause):
        return None
    own = own_words(sentence, token, indexes)
    behind = token.head == clause.verb.i and token.i > clause.verb.i
    subject = subject_words(clause)
    if not behind or not subject or not unbroken(own) or len(own) < 4 or own[0] != token.i or own[1] != verb.i:
        return None
    ranked = any(sentence.tokens[i].entity == "ORDINAL" for i in own)  # after stagnating in the first quarter
    if verb.lemma in SAYING | REPORTING or not (particular(sentence, own) or names(sentence, own) or ranked):
        return None
    words = own[1:]
    return Aside(own, [*subject, *words], {verb.i: past(verb.lemma)}, bare=True)


def _participle_of_subject(clause: Clause, token: Token, indexes: list[int]) -> Aside | None:
    """[Built in 1974,] the dam … · The gunmen[, numbering about 40,] fled · the cost[ - first put at 90 million - ]"""
    sentence = clause.sentence
    if token.tag not in ("VBN", "VBG", "VBD") or token.label not in ("advcl", "acl") or token.i == clause.verb.i:
        return None
    noun = sentence.head(token) if token.label == "acl" else None
    subject = phrase(sentence, noun) if noun is not None else subject_words(clause)
    said = token.lemma in SAYING or (token.lemma in REPORTING and token.tag == "VBG")
    if not subject or said or sentence.kid(token, "mark", *SUBJECTS) is not None:
        return None
    own = own_words(sentence, token, indexes)
    agent = sentence.kid(token, "agent") is not None
    if len(own) < 3 or not unbroken(own) or any(i in own for i in subject) or (agent and token.tag == "VBG"):
        return None
    opens = own[0] == min(indexes) and own[-1] < subject[0] and before_mark(sentence, own[-1])
    inside = own[0] - 2 in subject and after_mark(sentence, own[0]) and before_mark(sentence, own[-1])
    ranked = any(sentence.tokens[i].entity == "ORDINAL" and sentence.tokens[i].word[0].isdigit() for i in own)
    if noun is not None and _one_person(clause, token, noun, own):
        return Aside(own, [*subject, *own], _worded(clause, token, noun), bare=True, aloud=False)
    if not (opens or inside) or not (particular(sentence, own) or ranked or (agent and names(sentence, own))):
        return None
    return Aside(own, [*subject, *own], _worded(clause, token, noun), bare=True, aloud=False)


def _one_person(clause: Clause, token: Token, noun: Token, own: list[int]) -> bool:
    """A manager [accused of stealing 1.8 million] went on trial; "people killed by smoke" are a kind."""
    sentence = clause.sentence
    kids = {kid.lower for kid in sentence.kids(noun, "det")}
    one = noun.tag == "NN" and bool(kids & {"a", "an"})
    some = noun.tag == "NNS" and sentence.kid(noun, "nummod") is not None
    subject = noun.label in ("nsubj", "nsubjpass") and noun.head == clause.verb.i and own[0] == noun.i + 1
    return token.tag == "VBN" and subject and (one or some) and told_past(clause) and particular(sentence, own)


def _worded(clause: Clause, token: Token, noun: Token | None) -> dict[int, str]:
    """The participle as a verb: was built · numbered · lost."""
    sentence = clause.sentence
    several = plural(sentence, noun) if noun is not None else many(clause)
    had = next((kid for kid in sentence.kids(token, "aux") if kid.lower == "having"), None)
    if had is not None and sentence.kid(token, "auxpass") is None:
        return {had.i: "", token.i: past(token.lemma)}
    if had is not None:
        return {had.i: "had"}
    first = sentence.tokens[min(i for i in own_words(sentence, token, sentence.subtree(token)) if i <= token.i)]
    if token.tag in ("VBN", "VBD"):
        return {first.i: f"{'were' if several else 'was'} {first.word.lower()}"}
    if told_past(clause) and not present(clause):
        return {token.i: past(token.lemma)}
    return {first.i: f"{'are' if several else 'is'} {first.word.lower()}"}


def _share_of_them(clause: Clause, token: Token, indexes: list[int]) -> Aside | None:
    """31 bodies[, most of them women] → Most of the 31 bodies were women."""
    sentence = clause.sentence
    if token.lower not in ("them", "which", "whom") or token.label != "pobj" or token.i < 3:
        return None
    of = sentence.head(token)
    if of.lower == "among" and of.i == token.i - 1 and after_mark(sentence, of.i):
        return _some_among(clause, token, indexes)
    share = sentence.head(of)
    start = share.i
    while start > share.i - 5 and start and not after_mark(sentence, start):
        start -= 1
    if of.lower != "of" or not after_mark(sentence, start) or not (share.counts or share.tag[:2] in ("NN", "JJ", "DT")):
        return None
    last = start
    inside = set(indexes)
    while last + 1 in inside and not before_mark(sentence, last):
        last += 1
    whole = _those(clause, start)
    own = list(range(start, last + 1))
    own = own[:-1] if sentence.tokens[last].word in (".", ";") else own
    if not whole or own[-1] <= token.i or not _only_relative(sentence, own, share):
        return None
    one = token.i == start + 2 and sentence.tokens[start].lower in ("one", "1")
    tensed = ("is" if one else "are") if present(clause) else ("was" if one else "were")
    how = sentence.tokens[own[-1]]
    if len(own) == token.i - start + 2 and how.tag == "RB" and how.lower.endswith("ly"):
        tensed = f"{tensed} hurt"  # dozens were injured, 14 of them critically
    wording = [*range(start, token.i), *whole, *range(token.i + 1, own[-1] + 1)]
    first = token.i + 1
    return Aside(
        own, wording, {whole[0]: _the(sentence, whole), first: f"{tensed} {sentence.tokens[first].word}"}, bare=True
    )


def _only_relative(sentence: Sentence, own: list[int], share: Token) -> bool:
    """one of them from a hiker [who later died]: behind a number no finite verb but its "who"'s, else none."""
    who = next(
        (i for i in own if sentence.tokens[i].lower in ("who", "that") and sentence.tokens[i].tag[0] == "W"), None
    )
    who = who if share.counts else None
    return all(who is not None and i > who for i in own if finite(sentence, sentence.tokens[i]))


def _some_among(clause: Clause, them: Token, indexes: list[int]) -> Aside | None:
    """wounded 23[, among them two policemen] → Two policemen were among the 23."""
    sentence, inside = clause.sentence, set(indexes)
    last = them.i
    while last + 1 in inside and sentence.tokens[last + 1].word not in (",", ".", ";"):
        last += 1
    some, whole = list(range(them.i + 1, last + 1)), _those(clause, them.i - 1)
    finites = [i for i in some if finite(sentence, sentence.tokens[i])]
    who = next((i for i in some if sentence.tokens[i].tag == "WP"), None)
    if not some or not whole or any(who is None or i < who for i in finites):
        return None
    one = sentence.tokens[some[0]].lower in ("a", "an", "one")
    swaps = {them.i - 1: "was among" if one else "were among", whole[0]: _the(sentence, whole)}
    return Aside([them.i - 1, them.i, *some], [*some, them.i - 1, *whole], swaps, bare=True)


def _those(clause: Clause, start: int) -> list[int]:
    """The noun phrase right before the comma: those of whom some are told of."""
    sentence = clause.sentence
    noun = sentence.tokens[start - 2] if start > 1 else None
    while noun is not None and (noun.tag[:2] not in ("NN", "CD") or noun.entity == "DATE") and noun.i > clause.verb.i:
        noun = sentence.tokens[noun.i - 1]
    if noun is None or noun.entity == "MONEY":
        return []
    object_ = sentence.kid(clause.verb, "dobj")
    if noun.tag not in ("NNS", "NNPS", "CD") and object_ is not None and object_.tag == "NNS":
        return [i for i in sentence.subtree(object_) if i < start - 1 and i <= object_.i]
    while (above := _noun_above(sentence, noun)) is not None:
        noun = above
    left = [i for i in sentence.subtree(noun) if i < start - 1]
    plain = noun.tag in ("NNS", "NNPS", "CD") and unbroken(left) and sentence.tokens[left[0]].tag != "PRP$"
    nearer = clause.subject is None or not counts(sentence, subject_words(clause))
    if plain and (nearer or counts(sentence, left)):
        return left
    subject = _unbounded(sentence, subject_words(clause))  # 16 people remained in hospital, three of them in a coma
    return subject if counts(sentence, subject) and subject[-1] < start else []


def _unbounded(sentence: Sentence, own: list[int]) -> list[int]:
    """About 900 of the workers → 900 of the workers"""
    while len(own) > 1 and sentence.tokens[own[0]].tag in ("RB", "IN", "RBR", "JJR", "RBS", "JJS"):
        own = own[1:]
    return own


def _noun_above(sentence: Sentence, noun: Token) -> Token | None:
    """the bodies of [31 men]: the noun that a preposition ties this one to; none for "put the number at [265]"."""
    prep = sentence.head(noun)
    above = sentence.head(prep)
    tied = noun.label == "pobj" and prep.label == "prep" and prep.i < noun.i and above.i < prep.i
    return above if tied and not above.is_verb and above.tag[:2] in ("NN", "CD") else None


def _the(sentence: Sentence, whole: list[int]) -> str:
    first = sentence.tokens[whole[0]]
    if first.lower in ("a", "an"):
        return "the"
    return lowered(first) if first.tag in ("DT", "PRP$", "NNP", "NNPS") else f"the {lowered(first)}"
