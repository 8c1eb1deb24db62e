"""How long a verdict takes. Pure."""

from datetime import timedelta

from reviews.public.statistics.counts import Times
from reviews.public.statistics.plots import Point
from reviews.public.statistics.plots import rows as plot_of_rows
from reviews.public.statistics.statistic import Statistic
from reviews.public.statistics.tables import Column, Kind, Table, share

LIMITS = tuple(timedelta(days=days) for days in (1, 3, 7, 14, 30, 90))

LABELS = (
    "Up to 1 day",
    "1 to 3 days",
    "3 to 7 days",
    "7 to 14 days",
    "14 to 30 days",
    "30 to 90 days",
    "More than 90 days",
)

COLUMNS = (
    Column("time", "Time to the first verdict", Kind.WORDS),
    Column("verdicts", "Verdicts"),
    Column("percent", "Share", Kind.PERCENT),
)

SAYS = (
    "From the day when a claim was entered in our files to its first published verdict, whatever "
    "became of it. Verdicts published before we recorded that day are not counted.",
)


def times(found: Times) -> Statistic:
    """`found.counts` are of LIMITS, and the last of what took longer."""
    table = Table(
        COLUMNS,
        tuple((label, count, share(count, found.verdicts)) for label, count in zip(LABELS, found.counts, strict=True))
        if found.verdicts
        else (),
    )
    return Statistic(
        name="time-to-verdict",
        title="Time to verdict",
        says=SAYS,
        finding=f"Half of {found.verdicts:,} first verdicts took at most {in_days(found.median)}."
        if found.median is not None
        else "",
        table=table,
        shown=table,
        plots=(
            plot_of_rows(
                "Verdicts by the time that they took",
                [Point(label, count) for label, count in zip(LABELS, found.counts, strict=True)],
            ),
        )
        if found.verdicts
        else (),
        empty="No verdict says yet when its claim came in.",
    )


def in_days(time: timedelta) -> str:
    """To a tenth of a day; below one day in hours, and below one of these in minutes."""
    for size, name in ((timedelta(days=1), "day"), (timedelta(hours=1), "hour")):
        if time >= size:
            return _counted(round(time / size, 1), name)
    minutes = round(time / timedelta(minutes=1))
    return _counted(minutes, "minute") if minutes else "a minute"


def _counted(number: float, name: str) -> str:
    text = f"{number:,.1f}".removesuffix(".0")
    return f"{text} {name}" if text == "1" else f"{text} {name}s"
