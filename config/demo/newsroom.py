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

HEADINGS = ("worth", "kind", "status", "claimant", "claim")


def load(password: str) -> SampleNewsroom:
    """All of the sample or none of it, so that a demo stopped in the middle starts well the next time."""
    with transaction.atomic():
        return load_sample_newsroom(password=password)


def claims_found(articles: list[Article]) -> str:
    """Each article with its claims, the most worth checking first, as tables for the terminal."""
    return "\n\n".join(f"{_title(article)}\n{table(HEADINGS, _rows(article))}" for article in articles)


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


def _title(article: Article) -> str:
    return ", ".join(str(part) for part in (article.title, article.source, article.published_on) if part)


def _rows(article: Article) -> Iterator[tuple[str, ...]]:
    for claim in Claim.objects.filter(article=article).select_related("speaker").by_worth():
        claimant = claim.speaker or article.source
        yield (
            f"{claim.score:.2f}",
            claim.get_kind_display(),
            claim.get_status_display(),
            str(claimant or ""),
            claim.wording,
        )
