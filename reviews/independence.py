"""How many origins stand behind a verdict's evidence, pure. Two wire pieces resting on one ministry count once."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

from claims.enums import Control
from reviews.enums import Question, Stance

MINIMUM = 2
"""Independent origins that a rating on the scale needs."""


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
class Statement:
    """What evidence must not rest on: the sources that are, or belong to, who made the statement; those that the
    checked article credits; and the articles that state it themselves."""

    claimants: Collection[int] = ()
    credits: Collection[int] = ()
    articles: Collection[int] = ()


@dataclass(frozen=True, slots=True)
class Independence:
    """`circular` names the positions that rest on the statement itself, with why; they count in no group."""

    citations: int
    groups: tuple[Group, ...]
    circular: tuple[tuple[int, str], ...] = ()

    @property
    def origins(self) -> int:
        """Origins that are independent of each other, of the claimant and of the checked article."""
        return sum(not group.why_not for group in self.groups)


def independent_origins(
    citations: Sequence[Citation], *, sources: Mapping[int, SourceFacts], statement: Statement
) -> Independence:
    """Group the citations on the substance by what they rest on, by common owner and by state control.

    `sources` holds every source that is named, and their owners. Context and evidence on the attribution are
    citations, but prove nothing here. What is circular is grouped apart, so that it spoils no sound origin.
    """
    reasons = [(item, circular(item, sources=sources, statement=statement)) for item in citations]
    counted = [pair for pair in reasons if pair[0].question == Question.SUBSTANCE and pair[0].stance != Stance.CONTEXT]
    groups = [_group(members, sources) for members in _merged([item for item, why in counted if not why], sources)]
    for why in dict.fromkeys(why for _, why in counted if why):
        same = [item for item, reason in counted if reason == why]
        groups += [_group(members, sources, why) for members in _merged(same, sources)]
    return Independence(
        citations=len(citations),
        groups=tuple(sorted(groups, key=lambda group: group.positions)),
        circular=tuple((item.position, why) for item, why in reasons if why),
    )


def circular(citation: Citation, *, sources: Mapping[int, SourceFacts], statement: Statement) -> str:
    """Why a citation leads back to the statement, empty where it does not.

    What somebody says does prove that they said it, and so does whoever the article took it from: on the attribution
    only the checked article itself goes round in a circle. Context proves nothing, so it can't.
    """
    if citation.stance == Stance.CONTEXT:
        return ""
    keys = _keys(citation, sources)
    on_substance = citation.question == Question.SUBSTANCE
    if on_substance and keys & {key for source in statement.claimants for key in _keys_of_source(source, sources)}:
        return "rests on who made the statement"
    if keys & {("article", article) for article in statement.articles}:
        return "rests on the article that is being checked"
    if on_substance and keys & {("source", source) for source in statement.credits}:
        return "rests on a source that the checked article credits"
    return ""


Key = tuple[str, str | int]


def _merged(citations: Iterable[Citation], sources: Mapping[int, SourceFacts]) -> list[list[Citation]]:
    """Citations that share a key are one group, also through a third one."""
    groups: list[tuple[list[Citation], set[Key]]] = []
    for citation in citations:
        members, keys = [citation], _keys(citation, sources)
        for group in [group for group in groups if group[1] & keys]:
            groups.remove(group)
            members, keys = group[0] + members, group[1] | keys
        groups.append((members, keys))
    return [members for members, _ in groups]


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


def _group(members: list[Citation], sources: Mapping[int, SourceFacts], why_not: str = "") -> Group:
    named = {origin.source for item in members for origin in item.rests_on if origin.source is not None}
    names = [sources[source].name for source in sorted(named or {item.source for item in members}) if source in sources]
    return Group(" / ".join(names), tuple(sorted(item.position for item in members)), why_not)
