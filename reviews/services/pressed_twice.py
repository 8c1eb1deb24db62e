"""A button that was pressed twice: without scripts a browser sends its form twice, and the second answer is shown.

Steps that add a row, and that nothing keeps from being taken again, ask here first, under the lock that they hold.
"""

from datetime import timedelta
from typing import Final, TypeVar

from django.db.models import Model, QuerySet

from reviews.services.steps import database_now

WITHIN: Final = timedelta(minutes=1)
"""Who sends word for word the same later means it: two telephone calls in a day are two attempts."""

Row = TypeVar("Row", bound=Model)


def just_added(same: QuerySet[Row], *, at: str = "made_at") -> Row | None:
    """Of rows that say the same by the same person the one that was added just now; `at` names the time's column."""
    return same.filter(**{f"{at}__gt": database_now() - WITHIN}).order_by("pk").last()
