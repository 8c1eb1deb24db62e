"""What the demo tells about the sample newsroom that it loaded."""

from collections.abc import Iterator

from django.db import transaction

from claims.models import Article, Claim
from config.demo.report import table
from reviews.sample.newsroom import SampleNewsroom, load_sample_newsroom

ROLES = {
    "admin": "administrator (and superuser): users, scale, policies",
    "editor": "triages, assigns, approves",
    "reviewer": "takes claims at the desk and writes verdicts",
    "second": "reviewer and editor: the second pair of eyes",
}


def load(password: str) -> SampleNewsroom:
    """All of the sample or none of it, so that a demo stopped in the middle starts well the next time."""
    with transaction.atomic():
        return load_sample_newsroom(password=password)


def claims_found(articles: list[Article]) -> str:
    """Every claim of the articles, best first, as a table for the terminal."""
    rows = [row for article in articles for row in _rows(article)]
    return table(("worth", "kind", "status", "claimant", "claim"), rows)


def addresses(site: str) -> str:
    return table(
        ("address", "what is there"),
        [
            (f"{site}/", "published verdicts, for everybody"),
            (f"{site}/desk/", "the reviewers' desk"),
            (f"{site}/admin/", "the editors' admin"),
        ],
    )


def accounts(newsroom: SampleNewsroom, password: str) -> str:
    return table(("account", "password", "may"), [(name, password, ROLES[name]) for name in newsroom.people])


def _rows(article: Article) -> Iterator[tuple[str, ...]]:
    claims: list[Claim] = list(article.claims.select_related("speaker", "article__source").by_worth())
    for claim in claims:
        claimant = claim.speaker or claim.article.source
        yield (
            f"{claim.score:.2f}",
            claim.get_kind_display(),
            claim.get_status_display(),
            str(claimant or "")[:28],
            claim.wording,
        )
