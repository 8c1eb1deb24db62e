"""How many verdicts rest on independent origins, over time. Pure."""

from collections import Counter
from datetime import date

from reviews.independence import MINIMUM
from reviews.public.statistics.counts import Rated
from reviews.public.statistics.plots import columns
from reviews.public.statistics.statistic import MONTHS, Basis, Statistic, all_months, by_month
from reviews.public.statistics.tables import Column, Kind, Table, share

COLUMNS = (
    Column("month", "Month", Kind.MONTH),
    Column("rated", "Verdicts on the scale"),
    Column("independent", f"With {MINIMUM} or more origins"),
    Column("exceptions", "With fewer, and the reason on the page"),
    Column("percent", f"Share with {MINIMUM} or more", Kind.PERCENT),
)

SAYS = (
    f"Of the verdicts on our scale, how many rest on at least {MINIMUM} origins that are independent of each other and "
    "of who made the statement. The others say on their page why fewer were enough.",
    "False attributions, and verdicts off the scale, are not counted: they need no second origin.",
)


def independence(rows: list[Rated], basis: Basis) -> Statistic:
    rated, independent = Counter[date](), Counter[date]()
    for row in rows:
        rated[row.month] += row.rated
        independent[row.month] += row.independent
    months = all_months([row.month for row in rows if row.rated], basis)
    shares = {month: share(independent[month], rated[month]) for month in months}
    table = Table(
        COLUMNS,
        tuple(
            (month, rated[month], independent[month], rated[month] - independent[month], shares[month])
            for month in months
        ),
    )
    whole, part = rated.total(), independent.total()
    return Statistic(
        name="independence",
        title=f"Verdicts with {MINIMUM} independent origins",
        says=SAYS,
        finding=f"{part:,} of {whole:,} verdicts on the scale ({share(part, whole):.1f} %)." if whole else "",
        table=table,
        shown=table.latest(MONTHS),
        plots=(columns("Share by month", by_month(shares, months), top=100, unit=" %"),) if months else (),
        empty="No verdict on the scale stands yet.",
    )
