"""Pairs predicted claims with annotated ones: same place, same words, same figures; each at most once."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from claims.extraction.scoring.gold import GoldClaim, Predicted, Span
from claims.extraction.scoring.mentions import Mention, mentioned, mentions
from claims.extraction.scoring.words import content_words, in_common

LEAST_OVERLAP: Final = 0.3
"""Of the shorter of the two spans."""
LEAST_WORDS: Final = 0.5
"""F1 of the content words with the nearest accepted wording."""
WEIGHT_OF_PLACE: Final = 0.5
"""How much the spans' likeness counts beside the words' when several could pair."""


@dataclass(frozen=True, slots=True)
class Guess:
    """A predicted claim made ready; `span` is None where neither its offsets nor its quote lead into the text."""

    claim: Predicted
    span: Span | None
    exact: bool
    words: Counter[str]
    numbers: list[Mention]


@dataclass(frozen=True, slots=True)
class Wanted:
    """An annotated claim made ready."""

    claim: GoldClaim
    words: list[Counter[str]]
    numbers: list[Mention]


def guess(claim: Predicted, text: str) -> Guess:
    """Wrong offsets are forgiven where the quote is found, so that one fault is counted once."""
    span, exact = _span(claim, text)
    wording = claim.text or claim.quote
    return Guess(claim, span, exact, content_words(wording), mentions(wording))


def _span(claim: Predicted, text: str) -> tuple[Span | None, bool]:
    inside = 0 <= claim.start < claim.end <= len(text)
    if inside and text[claim.start : claim.end] == claim.quote:
        return (claim.start, claim.end), True
    found = text.find(claim.quote) if claim.quote else -1
    return ((found, found + len(claim.quote)) if found >= 0 else None), False


def wanted(claim: GoldClaim) -> Wanted:
    return Wanted(claim, [content_words(one) for one in claim.wordings], mentions(f"{claim.text} . {claim.span_text}"))


def pair(guesses: Sequence[Guess], gold: Sequence[Wanted], *, by_numbers: bool = True) -> dict[int, int]:
    """Places of guesses to places of annotated claims, the most alike first."""
    candidates = []
    for left, one in enumerate(guesses):
        for right, other in enumerate(gold):
            likeness = _likeness(one, other, by_numbers=by_numbers)
            if likeness is not None:
                candidates.append((-likeness, left, right))
    pairs: dict[int, int] = {}
    taken: set[int] = set()
    for _, left, right in sorted(candidates):
        if left not in pairs and right not in taken:
            pairs[left] = right
            taken.add(right)
    return pairs


def _likeness(one: Guess, other: Wanted, *, by_numbers: bool) -> float | None:
    """None where the two cannot pair."""
    if one.span is None:
        return None
    shares = [overlap(one.span, span) for span in other.claim.spans]
    if max(of_shorter for of_shorter, _ in shares) < LEAST_OVERLAP:
        return None
    words = max(in_common(one.words, wording) for wording in other.words)
    if words < LEAST_WORDS:
        return None
    if by_numbers and not all(mentioned(number, one.numbers) for number in other.claim.numbers):
        return None
    return words + WEIGHT_OF_PLACE * max(of_both for _, of_both in shares)


def overlap(left: Span, right: Span) -> tuple[float, float]:
    """The common part as a share of the shorter span, and of both together."""
    common = min(left[1], right[1]) - max(left[0], right[0])
    if common <= 0:
        return 0.0, 0.0
    shorter = min(left[1] - left[0], right[1] - right[0])
    both = max(left[1], right[1]) - min(left[0], right[0])
    return common / max(1, shorter), common / max(1, both)


def best_overlap(span: Span, others: Iterable[Span]) -> float:
    """The largest share of both together."""
    return max(overlap(span, other)[1] for other in others)
