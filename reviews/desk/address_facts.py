"""What is known of an address: from our own records first, else from the page itself, fetched within bounds."""

from dataclasses import dataclass, replace

from django.conf import settings
from django.contrib.auth.models import User

from claims.addresses import normalise_address
from claims.errors import IngestRefused
from claims.ingest.fetch import fetch_page
from claims.ingest.html import read_facts
from claims.models import Article, Source
from claims.selectors import source_of_address
from reviews.desk.earlier import citable_evidence
from reviews.drafting import EvidenceInput

DEADLINE = 8.0
"""Seconds: somebody waits for the answer, and a web worker with them."""
MOST_BYTES = 2 * 1024 * 1024
LONGEST_TITLE = 500


@dataclass(frozen=True, slots=True)
class Facts:
    """Empty or None: not known. `origin` says where they come from, for people."""

    source: Source | None = None
    title: str = ""
    published_on: str = ""
    language: str = ""
    origin: str = ""


def facts_of(address: str, user: User) -> Facts:
    """Raises IngestRefused, saying why nothing could be learned; who owns the host is known even then (`owner_of`)."""
    normal = normalise_address(address)
    known = _cited(address, normal, user) or _brought_in(normal)
    if known is not None:
        return known
    page = fetch_page(
        address, allowed_hosts=settings.CLAIMDESK_FETCH_ALLOW_HOSTS, deadline=DEADLINE, most_bytes=MOST_BYTES
    )
    found = read_facts(page.body, charset=page.charset) if page.content_type != "text/plain" else None
    if found is None or not (found.title or found.published_on):
        raise IngestRefused("The page says neither its title nor its date.")
    day = found.published_on.isoformat() if found.published_on else ""
    return Facts(owner_of(address), found.title[:LONGEST_TITLE], day, found.language[:10], "the page")


def owner_of(address: str) -> Source | None:
    """The source that owns the host."""
    try:
        return source_of_address(address)
    except ValueError:  # urlsplit refuses what is no address at all, such as “http://[”.
        return None


def filled(row: EvidenceInput, facts: Facts) -> EvidenceInput:
    """Only what is empty is filled: nothing that somebody typed is replaced. English is what an untouched row says."""
    source = None if row.source or row.source_typed else facts.source
    return replace(
        row,
        source=source.pk if source else row.source,
        title=row.title or facts.title,
        published_on=row.published_on or facts.published_on,
        language=facts.language if facts.language and row.language in {"", "en"} else row.language,
    )


def _cited(address: str, normal: str, user: User) -> Facts | None:
    item = citable_evidence(user).filter(address__in=[address, normal]).order_by("-pk").first()
    if item is None:
        return None
    source = item.source.merged_into or item.source
    return Facts(source, item.title, item.published_on, item.language, "an earlier verdict")


def _brought_in(normal: str) -> Facts | None:
    article = Article.objects.select_related("source").filter(address=normal).order_by("-pk").first()
    if article is None or not article.title:
        return None
    day = article.published_on.isoformat() if article.published_on else ""
    return Facts(article.source or owner_of(normal), article.title, day, article.language, f"article {article.pk}")
