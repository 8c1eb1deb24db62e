"""What the statistics counted, kept until anything that is published changes: counting 100,000 verdicts takes a second.

Kept counts are used only while they are exactly of what is published now; else the page counts by itself.
"""

import hashlib
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from datetime import date, timedelta
from functools import cached_property
from typing import Any

from django.conf import settings

from reviews.models import KeptCounts
from reviews.public.caching import release
from reviews.public.statistics import queries
from reviews.public.statistics.counts import Counted, Named, Rated, Times
from reviews.public.statistics.timing import LIMITS

Json = dict[str, Any]


class CountedNow:
    """Each is one query, when it is asked for."""

    def __init__(self, codes: Sequence[str], *, sample: bool) -> None:
        self._codes, self._sample = codes, sample

    @cached_property
    def rated(self) -> list[Rated]:
        return queries.by_month_and_rating(sample=self._sample)

    @cached_property
    def times(self) -> Times:
        return queries.times_to_verdict(LIMITS, sample=self._sample)

    @cached_property
    def firsts(self) -> list[tuple[date, int]]:
        return queries.claims_by_month(sample=self._sample)

    @cached_property
    def speakers(self) -> list[Named]:
        return queries.speakers(self._codes, sample=self._sample)

    @cached_property
    def parties(self) -> list[Named]:
        return queries.parties(self._codes, sample=self._sample)


@dataclass(frozen=True, slots=True)
class CountedBefore:
    rated: list[Rated]
    times: Times
    firsts: list[tuple[date, int]]
    speakers: list[Named]
    parties: list[Named]


def mark_of(site: Sequence[object], codes: Sequence[str], *, sample: bool) -> str:
    """What the counts depend on: every publication, the scale, the newsroom's months, and how we count."""
    marks = (release()[0], settings.TIME_ZONE, *site, tuple(codes), sample)
    return hashlib.sha256(repr(marks).encode()).hexdigest()


def counted(mark: str, codes: Sequence[str], *, sample: bool) -> Counted:
    """One query where the counts are kept; else one for each that is asked for."""
    kept = KeptCounts.objects.filter(mark=mark).values_list("counts", flat=True).first()
    return read(kept) if kept is not None else CountedNow(codes, sample=sample)


def written(counts: Counted) -> Json:
    """As JSON; `read` takes it."""
    median = counts.times.median
    return {
        "rated": [asdict(item) | {"month": item.month.isoformat()} for item in counts.rated],
        "times": asdict(counts.times) | {"median": None if median is None else median // timedelta(microseconds=1)},
        "firsts": [(month.isoformat(), count) for month, count in counts.firsts],
        "speakers": [asdict(item) for item in counts.speakers],
        "parties": [asdict(item) for item in counts.parties],
    }


def read(kept: Json) -> CountedBefore:
    times = kept["times"]
    median = None if times["median"] is None else timedelta(microseconds=times["median"])
    return CountedBefore(
        rated=[Rated(**item | {"month": date.fromisoformat(item["month"])}) for item in kept["rated"]],
        times=Times(times["verdicts"], median, tuple(times["counts"])),
        firsts=[(date.fromisoformat(month), count) for month, count in kept["firsts"]],
        speakers=[_named(item) for item in kept["speakers"]],
        parties=[_named(item) for item in kept["parties"]],
    )


def _named(item: Json) -> Named:
    return Named(item["name"], item["verdicts"], tuple(item["counts"]))
