"""How well scores rank: average precision and the cut with the best F1."""

from __future__ import annotations

from collections.abc import Sequence


def average_precision(labels: Sequence[int], scores: Sequence[float]) -> float:
    """Mean over the positives of the precision down to each; ties keep their order; 0 without positives."""
    hits = 0
    total = 0.0
    for rank, place in enumerate(sorted(range(len(scores)), key=lambda i: -scores[i]), 1):
        if labels[place]:
            hits += 1
            total += hits / rank
    return total / hits if hits else 0.0


def best_cut(labels: Sequence[int], scores: Sequence[float]) -> tuple[float, float]:
    """(cut, F1) of the best cut among whole hundredths."""
    positives = sum(labels)
    tried = []
    for step in range(1, 100):
        chosen = [label for label, score in zip(labels, scores, strict=True) if score >= step / 100]
        tried.append((2 * sum(chosen) / (len(chosen) + positives) if chosen else 0.0, step / 100))
    f1, cut = max(tried)
    return cut, f1
