"""How many rows a list has, counted once for all its pages: with 100,000 verdicts counting costs more than a page."""

from typing import Any, Final

from django.db.models import QuerySet

KEPT: Final = 1_000
"""Numbers in the memory of each process."""

_known: dict[tuple[object, ...], int] = {}


def total_of(rows: QuerySet[Any], of: tuple[object, ...]) -> int:
    """`of` names everything that the number depends on, the state of what is published among it: it may be kept."""
    known = _known.get(of)
    if known is None:
        if len(_known) >= KEPT:
            _known.clear()
        known = _known[of] = rows.order_by().count()
    return known
