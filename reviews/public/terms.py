"""What sources let us show now. A publication obeyed its sources when it was made; a stricter limit binds it too."""

import json
from collections.abc import Iterable
from typing import Any
from urllib.parse import urlsplit

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import Case, F, OuterRef, QuerySet, When
from django.db.models.functions import JSONObject

from claims.models import Source
from reviews.models import Publication, PublishedSource
from reviews.quoting import may_quote_around, public_address, within_limit

TERMS = ("id", "link_policy", "quoting_limit", "full_text_allowed", "wikidata_id")
"""What is read of a source here: its terms, and which it is."""


def with_terms(publications: QuerySet[Publication]) -> QuerySet[Publication]:
    """Each with the terms of every source that asserted, reported, disputed or is cited, for `terms_of`. No query."""
    named = PublishedSource.objects.filter(publication=OuterRef(OuterRef("pk"))).values("source")
    sources = Source.objects.filter(pk__in=named).order_by("pk")
    read = {name: F(name) if name == "id" else _in_force(name) for name in TERMS}
    return publications.annotate(terms=ArraySubquery(sources.values(read=JSONObject(**read))))


def _in_force(name: str) -> Case:
    """A record that was merged into another shows what that one lets us show."""
    return Case(When(merged_into=None, then=F(name)), default=F(f"merged_into__{name}"))


def terms_of(publication: Publication) -> "Terms":
    """Of a publication that was read `with_terms`: a page and what it may show come in one query."""
    found: list[Any] = publication.terms  # type: ignore[attr-defined]  # `with_terms` adds it.
    return Terms(Source(**(json.loads(values) if isinstance(values, str) else values)) for values in found)


class Terms:
    """What sources let us show, asked by a source's id; an article without a source sets no terms.

    Those of a record that was merged into another are that one's: read them with `merged_into`.
    """

    def __init__(self, sources: Iterable[Source]) -> None:
        self._sources = {source.pk: source.merged_into or source for source in sources}

    @property
    def revision(self) -> tuple[tuple[object, ...], ...]:
        """Changes when a source's terms change; part of a page's ETag."""
        return tuple(tuple(getattr(source, field) for field in TERMS) for source in self._sources.values())

    def quotation(self, text: str, source_id: int | None) -> str:
        """As many words of it as its source allows."""
        return within_limit(text, self._of(source_id))

    def allow_context(self, source_id: int | None) -> bool:
        return may_quote_around(self._of(source_id))

    def link(self, address: str, source_id: int | None) -> str:
        """The address if readers may be sent there; empty where we do not link, and for anything but http(s)."""
        return web_address(public_address(address, self._of(source_id)))

    def wikidata_id(self, source_id: int | None) -> str:
        """Empty where it is not on file."""
        source = self._of(source_id)
        return source.wikidata_id if source else ""

    def _of(self, source_id: int | None) -> Source | None:
        return self._sources.get(source_id) if source_id is not None else None


def web_address(address: str) -> str:
    """The address if a browser may be sent there; empty for `javascript:` and whatever else is no http(s) address."""
    try:
        parts = urlsplit(address)
    except ValueError:
        return ""
    return address if parts.scheme in {"http", "https"} and parts.hostname else ""
