"""Querysets whose SQL is written once: for the busiest pages Django would take longer to write it than to run it."""

from collections.abc import Callable
from functools import cached_property
from typing import Any, Final, Generic, TypeVar

from django.db.models import Model, QuerySet

Row = TypeVar("Row", bound=Model)

LARGEST: Final = 2**63 - 1
"""Of PostgreSQL's bigint: no row has a larger number."""

_PLACE: Final = LARGEST - 4711
"""Stands for the number while the SQL is written."""


class Prepared(Generic[Row]):
    """The first row of a queryset that depends on one number, and on nothing else but the database's clock."""

    def __init__(self, rows: Callable[[int], QuerySet[Row]]) -> None:
        self._rows = rows

    def first(self, number: int) -> Row | None:
        """One query. What the queryset was annotated with is there as the database gave it: JSON is text."""
        if not 0 <= number <= LARGEST:
            return None
        model, sql, parameters = self._written
        values = [number if value == _PLACE else value for value in parameters]
        return next(iter(model._default_manager.raw(sql, values)), None)

    @cached_property
    def _written(self) -> tuple[type[Row], str, tuple[Any, ...]]:
        rows = self._rows(_PLACE)[:1]
        sql, parameters = rows.query.sql_with_params()
        return rows.model, sql, parameters
