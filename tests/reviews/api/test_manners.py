"""What holds for every answer: errors, CORS, limits, no cookies, nothing but reading."""

from http import HTTPStatus

import pytest
from django.db import OperationalError, connection
from django.http import HttpRequest
from django.test import Client, RequestFactory
from pytest_django import Settings

from reviews.api.throttling import client_of
from reviews.services.api_windows import count_request, forget_old_windows
from tests.claims.factories import make_user
from tests.reviews.api.asking import V1, data, error
from tests.reviews.factories import make_publication

pytestmark = pytest.mark.django_db

LIST = f"{V1}/verdicts/"
SEARCH = "/v1alpha1/claims:search?query=bridges"


def test_what_is_not_there_is_an_error_of_the_same_shape(client: Client) -> None:
    for address in ("/api/nowhere/", f"{V1}/verdicts/x/", "/api/v2/"):
        assert error(client, address, HTTPStatus.NOT_FOUND)["code"] == "not_found"


def test_nothing_can_be_written_and_the_refusal_has_the_same_shape(client: Client) -> None:
    for method in (client.post, client.put, client.patch, client.delete):
        response = method(LIST, data="{}", content_type="application/json")
        assert response.status_code == HTTPStatus.METHOD_NOT_ALLOWED
        assert response.json()["error"]["code"] == "method_not_allowed"
        assert "GET" in response.headers["Allow"]


def test_only_json_is_answered(client: Client) -> None:
    response = client.get(LIST, headers={"Accept": "text/csv"})
    assert response.status_code == HTTPStatus.NOT_ACCEPTABLE
    assert response.json()["error"]["code"] == "not_acceptable"
    for accepted in ("*/*", "application/json", "text/html,application/xhtml+xml,*/*;q=0.8"):
        assert data(client, LIST, Accept=accepted)["count"] == 0


def test_there_is_no_browsable_form(client: Client) -> None:
    response = client.get(LIST, headers={"Accept": "text/html,*/*;q=0.8"})
    assert response.headers["Content-Type"] == "application/json"
    assert "<form" not in client.get("/api/docs/").content.decode()


def test_any_page_may_read_and_none_may_send_a_cookie(client: Client) -> None:
    make_publication()
    for address in (LIST, SEARCH, "/api/", "/api/schema/", "/api/nowhere/"):
        response = client.get(address, headers={"Origin": "https://reader.example"})
        assert response.headers["Access-Control-Allow-Origin"] == "*"
        assert "Access-Control-Allow-Credentials" not in response.headers
        assert "ratelimit-remaining" in response.headers["Access-Control-Expose-Headers"].lower()


def test_browsers_may_ask_before_they_ask(client: Client) -> None:
    headers = {"Origin": "https://reader.example", "Access-Control-Request-Method": "GET"}
    response = client.options(LIST, headers=headers)
    assert response.status_code == HTTPStatus.NO_CONTENT
    assert "GET" in response.headers["Access-Control-Allow-Methods"]
    assert "POST" not in response.headers["Access-Control-Allow-Methods"]


def test_a_signed_in_browser_gets_what_everybody_gets(client: Client) -> None:
    publication = make_publication()
    addresses = [LIST, SEARCH, f"{LIST}{publication.claim_id}/", f"{V1}/nowhere/", "/api/docs/"]
    strangers = [client.get(address) for address in addresses]
    client.force_login(make_user("editor"))
    for address, stranger in zip(addresses, strangers, strict=True):
        answer = client.get(address)
        assert answer.content == stranger.content
        assert not answer.cookies
        assert "cookie" not in answer.headers.get("Vary", "").lower()


def test_heads_are_answered_without_a_body(client: Client) -> None:
    response = client.head(LIST)
    assert response.status_code == HTTPStatus.OK
    assert not response.content
    assert response.headers["ETag"]


def test_requests_are_counted_and_too_many_are_told_when_to_come_back(client: Client, settings: Settings) -> None:
    settings.CLAIMDESK_API_RATE = 3
    left = [client.get(LIST).headers["RateLimit-Remaining"] for _ in range(3)]
    if left != ["2", "1", "0"]:  # The minute ended among them.
        left = [client.get(LIST).headers["RateLimit-Remaining"] for _ in range(3)][-2:]
    refused = client.get(f"{V1}/scale/")
    assert refused.status_code == HTTPStatus.TOO_MANY_REQUESTS
    assert refused.json()["error"]["code"] == "too_many_requests"
    assert 1 <= int(refused.headers["Retry-After"]) <= 60
    assert refused.headers["RateLimit-Limit"] == "3"
    assert client.get(SEARCH).json()["error"]["status"] == "RESOURCE_EXHAUSTED"
    assert client.get(LIST, REMOTE_ADDR="203.0.113.9").status_code == HTTPStatus.OK
    assert client.options(LIST).status_code == HTTPStatus.NO_CONTENT


def test_a_count_begins_anew_with_each_minute_and_is_forgotten_after_an_hour() -> None:
    assert [count_request("somebody")[0] for _ in range(2)][-1] in {1, 2}
    _move_back("61 seconds")
    assert count_request("somebody")[0] == 1
    assert forget_old_windows() == 0
    _move_back("61 minutes")
    assert forget_old_windows() == 1


def _move_back(interval: str) -> None:
    with connection.cursor() as cursor:
        cursor.execute("UPDATE reviews_api_window SET began_at = began_at - %s::interval", [interval])


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("203.0.113.9", "203.0.113.9", True),
        ("203.0.113.9", "203.0.113.8", False),
        ("2001:db8::1", "2001:db8::ffff:1", True),
        ("2001:db8::1", "2001:db8:0:1::1", False),
        ("::ffff:203.0.113.9", "203.0.113.9", True),
    ],
)
def test_who_is_counted_together(one: str, other: str, *, same: bool) -> None:
    asked = [RequestFactory().get(LIST, REMOTE_ADDR=address) for address in (one, other)]
    first, second = (client_of(request) for request in asked)
    assert (first == second) is same
    assert one not in first


def test_the_pages_policy_holds_for_the_documentation_too(client: Client) -> None:
    response = client.get("/api/docs/")
    assert "unsafe" not in response.headers["Content-Security-Policy"]
    page = response.content.decode()
    assert "<style" not in page
    assert "<script>" not in page


def test_an_error_of_ours_has_the_same_shape(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    client.raise_request_exception = False
    monkeypatch.setattr("reviews.api.scale.current_ratings", lambda: 1 / 0)
    assert error(client, f"{V1}/scale/", HTTPStatus.INTERNAL_SERVER_ERROR)["code"] == "server_error"


def test_while_the_database_is_away_the_answer_says_when_to_come_back(
    client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    def away(request: HttpRequest) -> None:
        raise OperationalError("connection refused")

    monkeypatch.setattr("reviews.api.middleware.count", away)
    response = client.get(LIST)
    assert response.status_code == HTTPStatus.SERVICE_UNAVAILABLE
    assert response.json()["error"]["code"] == "unavailable"
    assert int(response.headers["Retry-After"]) > 0
    assert response.headers["Cache-Control"] == "no-store"
    assert response.headers["Access-Control-Allow-Origin"] == "*"
    assert client.get(SEARCH).json()["error"]["status"] == "UNAVAILABLE"
