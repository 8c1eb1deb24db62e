"""Programs in other sites' pages may read what is made for programs, and nothing that is made for people."""

from http import HTTPStatus
from urllib.parse import quote

import pytest
from django.conf import settings
from django.test import Client

from tests.reviews.factories import make_publication
from tests.reviews.public.addresses import verdict_of

pytestmark = pytest.mark.django_db

ORIGIN = {"Origin": "https://reader.example"}
FOR_PROGRAMS = (
    "/feeds/verdicts.atom",
    "/fr/feeds/verdicts.atom",
    "/feeds/corrections.atom",
    "/feeds/claimreview.json",
    "/statistics/verdicts.csv",
    "/statistics/ratings.csv",
)


def test_feeds_cards_figures_and_pictures_may_be_read(client: Client) -> None:
    publication = make_publication()
    page = quote(f"{settings.SITE_URL}{verdict_of(publication)}", safe="")
    own = [f"/claims/{publication.claim_id}/share.{kind}" for kind in ("svg", "png")]
    for address in (*FOR_PROGRAMS, *own, f"/oembed?url={page}"):
        response = client.get(address, headers=ORIGIN)
        assert response.status_code == HTTPStatus.OK, address
        assert response.headers["Access-Control-Allow-Origin"] == "*", address
        assert "etag" in response.headers["Access-Control-Expose-Headers"].lower()
        assert "Access-Control-Allow-Credentials" not in response.headers
        known = client.get(address, headers=ORIGIN | {"If-None-Match": response.headers["ETag"]})
        assert known.status_code == HTTPStatus.NOT_MODIFIED
        assert known.headers["Access-Control-Allow-Origin"] == "*", address
        assert client.head(address).headers["Access-Control-Allow-Origin"] == "*"


def test_a_refusal_may_be_read_too(client: Client) -> None:
    for address, status in (
        ("/feeds/verdicts.atom?rating=nonsense", HTTPStatus.BAD_REQUEST),
        ("/oembed?url=https://elsewhere.example/", HTTPStatus.NOT_FOUND),
        ("/oembed?format=xml", HTTPStatus.NOT_IMPLEMENTED),
        ("/statistics/nonsense.csv", HTTPStatus.NOT_FOUND),
    ):
        response = client.get(address, headers=ORIGIN)
        assert (response.status_code, response.headers["Access-Control-Allow-Origin"]) == (status, "*")
    refused = client.post("/feeds/verdicts.atom", headers=ORIGIN)
    assert refused.status_code == HTTPStatus.METHOD_NOT_ALLOWED
    assert refused.headers["Access-Control-Allow-Origin"] == "*"


@pytest.mark.parametrize("address", [*FOR_PROGRAMS, "/oembed", "/claims/1/share.svg"])
def test_a_browser_may_ask_whether_it_may_confirm_its_copy(client: Client, address: str) -> None:
    asked = {"Access-Control-Request-Method": "GET", "Access-Control-Request-Headers": "if-none-match"}
    response = client.options(address, headers=ORIGIN | asked)
    assert response.status_code == HTTPStatus.NO_CONTENT
    assert response.headers["Access-Control-Allow-Origin"] == "*"
    assert response.headers["Access-Control-Allow-Headers"] == "*"
    assert "POST" not in response.headers["Access-Control-Allow-Methods"]


def test_pages_for_people_are_not_opened(client: Client) -> None:
    publication = make_publication()
    for address in ("/", verdict_of(publication), "/statistics/", "/submit/", "/accounts/login/", "/desk/"):
        response = client.get(address, headers=ORIGIN)
        assert not [name for name in response.headers if name.lower().startswith("access-control")], address
