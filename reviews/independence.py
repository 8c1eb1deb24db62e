"""How many origins stand behind a verdict's evidence, pure. Two wire pieces resting on one ministry count once."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

from claims.enums import Control
from reviews.enums import Question, Stance

MINIMUM = 2
"""Independent origins that a rating on the scale needs (DESIGN.md, section 4)."""


@dataclass(frozen=True, slots=True)
class SourceFacts:
    """What independence needs to know of a source; `owner` is the id of its owner, None when it has none on file."""

    id: int
    name: str
    owner: int | None = None
    control: str = Control.UNKNOWN.value
    country: str = ""


@dataclass(frozen=True, slots=True)
class Origin:
    """What a citation rests on: a source, or an article (with its publisher, where known)."""

    source: int | None = None
    article: int | None = None


@dataclass(frozen=True, slots=True)
class Citation:
    position: int
    source: int
    question: str
    stance: str
    rests_on: tuple[Origin, ...] = ()


@dataclass(frozen=True, slots=True)
class Group:
    """Citations with one origin; `why_not` says why it does not count, empty when it does."""

    name: str
    positions: tuple[int, ...]
    why_not: str = ""


@dataclass(frozen=True, slots=True)
class Independence:
    citations: int
    groups: tuple[Group, ...]

    @property
    def origins(self) -> int:
        """Origins that are independent of each other, of the claimant and of the checked article."""
        return sum(not group.why_not for group in self.groups)


def independent_origins(
    citations: Sequence[Citation],
    *,
    sources: Mapping[int, SourceFacts],
    claimants: Collection[int] = (),
    checked_article: int | None = None,
) -> Independence:
    """Group the citations on the substance by what they rest on, by common owner and by state control.

    `sources` holds every source that is named, and their owners; `claimants` are the sources that are, or belong to,
    who made the statement. Context and evidence on the attribution are citations, but prove nothing here.
    """
    counted = [item for item in citations if item.question == Question.SUBSTANCE and item.stance != Stance.CONTEXT]
    own_words = {key for claimant in claimants for key in _keys_of_source(claimant, sources)}
    groups = [_group(members, keys, sources, own_words, checked_article) for members, keys in _merged(counted, sources)]
    return Independence(citations=len(citations), groups=tuple(groups))


Key = tuple[str, str | int]


def _merged(citations: Iterable[Citation], sources: Mapping[int, SourceFacts]) -> list[tuple[list[Citation], set[Key]]]:
    """Citations that share a key are one group, also through a third one."""
    groups: list[tuple[list[Citation], set[Key]]] = []
    for citation in citations:
        members, keys = [citation], _keys(citation, sources)
        for group in [group for group in groups if group[1] & keys]:
            groups.remove(group)
            members, keys = group[0] + members, group[1] | keys
        groups.append((members, keys))
    return groups


def _keys(citation: Citation, sources: Mapping[int, SourceFacts]) -> set[Key]:
    origins = citation.rests_on or (Origin(source=citation.source),)
    keys: set[Key] = {("article", origin.article) for origin in origins if origin.article is not None}
    for origin in origins:
        if origin.source is not None:
            keys |= _keys_of_source(origin.source, sources)
    return keys


def _keys_of_source(source: int, sources: Mapping[int, SourceFacts]) -> set[Key]:
    """The source and its owners up to the last; for state-controlled ones also the state, so that one counts once."""
    keys: set[Key] = set()
    current: int | None = source
    while current is not None and ("source", current) not in keys:
        keys.add(("source", current))
        facts = sources.get(current)
        if facts and facts.control == Control.STATE_CONTROLLED and facts.country:
            keys.add(("state", facts.country))
        current = facts.owner if facts else None
    return keys


def _group(
    members: list[Citation],
    keys: set[Key],
    sources: Mapping[int, SourceFacts],
    own_words: set[Key],
    checked_article: int | None,
) -> Group:
    why_not = ""
    if keys & own_words:
        why_not = "rests on who made the statement"
    elif checked_article is not None and ("article", checked_article) in keys:
        why_not = "rests on the article that is being checked"
    named = {origin.source for item in members for origin in item.rests_on if origin.source is not None}
    names = [sources[source].name for source in sorted(named or {item.source for item in members}) if source in sources]
    return Group(" / ".join(names), tuple(sorted(item.position for item in members)), why_not)
