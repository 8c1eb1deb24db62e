"""Evidence that was cited before: of published verdicts, of one's own ones, and of one's other drafts."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from django.contrib.auth.models import User
from django.db.models import Q, QuerySet

from claims.models import Source
from reviews.drafting import DraftBody, EvidenceInput, OriginInput
from reviews.models import Draft, Evidence

MOST_SHOWN = 10
MOST_ROWS, MOST_DRAFTS = 60, 60
SHORTEST = 3
"""Characters of a search: fewer would find nearly everything."""
LONGEST = 200
KEY = re.compile(r"(?:e(?P<evidence>\d{1,9})|d(?P<draft>\d{1,9})-(?P<row>\d{1,3}))")


@dataclass(frozen=True, slots=True)
class Earlier:
    """`key` is what the button that copies it sends; `where` says which claim it was cited for."""

    key: str
    row: EvidenceInput
    source: str
    where: str
    at: datetime


def find_earlier(user: User, review_id: int, words: str) -> list[Earlier]:
    """Up to ten that have the words in title, address or source, the newest first and each document once."""
    if len(words) < SHORTEST:
        return []
    found = sorted([*_cited(user, words), *_drafted(user, review_id, words)], key=lambda item: item.at, reverse=True)
    once: dict[tuple[str, str], Earlier] = {}
    for item in found:
        once.setdefault((item.source, item.row.address or item.row.title), item)
    return list(once.values())[:MOST_SHOWN]


def searched_earlier(user: User, review_id: int, typed: str) -> dict[str, object]:
    """What `includes/earlier.html` draws."""
    words = typed.replace("\0", "").strip()[:LONGEST]
    return {"earlier": find_earlier(user, review_id, words), "searched": words}


def earlier_row(user: User, key: str) -> EvidenceInput | None:
    """The row behind a button; None where there is none that this person may see."""
    match = KEY.fullmatch(key)
    if match is None:
        return None
    if match["evidence"]:
        item = citable_evidence(user).filter(pk=int(match["evidence"])).first()
        return row_of(item) if item else None
    draft = Draft.objects.filter(author=user, pk=int(match["draft"])).first()
    rows = DraftBody.from_json(draft.body).evidence if draft else ()
    place = int(match["row"])
    return rows[place] if place < len(rows) and _is_open(rows[place]) else None


def row_of(item: Evidence) -> EvidenceInput:
    """A stored citation as a row of the form. Its stance is towards another claim: to be looked at again."""
    return EvidenceInput(
        source=item.source.merged_into_id or item.source_id,
        kind=item.kind,
        address=item.address,
        title=item.title,
        published_on=item.published_on,
        language=item.language,
        excerpt=item.excerpt,
        excerpt_translation=item.excerpt_translation,
        stance=item.stance,
        question=item.question,
        primary=item.primary,
        figure_value=_plain(item.figure_value),
        figure_upper=_plain(item.figure_upper),
        figure_basis=item.figure_basis,
        figure_as_of=item.figure_as_of,
        rests_on=tuple(OriginInput(origin.source_id, origin.article_id) for origin in item.origins.all()),
    )


def citable_evidence(user: User) -> QuerySet[Evidence]:
    """Unpublished verdicts of other people stay unseen; what is withheld or protected is not passed on."""
    seen = Q(verdict__publication__isnull=False) | Q(verdict__author=user)
    rows = Evidence.objects.filter(seen, withheld_because="", protected=None)
    return rows.select_related("source__merged_into", "verdict__review__claim").prefetch_related("origins")


def _cited(user: User, words: str) -> Iterator[Earlier]:
    hit = Q(title__icontains=words) | Q(address__icontains=words) | Q(source__name__icontains=words)
    for item in citable_evidence(user).filter(hit).order_by("-pk")[:MOST_ROWS]:
        verdict = item.verdict
        yield Earlier(f"e{item.pk}", row_of(item), item.source.name, str(verdict.review.claim), verdict.submitted_at)


def _drafted(user: User, review_id: int, words: str) -> Iterator[Earlier]:
    drafts = list(
        Draft.objects.filter(author=user)
        .exclude(review=review_id)
        .select_related("review__claim")
        .order_by("-updated_at")[:MOST_DRAFTS]
    )
    rows = [
        (draft, place, row)
        for draft in drafts
        for place, row in enumerate(DraftBody.from_json(draft.body).evidence)
        if _is_open(row)
    ]
    names = dict(Source.objects.filter(pk__in={row.source for _, _, row in rows}).values_list("pk", "name"))
    for draft, place, row in rows:
        source = names.get(row.source or 0, row.source_typed)
        if any(words.lower() in text.lower() for text in (row.title, row.address, source)):
            where = f"your draft on {draft.review.claim}"
            yield Earlier(f"d{draft.pk}-{place}", row, source, where, draft.updated_at)


def _is_open(row: EvidenceInput) -> bool:
    return not (row.withheld_because or row.protected)


def _plain(figure: object) -> str:
    """`12800.000000` as 12800."""
    text = "" if figure is None else f"{figure:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text
