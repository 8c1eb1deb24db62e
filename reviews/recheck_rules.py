"""From which day on a verdict is to be looked at again, unless an editor chooses another day. Pure."""

from datetime import date, timedelta

from claims.enums import ClaimKind
from claims.partial_dates import latest
from reviews.enums import RecheckReason

FIGURES_AGE = timedelta(days=365)
"""Most official series come out once a year: a count that goes on has a newer value by then."""


def first_recheck(*, kind: str, period_to: str, today: date) -> tuple[date, RecheckReason] | None:
    """(day, why): the day after a period that still lasts; a year for a quantity without an end; None for the rest."""
    end = latest(period_to)
    if end is not None:
        return (end + timedelta(days=1), RecheckReason.PERIOD_ENDS) if end >= today else None
    return (today + FIGURES_AGE, RecheckReason.FIGURES_AGE) if kind == ClaimKind.QUANTITY else None
