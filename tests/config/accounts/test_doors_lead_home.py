"""`next` leads to pages of this site alone, wherever it is read."""

from urllib.parse import quote

import pytest
from django.contrib.auth.models import User
from django.test import Client

from tests.claims.factories import PASSWORD, make_user
from tests.config.accounts.signing_in import prove, sign_in

pytestmark = pytest.mark.django_db

ELSEWHERE = [
    "https://evil.example/",
    "//evil.example/",
    "///evil.example/",
    "/\\evil.example/",
    "\\\\evil.example\\",
    "http:evil.example",
    "https:///evil.example/",
    "javascript:alert(1)",
    "data:text/html,hello",
    " https://evil.example/",
    "/\t/evil.example/",
    "http://testserver@evil.example/",
    "http://evil.example\\@testserver/",
]


@pytest.fixture
def person() -> User:
    return make_user("editor")


def leads_home(location: str) -> bool:
    return location.startswith("/") and not location.startswith(("//", "/\\", "/\t"))


@pytest.mark.parametrize("target", ELSEWHERE)
def test_after_signing_in(client: Client, person: User, target: str) -> None:
    form = {"login": person.username, "password": PASSWORD, "next": target}
    answer = client.post(f"/accounts/login/?next={quote(target)}", form)
    assert answer.status_code == 302
    assert answer["Location"] == "/desk/"


@pytest.mark.parametrize("target", ELSEWHERE)
def test_when_signed_in_already_or_asked_again_or_signing_out(client: Client, person: User, target: str) -> None:
    sign_in(client, person)
    answers = [
        client.get(f"/accounts/login/?next={quote(target)}"),
        prove(client, query_params={"next": target}),
        client.post(f"/accounts/password/change/?next={quote(target)}", {
            "oldpassword": PASSWORD, "password1": "another-long-phrase", "password2": "another-long-phrase",
            "next": target,
        }),
        client.post("/accounts/logout/", {"next": target}),
    ]  # fmt: skip
    assert [answer.status_code for answer in answers] == [302] * 4
    assert all(leads_home(answer["Location"]) for answer in answers), [answer["Location"] for answer in answers]


@pytest.mark.parametrize("target", ELSEWHERE)
def test_on_the_way_to_the_admin(client: Client, person: User, target: str) -> None:
    door = client.get("/admin/login/", {"next": target})["Location"]
    assert door.startswith("/accounts/login/?")
    answer = client.post(door, {"login": person.username, "password": PASSWORD, "next": target})
    assert answer["Location"] == "/desk/"


def test_a_page_of_ours_is_led_to(client: Client, person: User) -> None:
    form = {"login": person.username, "password": PASSWORD, "next": "/desk/interests/"}
    assert client.post("/accounts/login/", form)["Location"] == "/desk/interests/"
