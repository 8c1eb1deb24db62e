"""Telling the cache before us what to let go of: after the change is committed, and again until it has confirmed."""

import json
import ssl
from collections.abc import Iterable
from datetime import timedelta
from typing import Final
from urllib.parse import urlsplit

import urllib3
from django.conf import settings
from django.db.models import Q
from django.db.models.functions import Coalesce, Now

from reviews.models import Publication, PublishedSighting, PublishedSource, Purge
from reviews.purge_list import Changed, changed_paths

RETRY: Final = timedelta(seconds=30)
"""After this time a purge that was tried and not confirmed is tried again."""

AT_ONCE: Final = 200
"""Publications whose addresses are purged in one go."""

PATIENCE: Final = urllib3.Timeout(connect=3, read=10)
"""Seconds."""


class PurgeFailed(OSError):
    """The cache cannot be reached, or did not confirm."""


def purge_changed() -> int:
    """Purges what is due, and forgets it once that is confirmed. Returns how many addresses went. Raises PurgeFailed.

    Rows are claimed by their time of trial, so that two workers do not do the same; a row that comes while this runs
    stays for the next run. Without a cache there is nobody to tell.
    """
    if not settings.CLAIMDESK_PURGE_URL:
        Purge.objects.filter(due_at__lte=Now()).delete()
        return 0
    due = Purge.objects.filter(Q(tried_at=None) | Q(tried_at__lt=Now() - RETRY), due_at__lte=Now())
    chosen = list(due.order_by("due_at", "id").values_list("pk", flat=True)[:AT_ONCE])
    if not due.filter(pk__in=chosen).update(tried_at=Now()):
        return 0
    paths = changed_paths(changed_of(Purge.objects.filter(pk__in=chosen)))
    _tell(paths)
    Purge.objects.filter(pk__in=chosen).delete()
    return len(paths)


def changed_of(purges: Iterable[Purge]) -> list[Changed]:
    """Where their publications show, and showed under an address of before. Four queries."""
    rows = list(purges)
    changed = {row.publication_id for row in rows}
    pages = list(Publication.objects.filter(pk__in=changed).order_by("pk").values("pk", "claim_id", "slug"))
    ids = [page["pk"] for page in pages]
    articles = (
        PublishedSighting.objects.filter(publication__in=ids).values_list("publication", "article").order_by("id")
    )
    record = Coalesce("source__merged_into", "source")
    sources = PublishedSource.objects.filter(publication__in=ids).values_list("publication", record).order_by("id")
    seen_in, named_by = list(articles), list(sources)
    return [
        Changed(
            claim_id=page["claim_id"],
            slug=page["slug"],
            articles=tuple(dict.fromkeys(other for pk, other in seen_in if pk == page["pk"])),
            sources=tuple(dict.fromkeys(other for pk, other in named_by if pk == page["pk"])),
            former=tuple(dict.fromkeys(row.slug for row in rows if row.slug and row.publication_id == page["pk"])),
        )
        for page in pages
    ]


def _tell(paths: list[str]) -> None:
    """One PURGE for each address, as Varnish, nginx and Fastly take it; or one POST with all of them."""
    with urllib3.PoolManager(timeout=PATIENCE, retries=False, cert_reqs=ssl.CERT_REQUIRED) as pool:
        if settings.CLAIMDESK_PURGE_METHOD == "POST":
            body = json.dumps({"urls": [f"{settings.SITE_URL}{path}" for path in paths]}).encode()
            _send(pool, "POST", settings.CLAIMDESK_PURGE_URL, body)
            return
        for path in paths:
            _send(pool, "PURGE", f"{settings.CLAIMDESK_PURGE_URL.rstrip('/')}{path}", None)


def _send(pool: urllib3.PoolManager, method: str, url: str, body: bytes | None) -> None:
    headers = (
        {"Host": urlsplit(settings.SITE_URL).netloc} if method == "PURGE" else {"Content-Type": "application/json"}
    )
    if settings.CLAIMDESK_PURGE_TOKEN:
        headers["Authorization"] = f"Bearer {settings.CLAIMDESK_PURGE_TOKEN}"
    try:
        response = pool.request(method, url, body=body, headers=headers, redirect=False)
    except urllib3.exceptions.HTTPError as error:
        raise PurgeFailed(f"{method} {url}: {error}") from error
    # 404 is what a cache says that did not have the page.
    if response.status >= 300 and response.status != 404:
        raise PurgeFailed(f"{method} {url}: the cache answered {response.status}.")
