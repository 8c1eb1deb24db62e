"""ClaimReview, schema.org's record of a fact-check, of one publication: exactly what its page says, for machines."""

import json
from collections.abc import Iterator
from datetime import datetime
from typing import Any

from django.conf import settings
from django.utils.safestring import SafeString, mark_safe

from claims.enums import SpeakerKind, Treatment
from reviews.models import Publication
from reviews.public.addresses import absolute, claim_path
from reviews.public.state import has_ended
from reviews.public.terms import Terms

Json = dict[str, Any]

# What ends a script element or begins a comment in one must not stand in JSON inside HTML.
_SCRIPT_SAFE = {ord(character): f"\\u{ord(character):04X}" for character in "<>&\u2028\u2029"}

_WIKIDATA = "https://www.wikidata.org/entity/"


def claim_review(
    publication: Publication, terms: Terms, *, first_published_at: datetime, full_story: str
) -> Json | None:
    """The ClaimReview of what is published now; None for sample data, and what is suspended, ended or withheld.

    And where the `full_story` is on a page of the newsroom's own, which carries it: there must be one, there or here.
    """
    if (
        full_story
        or publication.is_sample
        or publication.suspended_at
        or has_ended(publication)
        or not publication.payload
    ):
        return None
    payload = publication.payload
    return {
        "@context": "https://schema.org",
        "@type": "ClaimReview",
        "url": absolute(claim_path(publication.claim_id, publication.slug)),
        "claimReviewed": publication.headline,
        "author": {"@type": "Organization", "name": settings.SITE_NAME, "url": absolute("/")},
        "datePublished": first_published_at.isoformat(timespec="seconds"),
        "dateModified": max(publication.changed_at, publication.valid_from).isoformat(timespec="seconds"),
        "inLanguage": publication.language,
        "reviewRating": _rating(publication),
        "itemReviewed": _claim(payload, terms),
    }


def as_script(data: Json) -> SafeString:
    """JSON that may stand inside a script element, whatever its texts hold."""
    return mark_safe(json.dumps(data, ensure_ascii=False).translate(_SCRIPT_SAFE))  # noqa: S308 escaped just here


def _rating(publication: Publication) -> Json:
    rating: Json = {"@type": "Rating", "alternateName": publication.label}
    if publication.rating_number is not None:
        scale = publication.payload["rating"]
        rating |= {
            "ratingValue": publication.rating_number,
            "bestRating": scale["best"],
            "worstRating": scale["worst"],
        }
    return rating


def _claim(payload: Json, terms: Terms) -> Json:
    said_on = payload["claim"]["stated_on"] or payload["article"]["published_on"]
    asserted = list(_asserting_articles(payload, terms))
    dated = sorted((work for work in asserted if "datePublished" in work), key=lambda work: str(work["datePublished"]))
    return _without_empty(
        {
            "@type": "Claim",
            "author": claimant_of(payload, terms),
            "datePublished": said_on,
            "firstAppearance": next(iter(dated), None),
            "appearance": asserted,
        }
    )


def claimant_of(payload: Json, terms: Terms) -> Json | None:
    """Who said it; in the article's own voice its publisher, and nobody where the speaker is not known by name."""
    speaker = payload["claim"]["speaker"]
    if speaker is None:
        source = payload["article"]["source"]
        return _publisher(source, terms) if source else None
    if speaker["kind"] == SpeakerKind.ANONYMOUS:
        return None
    kind = "Organization" if speaker["kind"] == SpeakerKind.BODY else "Person"
    return _named(kind, speaker["name"], speaker["wikidata_id"])


def _publisher(source: Json, terms: Terms) -> Json:
    return _named("Organization", source["name"], terms.wikidata_id(source["id"]))


def _named(kind: str, name: str, wikidata_id: str) -> Json:
    return _without_empty({"@type": kind, "name": name, "sameAs": f"{_WIKIDATA}{wikidata_id}" if wikidata_id else ""})


def _asserting_articles(payload: Json, terms: Terms) -> Iterator[Json]:
    """Articles whose sighting asserts the statement; never those that report or dispute it."""
    for sighting in payload["sightings"]:
        if sighting["treatment"] == Treatment.ASSERTS:
            article = sighting["article"]
            source = article["source"] or {}
            yield _without_empty(
                {
                    "@type": "CreativeWork",
                    "url": terms.link(article["address"], source.get("id")),
                    "name": article["title"],
                    "datePublished": article["published_on"],
                    "publisher": _publisher(source, terms) if source else None,
                }
            )


def _without_empty(data: Json) -> Json:
    return {key: value for key, value in data.items() if value}
