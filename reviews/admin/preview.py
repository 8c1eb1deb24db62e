"""What an approver is shown besides the page: the ClaimReview that machines will read, were it published now."""

import json
from typing import Any

from django.utils import timezone

from claims.models import Source
from reviews.full_stories import full_story_of
from reviews.models import Publication, Verdict
from reviews.public.claimreview import claim_review
from reviews.public.terms import Terms


def terms_of_payload(payload: dict[str, Any]) -> Terms:
    """What the sources on the page let us show, as the public page reads it from a publication."""
    articles = [payload["article"], *(sighting["article"] for sighting in payload["sightings"])]
    sources = [*(article["source"] for article in articles), *(item["source"] for item in payload["evidence"])]
    ids = {source["id"] for source in sources if source}
    return Terms(Source.objects.select_related("merged_into").filter(pk__in=ids))


def claim_review_preview(verdict: Verdict, payload: dict[str, Any], terms: Terms) -> str:
    """Indented JSON; empty for sample data, which has no ClaimReview."""
    now = timezone.now()
    # Never saved: it only lends the payload the shape that the public side reads.
    publication = Publication(
        review_id=verdict.review_id,
        claim_id=verdict.review.claim_id,
        payload=payload,
        slug=payload["slug"],
        headline=payload["headline"],
        label=payload["label"]["text"],
        rating_number=payload["label"]["rating_value"],
        language=payload["claim"]["language"],
        is_sample=payload["is_sample"],
        valid_from=now,
        changed_at=now,
    )
    first = verdict.review.publications.order_by("valid_from").values_list("valid_from", flat=True).first()
    data = claim_review(publication, terms, first_published_at=first or now, full_story=full_story_of(publication))
    return json.dumps(data, ensure_ascii=False, indent=2) if data else ""
