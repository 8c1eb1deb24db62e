"""The ways to narrow a list of verdicts, as links: what is chosen, and what else there is, with how many verdicts."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from django.http import QueryDict
from django.urls import reverse
from django.utils.translation import gettext, pgettext

from claims.enums import ClaimKind
from reviews.facets import Counted, Option
from reviews.public.scale import Choice
from reviews.public.statistics.counts import COUNTED_FROM
from reviews.wording import translated_choices

BY_NAME = ("speaker", "source")
"""Facets that count somebody: their numbers start at COUNTED_FROM, as in the statistics."""


@dataclass(frozen=True, slots=True)
class Way:
    """One value of a facet: where its link leads. `count` is None where we name nobody's number."""

    label: str
    href: str
    count: int | None = None


@dataclass(frozen=True, slots=True)
class Facet:
    name: str
    title: str
    ways: list[Way]


def facets_of(counted: Counted, query: QueryDict, scale: Iterable[Choice]) -> list[Facet]:
    """Those that are not chosen yet and have something to choose between."""
    labels = _labels(scale)
    facets = [
        Facet(name, title, [_way(name, option, query, labels.get(name, {})) for option in counted.facets.get(name, ())])
        for name, title in _titles().items()
        if not query.get(name)
    ]
    return [facet for facet in facets if len(facet.ways) > 1]


def chosen_of(query: QueryDict, form_values: Mapping[str, object], scale: Iterable[Choice]) -> list[Way]:
    """What the list is narrowed by now, each with the address of the list without it."""
    labels = _labels(scale)
    return [
        Way(f"{title}: {labels.get(name, {}).get(str(value), value)}", address(query, **{name: "", "after": ""}))
        for name, title in _titles().items()
        if (value := form_values.get(name))
    ]


def address(query: QueryDict, **changes: str) -> str:
    """This list's address with some parts changed; empty ones are left out, so that shared addresses stay short."""
    copy = query.copy()
    for name, value in changes.items():
        copy[name] = value
    for name in [name for name, value in copy.items() if not value]:
        del copy[name]
    front = reverse("public:verdicts")
    return f"{front}?{copy.urlencode()}" if copy else front


def _way(name: str, option: Option, query: QueryDict, labels: Mapping[str, str]) -> Way:
    label = option.name or str(labels.get(option.value, option.value))
    shown = None if name in BY_NAME and option.count < COUNTED_FROM else option.count
    return Way(label, address(query, **{name: option.value, "after": ""}), shown)


def _labels(scale: Iterable[Choice]) -> dict[str, dict[str, str]]:
    kinds = {str(value): str(label) for value, label in translated_choices(ClaimKind)}
    return {"rating": {item.code: item.label for item in scale}, "kind": kinds}


def _titles() -> dict[str, str]:
    return {
        "rating": gettext("Rating"),
        "kind": pgettext("what a claim states", "About"),
        "topic": gettext("Topic"),
        "year": gettext("Published in"),
        "speaker": gettext("Said by"),
        "source": gettext("Source"),
    }
