"""Main verbs whose subject the parser gave to somebody else, or did not see. Each repair has its example."""

from __future__ import annotations

from claims.extraction.mend_names import VERB_FORMS
from claims.extraction.tree import FINITE, SUBJECTS, Sentence, Token, finite, under
from claims.extraction.words import listed
from claims.extraction.words.verbs import REPORTING

MADE = listed("publish release issue print write")
NOUNS = ("NN", "NNS", "NNP", "NNPS")


def subject_kept_by_a_participle(sentence: Sentence, token: Token) -> None:
    """The missile, [believed to be new], was fired: the missile was, and what is between the commas says more of it."""
    noun = sentence.kid(token, "nsubj", "nsubjpass")
    verb = sentence.head(token)
    before = sentence.tokens[token.i - 1] if token.i > 1 else token
    if token.tag not in ("VBD", "VBN") or token.label not in ("advcl", "dep", "ccomp") or noun is None:
        return
    if before.word != "," or sentence.kid(token, "aux", "auxpass", "mark") is not None or noun.i > token.i:
        return
    end = max(i for i in sentence.subtree(token))
    first = sentence.kid(verb, "aux", "auxpass") or verb
    closed = end + 1 < first.i and sentence.tokens[end + 1].word == ","
    if not verb.is_verb or not finite(sentence, verb) or verb.i < end or sentence.kid(verb, *SUBJECTS) or not closed:
        return
    token.tag = "VBN"
    sentence.attach(noun, verb, "nsubjpass" if sentence.kid(verb, "auxpass") is not None else "nsubj")
    sentence.attach(token, noun, "acl")


def past_between_two_nouns(sentence: Sentence, token: Token) -> None:
    """A dry year [reduced] transmission, the authors wrote: nobody writes a noun, so a verb is missing."""
    thing = sentence.head(token)
    if token.tag != "VBN" or token.label != "amod" or thing.label != "ccomp" or thing.tag not in NOUNS:
        return
    doer = next((kid for kid in sentence.kids(thing, "nmod", "compound") if kid.i == token.i - 1), None)
    if doer is None:
        return
    article = sentence.kid(doer, "det") or next((kid for kid in sentence.kids(thing, "det") if kid.i < doer.i), None)
    if article is None:
        return
    outer = sentence.head(thing)
    token.tag = "VBD"
    sentence.attach(token, outer, "ccomp")
    sentence.attach(thing, token, "dobj")
    for kid in [kid for kid in sentence.kids(thing) if kid.i < doer.i]:
        sentence.attach(kid, doer, kid.label)
    sentence.attach(doer, token, "nsubj")


def costs_behind_that(sentence: Sentence, token: Token) -> None:
    """wrote that the new net [costs] 60 percent more: behind "that" a verb must come."""
    if token.tag != "NNS" or token.label != "ccomp" or token.lower not in VERB_FORMS:
        return
    before = sentence.tokens[token.i - 1]
    if sentence.kid(token, "mark") is None or before.head != token.i or before.tag[:2] not in ("NN", "JJ"):
        return
    token.tag, before.tag = "VBZ", before.tag if before.tag[:2] == "NN" else "NN"
    for kid in [kid for kid in sentence.kids(token, "det", "amod", "compound", "nummod", "poss") if kid.i < before.i]:
        sentence.attach(kid, before, kid.label)
    sentence.attach(before, token, "nsubj")


def sayer_behind_an_opening(sentence: Sentence, token: Token) -> None:
    """In a comment printed with the study, [economist Peter Okello] wrote: the name right before the verb did."""
    if token.lemma not in REPORTING or token.tag not in FINITE or sentence.kid(token, *SUBJECTS) is not None:
        return
    opening = next((kid for kid in sentence.kids(token, "prep", "advcl") if kid.i < token.i), None)
    if opening is None or sentence.kid(token, "aux", "auxpass") is not None:
        return
    own = sentence.subtree(opening)
    named = next(
        (
            sentence.tokens[i]
            for i in own
            if sentence.tokens[i].label in ("conj", "appos")
            and sentence.tokens[i].entity in ("PERSON", "ORG", "GPE")
            and sentence.tokens[min(sentence.subtree(sentence.tokens[i])) - 1].word == ","
            and max(sentence.subtree(sentence.tokens[i])) == token.i - 1
        ),
        None,
    )
    if named is not None and not under(sentence, token, named):
        sentence.attach(named, token, "nsubj")


def half_before_a_colon(sentence: Sentence, token: Token) -> None:
    """It is not alone in this[:] Denmark agreed to rent cells: what stands before the colon is not what it agreed."""
    verb = sentence.head(token)
    if token.label != "ccomp" or verb.i < token.i or not finite(sentence, token):
        return
    subject = sentence.kid(verb, *SUBJECTS)
    colon = next((part for part in sentence.tokens[token.i : verb.i] if part.word == ":"), None)
    if colon is not None and subject is not None and colon.i < subject.i < verb.i:
        sentence.attach(token, token, "ROOT")


def most_of_them_did(sentence: Sentence, token: Token) -> None:
    """said that [most of the losses dated] from May: behind "that" a verb must come, and this is the only one."""
    noun = sentence.head(token)
    part = sentence.head(sentence.head(noun))
    mark = sentence.kid(part, "mark")
    if token.tag != "VBN" or token.label != "acl" or token.i != noun.i + 1 or part.label != "ccomp" or part.is_verb:
        return
    if mark is None or mark.lower != "that" or sentence.kid(token, "agent", "aux", "auxpass") is not None:
        return
    token.tag = "VBD"
    sentence.attach(token, sentence.head(part), "ccomp")
    sentence.attach(mark, token, "mark")
    sentence.attach(part, token, "nsubj")


def part_beside_its_whole(sentence: Sentence, token: Token) -> None:
    """31 were taken to hospital[, nine of them in danger], the office said: it belongs to what was said."""
    after = [part.lower for part in sentence.tokens[token.i + 1 : token.i + 3]]
    if token.tag != "CD" or after not in (["of", "them"], ["of", "whom"]):
        return
    before = sentence.tokens[token.i - 1] if token.i else token
    top = token
    while top.head != top.i:
        top = sentence.head(top)
    content = sentence.kid(top, "ccomp")
    if before.word != "," or content is None:
        return
    if content.i < token.i < top.i and top.lemma in REPORTING and not under(sentence, token, content):
        for mark in (before, *sentence.kids(before)):
            if mark.head != content.i and mark.i != token.i:
                sentence.attach(mark, content, "punct" if mark.i == before.i else mark.label)
        sentence.attach(token, content, "npadvmod")


def two_names_of_one_sayer(sentence: Sentence, token: Token) -> None:
    """[State news agency Tanjug] reported: the noun before the name only says what it is."""
    verb = sentence.head(token)
    second = sentence.tokens[token.i + 1] if token.i + 1 < len(sentence.tokens) else token
    plain = token.label == "nsubj" and token.tag == "NN" and second.is_name and second.head == verb.i
    if plain and second.label == "nsubj" and second.i < verb.i and second.i != token.i:
        for kid in sentence.kids(token):
            sentence.attach(kid, second, kid.label)
        sentence.attach(token, second, "compound")


def amount_torn_apart(sentence: Sentence, token: Token) -> None:
    """[R720m] will go on machines: one amount, no "m" that does anything."""
    figure = sentence.tokens[token.i - 1] if token.i else token
    glued = token.start == figure.end and any(sign.isdigit() for sign in figure.word)
    if token.lower not in ("m", "bn", "k") or not glued or not token.is_verb or token.is_auxiliary:
        return
    token.tag, figure.tag = "NN", "CD"
    sentence.attach(figure, token, "nummod")
    following = sentence.tokens[token.i + 1] if token.i + 1 < len(sentence.tokens) else token
    verb = sentence.head(following) if following.is_auxiliary else following
    if verb.is_verb and sentence.kid(verb, *SUBJECTS) is None and not under(sentence, verb, token):
        sentence.attach(token, verb, "nsubj")


def cost_taken_for_noun(sentence: Sentence, token: Token) -> None:
    """Storage in Lorn [cost] taxpayers another 2.9 million: the sentence has no other verb."""
    if token.lower != "cost" or token.tag not in ("NN", "VB"):
        return
    top = next(part for part in sentence.tokens if part.head == part.i)
    money = next((part for part in sentence.tokens[token.i + 1 : token.i + 8] if part.entity == "MONEY"), None)
    if money is None or top.tag not in NOUNS or top.i > token.i:
        return
    if any(part.tag in FINITE for part in sentence.tokens):
        return
    whom = sentence.head(token)
    sum_ = max(
        (part for part in sentence.tokens if part.entity == "MONEY" and part.i >= money.i), key=lambda part: part.i
    )
    token.tag = "VBD"
    sentence.attach(token, token, "ROOT")
    sentence.attach(top, token, "nsubj")
    if whom.i > token.i and whom.i < money.i:
        sentence.attach(whom, token, "dative")
    sentence.attach(sum_, token, "dobj")
    for kid in sentence.kids(top):
        if kid.i > token.i:
            sentence.attach(kid, token, kid.label)


def estimated_beside_its_noun(sentence: Sentence, token: Token) -> None:
    """ready to cover 40 percent of the works[, estimated at 85 million]: the works are."""
    if token.tag != "VBN" or token.label != "advcl" or token.lemma not in ("estimate", "value", "price"):
        return
    own = sentence.subtree(token)
    before = sentence.tokens[own[0] - 1] if own[0] > 1 else token
    noun = sentence.tokens[own[0] - 2] if own[0] > 1 else token
    at = next((kid for kid in sentence.kids(token, "prep") if kid.lower == "at"), None)
    if at is not None and before.word == "," and noun.tag in ("NN", "NNS") and not under(sentence, noun, token):
        sentence.attach(token, noun, "acl")


def made_by_somebody(sentence: Sentence, token: Token) -> None:
    """A survey by the chemist N. Brandt[, published in 1978,] had found: the survey was published."""
    maker = sentence.head(token)
    by = sentence.head(maker)
    thing = sentence.head(by)
    made = token.tag == "VBN" and token.label in ("acl", "relcl", "advcl") and token.lemma in MADE
    if made and maker.entity in ("PERSON", "ORG") and by.lower in ("by", "from", "of") and thing.tag in ("NN", "NNS"):
        sentence.attach(token, thing, "acl")
        for mark in sentence.kids(maker, "punct"):
            sentence.attach(mark, thing, "punct")
