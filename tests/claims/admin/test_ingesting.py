"""Bringing articles in through the admin: each way in, and the result for each item."""

from http import HTTPStatus
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from django.utils.datastructures import MultiValueDict

from claims.admin.ingest_forms import ManyForm
from claims.enums import DateOrigin, JobKind
from claims.ingest.fetch import MOST_BYTES
from claims.models import Article, Job
from tests.claims.admin.pages import text_of, told
from tests.claims.factories import TEXT, make_source, make_user

pytestmark = pytest.mark.django_db


def bring_in(client: Client, way: str, **values: Any) -> Any:
    data = {"way": way} | {f"{way}-{name}": value for name, value in values.items()}
    return client.post(reverse("admin:claims_article_add"), data)


def test_a_pasted_text_becomes_an_article_that_is_read_next(
    client: Client, editor: User, django_capture_on_commit_callbacks: Any
) -> None:
    source = make_source("The Lamp")
    with django_capture_on_commit_callbacks() as rung:
        response = bring_in(
            client, "text", text=TEXT, source="the lamp", title="Bridges", published_on="2021-12-01", language="en"
        )
    article = Article.objects.get()
    assert (article.source, article.title, article.created_by) == (source, "Bridges", editor)
    assert article.published_origin == DateOrigin.ENTERED
    assert Job.objects.get().kind == JobKind.EXTRACT
    assert len(rung) == 1
    assert "Brought in" in told(client, response)


def test_the_same_text_twice_is_one_article_and_says_so(client: Client, editor: User) -> None:
    for _ in range(2):
        response = bring_in(client, "text", text=TEXT, source="", language="en")
    assert Article.objects.count() == 1
    assert "We have this article already" in told(client, response)


@pytest.mark.parametrize(
    ("values", "said"),
    [
        ({"text": "", "language": "en"}, "This field is required"),
        ({"text": "x" * 200_001, "language": "en"}, "200,000"),
        ({"text": TEXT, "language": "en", "source": "Nobody's Paper"}, "No record, or more than one"),
        ({"text": TEXT, "language": "en", "published_on": "2021-02-30"}, "Enter a valid date"),
        ({"text": TEXT, "language": "en", "address": "ftp://x.example/"}, "web address"),
    ],
)
def test_what_cannot_become_an_article_is_refused_with_the_reason(
    client: Client, editor: User, values: dict[str, str], said: str
) -> None:
    response = bring_in(client, "text", **values)
    assert response.status_code == HTTPStatus.UNPROCESSABLE_ENTITY
    assert said in text_of(response)
    assert not Article.objects.exists()


def test_the_pasted_source_of_a_page_is_read_as_a_page(client: Client, editor: User) -> None:
    lines = "".join(f"<p>{line}</p>" for line in TEXT.splitlines())
    markup = f"<html><body><script>alert(1)</script><article>{lines}</article></body></html>"
    bring_in(client, "text", text=markup, language="en")
    text = Article.objects.get().texts.get().text
    assert "120 bridges" in text and "<p>" not in text and "alert" not in text


def test_a_file_is_read_by_its_content(client: Client, editor: User) -> None:
    bring_in(client, "file", file=SimpleUploadedFile("page.bin", TEXT.encode()))
    assert "bridges were closed" in Article.objects.get().texts.get().text


def test_a_file_that_is_no_text_is_refused_by_name(client: Client, editor: User) -> None:
    response = bring_in(client, "file", file=SimpleUploadedFile("photo.jpg", bytes(range(256)) * 20))
    assert "photo.jpg" in text_of(response)
    assert not Article.objects.exists()


def test_an_address_is_fetched_by_a_job(client: Client, editor: User, django_capture_on_commit_callbacks: Any) -> None:
    with django_capture_on_commit_callbacks() as rung:
        response = bring_in(client, "address", address="https://news.example/a?utm_source=x")
    job = Job.objects.get()
    assert (job.kind, job.address, job.requested_by) == (JobKind.FETCH, "https://news.example/a", editor)
    assert len(rung) == 1
    assert response["Location"] == reverse("admin:claims_job_change", args=[job.pk])
    assert b'http-equiv="refresh"' in client.get(response["Location"]).content


def test_many_at_once_give_a_result_for_each(client: Client, editor: User) -> None:
    files = [SimpleUploadedFile("good.txt", TEXT.encode()), SimpleUploadedFile("empty.txt", b" ")]
    response = bring_in(client, "many", addresses="https://news.example/b\nnot an address", uploads=files)
    page = text_of(response)
    assert "https://news.example/b Being fetched" in page
    assert "not an address Refused" in page
    assert "good.txt Brought in" in page
    assert "empty.txt Refused" in page
    assert Article.objects.count() == 1


def test_of_a_file_that_is_too_large_no_more_is_read_than_tells_so() -> None:
    form = ManyForm({}, MultiValueDict({"uploads": [SimpleUploadedFile("huge.txt", b"x" * (MOST_BYTES + 9))]}))
    assert form.is_valid(), form.errors
    [item] = form.cleaned_data["items"]
    assert len(item.data) == MOST_BYTES + 1


def test_a_file_that_is_too_large_stops_no_other(client: Client, editor: User) -> None:
    files = [SimpleUploadedFile("huge.txt", b"x" * (MOST_BYTES + 9)), SimpleUploadedFile("good.txt", TEXT.encode())]
    page = text_of(bring_in(client, "many", uploads=files))
    assert "huge.txt Refused" in page
    assert "good.txt Brought in" in page


def test_nothing_at_all_is_refused(client: Client, editor: User) -> None:
    assert "at least one address or file" in text_of(bring_in(client, "many", addresses="  "))


@pytest.mark.parametrize("role", ["reviewer", "administrator"])
def test_who_may_not_bring_in_articles_is_refused(client: Client, role: str) -> None:
    client.force_login(make_user(role))
    assert bring_in(client, "text", text=TEXT, language="en").status_code == HTTPStatus.FORBIDDEN
    assert not Article.objects.exists()
