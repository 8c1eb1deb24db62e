"""What the room is asked. Every list is a QuerySet, so that its caller pages it."""

import re
from collections.abc import Iterable
from functools import reduce
from math import ceil
from operator import add, or_
from urllib.parse import urlsplit

from django.contrib.postgres.search import SearchQuery, SearchRank, SearchVector
from django.db.models import Case, F, Q, QuerySet, Value, When
from django.db.models.expressions import Combinable

from claims.enums import ClaimStatus
from claims.models import Anchor, Article, ArticleText, Claim, Source
from claims.models.claims import SEARCH_CONFIG

NAMES_WEIGH = 2
FEWEST_SHARED, SMALLEST_SHARE = 2, 0.5
WORD = re.compile(r"\d[\d.,]*\d|\w+")


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


def current_anchors(claims: Iterable[Claim]) -> QuerySet[Anchor]:
    """Where each claim stands in its article's text of now, else in the newest that still has it; one at most each."""
    found = Anchor.objects.filter(claim__in=claims, start__isnull=False).select_related("article_text")
    is_of_now = Q(article_text__sha256=F("article_text__article__text_sha256"))
    return (
        found.annotate(of_now=is_of_now).order_by("claim_id", "-of_now", "-article_text__number").distinct("claim_id")
    )


def quote_in_context(claim: Claim, characters: int = 300) -> tuple[str, str, str]:
    """(before, quote, after): the claim's passage with up to `characters` on each side, cut between words."""
    anchor = current_anchors([claim]).first()
    if anchor is None or anchor.start is None or anchor.end is None:
        return "", "", ""
    text = anchor.article_text.text
    before = text[max(0, anchor.start - characters) : anchor.start]
    after = text[anchor.end : anchor.end + characters]
    if anchor.start > characters:
        before = f"… {before.partition(' ')[2]}"
    if len(text) > anchor.end + characters:
        after = f"{after.rpartition(' ')[0]} …"
    return before, anchor.quote, after


def similar_claims(claim: Claim) -> QuerySet[Claim]:
    """Claims that share at least two telling words and half of their weight, the most alike first; neither itself nor
    what was dismissed.

    Measured on 300 debate statements against 19,250 checked claims (CLEF 2021, task 2B): of what is shown 17 % is the
    same claim, 10 % where one shared word was enough; of the first five hits 47 of 50 stay, and less than three are
    shown instead of five.
    """
    weights = {word: NAMES_WEIGH if _is_name(word) else 1 for word in telling_words(claim.wording)}
    if not weights:
        return Claim.objects.none()
    # One plain query each, joined by OR, so that no character of the wording is read as syntax.
    queries = {word: SearchQuery(word, config=SEARCH_CONFIG, search_type="plain") for word in weights}
    query = reduce(or_, queries.values())
    shared = _sum(Case(When(words=queries[word], then=Value(weight)), default=0) for word, weight in weights.items())
    hits = _sum(Case(When(words=one, then=Value(1)), default=0) for one in queries.values())
    return (
        Claim.objects.annotate(words=SearchVector("wording", config=SEARCH_CONFIG))
        .filter(words=query)
        .exclude(pk=claim.pk)
        .exclude(status=ClaimStatus.DISMISSED)
        .annotate(shared=shared, hits=hits, rank=SearchRank(F("words"), query))
        .filter(hits__gte=min(FEWEST_SHARED, len(weights)), shared__gte=ceil(sum(weights.values()) * SMALLEST_SHARE))
        .select_related("article__source", "speaker")
        .order_by("-shared", "-rank", "-pk")
    )


def _sum(parts: Iterable[Case]) -> Combinable:
    return reduce(add, parts)


def telling_words(wording: str) -> list[str]:
    """Up to six words that tell a statement from others: figures and names first, then the longest."""
    words = dict.fromkeys(WORD.findall(wording))
    telling = [word for word in words if len(word) > 3 or word[0].isdigit()]
    return sorted(telling, key=lambda word: (_is_name(word), len(word)), reverse=True)[:6]


def _is_name(word: str) -> bool:
    """A figure, or written with a capital."""
    return word[0].isdigit() or word[0].isupper()
