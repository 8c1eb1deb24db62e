"""Editors correct what is known about an article; its texts stand as they came."""

from datetime import date

from django.contrib.auth.models import User
from django.core.exceptions import ValidationError
from django.db import transaction

from claims.enums import DateOrigin
from claims.errors import RecordInvalid
from claims.models import Article, Source
from claims.services.history import because
from claims.services.locks import lock_article
from claims.services.records import sentences


@transaction.atomic
def edit_article(
    *,
    article: Article,
    by: User,
    title: str,
    source: Source | None,
    byline: str,
    published_on: date | None,
    wire_id: str,
    language: str,
) -> Article:
    """Replaces the article's facts. A date that is changed counts as entered by a person (RecordInvalid)."""
    article = lock_article(article)
    if published_on != article.published_on:
        article.published_origin = DateOrigin.ENTERED if published_on else ""
    article.title, article.byline, article.wire_id = title, byline, wire_id
    article.source, article.published_on, article.language = source, published_on, language
    _refuse_a_twin(article)
    try:
        article.full_clean(validate_unique=False, validate_constraints=False)
    except ValidationError as error:
        raise RecordInvalid(sentences(error)) from error
    with because("facts edited", by):
        article.save()
    return article


def _refuse_a_twin(article: Article) -> None:
    """Without an address an article is its source and text."""
    if article.address or not article.text_sha256:
        return
    same = Article.objects.filter(address="", source=article.source, text_sha256=article.text_sha256)
    twin = same.exclude(pk=article.pk).first()
    if twin is not None:
        raise RecordInvalid(f"{article.source or 'An unknown source'} has an article with this text already: “{twin}”.")
