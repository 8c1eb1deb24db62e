"""Every statistic that we publish, by its name, and what their answers are made of."""

from collections.abc import Callable
from datetime import UTC, datetime

from django.utils import timezone

from reviews.public.scale import choices
from reviews.public.selectors import site_revision
from reviews.public.statistics import queries
from reviews.public.statistics.corrections import corrections
from reviews.public.statistics.counts import Rated
from reviews.public.statistics.independence import independence
from reviews.public.statistics.named import parties, sources, speakers
from reviews.public.statistics.ratings import ratings
from reviews.public.statistics.statistic import Basis, Statistic
from reviews.public.statistics.timing import LIMITS, times

Maker = Callable[[Basis], Statistic]


def basis() -> Basis:
    """Two queries."""
    return Basis(
        sample=queries.sample_only(),
        steps=tuple(choices(queries.scale_steps(), "")),
        this_month=timezone.localdate().replace(day=1),
    )


def revision(found: Basis) -> tuple[list[object], datetime]:
    """What tells whether the statistics are still the same, and since when at the latest. Two queries."""
    site, latest = site_revision()
    begun = datetime(found.this_month.year, found.this_month.month, 1, tzinfo=UTC)
    marks: list[object] = [*site, queries.newest_correction(sample=found.sample), found]
    return marks, max(begun, latest or begun)


def everything(found: Basis) -> list[Statistic]:
    """Seven queries, however much was published."""
    rated = _rated(found)
    return [make(found) for make in _makers(lambda _: rated).values()]


def one(name: str, found: Basis) -> Statistic | None:
    """One query, two for corrections; None for a name that there is not."""
    make = _makers(_rated).get(name)
    return make(found) if make else None


def _rated(found: Basis) -> list[Rated]:
    return queries.by_month_and_rating(sample=found.sample)


def _makers(rated: Callable[[Basis], list[Rated]]) -> dict[str, Maker]:
    """In the order of the page. `rated` reads what two of them share."""
    return {
        "ratings": lambda found: ratings(rated(found), found),
        "time-to-verdict": lambda found: times(queries.times_to_verdict(LIMITS, sample=found.sample)),
        "independence": lambda found: independence(rated(found), found),
        "corrections": lambda found: corrections(
            queries.claims_by_month(sample=found.sample), queries.corrections_by_month(sample=found.sample), found
        ),
        "speakers": lambda found: speakers(queries.speakers(found.codes, sample=found.sample), found),
        "parties": lambda found: parties(queries.parties(found.codes, sample=found.sample), found),
        "sources": lambda found: sources(queries.sources(found.codes, sample=found.sample), found),
    }
