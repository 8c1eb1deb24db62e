"""What extraction found becomes proposed claims: new ones are added, known ones refreshed or left to a person."""

import logging
from collections.abc import Iterable, Iterator
from typing import Any

from django.apps import apps

from claims.enums import ClaimStatus
from claims.errors import ClaimInvalid
from claims.extraction import ExtractedClaim, Extraction
from claims.figures import FigureInput, from_extraction
from claims.models import Article, ArticleText, Claim, Figure, Speaker
from claims.services.anchors import place_anchors
from claims.services.editing import figure_rows, replace_figures
from claims.services.speakers import speaker_records

log = logging.getLogger(__name__)

REPLACED = ("wording", "kind", "speaker", "via", "score", "reasons", "dates", "extractor", "status", "readings")
"""What a newer extraction may change of a proposal that nobody has worked on."""


def store_proposals(*, text: ArticleText, extraction: Extraction) -> dict[str, list[int]]:
    """The ids of claims `added`, `changed`, `unchanged`, `kept` as a person left them, and `missing`: not found now.

    The caller holds the article's lock. Queries grow with what changes, not with what is added or stays.
    """
    found: dict[str, ExtractedClaim] = {}
    for claim in extraction.claims:
        found.setdefault(claim.fingerprint, claim)
    known = known_claims(text.article)
    speakers = speaker_records(name for claim in found.values() for name in (claim.speaker, claim.via) if name)
    described = {mark: _values(claim, text.article, speakers, extraction.version) for mark, claim in found.items()}

    result: dict[str, list[int]] = {"changed": [], "unchanged": [], "kept": []}
    for mark in found.keys() & known.keys():
        result[_refresh(known[mark], found[mark], described[mark])].append(known[mark].pk)
    added = _add([mark for mark in found if mark not in known], found, described, text.article)
    everywhere = known | added
    places = ((everywhere[mark], claim.start, claim.end) for mark, claim in found.items())
    place_anchors(article_text=text, places=places)

    seen = {everywhere[mark].pk for mark in found}
    result["added"] = [claim.pk for claim in added.values()]
    # A claim that a person wrote was never extraction's to find.
    result["missing"] = [claim.pk for claim in known.values() if claim.pk not in seen and claim.extractor]
    return {what: sorted(set(ids)) for what, ids in result.items()}


def known_claims(article: Article) -> dict[str, Claim]:
    """The article's claims by every fingerprint they ever had: a reworded one is found by its first wording too."""
    history = apps.get_model("claims", "ClaimHistory").objects.filter(pgh_obj__article=article)
    claims = {claim.pk: claim for claim in article.claims.select_for_update(no_key=True).order_by("pk")}
    former = history.order_by("pgh_id").values_list("fingerprint", "pgh_obj_id")
    return {mark: claims[pk] for mark, pk in former} | {claim.fingerprint: claim for claim in claims.values()}


def _add(
    marks: Iterable[str],
    found: dict[str, ExtractedClaim],
    described: dict[str, dict[str, Any]],
    article: Article,
) -> dict[str, Claim]:
    claims = {mark: Claim(article=article, fingerprint=mark, **described[mark]) for mark in marks}
    Claim.objects.bulk_create(claims.values())
    Figure.objects.bulk_create(
        row for mark, claim in claims.items() for row in figure_rows(claim, _figures(found[mark]))
    )
    return claims


def _figures(found: ExtractedClaim) -> Iterator[FigureInput]:
    """A number that no column holds is left out; the claim and its wording stay."""
    for figure in found.figures:
        try:
            yield from_extraction(figure)
        except ClaimInvalid as error:
            log.warning("A figure of “%s” was left out: %s", found.text[:100], error)


def _refresh(known: Claim, found: ExtractedClaim, values: dict[str, Any]) -> str:
    if known.touched_at is not None or known.frozen_at is not None or known.created_by_id is not None:
        return "kept"
    changes = {name: values[name] for name in REPLACED if getattr(known, name) != values[name]}
    if not changes:
        return "unchanged"
    for name, value in changes.items():
        setattr(known, name, value)
    known.save(update_fields=list(changes))
    replace_figures(known, _figures(found))
    return "changed" if changes.keys() - {"extractor"} else "unchanged"


def _values(found: ExtractedClaim, article: Article, speakers: dict[str, Speaker], version: str) -> dict[str, Any]:
    own_voice = found.speaker is None and article.published_on is not None
    ambiguous = found.ambiguous and len(found.readings) >= 2
    return {
        "wording": found.text[:1000],
        "status": ClaimStatus.AMBIGUOUS if ambiguous else ClaimStatus.PROPOSED,
        "readings": list(found.readings),
        "kind": found.kind.value,
        "speaker": speakers.get((found.speaker or "")[:200]),
        "via": speakers.get((found.via or "")[:200]),
        "score": found.score,
        "reasons": [reason[:200] for reason in found.reasons],
        "dates": list(found.dates),
        "language": article.language,
        # In its own voice the article says it on its own day; when somebody quoted said it, the text must tell.
        "stated_on": article.published_on.isoformat() if own_voice and article.published_on else "",
        "stated_origin": article.published_origin if own_voice else "",
        "extractor": version,
    }
