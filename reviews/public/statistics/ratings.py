"""Verdicts by rating over time. Pure."""

from collections import Counter

from django.utils.translation import gettext, gettext_noop, ngettext

from reviews.dates import number_in_words
from reviews.public.statistics.counts import Rated
from reviews.public.statistics.plots import columns, nice_ceiling
from reviews.public.statistics.statistic import MONTHS, Basis, Statistic, all_months, by_month
from reviews.public.statistics.tables import Column, Kind, Table

SAYS = (
    gettext_noop(
        "Each claim counts once, with the verdict that stands now, in the month of its first verdict. Verdicts under "
        "re-examination and retracted ones have no rating, so they are not here."
    ),
)


def ratings(rows: list[Rated], basis: Basis) -> Statistic:
    """One column for each rating that was ever given; one row for each month, those without a verdict too."""
    counts = Counter[tuple[object, str]]()
    for row in rows:
        counts[row.month, row.code] += row.verdicts
    given = {row.code for row in rows}
    steps = [step for step in basis.steps if step.code in given]
    months = all_months([row.month for row in rows], basis)
    heads = (Column("month", gettext_noop("Month"), Kind.MONTH), *(Column(step.code, step.label) for step in steps))
    lines = [(month, [counts[month, step.code] for step in steps]) for month in months]
    table = Table(
        (*heads, Column("all", gettext_noop("All"))), tuple((month, *line, sum(line)) for month, line in lines)
    )
    top = nice_ceiling(max((counts[month, step.code] for month in months[-MONTHS:] for step in steps), default=0))
    return Statistic(
        name="ratings",
        title=gettext("Verdicts by rating"),
        says=SAYS,
        finding=ngettext("%(count)s verdict stands.", "%(count)s verdicts stand.", counts.total())
        % {"count": number_in_words(counts.total(), 0)},
        table=table,
        shown=table.latest(MONTHS),
        plots=tuple(
            columns(
                step.label,
                by_month({month: counts[month, step.code] for month in months}, months),
                top=top,
                tone=step.tone,
            )
            for step in steps
        ),
        empty=gettext("No verdict stands yet."),
    )
