"""One statistic of the page, and what all of them are made from."""

from dataclasses import dataclass
from datetime import date

from reviews.dates import short_month
from reviews.public.scale import Choice
from reviews.public.statistics.plots import Plot, Point
from reviews.public.statistics.tables import Table, months_of

MONTHS = 24
"""Shown on the page; the CSV has all of them."""

NAMES = 20
"""Of speakers, parties and sources, likewise."""


@dataclass(frozen=True, slots=True)
class Basis:
    """`steps`: every rating with its words and tone; `this_month`: its first day, in the newsroom's zone."""

    sample: bool
    steps: tuple[Choice, ...]
    this_month: date

    @property
    def codes(self) -> list[str]:
        return [step.code for step in self.steps]


@dataclass(frozen=True, slots=True)
class Statistic:
    """`name` is its address; `says` what is counted, and what is not; `finding` the result in one sentence."""

    name: str
    title: str
    says: tuple[str, ...]
    finding: str
    table: Table
    shown: Table
    plots: tuple[Plot, ...]
    empty: str


def label_of(month: date) -> str:
    return short_month(month)


def by_month(values: dict[date, float | None], months: list[date]) -> list[Point]:
    """A point for each of the newest months."""
    return [Point(label_of(month), values[month]) for month in months[-MONTHS:]]


def all_months(days: list[date], basis: Basis) -> list[date]:
    return months_of(days, basis.this_month)
