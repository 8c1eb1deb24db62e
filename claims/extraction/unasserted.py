"""Says which clauses tell of something without asserting it: asked, feared, promised, left open.

A clause with a figure is left alone: there something can be looked up.
"""

from __future__ import annotations

import re

from claims.extraction.clauses import Role
from claims.extraction.look import Look
from claims.extraction.words import listed

STUDIES = listed("study examine consider review weigh assess investigate look respond comply")
SILENT = listed("say confirm elaborate discuss identify specify speculate")
CAMPS = listed("critics supporters opponents fans detractors advocates admirers")
FEARS = listed("fear worry dread")
LABELLED_AT_THE_END = re.compile(
    r"(?i)\b(?:described?|describes|characteri[sz]ed|dismissed|branded)\b.*\bas\s[\w-]+(?:\sand\s[\w-]+)?\W*$"
)
TOO_EARLY = re.compile(r"(?i)\b(?:too|still)\s(?:early|soon)\sto\s(?:say|tell|know|judge)\b")
SLIM = re.compile(r"(?i)\b(?:little|no|slim|scant|small|some|every)\s(?:real\s)?(?:chance|prospect|hope)s?\sof\b")
NO_EFFECT = re.compile(r"(?i)\b(?:has|have|had)\s(?:had\s)?(?:little|limited|scant)\s(?:effect|impact|influence)\b")
LIKE_A = re.compile(r"[\"“][Ll]ike\s")
ONE_S_NAME = re.compile(
    r"(?i)\b(?:gave|give|giving)\sonly\s(?:his|her|their)\s(?:first|last)?\s?name"
    r"|\bto\sbe\s(?:named|identified|quoted)\b|\bnot\sbe\s(?:used|named|published)\b|\bon\scondition\sof\sanonymity\b"
)


def unasserted(look: Look) -> str:
    """The reason why the clause asserts nothing, or ""."""
    if look.numbers:
        return ""
    return next((reason for rule in RULES if (reason := rule(look))), "")


def _left_open(look: Look) -> str:
    """did not say [whether the terminal would open again]"""
    mark = look.clause.sentence.kid(look.clause.verb, "mark")
    asked = look.clause.role is Role.CONTENT and mark is not None and mark.lower in ("whether", "if")
    return "a question left open" if asked else ""


def _promises_a_look(look: Look) -> str:
    """said the association would study the proposal"""
    coming = look.modal in ("will", "would") and look.clause.lemma in STUDIES
    return "a promise" if coming and look.attributed and not look.dates else ""


def _feared(look: Look) -> str:
    """Diplomats feared that others would follow"""
    content = look.clause.sentence.kid(look.clause.verb, "ccomp")
    return "what somebody fears" if look.clause.lemma in FEARS and content is not None and not look.dates else ""


def _likely(look: Look) -> str:
    """The closure is likely to raise fears: the article's own guess; "less likely to smoke" compares."""
    sentence, verb = look.clause.sentence, look.clause.verb
    guess = next((kid for kid in sentence.kids(verb, "acomp") if kid.lower in ("likely", "unlikely")), None)
    if guess is None or look.attributed or verb.tag not in ("VBZ", "VBP"):
        return ""
    compared = any(kid.tag in ("RBR", "RBS") for kid in sentence.kids(guess, "advmod"))
    coming = sentence.kid(guess, "xcomp")
    if coming is None or compared or any(kid.lower == "have" for kid in sentence.kids(coming, "aux")):
        return ""  # is likely to have been killed: told of what has happened
    return "a possibility, not a fact"


def _worded_so(look: Look) -> str:
    """too early to say · little chance of being passed · described the chances as slim · behaved "like quicksand" """
    if TOO_EARLY.search(look.words):
        return "procedure"
    if SLIM.search(look.words) or (NO_EFFECT.search(look.words) and not look.attributed):
        return "opinion"
    if LABELLED_AT_THE_END.search(look.words) and not look.dates:
        return "opinion"
    return "opinion" if look.attributed and LIKE_A.search(look.words) else ""


def _source_unnamed(look: Look) -> str:
    """a guard [who gave only her first name] · one of them, [who declined to be named]"""
    return "says who is speaking" if look.clause.role is Role.RELATIVE and ONE_S_NAME.search(look.words) else ""


def _supposed(look: Look) -> str:
    """an accord that was supposed to calm the region"""
    passive = look.clause.sentence.kid(look.clause.verb, "auxpass") is not None
    meant = look.clause.lemma == "suppose" and passive and look.clause.sentence.kid(look.clause.verb, "xcomp")
    return "an intention, not a fact" if meant else ""


def _loosely_expected(look: Look) -> str:
    """Experts expect the North to try again: without a figure or a day nobody can hold it against them."""
    active = look.clause.lemma in ("expect", "predict", "anticipate") and look.clause.verb.tag in ("VBZ", "VBP", "VBD")
    content = look.clause.sentence.kid(look.clause.verb, "ccomp", "xcomp")
    return "loose prediction" if active and content is not None and not look.dates else ""


def _once(look: Look) -> str:
    """The post will be advertised once the hearing is over"""
    marks = (
        look.clause.sentence.kid(kid, "mark", "advmod") for kid in look.clause.sentence.kids(look.clause.verb, "advcl")
    )
    once = any(mark is not None and mark.lower == "once" for mark in marks)
    return "procedure" if once and look.modal in ("will", "would") and look.attributed and not look.dates else ""


def _tells_nothing(look: Look) -> str:
    """The ministry declined to confirm the report"""
    done = look.clause.sentence.kid(look.clause.verb, "xcomp")
    silent = look.clause.lemma in ("decline", "refuse") and done is not None and done.lemma in SILENT
    return "procedure" if silent and not look.dates else ""


def _partisan(look: Look) -> str:
    """Supporters say that a life in the business is what the agency needs"""
    sentence = look.clause.sentence
    said_by = sentence.kid(sentence.head(look.clause.verb), "nsubj")
    if look.clause.role is not Role.CONTENT or said_by is None or said_by.lower not in CAMPS:
        return ""
    named = look.names or look.clause.verb.tag == "VBN" or look.dates
    return "opinion" if len(sentence.subtree(said_by)) == 1 and not named else ""


RULES = (
    _partisan,
    _loosely_expected,
    _once,
    _tells_nothing,
    _left_open,
    _promises_a_look,
    _feared,
    _likely,
    _worded_so,
    _source_unnamed,
    _supposed,
)
