"""How much an editor should care, 0 to 1, with the reasons. It orders the queue; `worthwhile` leaves out what has next
to none.

The weights were set by hand and then nudged on the annotated articles, so that the ten best of an article hold its
important claims.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from claims.extraction.clauses import Role
from claims.extraction.values import Figure, Kind

HARM = re.compile(
    r"(?i)\b(?:kill|dead|death|die[sd]?\b|wound|injur|casualt|victim|murder|attack|bomb|shot|shoot|arrest|sanction"
    r"|illegal|unlawful|corrupt|fraud|brib|leak|annex|seiz|invad|prison|hostage|fatal|hurt|drown|collaps|toll\b|siphon"
    r"|embezzl|corrod|neglig|hospital|self-defen[cs]e|unfair(?:ly)? dismiss)"
)
# What was looked for and not found, owed and not paid: often the disputed point.
NEGATED = re.compile(
    r"(?i)^No\s\w+|\b(?:was|were|been|has|have|had|did|is|are)\s(?:n[o']t|never)\b|\b(?:never|nobody|denie[sd])\b"
)
OFFICIAL = re.compile(
    r"(?i)\b(?:court|judge|jury|tribunal|police|detectives?|investigators?|prosecutors?|audit(?:ors?)?|inquiry|inspectors?"
    r"|coroner|ombudsman|commission|documents?|records?|affidavit|data|figures)\b"
)
SUPERLATIVE = re.compile(
    r"(?i)\b(?:first|record|highest|lowest|largest|biggest|worst|most|never|only|all|every|no one|nobody|none)\b"
)
# Low enough that a claim with every sign stays below 1 and the order among the best is kept.
BASE = 0.15
HEADLINE = 0.25
CONTENT = re.compile(r"[^\W\d_]{4,}|\d[\d.,]*")
STEM = 6


@dataclass(frozen=True, slots=True)
class Facts:
    """What the score is made of."""

    wording: str
    role: Role
    kind: Kind
    figures: tuple[Figure, ...]
    dates: int
    names: int
    speaker: str
    hedged: bool
    headline: float
    place: float
    worthiness: float


def shared(headline: str, wording: str) -> float:
    """How much of the headline's content words and figures the wording has, 0 to 1; word ends are left out."""
    wanted = {word[:STEM] for word in CONTENT.findall(headline.lower())}
    return len(wanted & {word[:STEM] for word in CONTENT.findall(wording.lower())}) / len(wanted) if wanted else 0.0


def score(facts: Facts) -> tuple[float, tuple[str, ...]]:
    """The score and its reasons, the weightiest first; `place` is 0 at the article's start and 1 at its end."""
    terms = [(weight, reason) for weight, reason in _terms(facts) if weight]
    total = BASE + sum(weight for weight, _ in terms)
    reasons = [reason for _, reason in sorted(terms, key=lambda term: -abs(term[0]))]
    return round(min(1.0, max(0.0, total)), 4), tuple(reasons)


def _terms(facts: Facts) -> list[tuple[float, str]]:
    big = any(
        figure.value >= 1000 or figure.unit.startswith("percent") or figure.unit.isupper() for figure in facts.figures
    )
    compared = facts.kind is Kind.COMPARISON
    return [
        (0.28 if facts.figures else 0, "states a figure"),
        (0.11 if big else 0, "a large figure, money or a share"),
        (0.06 if facts.dates else 0, "names a date"),
        (0.12 if HARM.search(facts.wording) else 0, "about harm, crime or force"),
        (0.06 if SUPERLATIVE.search(facts.wording) else 0, "claims a first, a record or a whole"),
        (0.04 if facts.kind is Kind.CAUSAL or (compared and facts.figures) else 0, f"states a {facts.kind}"),
        (0.10 if compared and not facts.figures else 0, "compares or ranks"),
        (0.08 if not facts.figures and NEGATED.search(facts.wording) else 0, "says that something did not happen"),
        (0.06 if OFFICIAL.search(facts.speaker) else 0, "found by a court, officials or records"),
        (0.05 if facts.names >= 2 else 0, "names who and where"),
        (-0.08 if facts.role in (Role.RELATIVE, Role.REDUCED) else 0, "said in passing"),
        (-0.10 if facts.hedged else 0, "hedged or about the future"),
        (round(HEADLINE * facts.headline, 4), "the headline speaks of it"),
        (round(0.07 * (1 - facts.place), 4), "near the top of the article"),
        (round(0.18 * facts.worthiness, 4), "reads like statements that checkers chose"),
    ]
