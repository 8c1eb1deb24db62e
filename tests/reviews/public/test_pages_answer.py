import pytest
from django.test import Client

from claims.models import Article
from tests.reviews.factories import make_publication

pytestmark = pytest.mark.django_db


def test_every_public_page_answers(client: Client) -> None:
    publication = make_publication()
    article = Article.objects.get(pk=publication.payload["article"]["id"])
    for address in (
        "/",
        f"/claims/{publication.claim_id}-{publication.slug}/",
        f"/articles/{article.pk}/",
        "/sources/",
        f"/sources/{article.source_id}/",
        "/corrections/",
        "/methodology/",
        "/robots.txt",
    ):
        response = client.get(address)
        assert response.status_code == 200, address
