"""The smaller parts of a page's data: an article, a speaker, a piece of evidence, a quotation."""

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from typing import Any

from claims.enums import SpeakerKind
from claims.models import Anchor, Article, Figure, Source, Speaker
from reviews.figure_checks import unit_beside
from reviews.models import Contact, Evidence, EvidenceOrigin
from reviews.quoting import may_quote_around, public_address, within_limit

CONTEXT_CHARACTERS = 300


def article_part(article: Article) -> dict[str, Any]:
    return {
        "id": article.pk,
        "title": article.title,
        "address": public_address(article.address, article.source),
        "source": {"id": article.source.pk, "name": article.source.name} if article.source else None,
        "published_on": article.published_on.isoformat() if article.published_on else "",
        "byline": article.byline,
    }


def speaker_part(speaker: Speaker | None) -> dict[str, Any] | None:
    """None in the article's own voice: the claimant is the publisher then."""
    if speaker is None:
        return None
    return {
        "name": speaker.name,
        "kind": speaker.kind,
        "wikidata_id": speaker.wikidata_id,
        # A private person's politics are nobody's business.
        "party": speaker.party if speaker.kind == SpeakerKind.PUBLIC_FIGURE else "",
    }


def quote_part(anchor: Anchor | None, source: Source | None) -> tuple[str, str, str]:
    """(before, quote, after) as the public may see them; all empty for a claim without a place in a text."""
    if anchor is None or anchor.start is None or anchor.end is None:
        return "", "", ""
    if not may_quote_around(source):
        return "", within_limit(anchor.quote, source), ""
    text = anchor.article_text.text
    before = text[max(0, anchor.start - CONTEXT_CHARACTERS) : anchor.start]
    return before, anchor.quote, text[anchor.end : anchor.end + CONTEXT_CHARACTERS]


def contact_part(contact: Contact, *, today: date) -> dict[str, Any]:
    """As the public may read it; `still_open`: they may answer yet, so nobody says that they did not."""
    return {
        "whom": contact.whom,
        "how": contact.way,
        "on": contact.asked_on.isoformat(),
        "deadline": contact.deadline.isoformat() if contact.deadline else "",
        "answered_on": contact.answered_on.isoformat() if contact.answered_on else "",
        "answer": contact.answer,
        "still_open": contact.answered_on is None and contact.deadline is not None and contact.deadline >= today,
    }


def evidence_part(item: Evidence, figures: Sequence[Figure]) -> dict[str, Any]:
    """What the public may see: of withheld evidence not its title, address and words, of a protected source no name.

    `figures` are the claim's: they tell the unit of the evidence's own figure.
    """
    part = _evidence(item)
    part["figure_unit"] = unit_beside(figures, item.figure_value) if item.figure_value is not None else ""
    if item.protected:
        part["protected"] = {"description": item.protected.description, "because": item.protected.because}
    if item.withheld_because:
        hidden = dict.fromkeys(("address", "excerpt", "excerpt_translation"), "")
        part |= hidden | {"title": f"Withheld: {item.get_kind_display().lower()}", "withheld": item.withheld_because}
    return part


def _evidence(item: Evidence) -> dict[str, Any]:
    return {
        "position": item.position,
        "source": _source(item.source),
        "kind": item.kind,
        "address": public_address(item.address, item.source),
        "title": item.title,
        "published_on": item.published_on,
        "language": item.language,
        "excerpt": within_limit(item.excerpt, item.source),
        "excerpt_translation": within_limit(item.excerpt_translation, item.source),
        "stance": item.stance,
        "question": item.question,
        "primary": item.primary,
        "figure_value": _plain(item.figure_value),
        "figure_upper": _plain(item.figure_upper),
        "figure_basis": item.figure_basis,
        "figure_as_of": item.figure_as_of,
        "rests_on": [_origin(origin) for origin in item.origins.all()],
    }


def _source(source: Source) -> dict[str, Any]:
    return {
        "id": source.pk,
        "name": source.name,
        "kind": source.kind,
        "control": source.control,
        "owner": source.owner.name if source.owner else "",
    }


def _origin(origin: EvidenceOrigin) -> dict[str, Any]:
    if origin.article is not None:
        article = origin.article
        address = public_address(article.address, article.source)
        return {"kind": "article", "id": article.pk, "name": str(article), "address": address}
    return {"kind": "source", "id": origin.source_id, "name": str(origin.source), "address": ""}


def _plain(value: Decimal | None) -> str:
    """13000.000000 → 13000; decimal text, as JSON has no decimals. Empty for none."""
    return f"{value.normalize():f}" if value is not None else ""
