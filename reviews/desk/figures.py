"""The claim's figure against the evidence's own figures, and what the scale's tolerance says of the difference."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from claims.enums import Bound
from claims.models import Figure
from reviews.drafting import EvidenceInput, decimal_or_none
from reviews.models import Rating


@dataclass(frozen=True, slots=True)
class Comparison:
    """`share` is the deviation from the nearest end of the evidence's range, as a share of it: 0.05 is 5 %."""

    row: int
    claimed: str
    found: str
    share: Decimal | None
    within: str

    @property
    def percent(self) -> str:
        return f"{self.share * 100:.1f}" if self.share is not None else ""


def comparisons(
    figures: Sequence[Figure], evidence: Sequence[EvidenceInput], ratings: Sequence[Rating]
) -> list[Comparison]:
    """Each row that has a figure of its own against the claim's figure that is nearest to it.

    Says nothing about what is counted or when: that stays the reviewer's judgement.
    """
    made = []
    for row, item in enumerate(evidence, start=1):
        try:
            low, high = decimal_or_none(item.figure_value), decimal_or_none(item.figure_upper)
        except ValueError:
            continue
        if low is not None and figures:
            claimed, share = _nearest(figures, low, low if high is None else high)
            found = f"{low:,f}" if high is None else f"{low:,f} to {high:,f}"
            made.append(Comparison(row, str(claimed), found, share, _within(share, ratings)))
    return made


def _nearest(figures: Sequence[Figure], low: Decimal, high: Decimal) -> tuple[Figure, Decimal | None]:
    measured = [(figure, _deviation(figure, low, high)) for figure in figures]
    return min(measured, key=lambda pair: (pair[1] is None, pair[1] or Decimal(0)))


def _deviation(claimed: Figure, low: Decimal, high: Decimal) -> Decimal | None:
    """0 where the claim's bound holds for some value of the range; None against an evidence of zero."""
    value, upper = claimed.value, claimed.upper if claimed.upper is not None else claimed.value
    if claimed.bound in {Bound.MORE_THAN, Bound.AT_LEAST} and high > value:
        return Decimal(0)
    if claimed.bound in {Bound.LESS_THAN, Bound.UP_TO} and low < value:
        return Decimal(0)
    if value <= high and upper >= low and claimed.bound not in {Bound.MORE_THAN, Bound.LESS_THAN}:
        return Decimal(0)
    nearest = high if value >= high else low
    return abs(value - nearest) / abs(nearest) if nearest else None


def _within(share: Decimal | None, ratings: Sequence[Rating]) -> str:
    """The truest rating whose tolerance covers the deviation; empty where the scale names none."""
    if share is None:
        return ""
    fitting = [item for item in ratings if item.number and item.tolerance_share is not None]
    fitting = [item for item in fitting if share <= (item.tolerance_share or 0)]
    return max(fitting, key=lambda rating: rating.number or 0).label if fitting else ""
