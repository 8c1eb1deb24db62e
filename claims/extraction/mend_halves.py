"""Two statements that the parser takes for one: at a semicolon, before "but he said", behind a saying."""

from __future__ import annotations

from claims.extraction.tree import FINITE, Sentence, Token, finite, under
from claims.extraction.words import listed
from claims.extraction.words.verbs import REPORTING, SPEECH_ACTS

CONTRASTS = frozenset(("but", "and", "while", "yet", "though", "although", "whereas"))
SAYERS = ("nsubj", "nsubjpass")
# Behind "he said on Monday, …" these go on with the saying, not with what was said.
GOING_ON = listed(
    """
    add say warn cite note call describe refer quote urge speak adding citing calling referring speaking after without
    while when as according in at on during following although though
    """
)
COMPLEMENTS = ("npadvmod", "appos", "attr", "dobj", "dep", "advmod", "prep", "oprd", "acomp", "advcl", "nsubj", "conj")


def half_before_a_saying(sentence: Sentence, token: Token) -> None:
    """The study was funded by the state[; three authors reported fees]: what stands before is nobody's content."""
    head = sentence.head(token)
    sayer = sentence.kid(head, *SAYERS)
    if token.label != "ccomp" or token.i > head.i or sayer is None or not token.i < sayer.i < head.i:
        return
    start = min(sentence.subtree(sayer))
    link = sentence.tokens[start - 1] if start else token
    semicolon = next((part for part in sentence.tokens[token.i + 1 : sayer.i] if part.word == ";"), None)
    link = semicolon or link  # The strike began in May; a week earlier the union had rejected …
    said = any(kid.i > head.i for kid in sentence.kids(head, "ccomp", "xcomp", "dobj"))
    apart = link.word == ";" or (link.lower in CONTRASTS and said)
    if apart and token.i < link.i and not _quoted(sentence, token, link) and finite(sentence, token):
        sentence.attach(token, token, "ROOT")


def _quoted(sentence: Sentence, token: Token, link: Token) -> bool:
    """ "The time has come; …" he said: a semicolon inside the quotation."""
    marks = [part for part in sentence.tokens[: link.i] if part.word in ('"', "“", "”")]
    return len(marks) % 2 == 1


def remark_behind_the_saying(sentence: Sentence, token: Token) -> None:
    """rose to 6.8%, the office said on Tuesday[, the fastest pace since 2008]: said of the rise, not of the office."""
    content, sayer = sentence.kid(token, "ccomp"), sentence.kid(token, "nsubj")
    if token.lemma not in REPORTING - SPEECH_ACTS or content is None or sayer is None:
        return
    if not content.i < sayer.i < token.i or not finite(sentence, content):
        return
    for part in sentence.tokens[token.i + 1 :]:
        comma = sentence.tokens[part.i - 1]
        if comma.word != "," or not under(sentence, part, token) or under(sentence, part, content):
            continue
        top = _top(sentence, part, comma.i)
        if top.i == token.i or top.label not in COMPLEMENTS or not _remark(sentence, top, part):
            continue
        if top.label in ("appos", "nsubj", "conj", "dobj", "dep", "attr"):
            top.label = "npadvmod"
        sentence.attach(top, content, top.label)
        if not under(sentence, comma, content):
            sentence.attach(comma, content, "punct")
        return


def said_of_whom(sentence: Sentence, token: Token) -> None:
    """a man who prosecutors say [killed three people]: a finite verb is what they say."""
    verb = sentence.head(token)
    if token.label == "xcomp" and token.tag in ("VBD", "VBZ") and verb.lemma in REPORTING and verb.label == "relcl":
        token.label = "ccomp"
        who = sentence.kid(verb, "dobj")
        if who is not None and who.tag[0] == "W" and sentence.kid(token, *SAYERS) is None:
            sentence.attach(who, token, "nsubjpass" if sentence.kid(token, "auxpass") is not None else "nsubj")


def saying_of_the_outer_sayer(sentence: Sentence, token: Token) -> None:
    """denied that the dam had failed[, saying the gates were open]: who denied says so, not the dam."""
    inner = sentence.head(token)
    first = sentence.tokens[min(sentence.subtree(token))]
    goes_on = token.label == "advcl" and token.tag == "VBG" and token.lemma in REPORTING and first.i == token.i
    if not goes_on or inner.label != "ccomp" or not inner.i < token.i or sentence.tokens[token.i - 1].word != ",":
        return
    outer = sentence.head(inner)
    if outer.lemma in REPORTING | SPEECH_ACTS and outer.i < inner.i:
        sentence.attach(token, outer, "advcl")


def _top(sentence: Sentence, part: Token, comma: int) -> Token:
    """The word that everything from `part` on hangs on."""
    while sentence.head(part).i > comma and part.head != part.i:
        part = sentence.head(part)
    return part


def _remark(sentence: Sentence, top: Token, first: Token) -> bool:
    """the fastest pace since 2008 · up from 5.9 percent in July · killing 14 people"""
    own = [sentence.tokens[i] for i in sentence.subtree(top)]
    if own[0].i != first.i or top.lemma in GOING_ON or first.lower in GOING_ON or first.lemma in REPORTING:
        return False
    if any(part.tag in FINITE for part in own if part.label not in ("relcl",)):
        return False
    compared = first.lower in ("up", "down", "compared", "against", "more", "less", "well", "far")
    ranked = any(part.tag in ("JJS", "RBS") or part.entity == "ORDINAL" for part in own[:4])
    counted = top.tag == "VBG" and any(part.counts for part in own)
    return compared or ranked or counted
