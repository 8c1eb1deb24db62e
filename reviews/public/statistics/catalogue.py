"""Every statistic that we publish, by its name, and what their answers are made of."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime

from django.utils import timezone

from reviews.models import KeptCounts
from reviews.public.scale import choices
from reviews.public.selectors import site_revision
from reviews.public.statistics import queries
from reviews.public.statistics.corrections import corrections
from reviews.public.statistics.counts import Counted
from reviews.public.statistics.independence import independence
from reviews.public.statistics.kept import CountedNow, Json, counted, mark_of, written
from reviews.public.statistics.named import parties, sources, speakers
from reviews.public.statistics.ratings import ratings
from reviews.public.statistics.statistic import Basis, Statistic
from reviews.public.statistics.timing import times

Maker = Callable[[Counted, Basis], Statistic]


@dataclass(frozen=True, slots=True)
class Revision:
    """`marks`: everything that the statistics are made of; `counts`: the mark of those that are kept."""

    marks: list[object]
    changed_at: datetime
    counts: str


def basis() -> Basis:
    """Two queries."""
    return Basis(
        sample=queries.sample_only(),
        steps=tuple(choices(queries.scale_steps(), "")),
        this_month=timezone.localdate().replace(day=1),
    )


def revision(found: Basis) -> Revision:
    """What tells whether the statistics are still the same, and since when at the latest. Two queries."""
    site, latest = site_revision()
    begun = datetime(found.this_month.year, found.this_month.month, 1, tzinfo=UTC)
    marks: list[object] = [*site, queries.newest_correction(sample=found.sample), found]
    return Revision(marks, max(begun, latest or begun), mark_of(site, found.codes, sample=found.sample))


def everything(found: Basis, mark: str) -> list[Statistic]:
    """Three queries where the counts are kept, eight where they are not, however much was published."""
    counts = counted(mark, found.codes, sample=found.sample)
    return [make(counts, found) for make in MAKERS.values()]


def one(name: str, found: Basis, mark: str) -> Statistic:
    """Two queries, one more where the counts are not kept. Raises KeyError for a name that is not in `MAKERS`."""
    return MAKERS[name](counted(mark, found.codes, sample=found.sample), found)


def recounted() -> tuple[str, Json] | None:
    """For the worker: the counts of what is published now and their mark; None where they are kept already.

    The mark is read first: what changes meanwhile has another one, so that no counts are taken for newer than they are.
    """
    found = basis()
    mark = mark_of(site_revision()[0], found.codes, sample=found.sample)
    if KeptCounts.objects.filter(mark=mark).exists():
        return None
    return mark, written(CountedNow(found.codes, sample=found.sample))


def _corrections(counts: Counted, found: Basis) -> Statistic:
    return corrections(counts.firsts, queries.corrections_by_month(sample=found.sample), found)


MAKERS: dict[str, Maker] = {
    "ratings": lambda counts, found: ratings(counts.rated, found),
    "time-to-verdict": lambda counts, found: times(counts.times),
    "independence": lambda counts, found: independence(counts.rated, found),
    "corrections": _corrections,
    "speakers": lambda counts, found: speakers(counts.speakers, found),
    "parties": lambda counts, found: parties(counts.parties, found),
    # Always counted anew: few publishers assert, and a source may be renamed.
    "sources": lambda counts, found: sources(queries.sources(found.codes, sample=found.sample), found),
}
"""In the order of the page."""
