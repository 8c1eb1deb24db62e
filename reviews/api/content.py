"""A publication as data: what its page shows, in codes instead of words, within the same limits of its sources."""

from typing import Any

from reviews.api.places import verdict_address
from reviews.enums import CorrectionKind
from reviews.models import Correction, DisputeDecision, Publication
from reviews.public.addresses import absolute, claim_path
from reviews.public.reading import verdict_content
from reviews.public.state import State
from reviews.public.terms import Terms

Json = dict[str, Any]


def in_list(publication: Publication) -> Json:
    """What lists tell; only for publications that are in force, as lists hold no others."""
    payload = publication.payload
    claim = payload["claim"]
    return {
        "claim_id": publication.claim_id,
        "url": absolute(claim_path(publication.claim_id, publication.slug)),
        "api_url": verdict_address(publication.claim_id),
        "headline": publication.headline,
        "wording": claim["wording"],
        "language": publication.language,
        "kind": claim["kind"],
        "speaker": claim["speaker"],
        "stated_on": claim["stated_on"],
        "article": payload["article"],
        "label": payload["label"],
        "rating_code": publication.rating_code,
        "summary": publication.summary,
        "published_at": publication.valid_from,
        "changed_at": max(publication.changed_at, publication.valid_from),
        "is_sample": publication.is_sample,
    }


def whole(publication: Publication, terms: Terms, state: State) -> Json:
    """The page, without what comes from other rows: corrections, editions, the ClaimReview."""
    payload = publication.payload
    content = verdict_content(payload, terms)
    judged = _judgement(publication, content) if state.shows_rating else dict.fromkeys(JUDGEMENT)
    pairs = zip(payload["sightings"], content["sightings"], strict=True)
    return {
        **in_list(publication),
        "article": _article(payload["article"], terms),
        "state": _state(state),
        "via": payload["claim"]["via"],
        "figures": payload["claim"]["figures"],
        "topics": payload["claim"]["topics"],
        "passage": content["passage"],
        "sightings": [_sighting(coded, shown, terms, state) for coded, shown in pairs],
        "period": {"begins": payload["period"]["from"], "ends": payload["period"]["to"]},
        "why_checked": payload["why_checked"],
        **judged,
    }


JUDGEMENT = (
    "label",
    "rating_code",
    "summary",
    "rating",
    "questions",
    "explanation_html",
    "explanation_markdown",
    "evidence",
    "independence",
    "contacts",
    "contact_exception",
)
"""What says or suggests a rating: none of it is shown while the verdict is suspended, retracted or merged."""


def _judgement(publication: Publication, content: Json) -> Json:
    payload = publication.payload
    pairs = zip(payload["evidence"], content["evidence"], strict=True)
    values: Json = {
        "label": payload["label"],
        "rating_code": publication.rating_code,
        "summary": publication.summary,
        "rating": payload["rating"],
        "questions": payload["questions"],
        "explanation_html": str(content["explanation"]),
        "explanation_markdown": payload["explanation_markdown"],
        "evidence": [_evidence(coded, shown) for coded, shown in pairs],
        "independence": payload["independence"],
        "contacts": payload.get("contacts", []),
        "contact_exception": payload.get("contact_exception", ""),
    }
    return {name: values[name] for name in JUDGEMENT}


def _state(state: State) -> Json:
    always: Json = {"as_of": state.as_of, "merged_into": state.merged.claim_id if state.merged else None}
    if state.retraction:
        return always | {"name": "retracted", "since": state.retraction.made_at}
    if state.merged:
        return always | {"name": "merged", "since": state.merged.since}
    if state.suspended_at:
        return always | {"name": "under_re_examination", "since": state.suspended_at}
    return always | {"name": "in_force", "since": None}


def _article(article: Json, terms: Terms) -> Json:
    source = article["source"]
    return {**article, "link": terms.link(article["address"], source["id"] if source else None)}


def _sighting(coded: Json, shown: Json, terms: Terms, state: State) -> Json:
    """`coded` has the payload's codes, `shown` what may be quoted of it."""
    hidden = {} if state.shows_rating else {"finding": None, "finding_note": ""}
    article = _article(coded["article"], terms)
    return {**coded, "article": article, "quote": shown["quote"], "covered": shown["covered"], **hidden}


def _evidence(coded: Json, shown: Json) -> Json:
    figure = {
        "value": coded["figure_value"],
        "upper": coded["figure_upper"],
        "unit": shown["figure_unit"],
        "basis": coded["figure_basis"],
        "as_of": coded["figure_as_of"],
    }
    return {
        **coded,
        "link": shown["link"],
        "excerpt": shown["excerpt"],
        "excerpt_translation": shown["excerpt_translation"],
        "figure": figure if coded["figure_value"] else None,
        "not_counted_because": shown["why_not"],
        "protected": coded.get("protected"),
        "withheld_because": coded.get("withheld", ""),
    }


def correction(item: Correction) -> Json:
    names = ("id", "kind", "was", "now", "cause", "noticed_by", "reported_on", "fixed_on", "made_at")
    return {**{name: getattr(item, name) for name in names}, "is_error": CorrectionKind(item.kind).is_error}


def dispute(item: DisputeDecision) -> Json:
    """The answer only where it is published."""
    return {"decided_at": item.decided_at, "outcome": item.outcome, "answer": item.answer if item.is_public else None}
