"""The check-worthiness model: weights of terms and cues, read from `weights.json`, and the score they give."""

from __future__ import annotations

import json
from dataclasses import dataclass
from math import exp, pow
from pathlib import Path
from typing import Final

from claims.extraction.worthiness.cues import CUES
from claims.extraction.worthiness.signals import Signals

WEIGHTS: Final = Path(__file__).with_name("weights.json")
STEPS: Final = 50
"""Weights are stored as whole fiftieths: coarser loses average precision, finer only bytes."""
SEPARATOR: Final = "|"
LIMIT: Final = 35.0
"""Beyond this a logistic score is 0 or 1 to a double's last digit."""


@dataclass(frozen=True, slots=True)
class Model:
    """`terms` and `cues` (by number) add up, with `start`, to the log odds that a sentence is check-worthy."""

    terms: dict[str, float]
    cues: tuple[float, ...]
    start: float

    def log_odds(self, read: Signals) -> float:
        """Of one sentence. A term the model does not know adds nothing."""
        known = self.terms
        total = damping(read.length) * sum([known[term] for term in sorted(read.terms & known.keys())])
        for cue, value in read.cues:
            total += self.cues[cue] * value
        return total + self.start

    def probability(self, read: Signals) -> float:
        """Between 0 and 1; 0 for a sentence without a word."""
        if not read.length:
            return 0.0
        return 1.0 / (1.0 + exp(-max(-LIMIT, min(LIMIT, self.log_odds(read)))))


def damping(length: int) -> float:
    """What one term counts in a sentence of `length` tokens: long sentences would otherwise win by length alone.

    The power 0.75 was the best of 0, 0.5, 0.75 and 1 in cross-validation; 10 keeps weights near one.
    """
    return 10.0 * pow(length + 5, -0.75)


def dump(model: Model) -> str:
    """The model as compact JSON: terms grouped by their weight, one group a line, nothing that rounds to 0."""
    groups: dict[int, list[str]] = {}
    for term, weight in sorted(model.terms.items()):
        groups.setdefault(round(weight * STEPS), []).append(term)
    groups.pop(0, None)
    lines = [
        f'"{weight}":{json.dumps(SEPARATOR.join(terms), ensure_ascii=False)}'
        for weight, terms in sorted(groups.items())
    ]
    cues = {cue.name: round(weight, 3) for cue, weight in zip(CUES, model.cues, strict=True)}
    return (
        f'{{"start":{round(model.start, 3)},\n"cues":{json.dumps(cues)},\n"terms":{{\n' + ",\n".join(lines) + "\n}}\n"
    )


def load(source: str) -> Model:
    """The model that `dump` wrote. A cue that the file does not name is an error, since the two must match."""
    stored = json.loads(source)
    terms = {term: int(weight) / STEPS for weight, group in stored["terms"].items() for term in group.split(SEPARATOR)}
    return Model(terms=terms, cues=tuple(float(stored["cues"][cue.name]) for cue in CUES), start=float(stored["start"]))
