"""Records by the names that people type: no drop-down of a thousand sources, and nothing typed is lost."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from django.db.models import Q
from django.db.models.functions import Lower

from claims.models import Article, Source
from reviews.drafting import DraftBody, OriginInput

ARTICLE = re.compile(r"article\s+#?([0-9]{1,10})", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Names:
    """What the names on one page mean; sources by lower-case name and alias, articles that exist."""

    sources: Mapping[str, int] = field(default_factory=dict)
    articles: frozenset[int] = frozenset()

    def source(self, typed: str) -> int | None:
        return self.sources.get(typed.lower())

    def origins(self, typed: str) -> tuple[tuple[OriginInput, ...], str]:
        """Origins of “OHCHR; article 12; nobody”, and what names no record: “nobody”."""
        known: list[OriginInput] = []
        unknown: list[str] = []
        for name in split(typed):
            match = ARTICLE.fullmatch(name)
            if match and int(match[1]) in self.articles:
                known.append(OriginInput(article=int(match[1])))
            elif (source := self.source(name)) is not None:
                known.append(OriginInput(source=source))
            else:
                unknown.append(name)
        return tuple(dict.fromkeys(known)), "; ".join(unknown)


def split(typed: str) -> list[str]:
    return [name for part in typed.split(";") if (name := " ".join(part.split()))]


def look_up(typed: Iterable[str]) -> Names:
    """What all these names mean: two queries, however many names."""
    names = set(typed)
    lower = {name.lower() for name in names}
    sources: dict[str, int] = {}
    found = Source.objects.annotate(lower_name=Lower("name")).filter(
        Q(lower_name__in=lower) | Q(aliases__overlap=list(names))
    )
    for source in found.order_by("pk"):
        # A merged record's name leads to the record that took its place; a name wins over an alias.
        for alias in source.aliases:
            sources.setdefault(alias.lower(), source.merged_into_id or source.pk)
    sources |= {source.name.lower(): source.merged_into_id or source.pk for source in found}
    numbers = {int(match[1]) for name in names if (match := ARTICLE.fullmatch(name))}
    return Names(sources, frozenset(Article.objects.filter(pk__in=numbers).values_list("pk", flat=True)))


def source_names(body: DraftBody) -> dict[int, str]:
    """Names of the sources that a stored draft cites: one query."""
    ids = {item.source for item in body.evidence} | {o.source for item in body.evidence for o in item.rests_on}
    return dict(Source.objects.filter(pk__in=[pk for pk in ids if pk]).values_list("pk", "name"))
