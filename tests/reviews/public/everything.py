"""Every public address that could show a publication, made from the urlconf: a new output can't be forgotten."""

from collections.abc import Iterator
from urllib.parse import quote

from django.conf import settings
from django.test import Client
from django.urls import get_resolver
from django.urls.resolvers import URLPattern, URLResolver

from reviews.models import Publication
from reviews.public import urls as public_urls
from reviews.public.statistics.catalogue import MAKERS
from tests.reviews.public.addresses import verdict_of

PRIVATE = {"desk", "admin", "account", "mfa"}


def public_names() -> set[str]:
    """Of every address pattern that is not behind the sign-in."""
    return set(_names(get_resolver().url_patterns, ""))


def _names(patterns: list[URLPattern | URLResolver], prefix: str) -> Iterator[str]:
    for item in patterns:
        if isinstance(item, URLResolver):
            if str(item.pattern).startswith(("accounts/", "admin/", "desk/")):
                continue
            yield from _names(item.url_patterns, f"{prefix}{item.namespace}:" if item.namespace else prefix)
        else:
            yield f"{prefix}{item.name}"


def outputs(publication: Publication, *, word: str, token: str) -> dict[str, list[str]]:
    """Name of each pattern → addresses of it that are about the publication, or look for a word of it."""
    claim, article = publication.claim_id, publication.claim.article_id
    days = [publication.valid_from.date().isoformat()]
    page, found = verdict_of(publication), quote(word)
    told = {
        "verdict": [page, *(f"{page}?on={day}" for day in days)],
        "claim": [f"/claims/{claim}/"],
        "verdicts": ["/", f"/?q={found}"],
        "dispute": [f"/claims/{claim}/dispute/"],
        "disputed": [f"/disputes/{token}/"],
        "submit": ["/submit/"],
        "submitted": [],
        "share-svg": [f"/claims/{claim}/share.svg"],
        "share-png": [f"/claims/{claim}/share.png"],
        "article": [f"/articles/{article}/"],
        "sources": ["/sources/"],
        "source": [f"/sources/{publication.claim.article.source_id}/"],
        "corrections": ["/corrections/"],
        "methodology": ["/methodology/"],
        "statistics": ["/statistics/"],
        "embed": [f"/embed/{claim}/"],
        "verdicts-feed": ["/feeds/verdicts.atom", f"/feeds/verdicts.atom?q={found}"],
        "corrections-feed": ["/feeds/corrections.atom"],
    }
    programs = {
        "assessors-file": ["/statistics/verdicts.csv"],
        "sheet": [f"/statistics/{name}.csv" for name in MAKERS],
        "oembed": [f"/oembed?url={quote(settings.SITE_URL + page, safe='')}"],
        "claim-reviews": ["/feeds/claimreview.json"],
        "sitemap": ["/sitemap.xml"],
        "robots": ["/robots.txt"],
    }
    health = {"alive": ["/healthz"], "ready": ["/readyz"]}
    in_french = {str(pattern.name) for pattern in public_urls.urlpatterns}
    for name in in_french & set(told):
        told[name] += [f"/fr{address}" for address in told[name]]
    return (
        {f"public:{name}": paths for name, paths in told.items()}
        | {f"machines:{name}": paths for name, paths in programs.items()}
        | {f"api:{name}": paths for name, paths in _of_the_api(publication, found, days).items()}
        | health
    )


def body(client: Client, address: str) -> str:
    """What anybody gets there, redirects followed, whatever the status."""
    answer = client.get(address, follow=True)
    content = b"".join(answer) if getattr(answer, "streaming", False) else answer.content
    return content.decode(errors="replace")


def _of_the_api(publication: Publication, found: str, days: list[str]) -> dict[str, list[str]]:
    claim, article = publication.claim_id, publication.claim.article_id
    return {
        "root": ["/api/"],
        "schema": ["/api/schema/"],
        "docs": ["/api/docs/"],
        "v1": ["/api/v1/"],
        "verdicts": ["/api/v1/verdicts/", f"/api/v1/verdicts/?q={found}"],
        "verdict": [f"/api/v1/verdicts/{claim}/", *(f"/api/v1/verdicts/{claim}/?on={day}" for day in days)],
        "corrections": ["/api/v1/corrections/"],
        "sources": ["/api/v1/sources/"],
        "source": [f"/api/v1/sources/{publication.claim.article.source_id}/"],
        "articles": ["/api/v1/articles/"],
        "article": [f"/api/v1/articles/{article}/"],
        "scale": ["/api/v1/scale/"],
        "claims-search": [f"/v1alpha1/claims:search?query={found}", "/v1alpha1/claims:search?query=bridges"],
    }
