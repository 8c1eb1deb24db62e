"""Minimising a smooth convex function with limited-memory BFGS, in plain Python (Nocedal and Wright, chapter 7)."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable
from operator import mul
from typing import Final

Vector = list[float]
Objective = Callable[[Vector], tuple[float, Vector]]
"""A point to (value, gradient)."""

MEMORY: Final = 8
SUFFICIENT: Final = 1e-4
"""Armijo's constant: the share of the promised decrease that a step has to deliver."""
SMALLEST_STEP: Final = 1e-8


def minimise(objective: Objective, start: Vector, *, rounds: int, tolerance: float = 1e-6) -> Vector:
    """The point after at most `rounds` steps, or where the value hardly falls any more (relative `tolerance`)."""
    point = start
    value, gradient = objective(point)
    pairs: deque[tuple[Vector, Vector, float]] = deque(maxlen=MEMORY)
    for _ in range(rounds):
        direction = _direction(gradient, pairs)
        slope = _dot(direction, gradient)
        step = 1.0 if pairs else 1.0 / max(_dot(gradient, gradient) ** 0.5, 1.0)
        while True:
            moved = [p + step * d for p, d in zip(point, direction, strict=True)]
            new_value, new_gradient = objective(moved)
            if new_value <= value + SUFFICIENT * step * slope or step < SMALLEST_STEP:
                break
            step /= 2
        _remember(pairs, point, moved, gradient, new_gradient)
        gain = value - new_value
        point, value, gradient = moved, new_value, new_gradient
        if gain <= tolerance * abs(value):
            break
    return point


def _remember(
    pairs: deque[tuple[Vector, Vector, float]], old: Vector, new: Vector, old_gradient: Vector, new_gradient: Vector
) -> None:
    moved = [a - b for a, b in zip(new, old, strict=True)]
    turned = [a - b for a, b in zip(new_gradient, old_gradient, strict=True)]
    curvature = _dot(moved, turned)
    if curvature > 0:
        pairs.append((moved, turned, 1.0 / curvature))


def _direction(gradient: Vector, pairs: deque[tuple[Vector, Vector, float]]) -> Vector:
    """The two-loop recursion: minus the inverse Hessian's estimate times the gradient."""
    rest = [-g for g in gradient]
    shares: list[float] = []
    for moved, turned, inverse in reversed(pairs):
        share = inverse * _dot(moved, rest)
        shares.append(share)
        rest = [r - share * t for r, t in zip(rest, turned, strict=True)]
    if pairs:
        _, turned, inverse = pairs[-1]
        scale = 1.0 / (inverse * _dot(turned, turned))
        rest = [r * scale for r in rest]
    for (moved, turned, inverse), share in zip(pairs, reversed(shares), strict=True):
        back = share - inverse * _dot(turned, rest)
        rest = [r + back * m for r, m in zip(rest, moved, strict=True)]
    return rest


def _dot(left: Vector, right: Vector) -> float:
    return float(sum(map(mul, left, right)))
