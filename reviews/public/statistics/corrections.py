"""What we had to correct, over time and for each verdict. Pure."""

from collections import Counter
from datetime import date
from itertools import accumulate

from django.utils.translation import gettext, gettext_noop, ngettext

from reviews.dates import number_in_words
from reviews.enums import CorrectionKind
from reviews.public.statistics.plots import columns, nice_ceiling
from reviews.public.statistics.statistic import MONTHS, Basis, Statistic, all_months, by_month
from reviews.public.statistics.tables import Column, Kind, Table, share

COLUMNS = (
    Column("month", gettext_noop("Month"), Kind.MONTH),
    Column("new_verdicts", gettext_noop("Claims with a first verdict")),
    *(Column(kind.value, kind.label) for kind in CorrectionKind),
    Column("errors_per_100_verdicts", gettext_noop("Errors per 100 claims so far"), Kind.NUMBER),
)

SAYS = (
    gettext_noop(
        "Each counts in the month when we published it. Updates and clarifications say that something changed; minor "
        "and substantive corrections and retractions that we were wrong, and only these are errors."
    ),
    gettext_noop(
        "The rate sets all errors until then against all claims that had a verdict by then, those since retracted "
        "among them."
    ),
)


def corrections(firsts: list[tuple[date, int]], made: list[tuple[date, str, int]], basis: Basis) -> Statistic:
    """`firsts`: claims by the month of their first verdict; `made`: corrections by month and kind."""
    new = dict(firsts)
    counts = Counter({(month, kind): count for month, kind, count in made})
    months = all_months([*new, *(month for month, _, _ in made)], basis)
    errors = [sum(counts[month, kind] for kind in CorrectionKind if kind.is_error) for month in months]
    verdicts = [new.get(month, 0) for month in months]
    rates = [share(part, whole) for part, whole in zip(accumulate(errors), accumulate(verdicts), strict=True)]
    lines = zip(months, verdicts, rates, strict=True)
    table = Table(
        COLUMNS,
        tuple((month, count, *(counts[month, kind] for kind in CorrectionKind), rate) for month, count, rate in lines),
    )
    kinds = [kind for kind in CorrectionKind if any(counts[month, kind] for month in months)]
    top = nice_ceiling(max((counts[month, kind] for month in months[-MONTHS:] for kind in kinds), default=0))
    return Statistic(
        name="corrections",
        title=gettext("Corrections"),
        says=SAYS,
        finding=_finding(sum(errors), sum(verdicts), rates[-1] if rates else None),
        table=table,
        shown=table.latest(MONTHS),
        plots=tuple(
            columns(gettext(kind.label), by_month({month: counts[month, kind] for month in months}, months), top=top)
            for kind in kinds
        ),
        empty=gettext("No verdict was published yet, so there is nothing to correct."),
    )


def _finding(errors: int, verdicts: int, rate: float | None) -> str:
    if rate is None:
        return ""
    says = ngettext(
        "%(errors)s error corrected in %(verdicts)s claims with a verdict (%(rate)s in 100).",
        "%(errors)s errors corrected in %(verdicts)s claims with a verdict (%(rate)s in 100).",
        errors,
    )
    return says % {
        "errors": number_in_words(errors, 0),
        "verdicts": number_in_words(verdicts, 0),
        "rate": number_in_words(rate, 1),
    }
