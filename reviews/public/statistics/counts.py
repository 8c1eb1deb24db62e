"""What a query of the statistics finds, as plain values."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Protocol

COUNTED_FROM = 10
"""Verdicts that a speaker or a source must have before we count them by name."""


@dataclass(frozen=True, slots=True)
class Rated:
    """Verdicts of one month with one rating; `rated` are on the scale, `independent` of these have the origins."""

    month: date
    code: str
    verdicts: int
    rated: int
    independent: int


@dataclass(frozen=True, slots=True)
class Times:
    """From a claim's entry to its first verdict. `counts`: verdicts that took at most each limit, one after another."""

    verdicts: int
    median: timedelta | None
    counts: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Named:
    """Somebody with verdicts: how many, and how many with each code."""

    name: str
    verdicts: int
    counts: tuple[int, ...]


class Counted(Protocol):
    """What depends on every verdict there is: kept from when it was last counted, or counted when it is asked for."""

    @property
    def rated(self) -> list[Rated]: ...
    @property
    def times(self) -> Times: ...
    @property
    def firsts(self) -> list[tuple[date, int]]:
        """Claims by the month of their first verdict."""

    @property
    def speakers(self) -> list[Named]: ...
    @property
    def parties(self) -> list[Named]: ...
