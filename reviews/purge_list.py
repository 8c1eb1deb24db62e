"""Which addresses show something else since a publication changed: what a cache before us must let go of. Pure."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final

from django.conf import settings
from django.urls import reverse
from django.utils import translation

# Each shows, lists or counts every publication.
_LISTS: Final = (
    *("public:verdicts", "public:sources", "public:corrections", "public:statistics", "machines:assessors-file"),
    *("public:verdicts-feed", "public:corrections-feed", "machines:claim-reviews", "machines:sitemap"),
    *("api:verdicts", "api:corrections", "api:sources", "api:articles"),
)
_OF_A_CLAIM: Final = ("public:claim", "public:share-svg", "public:share-png", "public:embed", "api:verdict")
_OF_AN_ARTICLE: Final = ("public:article", "api:article")
_OF_A_SOURCE: Final = ("public:source", "api:source")

SHEETS: Final = ("ratings", "time-to-verdict", "independence", "corrections", "speakers", "parties", "sources")
"""Names of the statistics' tables, each a file."""

KEPT: Final = frozenset(
    [*_LISTS, *_OF_A_CLAIM, *_OF_AN_ARTICLE, *_OF_A_SOURCE, "public:verdict", "machines:sheet"],
)
"""Names of the addresses that a cache may keep, as each of them is purged when what it shows has changed.

Without a query: nobody can list every search and every page of a list, so those are asked about each time.
"""


@dataclass(frozen=True, slots=True)
class Changed:
    """A publication that changed, and where it shows. `former`: slugs of addresses that it had before."""

    claim_id: int
    slug: str
    articles: tuple[int, ...]
    sources: tuple[int, ...]
    former: tuple[str, ...] = ()


def changed_paths(changed: Iterable[Changed]) -> list[str]:
    """Every path once, in a lasting order and in every language."""
    pages = list(changed)
    paths: dict[str, None] = {}
    for code, _ in settings.LANGUAGES:
        with translation.override(code):
            paths |= dict.fromkeys(_paths(pages))
    return list(paths)


def _paths(pages: list[Changed]) -> Iterator[str]:
    """In the language that is spoken. The lists come last: what they lead to has been let go of by then."""
    for page in pages:
        yield from (reverse("public:verdict", args=[page.claim_id, slug]) for slug in (page.slug, *page.former))
        yield from (reverse(name, args=[page.claim_id]) for name in _OF_A_CLAIM)
        yield from (reverse(name, args=[pk]) for pk in page.articles for name in _OF_AN_ARTICLE)
        yield from (reverse(name, args=[pk]) for pk in page.sources for name in _OF_A_SOURCE)
    if pages:
        yield from (reverse("machines:sheet", args=[name]) for name in SHEETS)
        yield from map(reverse, _LISTS)
