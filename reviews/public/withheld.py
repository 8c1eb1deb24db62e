"""What stands at an address whose text had to go: since when, and no word of it."""

from datetime import date

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from reviews.models import Publication
from reviews.public.addresses import absolute, claim_path
from reviews.public.caching import CACHE_CONTROL
from reviews.public.state import withheld_since

UNAVAILABLE_FOR_LEGAL_REASONS = 451


def withheld_page(request: HttpRequest, publication: Publication, day: date | None) -> HttpResponse:
    """451: machines forget the page, people read why it is empty."""
    context = {
        "publication": publication,
        "since": withheld_since(publication),
        "as_of": day,
        "now": claim_path(publication.claim_id, publication.slug),
        "noindex": True,
        "canonical": absolute(claim_path(publication.claim_id, publication.slug)),
        "section": "verdicts",
    }
    response = render(request, "public/withheld.html", context, status=UNAVAILABLE_FOR_LEGAL_REASONS)
    response["Cache-Control"] = CACHE_CONTROL
    return response
