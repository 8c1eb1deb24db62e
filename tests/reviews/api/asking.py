"""How tests ask the API: as a program does, with what it gets back as plain data."""

from http import HTTPStatus
from typing import Any

from django.test import Client

from claims.enums import ClaimStatus
from claims.models import Source
from reviews.models import Review
from tests.claims.factories import make_article, make_claim
from tests.reviews.factories import make_review

V1 = "/api/v1"
SITE = "https://facts.example"


def data(client: Client, address: str, **headers: str) -> Any:
    response = client.get(address, headers=headers)
    assert response.status_code == HTTPStatus.OK, (address, response.content.decode())
    return response.json()


def error(client: Client, address: str, status: int = HTTPStatus.BAD_REQUEST) -> dict[str, Any]:
    """The one error that every wrong request gets, whoever noticed it."""
    response = client.get(address)
    assert response.status_code == status, (address, response.content.decode())
    assert response.headers["Content-Type"] == "application/json"
    assert response.headers["Cache-Control"] == "no-store"
    body: dict[str, Any] = response.json()
    assert set(body) == {"error"}
    assert set(body["error"]) == {"status", "code", "message", "fields", "help"}
    assert body["error"]["status"] == status
    found: dict[str, Any] = body["error"]
    return found


def headlines(client: Client, address: str) -> list[str]:
    return [item["headline"] for item in data(client, address)["results"]]


def review_in(source: Source) -> Review:
    """Of a claim that an article of this source makes in its own voice."""
    return make_review(make_claim(make_article(source=source), status=ClaimStatus.ACCEPTED))
