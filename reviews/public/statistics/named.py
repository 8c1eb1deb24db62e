"""Verdicts by who made the statement: by speaker, by party, by source. Pure."""

from dataclasses import dataclass

from django.utils.translation import gettext, gettext_noop

from reviews.public.statistics.counts import COUNTED_FROM, Named
from reviews.public.statistics.plots import Point
from reviews.public.statistics.plots import rows as plot_of_rows
from reviews.public.statistics.statistic import NAMES, Basis, Statistic
from reviews.public.statistics.tables import Column, Kind, Table


@dataclass(frozen=True, slots=True)
class Words:
    """What a statistic by name says of itself; `what` heads its column, `none` stands in place of an empty table."""

    title: str
    what: str
    says: str
    plot: str
    none: str


def speakers(found: list[Named], basis: Basis) -> Statistic:
    words = Words(
        title=gettext("By speaker"),
        what=gettext("Speaker"),
        says=gettext(
            "Statements that we found the speaker to have made; false attributions are not counted against anybody. "
            "Public figures and bodies only, never private persons."
        ),
        plot=gettext("Verdicts by speaker"),
        none=gettext("No speaker has %(minimum)s verdicts yet."),
    )
    return _named("speakers", "speaker", words, found, basis)


def parties(found: list[Named], basis: Basis) -> Statistic:
    words = Words(
        title=gettext("By party"),
        what=gettext("Party"),
        says=gettext("Statements of public figures, by the party on record for them when the verdict came out."),
        plot=gettext("Verdicts by party"),
        none=gettext("No party has %(minimum)s verdicts yet."),
    )
    return _named("parties", "party", words, found, basis)


def sources(found: list[Named], basis: Basis) -> Statistic:
    words = Words(
        title=gettext("By source"),
        what=gettext("Source"),
        says=gettext(
            "Statements that a publisher made in its own words. What it reported of others, or disputed, is not "
            "counted as its own."
        ),
        plot=gettext("Verdicts by source"),
        none=gettext("No source has %(minimum)s verdicts yet."),
    )
    return _named("sources", "source", words, found, basis)


def _choice() -> str:
    return gettext(
        "Only names with %(minimum)s verdicts or more. We check what editors choose for its reach and its weight, not "
        "a fair draw of what somebody said: a high count says that we looked often, and no row says how often "
        "somebody is right."
    ) % {"minimum": COUNTED_FROM}


def _named(name: str, column: str, words: Words, found: list[Named], basis: Basis) -> Statistic:
    """One row for each name, most verdicts first; one column for each rating that any of them has."""
    given = [index for index in range(len(basis.steps)) if any(item.counts[index] for item in found)]
    heads = (Column(column, words.what, Kind.WORDS), Column("verdicts", gettext_noop("Verdicts")))
    table = Table(
        (*heads, *(Column(basis.steps[index].code, basis.steps[index].label) for index in given)),
        tuple((item.name, item.verdicts, *(item.counts[index] for index in given)) for item in found),
    )
    plot = plot_of_rows(words.plot, [Point(item.name, item.verdicts) for item in found[:NAMES]])
    return Statistic(
        name=name,
        title=words.title,
        says=(words.says, _choice()),
        finding="",
        table=table,
        shown=table.first(NAMES),
        plots=(plot,) if found else (),
        empty=words.none % {"minimum": COUNTED_FROM},
    )
