"""Which kind of statement a claim is. The first kind whose sign is there wins, in the order below."""

from __future__ import annotations

import re

from claims.extraction.clauses import Clause
from claims.extraction.values import Kind
from claims.extraction.words.verbs import EVENTS, SPEECH_ACTS

CAUSE = re.compile(
    r"(?i)\b(?:because|due to|caused? by|as a result of|driven by|led to|leads to|results? (?:in|from)|thanks to"
    r"|owing to|prompted by|triggered by|affects?|increases?\s\w+\s?\w*\sof|causes?)\b"
)
COMPARE = re.compile(
    r"(?i)\b(?:more|less|fewer|higher|lower|better|worse|larger|smaller|greater|earlier|faster|slower)\b.{0,40}\bthan\b|\b(?:most|least|highest|lowest|biggest|largest|worst|best|first|record)\b|"
    r"\b(?:compared (?:with|to)|up from|down from|doubled|tripled|halved|rose|fell|increased|decreased|declined"
    r"|deteriorated|worsened|improved|dropped|surge|grew)\b"
)


def kind(clause: Clause | None, wording: str, numbers: int, *, speech_act: bool) -> Kind:
    """The kind of the claim worded `wording`; `numbers` counts its figures."""
    if numbers:
        return Kind.QUANTITY
    if speech_act or (clause is not None and clause.lemma in SPEECH_ACTS):
        return Kind.QUOTE
    if CAUSE.search(wording):
        return Kind.CAUSAL
    if COMPARE.search(wording):
        return Kind.COMPARISON
    if clause is not None and (
        clause.lemma in EVENTS or (clause.verb.tag in ("VBD", "VBN") and clause.lemma not in ("be", "have", "remain"))
    ):
        return Kind.EVENT
    return Kind.STATUS
