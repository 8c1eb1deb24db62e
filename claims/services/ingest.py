"""Every way in for an article: pasted text, a page, a file, an address, many at once."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.contrib.auth.models import User
from django.db import transaction

from claims.addresses import normalise_address
from claims.enums import DateOrigin, JobKind, JobState
from claims.errors import IngestRefused
from claims.ingest.files import read_file
from claims.ingest.html import Page, looks_like_html, read_page
from claims.models import Article, Job, Source
from claims.names import bearers
from claims.services.texts import Ingested, ingest_text

__all__ = [
    "MOST_ITEMS",
    "FileItem",
    "IngestResult",
    "Ingested",
    "ingest_file",
    "ingest_html",
    "ingest_many",
    "ingest_pasted",
    "ingest_text",
    "request_fetch",
]

MOST_ITEMS = 100
"""Files or addresses brought in at once."""


@dataclass(frozen=True, slots=True)
class FileItem:
    name: str
    data: bytes


@dataclass(frozen=True, slots=True)
class IngestResult:
    """What became of one item: an article with its extraction, a fetch that is queued, or an error to read."""

    item: str
    article: Article | None = None
    job: Job | None = None
    error: str = ""


def ingest_html(*, html: bytes | str, charset: str = "", **facts: Any) -> Ingested:
    """A page's article. What the caller gives (`ingest_text` names it) wins over what the page says (IngestRefused)."""
    return _ingest_page(read_page(html, charset=charset), **facts)


def ingest_pasted(*, text: str, **facts: Any) -> Ingested:
    """An article's text, or a page's source, told apart by content as for files (IngestRefused)."""
    if looks_like_html(text):
        return ingest_html(html=text, **facts)
    return ingest_text(text=text, **facts)


def ingest_file(*, name: str, data: bytes, **facts: Any) -> Ingested:
    """A text or HTML file, told apart by its content. Raises IngestRefused, naming the file."""
    try:
        return _ingest_page(read_file(data), **facts)
    except IngestRefused as error:
        raise IngestRefused(f"{name}: {error}") from error


def request_fetch(*, address: str, requested_by: User | None = None) -> Job:
    """Queues the fetching of a page; one that is queued or running already is returned instead (IngestRefused)."""
    job, _ = Job.objects.get_or_create(
        kind=JobKind.FETCH,
        address=normalise_address(address),
        state__in=[JobState.QUEUED, JobState.RUNNING],
        defaults={"state": JobState.QUEUED, "requested_by": requested_by},
    )
    return job


def ingest_many(
    *,
    items: Iterable[str | FileItem],
    source: Source | None = None,
    published_on: date | None = None,
    created_by: User | None = None,
) -> list[IngestResult]:
    """Addresses (fetched later, by their jobs) and files, a result for each in their order; none stops another.

    Each is a transaction of its own, so call it in none: texts that stay locked together can deadlock.
    """
    items = list(items)
    if len(items) > MOST_ITEMS:
        raise IngestRefused(f"{len(items)} items at once; {MOST_ITEMS} are the limit. Bring them in in several goes.")
    facts = {"source": source, "published_on": published_on, "created_by": created_by}
    return [_ingest_item(item, facts) for item in items]


def _ingest_item(item: str | FileItem, facts: dict[str, Any]) -> IngestResult:
    name = item if isinstance(item, str) else item.name
    try:
        if isinstance(item, str):
            return IngestResult(name, job=request_fetch(address=item, requested_by=facts["created_by"]))
        done = ingest_file(name=item.name, data=item.data, **facts)
    except IngestRefused as error:
        return IngestResult(name, error=str(error))
    return IngestResult(name, article=done.article, job=done.job)


@transaction.atomic
def _ingest_page(page: Page, **given: Any) -> Ingested:
    said: dict[str, Any] = {"title": page.title[:500], "byline": page.byline[:300], "language": page.language[:10]}
    if page.published_on is not None and given.get("published_on") is None:
        said |= {"published_on": page.published_on, "published_origin": DateOrigin.PAGE}
    if page.site and given.get("source") is None:
        said["source"] = bearers([page.site], Source.objects.all()).get(page.site)
    return ingest_text(text=page.text, **(said | {name: value for name, value in given.items() if value}))
