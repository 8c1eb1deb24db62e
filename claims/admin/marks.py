"""An article's text cut into passages: what claims stand on, what is furniture, what is neither. Pure cutting."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Any

from claims.enums import ClaimStatus
from claims.extraction.values import Zone, ZoneKind
from claims.extraction.zones import zones
from claims.models import ArticleText

GREYED = {ZoneKind.CAPTION, ZoneKind.CREDIT_LINE, ZoneKind.BYLINE, ZoneKind.TAIL_NOTE, ZoneKind.FURNITURE}
"""Where extraction looks for no claims."""

SETTLED = {ClaimStatus.SET_ASIDE, ClaimStatus.DISMISSED}
"""Marked faintly: nothing is to be done about them."""


@dataclass(frozen=True, slots=True)
class Passage:
    """A stretch of text. `claims` stand on it, several where they overlap; `anchor` is its id on the page."""

    text: str
    zone: str
    claims: tuple[Any, ...] = ()
    anchor: str = ""

    @property
    def greyed(self) -> bool:
        return self.zone in GREYED

    @property
    def settled(self) -> bool:
        return all(claim.status in SETTLED for claim in self.claims)

    @property
    def hint(self) -> str:
        return " · ".join(f"{claim.wording} ({claim.get_status_display().lower()})" for claim in self.claims)


@dataclass(slots=True)
class Marked:
    """`in_order`: the claims as they stand in the text, those without a place last."""

    passages: list[Passage] = field(default_factory=list)
    in_order: list[Any] = field(default_factory=list)


def mark(article_text: ArticleText, claims: Sequence[Any]) -> Marked:
    """The whole text, in passages whose texts add up to it. Each claim carries its places here as `anchors_here`.

    A claim that has a place gets `passage`, the id of the passage where it begins.
    """
    places = [(anchor.start, anchor.end, claim) for claim in claims for anchor in claim.anchors_here if anchor.quote]
    places.sort(key=lambda place: (place[0], -place[1], place[2].pk))
    marked = Marked(list(_cut(article_text.text, places, zones(article_text.text))))
    for passage in marked.passages:
        for claim in passage.claims:
            if not hasattr(claim, "passage"):
                claim.passage = passage.anchor
    placed = {claim.pk: claim for _, _, claim in places}
    marked.in_order = [*placed.values(), *(claim for claim in claims if claim.pk not in placed)]
    return marked


def _cut(text: str, places: list[tuple[int, int, Any]], found: Sequence[Zone]) -> Iterable[Passage]:
    """Cuts wherever a claim or a zone begins or ends; one sweep over the sorted places and zones."""
    edges = {0, len(text)} | {edge for start, end, _ in places for edge in (start, end)}
    edges |= {edge for zone in found for edge in (zone.start, zone.end)}
    cuts = sorted(edges)
    standing: list[tuple[int, int, Any]] = []
    coming, zone_at = 0, 0
    for number, (start, end) in enumerate(pairwise(cuts)):
        standing = [place for place in standing if place[1] > start]
        while coming < len(places) and places[coming][0] == start:
            standing.append(places[coming])
            coming += 1
        while zone_at < len(found) and found[zone_at].end <= start:
            zone_at += 1
        inside = zone_at < len(found) and found[zone_at].start <= start
        here = tuple(dict.fromkeys(claim for _, _, claim in standing))
        yield Passage(text[start:end], found[zone_at].kind if inside else "", here, f"passage-{number}" if here else "")
