"""Logistic regression on terms and cues: fit all frequent terms, keep those that weigh most, fit again."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from math import exp, log1p, sqrt
from typing import Final

from claims.extraction.worthiness.cues import CUES
from claims.extraction.worthiness.model import Model, damping
from claims.extraction.worthiness.signals import Signals
from claims.extraction.worthiness.training.lbfgs import Vector, minimise

ROUNDS: Final = 120
"""Steps of the optimiser; the loss is flat to five digits by then."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Recipe:
    """The settings that cross-validation by debate chose (figures in ../README.md).

    `kept` terms stay of those in at least `least_seen` sentences; penalties are half the weight squared, times this.
    """

    kept: int = 8000
    least_seen: int = 3
    pair_penalty: float = 10.0
    word_penalty: float = 7.0
    cue_penalty: float = 1.0


Row = tuple[list[int], float, list[tuple[int, float]], int]
"""Columns of the terms, their common strength, cues, label."""


def train(read: Sequence[Signals], labels: Sequence[int], recipe: Recipe) -> Model:
    """Weights for the kept terms and all cues. Deterministic: no sampling, ties are broken by the alphabet."""
    seen = Counter(term for signals in read for term in signals.terms)
    terms = sorted(term for term, count in seen.items() if count >= recipe.least_seen)
    first = _fit(read, labels, terms, recipe)
    ranked = sorted(terms, key=lambda term: (-abs(first.terms[term]) * sqrt(seen[term]), term))
    return _fit(read, labels, sorted(ranked[: recipe.kept]), recipe)


def _fit(read: Sequence[Signals], labels: Sequence[int], terms: list[str], recipe: Recipe) -> Model:
    column = {term: place for place, term in enumerate(terms)}
    rows: list[Row] = [
        # sorted: the order of a set differs between runs, and with it the last digits of a sum
        (sorted(column[t] for t in s.terms if t in column), damping(s.length), s.cues, label)
        for s, label in zip(read, labels, strict=True)
    ]
    width = len(terms)
    penalties = [recipe.pair_penalty if " " in term else recipe.word_penalty for term in terms]
    penalties += [recipe.cue_penalty] * len(CUES) + [0.0]

    def objective(weights: Vector) -> tuple[float, Vector]:
        return _loss(rows, weights, penalties, width)

    found = minimise(objective, [0.0] * len(penalties), rounds=ROUNDS)
    return Model(terms=dict(zip(terms, found, strict=False)), cues=tuple(found[width:-1]), start=found[-1])


def _loss(rows: list[Row], weights: Vector, penalties: Vector, width: int) -> tuple[float, Vector]:
    """Penalised log loss and its gradient; the last weight is the constant."""
    weigh = weights.__getitem__
    loss = sum(p * w * w for p, w in zip(penalties, weights, strict=True)) / 2
    gradient = [p * w for p, w in zip(penalties, weights, strict=True)]
    constant = weights[-1]
    for columns, strength, cues, label in rows:
        sign = 1.0 if label else -1.0
        margin = constant + strength * sum(map(weigh, columns))
        for cue, value in cues:
            margin += weights[width + cue] * value
        margin *= sign
        loss += log1p(exp(-margin)) if margin > -30 else -margin
        pull = -sign / (1.0 + exp(min(margin, 500.0)))
        gradient[-1] += pull
        for cue, value in cues:
            gradient[width + cue] += pull * value
        pull *= strength
        for place in columns:
            gradient[place] += pull
    return loss, gradient
