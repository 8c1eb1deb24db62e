"""Pages of a list that stay put while new verdicts come in: the next page begins after a row, not after a number."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from django.db.models import Q, QuerySet

from reviews.models import Publication

PER_PAGE = 20

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_LARGEST = 2**62


@dataclass(frozen=True, slots=True)
class Cursor:
    """The last row of a page: its rank in a search (0 otherwise), when it came out, its id."""

    rank: int
    came_out: datetime
    id: int

    @classmethod
    def read(cls, text: str) -> "Cursor | None":
        """The cursor that `write` wrote; None for anything else."""
        try:
            rank, microseconds, row = (int(part) for part in text.split("-"))
            came_out = _EPOCH + timedelta(microseconds=microseconds)
        except (ValueError, OverflowError):
            return None
        return cls(rank, came_out, row) if max(rank, row) < _LARGEST else None

    def write(self) -> str:
        return f"{self.rank}-{(self.came_out - _EPOCH) // timedelta(microseconds=1)}-{self.id}"


@dataclass(frozen=True, slots=True)
class Page:
    rows: list[Publication]
    next: str = ""


def page_of(
    publications: QuerySet[Publication], *, ranked: bool, after: Cursor | None, size: int = PER_PAGE, skip: int = 0
) -> Page:
    """One page, best match first if `ranked` (the rows then carry `rank`), else newest first. One query.

    `skip`: rows to leave out first, for programs that begin in the middle.
    """
    if after:
        # The first condition says nothing new; by it the index is entered at the right place.
        older = Q(valid_from__lte=after.came_out) & (Q(valid_from__lt=after.came_out) | Q(id__lt=after.id))
        publications = publications.filter(Q(rank__lt=after.rank) | Q(rank=after.rank) & older if ranked else older)
    order = ("-rank", "-valid_from", "-id") if ranked else ("-valid_from", "-id")
    rows = list(publications.order_by(*order)[skip : skip + size + 1])
    if len(rows) <= size:
        return Page(rows)
    last = rows[size - 1]
    return Page(rows[:size], Cursor(getattr(last, "rank", 0), last.valid_from, last.pk).write())
