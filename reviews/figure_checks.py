"""The claim's figure against the evidence's own figures: how far off, what the scale's tolerance says, what differs in
what is counted and when."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from claims.enums import Basis, Bound
from claims.models import Figure
from claims.partial_dates import earliest, latest
from reviews.completeness import is_partial_date
from reviews.dates import partial_date_in_words
from reviews.drafting import EvidenceInput, decimal_or_none
from reviews.models import Rating

_ABOVE = {Bound.MORE_THAN, Bound.AT_LEAST}
_BELOW = {Bound.LESS_THAN, Bound.UP_TO}
_STRICT = {Bound.MORE_THAN, Bound.LESS_THAN}

PERCENT = "percent"
"""The unit of shares; what it measures is kept as a plain number: 0.041."""


@dataclass(frozen=True, slots=True)
class Comparison:
    """`row` counts from 1. `share` is the deviation from the nearest end of the evidence's range, as a share of it:
    0.05 is 5 %. `fits` says how the claim's bound lies to the range; `cautions` are sentences about unlike things."""

    row: int
    claimed: str
    found: str
    share: Decimal | None
    within: Rating | None
    fits: str
    cautions: tuple[str, ...] = ()

    @property
    def percent(self) -> str:
        return f"{self.share * 100:.1f}" if self.share is not None else ""


def comparisons(
    figures: Sequence[Figure], evidence: Sequence[EvidenceInput], ratings: Sequence[Rating], *, stated_on: str = ""
) -> list[Comparison]:
    """Each row that has a figure of its own against the claim's figure that is nearest to it.

    It suggests no rating: the truest whose tolerance covers the deviation is the best that the figure alone allows.
    `stated_on` is the day of the statement, a partial date; a figure with an as-of day of its own is judged by that.
    """
    made = []
    for row, item in enumerate(evidence, start=1):
        try:
            low, high = decimal_or_none(item.figure_value), decimal_or_none(item.figure_upper)
        except ValueError:
            continue
        if low is not None and figures:
            claimed, share = _nearest(figures, low, low if high is None else high)
            within = _within(share, ratings)
            made.append(_compared(row, item, claimed, share, within, stated_on))
    return made


def unit_beside(figures: Sequence[Figure], value: Decimal) -> str:
    """The unit in which evidence's figure is read, for it has none of its own: that of the claim's figure of its size.

    Only “percent”, as it says how the number is written: 0.041 is 4.1 %. Empty for every other.
    """
    closest = min(figures, key=lambda figure: _apart(figure.value, value), default=None)
    return PERCENT if closest is not None and closest.unit == PERCENT else ""


def _apart(one: Decimal, other: Decimal) -> Decimal:
    """0 for the same number, towards 1 and beyond for numbers of another size or sign."""
    larger = max(abs(one), abs(other))
    return abs(one - other) / larger if larger else Decimal(0)


def _compared(
    row: int, item: EvidenceInput, claimed: Figure, share: Decimal | None, within: Rating | None, stated_on: str
) -> Comparison:
    low, high = decimal_or_none(item.figure_value) or Decimal(0), decimal_or_none(item.figure_upper)
    ends = (low,) if high is None else (low, high)
    cautions = (_another_basis(claimed, item), _another_day(claimed.as_of or stated_on, item.figure_as_of))
    return Comparison(
        row,
        str(claimed),
        " to ".join(_shown(end, claimed) for end in ends),
        share,
        within,
        _fits(claimed, ends[0], ends[-1]),
        tuple(filter(None, cautions)),
    )


def _nearest(figures: Sequence[Figure], low: Decimal, high: Decimal) -> tuple[Figure, Decimal | None]:
    measured = [(figure, _deviation(figure, low, high)) for figure in figures]
    return min(measured, key=lambda pair: (pair[1] is None, pair[1] or Decimal(0)))


def _deviation(claimed: Figure, low: Decimal, high: Decimal) -> Decimal | None:
    """0 where the claim's bound holds for some value of the range; None against an evidence of zero."""
    value, upper = claimed.value, claimed.upper if claimed.upper is not None else claimed.value
    if claimed.bound in _ABOVE and high > value:
        return Decimal(0)
    if claimed.bound in _BELOW and low < value:
        return Decimal(0)
    if value <= high and upper >= low and claimed.bound not in _STRICT:
        return Decimal(0)
    nearest = high if value >= high else low
    return abs(value - nearest) / abs(nearest) if nearest else None


def _fits(claimed: Figure, low: Decimal, high: Decimal) -> str:
    """How much of the evidence's range the claim's bound covers, as a sentence; empty where there is only one number
    on both sides and the deviation says it all."""
    value, upper = claimed.value, claimed.upper if claimed.upper is not None else claimed.value
    if claimed.bound in _ABOVE | _BELOW:
        return _covers(claimed, low, high)
    if value <= high and upper >= low:
        return "It lies within the evidence’s range." if low < high else ""
    return f"It lies {'above' if value > high else 'below'} the evidence’s {'range' if low < high else 'figure'}."


def _covers(claimed: Figure, low: Decimal, high: Decimal) -> str:
    edge, whole = _shown(claimed.value, claimed), low < high
    side = claimed.get_bound_display()
    holds = [_holds(claimed, end) for end in (low, high)]
    if all(holds):
        return f"The evidence’s {'whole range' if whole else 'figure'} is {side} {edge}."
    if any(holds):
        return f"Only a part of the evidence’s range is {side} {edge}."
    return (
        f"No part of the evidence’s range is {side} {edge}."
        if whole
        else f"The evidence’s figure is not {side} {edge}."
    )


def _holds(claimed: Figure, end: Decimal) -> bool:
    if claimed.bound in _ABOVE:
        return end > claimed.value or (end == claimed.value and claimed.bound not in _STRICT)
    return end < claimed.value or (end == claimed.value and claimed.bound not in _STRICT)


def _within(share: Decimal | None, ratings: Sequence[Rating]) -> Rating | None:
    """The truest rating whose tolerance covers the deviation; None where the scale names none."""
    if share is None:
        return None
    fitting = [item for item in ratings if item.number and item.tolerance_share is not None]
    fitting = [item for item in fitting if share <= (item.tolerance_share or 0)]
    return max(fitting, key=lambda rating: rating.number or 0) if fitting else None


def _another_basis(claimed: Figure, item: EvidenceInput) -> str:
    """70 exchanged in all are not 70 released by one side."""
    theirs, ours = item.figure_basis, claimed.basis
    if theirs == ours or not theirs:
        return ""
    stated = f"the statement: {claimed.get_basis_display().lower()}" if ours else "the statement does not say which"
    return f"It counts {Basis(theirs).label.lower()}; {stated}."


def _another_day(day: str, counted: str) -> str:
    """A figure is judged as of the day that the statement names, else of the day on which it was made."""
    if not counted or not day or not is_partial_date(counted):
        return ""
    judged = f"the day that is judged ({partial_date_in_words(day)})"
    first, last, begins, ends = earliest(counted), latest(counted), earliest(day), latest(day)
    if last and begins and last < begins:
        return f"It counts up to {partial_date_in_words(counted)}, before {judged}."
    if first and ends and first > ends:
        return f"It counts up to {partial_date_in_words(counted)}, after {judged}."
    return ""


def _shown(value: Decimal, figure: Figure) -> str:
    """In the claim's unit: a share of 0.041 beside “4 percent” is 4.1 percent."""
    if figure.unit == PERCENT:
        return f"{(value * 100).normalize():,f} percent"
    return f"{value.normalize():,f}"
