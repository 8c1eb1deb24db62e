"""Verdicts by who made the statement: by speaker, by party, by source. Pure."""

from reviews.public.statistics.counts import COUNTED_FROM, Named
from reviews.public.statistics.plots import Point
from reviews.public.statistics.plots import rows as plot_of_rows
from reviews.public.statistics.statistic import NAMES, Basis, Statistic
from reviews.public.statistics.tables import Column, Kind, Table

CHOICE = (
    f"Only names with {COUNTED_FROM} verdicts or more. We check what editors choose for its reach and its weight, not "
    "a fair draw of what somebody said: a high count says that we looked often, and no row says how often somebody is "
    "right."
)

SPEAKERS = (
    "Statements that we found the speaker to have made; false attributions are not counted against anybody. Public "
    "figures and bodies only, never private persons.",
    CHOICE,
)
PARTIES = (
    "Statements of public figures, by the party on record for them when the verdict came out.",
    CHOICE,
)
SOURCES = (
    "Statements that a publisher made in its own words. What it reported of others, or disputed, is not counted as its "
    "own.",
    CHOICE,
)


def speakers(found: list[Named], basis: Basis) -> Statistic:
    return _named("speakers", "By speaker", "speaker", SPEAKERS, found, basis)


def parties(found: list[Named], basis: Basis) -> Statistic:
    return _named("parties", "By party", "party", PARTIES, found, basis)


def sources(found: list[Named], basis: Basis) -> Statistic:
    return _named("sources", "By source", "source", SOURCES, found, basis)


def _named(name: str, title: str, what: str, says: tuple[str, ...], found: list[Named], basis: Basis) -> Statistic:
    """One row for each name, most verdicts first; one column for each rating that any of them has."""
    given = [index for index in range(len(basis.steps)) if any(item.counts[index] for item in found)]
    heads = (Column(what, what.capitalize(), Kind.WORDS), Column("verdicts", "Verdicts"))
    table = Table(
        (*heads, *(Column(basis.steps[index].code, basis.steps[index].label) for index in given)),
        tuple((item.name, item.verdicts, *(item.counts[index] for index in given)) for item in found),
    )
    plot = plot_of_rows(f"Verdicts by {what}", [Point(item.name, item.verdicts) for item in found[:NAMES]])
    return Statistic(
        name=name,
        title=title,
        says=says,
        finding="",
        table=table,
        shown=table.first(NAMES),
        plots=(plot,) if found else (),
        empty=f"No {what} has {COUNTED_FROM} verdicts yet.",
    )
