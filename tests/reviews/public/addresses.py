"""Where a publication's public pages are."""

from claims.models import Article
from reviews.models import Publication


def verdict_of(publication: Publication) -> str:
    return f"/claims/{publication.claim_id}-{publication.slug}/"


def article_of(publication: Publication) -> str:
    return f"/articles/{publication.payload['article']['id']}/"


def source_of(publication: Publication) -> str:
    article = Article.objects.get(pk=publication.payload["article"]["id"])
    return f"/sources/{article.source_id}/"


def pages_of(publication: Publication) -> list[str]:
    """Every kind of public page, those of this publication among them."""
    own = [verdict_of(publication), article_of(publication), source_of(publication)]
    return ["/", *own, "/sources/", "/corrections/", "/methodology/", "/statistics/", "/robots.txt"]
