from http import HTTPStatus

import pytest
from django.test import Client
from pytest_django import Settings

from tests.claims.factories import make_article, make_source
from tests.reviews.factories import make_publication, make_submitted_verdict
from tests.reviews.public.addresses import pages_of, verdict_of

pytestmark = pytest.mark.django_db

TOO_LARGE = 10**30


def test_every_page_answers_get_and_head_and_nothing_else(client: Client) -> None:
    for address in pages_of(make_publication()):
        assert client.get(address).status_code == HTTPStatus.OK, address
        head = client.head(address)
        assert head.status_code == HTTPStatus.OK
        assert not head.content
        for method in (client.post, client.put, client.patch, client.delete):
            assert method(address).status_code == HTTPStatus.METHOD_NOT_ALLOWED, address


def test_pages_without_a_publication_say_so_kindly(client: Client) -> None:
    for address in ("/", "/sources/", "/corrections/", "/methodology/"):
        assert client.get(address).status_code == HTTPStatus.OK, address
    assert "No verdict is published yet" in client.get("/").content.decode()


@pytest.mark.parametrize("number", [0, 999_999, TOO_LARGE])
def test_what_is_not_published_is_not_found(client: Client, number: int) -> None:
    for address in (f"/claims/{number}/", f"/claims/{number}-x/", f"/articles/{number}/", f"/sources/{number}/"):
        response = client.get(address)
        assert response.status_code == HTTPStatus.NOT_FOUND, address
        assert "There is no such page" in response.content.decode()


def test_nothing_of_an_unpublished_verdict_is_public(client: Client) -> None:
    verdict = make_submitted_verdict(headline="A headline that nobody has approved")
    claim = verdict.review.claim
    source = claim.article.source
    assert source is not None
    for address in (f"/claims/{claim.pk}/", f"/articles/{claim.article_id}/", f"/sources/{source.pk}/"):
        assert client.get(address).status_code == HTTPStatus.NOT_FOUND, address
    assert "nobody has approved" not in client.get("/").content.decode()
    assert source.name not in client.get("/sources/").content.decode()


def test_an_article_without_a_publication_is_not_found(client: Client) -> None:
    article = make_article(source=make_source(full_text_allowed=True))
    assert client.get(f"/articles/{article.pk}/").status_code == HTTPStatus.NOT_FOUND


def test_absolute_addresses_come_from_the_setting_never_from_the_host(client: Client, settings: Settings) -> None:
    settings.ALLOWED_HOSTS = ["evil.example"]
    settings.SITE_URL = "https://facts.example"
    publication = make_publication()
    for address in pages_of(publication):
        text = client.get(address, HTTP_HOST="evil.example").content.decode()
        assert "evil.example" not in text, address
    page = client.get(verdict_of(publication), HTTP_HOST="evil.example").content.decode()
    assert f'<link rel="canonical" href="https://facts.example{verdict_of(publication)}">' in page


def test_robots_keep_to_the_public_pages(client: Client) -> None:
    lines = client.get("/robots.txt").content.decode().splitlines()
    assert "Disallow: /desk/" in lines
    assert "Disallow: /admin/" in lines
    assert "Disallow: /accounts/" in lines
