"""What we published, in the words of Google's Fact Check Tools API."""

from typing import Any
from urllib.parse import urlsplit

from django.conf import settings

from claims.partial_dates import precision
from reviews.models import Publication
from reviews.public.addresses import absolute, claim_path
from reviews.public.claimreview import claimant_of
from reviews.public.terms import Terms

Json = dict[str, Any]


def claim(publication: Publication) -> Json:
    """One claim with our one review of it. A date that is not known to the day is left out: a timestamp would lie."""
    payload = publication.payload
    said_on = payload["claim"]["stated_on"] or payload["article"]["published_on"]
    claimant = claimant_of(payload, Terms([]))
    entry = {
        "text": publication.wording,
        "claimant": claimant["name"] if claimant else "",
        "claimDate": f"{said_on}T00:00:00Z" if said_on and precision(said_on) == "day" else "",
        "claimReview": [_review(publication)],
    }
    return {name: value for name, value in entry.items() if value}


def _review(publication: Publication) -> Json:
    return {
        "publisher": {"name": settings.SITE_NAME, "site": our_site()},
        "url": absolute(claim_path(publication.claim_id, publication.slug)),
        "title": publication.headline,
        "reviewDate": publication.valid_from.strftime("%Y-%m-%dT%H:%M:%SZ"),
        "textualRating": publication.label,
        "languageCode": publication.language,
    }


def our_site() -> str:
    """Our host as `publisher.site` has it: without protocol, port and www."""
    return without_www(urlsplit(settings.SITE_URL).hostname or "")


def without_www(site: str) -> str:
    return site.lower().removeprefix("www.")
