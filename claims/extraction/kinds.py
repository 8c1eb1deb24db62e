"""Which kind of statement a claim is. The first kind whose sign is there wins, in the order of `kind`.

A figure alone makes no quantity: "up from seven" compares, "arrested Peter Lund, 34" happens, "helped by a 14 percent
jump" gives a cause. `numbers` therefore counts the figures that carry the claim (`incidental.py` tells which do not).
"""

from __future__ import annotations

import re

from claims.extraction.clauses import Clause
from claims.extraction.values import Kind
from claims.extraction.words.verbs import EFFECTS, EVENTS, SPEECH_ACTS, STATES

_SMALL = "one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty|thirty|forty|fifty|half"
_SUM = rf"(?:(?:US|A|C)?[$€£₹]\s?|R|RM|Rs\.?\s?)?(?!(?:19|20)\d\d\b)(?:\d[\d.,]*|(?:{_SMALL})\b)"
_NEAR = (
    r"(?:(?:about|around|nearly|almost|just|only|some|over|more\sthan|less\sthan|an?|the|its|earlier|previous"
    r"|forecast\sof)\s){0,4}"
)
_ORDINAL = (
    r"(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth|\d{1,3}(?:st|nd|rd|th))"
)
_BETTER = (
    r"(?:more|less|fewer|(?!other|rather|whether|either|neither|after|under|over|never|former|earlier|later|together)[a-z]{2,}er"
    r"|better|worse|as\smany|as\smuch)"
)
COMPARE = re.compile(
    rf"""
    \b(?<!picked\s)(?<!came\s)(?<!coming\s)(?<!turned\s)(?:up|down)\sfrom\s(?=[^.;]{{0,50}}?{_SUM})
    |\bcompared\s(?:with|to)\b|\bas\sagainst\b|\bversus\b
    |\b(?:doubled|tripled|trebled|halved|quadrupled|outnumber(?:ed|s)?|outperformed|outpaced|overtook|overtaken|surpassed)\b
    |\bfrom\s{_NEAR}{_SUM}[^.;]{{0,40}}?\sto\s{_NEAR}{_SUM}
    |\bto\s{_NEAR}{_SUM}[^.;]{{0,90}}?,?\sfrom\s{_NEAR}{_SUM}
    |\b{_BETTER}\b(?:\s[^.;]{{1,60}}?)?\sthan\b(?!\s(?:{_SUM}|an?\s|(?:19|20)\d\d))
    |\b(?:less|more)\sthan\s(?:half|twice|double)\s(?:of\s)?(?:what|that|the\samount|as)
    |\b(?:twice|three\stimes|four\stimes|half)\sas\s(?:many|much|[a-z]+)\b
    |\b(?:more|less)\slikely\b
    |\b(?:most|least|[a-z]{{2,}}est|worst|best)\b[^.;]{{0,60}}?\b(?:since|ever|on\srecord|in\shistory|in\s(?:more\sthan\s)?(?:\w+\s)?(?:years|decades|months))\b
    |\b(?:an?|at|new|all-time)\s(?:all-time\s)?record\s(?:high|low|level|number|of)\b|\b(?:record|all-time)\s(?:high|low)\b
    |\b{_ORDINAL}\s(?!(?:half|quarter|day|week|month)\b)[a-z][^.;,]{{0,50}}?\b(?:since|of\s(?:19|20)\d\d|in\sas\smany)\b
    |\bthe\s(?:first|only|last)\s(?:[\w-]+\s){{1,4}}?(?:to\s(?!be\b)[a-z]|ever\b|in\s(?:\w+\s)?(?:years|decades|history))
    |\b(?:second|third|fourth|fifth|\d{{1,2}}(?:th|rd|nd))[\s-](?:leading|most|[a-z]{{2,}}est)\b
    |\b(?:beat|exceeded|topped|missed|surpassed)\s(?:[\w'’]+\s){{0,3}}(?:expectations?|forecasts?|estimates?|targets?)\b
    """,
    re.VERBOSE,
)
# Without a figure these already compare; beside one they only measure.
COMPARE_BARE = re.compile(
    r"\b(?:most|least|highest|lowest|biggest|largest|worst|best|record)\b"
    r"|\bthe\sfirst\s(?!on\b|in\b|of\b|and\b|at\b|was\b|half\b|quarter\b)[a-z]"
    r"|\b(?:rose|fell|increased|decreased|declined|deteriorated|worsened|improved|dropped|surge|grew)\b(?!\s(?:ill|to\smonths))"
)
_DUE = (
    r"due\sto\s(?!(?:be|expire|start|begin|end|open|close|appear|meet|take|go|come|leave|arrive|finish|run|speak|hold"
    r"|vote|report|return|stand|give|make|have|launch|visit|play|retire)\b)"
)
# A figure's cause is told with these; "caused 46 percent of the damage" is a quantity.
CAUSE_OF_FIGURE = re.compile(
    rf"(?i)\b(?:because\b|{_DUE}|thanks\sto|owing\sto|as\sa\sresult\sof|helped\sby|driven\sby|prompted\sby|triggered\sby"
    r"|caused\sby|boosted\sby|(?:forced|forcing|prompted|led)\s(?:[\w'’]+\s){1,4}to\b)"
)
CAUSE = re.compile(
    rf"(?i)\b(?:because|{_DUE}|caused? by|as a result of|driven by|led to|leads to|results? (?:in|from)|thanks to"
    r"|owing to|prompted by|triggered by|helped by|affects?|increases?\s\w+\s?\w*\sof|causes?|caused"
    r"|(?:forced|forcing)\s(?:[\w'’]+\s){1,4}to)\b"
)
# Saying is the fact only where someone says it of someone: "were rejected by three parties", "was dismissed" happen.
PASSIVE_ACTS = frozenset(("reject", "dismiss", "condemn", "concede", "acknowledge", "admit"))
# What only a speaker's judgement makes true or false.
JUDGED = frozenset(
    (
        "credible",
        "baseless",
        "groundless",
        "unfounded",
        "fabricated",
        "unlawful",
        "unjust",
        "unfair",
        "flawed",
        "rigged",
    )
)
# Their age is what is told of them, not who is meant.
AGED = re.compile(r"\b(?:is|are|was|were)\s(?:aged\s\d|\d{1,3}\syears\sold)")
TERM = re.compile(r"\b(?:is|are|was|were)\s(?:due|set|scheduled|expected)\s(?:to|on|for|at|in|by)\b")
# Norland Air is a carrier that …: what someone or something is
DESCRIBED = re.compile(r"^(?:\S+\s){1,6}?(?:is|are)\s(?:an?|the)\s(?!first\b)[a-z]")
# A clause behind these tells of something else, so its comparison is not the claim's.
ASIDE = re.compile(r"\s(?:after|when|before|while)\s(?=[a-z])")


def kind(clause: Clause | None, wording: str, numbers: int, *, speech_act: bool, attributed: bool = False) -> Kind:
    """The kind of the claim worded `wording`; `numbers` counts the figures that carry it."""
    main = _main(wording)
    if COMPARE.search(main):
        return Kind.COMPARISON
    if CAUSE_OF_FIGURE.search(wording):
        return Kind.CAUSAL
    if numbers or AGED.search(wording):
        return Kind.QUANTITY
    if _says(clause, wording, speech_act=speech_act):
        return Kind.QUOTE
    if CAUSE.search(wording) or _has_effect(clause):
        return Kind.CAUSAL
    if COMPARE_BARE.search(main):
        return Kind.COMPARISON
    if attributed and clause is not None and _holds(clause):
        return Kind.QUOTE
    if DESCRIBED.search(wording):
        return Kind.STATUS
    return Kind.EVENT if TERM.search(wording) or _happens(clause) else Kind.STATUS


def _main(wording: str) -> str:
    """The words before "after …", unless a relative clause has come: "those who ran after dinner had a lower risk"."""
    before = ASIDE.split(wording, maxsplit=1)[0]
    return wording if re.search(r"\s(?:who|which|that|whose)\s", before) else before


def compares(words: str) -> bool:
    """Whether words set something beside something else, with a figure or without."""
    return bool(COMPARE.search(words) or COMPARE_BARE.search(words))


def _says(clause: Clause | None, wording: str, *, speech_act: bool) -> bool:
    """denied it, accused them; not "conceded defeat", not "was dismissed by text message\""""
    if clause is None:
        return speech_act
    if not speech_act and clause.lemma not in SPEECH_ACTS:
        return False
    passive = clause.sentence.kid(clause.verb, "auxpass") is not None
    return not (clause.lemma in PASSIVE_ACTS and (passive or "defeat" in wording))


def _holds(clause: Clause) -> bool:
    """The vote was credible; they may have left; she never told anyone: the speaker's view or denial"""
    sentence, verb = clause.sentence, clause.verb
    words = {kid.lower for kid in sentence.kids(verb)}
    judged = any(kid.lower in JUDGED for kid in sentence.kids(verb, "acomp", "attr", "oprd"))
    denied = "never" in words or bool(words & {"nobody", "no one"})
    return judged or denied or bool(words & {"may", "might"})


def _has_effect(clause: Clause | None) -> bool:
    """Walking lowers blood sugar; smoking may damage the lungs: what things do in general"""
    return clause is not None and clause.lemma in EFFECTS and clause.verb.tag in ("VBZ", "VBP", "VB")


def _happens(clause: Clause | None) -> bool:
    """Whether something takes place; what is done all the time and what was not done is how things stand."""
    if clause is None or clause.lemma in STATES:
        return False
    sentence, verb = clause.sentence, clause.verb
    words = {kid.lower for kid in sentence.kids(verb, "aux", "auxpass", "neg")}
    if sentence.kid(verb, "auxpass") is not None and (words & {"is", "are", "not", "n't"} or _nothing(clause)):
        return False
    if {"would", "have"} <= words:
        return False
    under_way = verb.tag == "VBG" and bool(words & {"have", "has", "had"})
    coming = verb.tag == "VB" and bool(words & {"will", "would", "'ll"})
    return under_way or coming or clause.lemma in EVENTS or verb.tag in ("VBD", "VBN")


def _nothing(clause: Clause) -> bool:
    """No knife was found"""
    subject = clause.sentence.kid(clause.verb, "nsubjpass")
    return subject is not None and any(kid.lower == "no" for kid in clause.sentence.kids(subject, "det"))
