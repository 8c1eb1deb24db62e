"""How worth checking a sentence is, from 0 to 1, and why."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Final

from claims.extraction.worthiness.cues import CUES
from claims.extraction.worthiness.model import WEIGHTS, Model, damping, load
from claims.extraction.worthiness.signals import A_YEAR, END, NUMBER, OPENING, Signals, signals

SUGGESTED_CUT: Final = 0.28
"""Where F1 is best in cross-validation (0.27 to 0.29). Scores are for ranking; a newsroom sets its own cut."""
TOLD_FROM: Final = 0.2
"""A reason is told when it moves the log odds by this much: about 5 points of a score near one half."""
WORDS_TOLD: Final = 3
WORD_TOLD_FROM: Final = 0.4
UNTELLABLE: Final = frozenset(f"<{NUMBER}{A_YEAR}{OPENING}{END}?!%$€£")


@dataclass(frozen=True, slots=True)
class Worthiness:
    """`score` from 0 to 1; `reasons` in words, those for it first (weightiest first), then those against ("but …")."""

    score: float
    reasons: tuple[str, ...]


def checkworthiness(sentence: str) -> float:
    """How likely a fact-checker finds this sentence worth checking; 0 where it has no word.

    Any string will do. The same sentence gives the same score in every process; the time is linear in its length.
    """
    return _model().probability(signals(sentence))


def explain_worthiness(sentence: str) -> Worthiness:
    """The score with its reasons; about three times the work of the score alone."""
    read = signals(sentence)
    if not read.length:
        return Worthiness(0.0, ("but has no words",))
    model = _model()
    told = [(effect, reason) for reason, effect in _effects(model, read).items() if abs(effect) >= TOLD_FROM]
    told.sort(key=lambda one: (-one[0], one[1]))
    reasons = [reason for effect, reason in told if effect > 0] + _words(model, read, 1)
    reasons += [f"but {reason}" for effect, reason in reversed(told) if effect < 0]
    reasons += [f"but {words}" for words in _words(model, read, -1)]
    return Worthiness(model.probability(read), tuple(reasons))


@cache
def _model() -> Model:
    return load(WEIGHTS.read_text(encoding="utf-8"))


def _effects(model: Model, read: Signals) -> dict[str, float]:
    """Reason to its pull on the log odds; cues without a reason are left out."""
    effects: dict[str, float] = {}
    for number, value in read.cues:
        reason = CUES[number].reason
        if reason:
            effects[reason] = effects.get(reason, 0.0) + model.cues[number] * value
    return effects


def _words(model: Model, read: Signals, sign: int) -> list[str]:
    """The words that pull most in one direction, as one reason; marks and stems say nothing to a person."""
    strength = damping(read.length) * sign
    pulls = [
        (strength * model.terms[term], term)
        for term in read.terms & model.terms.keys()
        if len(term) > 2 and UNTELLABLE.isdisjoint(term)
    ]
    heavy = sorted((pull, term) for pull, term in pulls if pull >= WORD_TOLD_FROM)[::-1][:WORDS_TOLD]
    if not heavy:
        return []
    side = "checked" if sign > 0 else "unchecked"
    return [f"worded like {side} statements: " + ", ".join(f"“{term}”" for _, term in heavy)]
