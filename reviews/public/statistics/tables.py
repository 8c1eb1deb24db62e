"""A statistic as rows and columns, pure: the same table is drawn on the page and written as CSV."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from reviews.dates import month_in_words, number_in_words

Cell = str | int | float | date | None
"""None: nothing to say here, which is something else than 0."""

NOTHING = "–"


class Kind(StrEnum):
    """What a column holds: words, a month, a count, a share in percent or a plain number (both with one decimal)."""

    WORDS = "words"
    MONTH = "month"
    COUNT = "count"
    PERCENT = "percent"
    NUMBER = "number"


@dataclass(frozen=True, slots=True)
class Column:
    """`name` heads it in the CSV and never changes; `title` is for readers, who have it translated."""

    name: str
    title: str
    kind: Kind = Kind.COUNT

    @property
    def is_number(self) -> bool:
        return self.kind not in {Kind.WORDS, Kind.MONTH}


@dataclass(frozen=True, slots=True)
class Table:
    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell, ...], ...]

    def latest(self, count: int) -> "Table":
        """The last `count` rows, newest first: what a page shows of a table in the order of time."""
        return Table(self.columns, self.rows[-count:][::-1])

    def first(self, count: int) -> "Table":
        return Table(self.columns, self.rows[:count])

    def shown(self) -> list[list[tuple[str, bool]]]:
        """Each cell as readers see it, and whether it is a number."""
        return [
            [(in_words(cell, column.kind), column.is_number) for cell, column in zip(row, self.columns, strict=True)]
            for row in self.rows
        ]

    def written(self) -> list[list[str | int | float | None]]:
        """Each cell as the CSV has it: ISO months, plain numbers, empty for nothing. The names of the columns first."""
        head: list[str | int | float | None] = [column.name for column in self.columns]
        return [head, *([f"{cell:%Y-%m}" if isinstance(cell, date) else cell for cell in row] for row in self.rows)]


def in_words(cell: Cell, kind: Kind) -> str:
    if cell is None:
        return NOTHING
    if isinstance(cell, date):
        return month_in_words(cell)
    if isinstance(cell, str):
        return cell
    if kind == Kind.PERCENT:
        return f"{number_in_words(cell, 1)}\u00a0%"
    return number_in_words(cell, 1 if kind == Kind.NUMBER else 0)


def share(part: int, whole: int) -> float | None:
    """Percent with one decimal; None of nothing."""
    return round(100 * part / whole, 1) if whole else None


def months_between(first: date, last: date) -> list[date]:
    """The first days of all months from one to the other, both included."""
    numbers = range(first.year * 12 + first.month - 1, last.year * 12 + last.month)
    return [date(number // 12, number % 12 + 1, 1) for number in numbers]


def months_of(days: Sequence[date], this_month: date) -> list[date]:
    """Every month from the earliest of these to this one: a month in which nothing happened is part of the record."""
    return months_between(min(days), max(this_month, *days)) if days else []
