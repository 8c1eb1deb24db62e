"""Every ClaimReview in one file, the shape that aggregators read; streamed, so that its length costs no memory."""

import json
from collections.abc import Iterator

from django.db.models import Min, OuterRef, QuerySet, Subquery
from django.http import HttpRequest, HttpResponse, StreamingHttpResponse
from django.views.decorators.http import require_safe

from claims.models import Source
from reviews.full_stories import full_story_address
from reviews.models import Publication
from reviews.public.addresses import absolute, claim_path
from reviews.public.caching import answer
from reviews.public.claimreview import Json, claim_review
from reviews.public.selectors import site_revision
from reviews.public.terms import TERMS, Terms
from reviews.selectors import came_out, published

# Rows that the database hands over at a time.
CHUNK = 500


@require_safe
def claim_reviews(request: HttpRequest) -> HttpResponse:
    """304 costs two queries; the feed one more, each chunk read when it is sent."""
    listed = published().filter(is_sample=False)
    terms = terms_now()
    body = document(listed, terms) if request.method == "GET" else iter(())
    revision, changed_at = site_revision()
    return answer(
        request,
        revision=(*revision, terms.revision),
        changed_at=changed_at,
        render=lambda: StreamingHttpResponse(body, content_type="application/ld+json; charset=utf-8"),  # type: ignore[arg-type,return-value]
    )


def terms_now() -> Terms:
    """Of every source: they are few and small, and all at once cost less than a query for each publication."""
    read = (*TERMS, "merged_into", *(f"merged_into__{name}" for name in TERMS))
    return Terms(Source.objects.select_related("merged_into").only(*read).order_by("id"))


def document(listed: QuerySet[Publication], terms: Terms) -> Iterator[str]:
    yield '{"@context": "https://schema.org", "@type": "DataFeed", "dataFeedElement": [\n'
    separator = ""
    for entry in _entries(listed, terms):
        yield separator + json.dumps(entry, ensure_ascii=False)
        separator = ",\n"
    yield "\n]}\n"


def _entries(listed: QuerySet[Publication], terms: Terms) -> Iterator[Json]:
    editions = came_out().filter(review=OuterRef("review")).order_by().values("review")
    first = Subquery(editions.annotate(first=Min("valid_from")).values("first"))
    rows = listed.annotate(first_published_at=first, full_story=full_story_address()).defer("search").order_by("id")
    for publication in rows.iterator(chunk_size=CHUNK):
        first_published_at = publication.first_published_at
        review = claim_review(
            publication, terms, first_published_at=first_published_at, full_story=publication.full_story
        )
        yield {
            "@type": "DataFeedItem",
            "url": absolute(claim_path(publication.claim_id, publication.slug)),
            "dateCreated": first_published_at.isoformat(timespec="seconds"),
            "dateModified": max(publication.changed_at, publication.valid_from).isoformat(timespec="seconds"),
            "item": [review] if review else None,
        }
