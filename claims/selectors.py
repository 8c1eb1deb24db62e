"""What the room is asked. Every list is a QuerySet, so that its caller pages it."""

from urllib.parse import urlsplit

from django.db.models import F

from claims.models import Article, ArticleText, Source


def source_of_address(address: str) -> Source | None:
    """The source that owns the address's host, the longest domain first: `news.bbc.co.uk` before `bbc.co.uk`."""
    host = urlsplit(address).hostname or ""
    owners = Source.objects.with_domain(host).select_related("merged_into")
    fitting = [
        (len(domain), source.pk, source) for source in owners for domain in source.domains if _is_in(host, domain)
    ]
    if not fitting:
        return None
    source = max(fitting, key=lambda found: found[:2])[2]
    return source.merged_into or source


def current_text(article: Article) -> ArticleText | None:
    """The text that the article has now; it need not be the newest row, since a page may go back to an old text."""
    # The database's own column, since the caller's copy of the article may be older than its last text.
    return article.texts.filter(sha256=F("article__text_sha256")).first()


def _is_in(host: str, domain: str) -> bool:
    return host == domain or host.endswith(f".{domain}")
