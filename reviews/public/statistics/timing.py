"""How long a verdict takes. Pure."""

from datetime import timedelta

from django.utils.translation import get_language, gettext, gettext_noop, ngettext

from reviews.dates import number_in_words
from reviews.public.statistics.counts import Times
from reviews.public.statistics.plots import Point
from reviews.public.statistics.plots import rows as plot_of_rows
from reviews.public.statistics.statistic import Statistic
from reviews.public.statistics.tables import Column, Kind, Table, share

LIMITS = tuple(timedelta(days=days) for days in (1, 3, 7, 14, 30, 90))

LABELS = (
    gettext_noop("Up to 1 day"),
    gettext_noop("1 to 3 days"),
    gettext_noop("3 to 7 days"),
    gettext_noop("7 to 14 days"),
    gettext_noop("14 to 30 days"),
    gettext_noop("30 to 90 days"),
    gettext_noop("More than 90 days"),
)

COLUMNS = (
    Column("time", gettext_noop("Time to the first verdict"), Kind.WORDS),
    Column("verdicts", gettext_noop("Verdicts")),
    Column("percent", gettext_noop("Share"), Kind.PERCENT),
)

SAYS = (
    gettext_noop(
        "From the day when a claim was entered in our files to its first published verdict, whatever became of it. "
        "Verdicts published before we recorded that day are not counted."
    ),
)


def times(found: Times) -> Statistic:
    """`found.counts` are of LIMITS, and the last of what took longer."""
    labels = [gettext(label) for label in LABELS]
    table = Table(
        COLUMNS,
        tuple((label, count, share(count, found.verdicts)) for label, count in zip(labels, found.counts, strict=True))
        if found.verdicts
        else (),
    )
    return Statistic(
        name="time-to-verdict",
        title=gettext("Time to verdict"),
        says=SAYS,
        finding=_finding(found),
        table=table,
        shown=table,
        plots=(
            plot_of_rows(
                gettext("Verdicts by the time that they took"),
                [Point(label, count) for label, count in zip(labels, found.counts, strict=True)],
            ),
        )
        if found.verdicts
        else (),
        empty=gettext("No verdict says yet when its claim came in."),
    )


def _finding(found: Times) -> str:
    if found.median is None:
        return ""
    return gettext("Half of %(verdicts)s first verdicts took at most %(time)s.") % {
        "verdicts": number_in_words(found.verdicts, 0),
        "time": in_days(found.median),
    }


def in_days(time: timedelta) -> str:
    """To a tenth of a day; below one day in hours, and below one of these in minutes."""
    if time >= timedelta(days=1):
        number = round(time / timedelta(days=1), 1)
        return ngettext("%(number)s day", "%(number)s days", plural_of(number)) % {"number": _shown(number)}
    if time >= timedelta(hours=1):
        number = round(time / timedelta(hours=1), 1)
        return ngettext("%(number)s hour", "%(number)s hours", plural_of(number)) % {"number": _shown(number)}
    minutes = max(1, round(time / timedelta(minutes=1)))
    return ngettext("%(number)s minute", "%(number)s minutes", minutes) % {"number": minutes}


def plural_of(number: float) -> int:
    """The whole number that asks for the same form: 1.5 days, but in French 1,5 jour."""
    is_french = (get_language() or "").startswith("fr")
    return 1 if number == 1 or (is_french and number < 2) else 2


def _shown(number: float) -> str:
    return number_in_words(number, 0 if number == round(number) else 1)
