"""How many verdicts rest on independent origins, over time. Pure."""

from collections import Counter
from datetime import date

from django.utils.translation import gettext

from reviews.dates import number_in_words
from reviews.independence import MINIMUM
from reviews.public.statistics.counts import Rated
from reviews.public.statistics.plots import columns
from reviews.public.statistics.statistic import MONTHS, Basis, Statistic, all_months, by_month
from reviews.public.statistics.tables import Column, Kind, Table, in_words, share


def _columns() -> tuple[Column, ...]:
    words = {"minimum": MINIMUM}
    return (
        Column("month", gettext("Month"), Kind.MONTH),
        Column("rated", gettext("Verdicts on the scale")),
        Column("independent", gettext("With %(minimum)s or more origins") % words),
        Column("exceptions", gettext("With fewer, and the reason on the page")),
        Column("percent", gettext("Share with %(minimum)s or more") % words, Kind.PERCENT),
    )


def _says() -> tuple[str, ...]:
    return (
        gettext(
            "Of the verdicts on our scale, how many rest on at least %(minimum)s origins that are independent of each "
            "other and of who made the statement. The others say on their page why fewer were enough."
        )
        % {"minimum": MINIMUM},
        gettext("False attributions, and verdicts off the scale, are not counted: they need no second origin."),
    )


def independence(rows: list[Rated], basis: Basis) -> Statistic:
    rated, independent = Counter[date](), Counter[date]()
    for row in rows:
        rated[row.month] += row.rated
        independent[row.month] += row.independent
    months = all_months([row.month for row in rows if row.rated], basis)
    shares = {month: share(independent[month], rated[month]) for month in months}
    table = Table(
        _columns(),
        tuple(
            (month, rated[month], independent[month], rated[month] - independent[month], shares[month])
            for month in months
        ),
    )
    whole, part = rated.total(), independent.total()
    return Statistic(
        name="independence",
        title=gettext("Verdicts with %(minimum)s independent origins") % {"minimum": MINIMUM},
        says=_says(),
        finding=gettext("%(part)s of %(whole)s verdicts on the scale (%(share)s).")
        % {
            "part": number_in_words(part, 0),
            "whole": number_in_words(whole, 0),
            "share": in_words(share(part, whole), Kind.PERCENT),
        }
        if whole
        else "",
        table=table,
        shown=table.latest(MONTHS),
        plots=(columns(gettext("Share by month"), by_month(shares, months), top=100, unit="\u00a0%"),)
        if months
        else (),
        empty=gettext("No verdict on the scale stands yet."),
    )
