"""Dates known to the day, the month or the year, kept as ISO text: `2019-09-09`, `2019-09`, `2019`.

The length is the precision, so date and precision cannot disagree, and text order is date order.
"""

import re
from calendar import monthrange
from datetime import date

from django.core.validators import RegexValidator
from django.db import models

PARTIAL_DATE = r"^[0-9]{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12][0-9]|3[01]))?)?$"

PRECISIONS = {10: "day", 7: "month", 4: "year"}


def precision(partial: str) -> str:
    """`day`, `month` or `year`; empty for an empty date."""
    return PRECISIONS.get(len(partial), "")


def earliest(partial: str) -> date | None:
    """The first day that a partial date covers; None for an empty or impossible one."""
    if not re.match(PARTIAL_DATE, partial):
        return None
    year, month, day = (*map(int, partial.split("-")), 1, 1)[:3]
    try:
        return date(year, month, day)
    except ValueError:
        return None


def latest(partial: str) -> date | None:
    """The last day that a partial date covers; None for an empty or impossible one."""
    first = earliest(partial)
    if first is None or precision(partial) == "day":
        return first
    month = 12 if precision(partial) == "year" else first.month
    return date(first.year, month, monthrange(first.year, month)[1])


class PartialDateField(models.CharField):  # type: ignore[type-arg]  # not subscriptable at run time
    """Text column for a partial date; empty means unknown."""

    default_validators = [
        RegexValidator(PARTIAL_DATE, "Write a date as YYYY-MM-DD, YYYY-MM or YYYY, for example 2014-04.")
    ]

    def __init__(self, *args: object, **kwargs: object) -> None:
        kwargs |= {"max_length": 10}
        kwargs.setdefault("blank", True)
        kwargs.setdefault("default", "")
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]


def partial_date_check(field: str, name: str) -> models.CheckConstraint:
    """The database's half of `PartialDateField`: empty or one of the three shapes."""
    return models.CheckConstraint(
        condition=models.Q(**{field: ""}) | models.Q(**{f"{field}__regex": PARTIAL_DATE}), name=name
    )


__all__ = ["PARTIAL_DATE", "PartialDateField", "earliest", "latest", "partial_date_check", "precision"]
