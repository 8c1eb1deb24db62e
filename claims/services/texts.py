"""A text becomes an article; the same article twice is one, also when two bring it in at the same moment."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.contrib.auth.models import User
from django.db import connection, transaction

from claims.addresses import normalise_address
from claims.enums import DateOrigin, JobKind, JobState
from claims.errors import IngestRefused
from claims.ingest.texts import StoredText, headline, stored_text
from claims.models import Article, ArticleText, Job, Source
from claims.selectors import source_of_address
from claims.services.anchors import carry_anchors
from claims.services.history import because

FACTS = ("source", "title", "byline", "wire_id")
"""What a second ingest may fill in where the first left it empty; it never overwrites."""


@dataclass(frozen=True, slots=True)
class Ingested:
    """`created`: the article was not known. `job`: its extraction, None where this text was known already."""

    article: Article
    article_text: ArticleText
    created: bool
    job: Job | None


@transaction.atomic
def ingest_text(
    *,
    text: str,
    source: Source | None = None,
    address: str = "",
    title: str = "",
    byline: str = "",
    published_on: date | None = None,
    published_origin: str = "",
    language: str = "en",
    wire_id: str = "",
    created_by: User | None = None,
    is_sample: bool = False,
) -> Ingested:
    """Stores the text and queues its extraction; the caller rings for `job`. Raises IngestRefused.

    A known address with another text gets its next ArticleText, and its claims are looked for in it.
    """
    stored = stored_text(text)
    address = normalise_address(address) if address else ""
    source = source or (source_of_address(address) if address else None)
    facts: dict[str, Any] = {
        "source": source,
        "title": _one_line(title, 500) or headline(stored.text)[:500],
        "byline": _one_line(byline, 300),
        "wire_id": _one_line(wire_id, 100),
        "published_on": published_on,
        "published_origin": (published_origin or DateOrigin.ENTERED) if published_on else "",
    }
    with because("brought in", created_by):
        _one_at_a_time(stored.sha256)
        first = {"language": language, "created_by": created_by, "is_sample": is_sample}
        article, created = _find_or_create(address, stored, facts | first)
        if not created:
            _fill_in(article, facts)
        article_text, is_new = _store_text(article, stored)
        job = _queue(article_text, created_by) if is_new else _open_job(article_text)
    return Ingested(article, article_text, created, job)


def _one_at_a_time(sha256: str) -> None:
    """Two ingests of equal text wait for each other, so that the second sees the first and is linked to it."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(hashtextextended(%s, 0))", [sha256])


def _find_or_create(address: str, stored: StoredText, values: dict[str, Any]) -> tuple[Article, bool]:
    """By address, else by source and text. Two at once: the unique index lets one insert, the other finds its row."""
    values |= {"text_sha256": stored.sha256, "same_text_as": _first_with(stored.sha256)}
    if address:
        article, created = Article.objects.get_or_create(address=address, defaults=values)
    else:
        key = {"address": "", "source": values.pop("source"), "text_sha256": values.pop("text_sha256")}
        article, created = Article.objects.get_or_create(**key, defaults=values)
    return Article.objects.select_for_update(no_key=True, of=("self",)).get(pk=article.pk), created


def _first_with(sha256: str) -> Article | None:
    """The article that had this text first."""
    text = ArticleText.objects.filter(sha256=sha256).select_related("article__same_text_as").order_by("pk").first()
    return (text.article.same_text_as or text.article) if text else None


def _fill_in(article: Article, facts: dict[str, Any]) -> None:
    missing = {name: facts[name] for name in FACTS if facts[name] and not getattr(article, name)}
    if facts["published_on"] and not article.published_on:
        missing |= {"published_on": facts["published_on"], "published_origin": facts["published_origin"]}
    for name, value in missing.items():
        setattr(article, name, value)
    if missing:
        article.save(update_fields=list(missing))


def _store_text(article: Article, stored: StoredText) -> tuple[ArticleText, bool]:
    """The article's row for this text, and whether it is new. A page that goes back to an old text gets no new row."""
    known = article.texts.filter(sha256=stored.sha256).first()
    text = known or ArticleText.objects.create(
        article=article, number=article.texts.count() + 1, text=stored.text, sha256=stored.sha256
    )
    if known is None or article.text_sha256 != stored.sha256:
        article.text_sha256 = stored.sha256
        article.save(update_fields=["text_sha256"])
        carry_anchors(article_text=text)
    return text, known is None


def _queue(article_text: ArticleText, requested_by: User | None) -> Job:
    return Job.objects.create(
        kind=JobKind.EXTRACT, article=article_text.article, article_text=article_text, requested_by=requested_by
    )


def _open_job(article_text: ArticleText) -> Job | None:
    return article_text.jobs.filter(kind=JobKind.EXTRACT, state__in=[JobState.QUEUED, JobState.RUNNING]).first()


def _one_line(value: str, limit: int) -> str:
    value = " ".join(value.replace("\0", "").split())
    if len(value) > limit:
        raise IngestRefused(f"“{value[:60]}…” has {len(value)} characters; {limit} are the limit here.")
    return value
