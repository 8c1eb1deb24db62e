"""“Did you mean”: another spelling of a search that found nothing, offered only if it finds something public."""

from collections.abc import Iterator

from django.db.models import Q
from django.http import QueryDict

from reviews.filters import PublicationFilter, without_negated
from reviews.models import Rating, SearchWord
from reviews.selectors import published
from reviews.spelling import BEGINNING, SHORTEST, completions, keys_of, nearest, respelled, words_of

TRIES = 3
"""Spellings that are searched for; each costs a query."""


def suggested(query: QueryDict, ratings: list[Rating]) -> str:
    """The search in another spelling, with which the same filters find something; empty without one.

    One query for the words and one for each spelling tried. What is suggested was found among what is published now,
    so that no word of a text that is not public, or not any more, comes out this way.
    """
    typed = query.get("q", "")
    for spelling in _spellings(typed):
        other = query.copy()
        other["q"] = spelling
        if PublicationFilter(other, queryset=published(), ratings=ratings).qs.exists():
            return spelling
    return ""


def _spellings(typed: str) -> Iterator[str]:
    words = words_of([without_negated(typed)], shortest=BEGINNING)
    if not words:
        return
    known = list(SearchWord.objects.filter(_like(words)).values_list("word", flat=True)[:1000])
    near = {word: _others(word, known) for word in words if word not in known}
    # A word that we know is kept first, and doubted only when the others alone do not help.
    doubted = {word: _others(word, known) for word in words if word in known}
    seen = {typed}
    for choice in (near, near | doubted):
        for place in range(TRIES):
            chosen = {word: others[min(place, len(others) - 1)] for word, others in choice.items() if others}
            spelling = respelled(typed, chosen)
            if spelling not in seen and len(seen) <= TRIES:
                seen.add(spelling)
                yield spelling


def _like(words: list[str]) -> Q:
    """Words that share a key with one of these, or begin with one."""
    keys = sorted({key for word in words if len(word) >= SHORTEST for key in keys_of(word)})
    wanted = Q(keys__overlap=keys)
    for word in words:
        wanted |= Q(word__startswith=word)
    return wanted


def _others(word: str, known: list[str]) -> list[str]:
    """What may have been meant: words one slip away, then those that begin so."""
    near = nearest(word, known) if len(word) >= SHORTEST else []
    return list(dict.fromkeys([*near, *completions(word, known)]))
