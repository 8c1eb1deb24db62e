"""Two people bring in the same article at the same moment, over two connections."""

from collections.abc import Callable
from functools import partial
from http import HTTPStatus
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from claims.models import Article, ArticleText, Job, Source
from claims.services.ingest import Ingested, ingest_text, request_fetch
from tests.claims.factories import TEXT, make_user
from tests.claims.races import at_once
from tests.fixtures.databases import PrivateDatabase

TIMES = 4
"""Rounds; one would pass by luck."""

MANY = 30
"""Files in one batch: enough that two batches meet in the middle."""


def both(work: Callable[..., Any], *arguments: dict[str, Any]) -> list[Any]:
    return at_once(*(partial(work, **values) for values in arguments))


@pytest.mark.parametrize("identity", ["address", "source and text", "text alone"])
def test_the_same_article_at_once_is_one_article_with_one_extraction(
    committing_db: PrivateDatabase, identity: str
) -> None:
    source = Source.objects.create(name="Gazette")
    for number in range(TIMES):
        values: dict[str, Any] = {"text": f"{TEXT} {number}"}
        if identity == "address":
            values["address"] = f"https://gazette.example/{number}"
        elif identity == "source and text":
            values["source"] = source
        done: list[Ingested] = both(ingest_text, values, values)
        assert len({one.article.pk for one in done}) == 1
        assert sorted(one.created for one in done) == [False, True]
        assert len({one.job.pk for one in done if one.job}) == 1
    assert Article.objects.count() == ArticleText.objects.count() == Job.objects.count() == TIMES


def test_equal_text_at_two_addresses_at_once_is_two_articles_of_which_one_is_linked(
    committing_db: PrivateDatabase,
) -> None:
    for number in range(TIMES):
        text = f"{TEXT} {number}"
        first, second = both(
            ingest_text,
            {"text": text, "address": f"https://a.example/{number}"},
            {"text": text, "address": f"https://b.example/{number}"},
        )
        links = {first.article.same_text_as_id, second.article.same_text_as_id}
        assert links in ({None, first.article.pk}, {None, second.article.pk})


def test_two_texts_for_one_address_at_once_are_two_texts_of_one_article(committing_db: PrivateDatabase) -> None:
    address = "https://gazette.example/changing"
    first, second = both(
        ingest_text, {"text": f"{TEXT} A", "address": address}, {"text": f"{TEXT} B", "address": address}
    )
    assert first.article == second.article
    assert sorted(ArticleText.objects.values_list("number", flat=True)) == [1, 2]


def test_one_address_asked_for_twice_at_once_is_fetched_once(committing_db: PrivateDatabase) -> None:
    for number in range(TIMES):
        values = {"address": f"https://gazette.example/{number}"}
        first, second = both(request_fetch, values, values)
        assert first == second


def test_the_same_files_in_another_order_at_once_wait_for_each_other_one_by_one(committing_db: PrivateDatabase) -> None:
    """Through the page, whose one transaction around all of them was a deadlock."""
    files = [(f"{number}.txt", f"{TEXT} {number}".encode()) for number in range(MANY)]

    def bring_in(editor: User, names: list[tuple[str, bytes]]) -> Any:
        client = Client()
        client.force_login(editor)
        uploads = [SimpleUploadedFile(name, data) for name, data in names]
        return partial(client.post, reverse("admin:claims_article_add"), {"way": "many", "many-uploads": uploads})

    pages = at_once(bring_in(make_user("editor"), files), bring_in(make_user("editor"), files[::-1]))
    assert [page.status_code for page in pages] == [HTTPStatus.OK] * 2
    assert [len(page.context["results"]) for page in pages] == [MANY] * 2
    assert not [result.error for page in pages for result in page.context["results"] if result.error]
    assert Article.objects.count() == ArticleText.objects.count() == Job.objects.count() == MANY
