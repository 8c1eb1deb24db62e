"""A forgotten password: the same answer for everybody, a link that works once, no way in beside it."""

import re
from typing import Any

import pytest
from django.core import mail
from django.test import Client
from pytest_django import Settings

from config.tasks import mail_password_reset
from tests.claims.factories import PASSWORD, make_user
from tests.config.accounts.signing_in import is_signed_in, sign_in

pytestmark = pytest.mark.django_db

NEW = "another-long-phrase"


@pytest.fixture
def rung(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What the page asked a worker to do."""
    rung: list[str] = []
    monkeypatch.setattr(mail_password_reset, "delay", rung.append)
    return rung


def ask(client: Client, email: str) -> Any:
    return client.post("/accounts/password/reset/", {"email": email})


def link_in_the_mail() -> str:
    [message] = mail.outbox
    [address] = re.findall(r"http://127\.0\.0\.1:8000(/\S+)", str(message.body))
    return str(address)


def test_known_and_unknown_addresses_get_the_same_answer_and_cost_the_same(client: Client, rung: list[str]) -> None:
    make_user("reviewer", email="known@newsroom.example")
    answers = [ask(Client(), email) for email in ("known@newsroom.example", "unknown@newsroom.example")]
    assert {(answer.status_code, answer["Location"]) for answer in answers} == {(302, "/accounts/password/reset/done/")}
    assert rung == ["known@newsroom.example", "unknown@newsroom.example"]
    assert not mail.outbox
    known, unknown = (client.get(answer["Location"]).content for answer in answers)
    assert known == unknown


def test_only_active_accounts_get_a_mail() -> None:
    make_user("reviewer", email="gone@newsroom.example", is_active=False)
    assert mail_password_reset("gone@newsroom.example") == 0
    assert mail_password_reset("unknown@newsroom.example") == 0
    assert not mail.outbox


def test_the_link_gives_a_new_password_once_and_signs_nobody_in(client: Client) -> None:
    user = make_user("reviewer", email="known@newsroom.example")
    assert mail_password_reset("Known@newsroom.example") == 1
    link = link_in_the_mail()
    form = client.get(link)["Location"]
    assert client.post(form, {"password1": NEW, "password2": NEW})["Location"] == "/accounts/password/reset/key/done/"
    assert not is_signed_in(client)
    user.refresh_from_db()
    assert user.check_password(NEW)
    again = Client()
    assert "has already been used" in again.get(link).content.decode()


def test_a_new_password_by_the_link_ends_the_sessions_of_whoever_stole_the_old_one(client: Client) -> None:
    user = make_user("reviewer", email="known@newsroom.example")
    thief = Client()
    sign_in(thief, user)
    mail_password_reset("known@newsroom.example")
    client.post(client.get(link_in_the_mail())["Location"], {"password1": NEW, "password2": NEW})
    assert not is_signed_in(thief)


def test_the_link_ends_after_an_hour(client: Client, settings: Settings) -> None:
    assert settings.PASSWORD_RESET_TIMEOUT == 3600
    make_user("reviewer", email="known@newsroom.example")
    mail_password_reset("known@newsroom.example")
    settings.PASSWORD_RESET_TIMEOUT = -1
    assert "link was invalid" in client.get(link_in_the_mail()).content.decode()


def test_requests_for_one_address_are_limited(client: Client, rung: list[str]) -> None:
    answers = [ask(Client(REMOTE_ADDR=f"198.51.100.{number}"), "known@newsroom.example") for number in range(5)]
    assert [answer.status_code for answer in answers] == [302, 302, 302, 429, 429]
    assert "Too many attempts" in answers[-1].content.decode()
    assert len(rung) == 3


def test_requests_from_one_network_are_limited(client: Client, rung: list[str]) -> None:
    answers = [ask(client, f"person-{number}@newsroom.example") for number in range(22)]
    assert [answer.status_code for answer in answers].count(429) == 2
    assert len(rung) == 20


def test_the_host_of_the_request_is_not_in_the_link(client: Client) -> None:
    make_user("reviewer", email="known@newsroom.example")
    mail_password_reset("known@newsroom.example")
    assert link_in_the_mail().startswith("/accounts/password/reset/key/")


@pytest.mark.parametrize(
    ("password", "says"),
    [
        ("short-one", "at least 12 characters"),
        ("1qaz2wsx3edc", "too common"),
        ("738291046573", "entirely numeric"),
        ("known-person-1", "too similar to the username"),
    ],
)
def test_weak_passwords_are_refused_in_words(client: Client, password: str, says: str) -> None:
    user = make_user("reviewer", username="known-person", email="known@newsroom.example")
    mail_password_reset("known@newsroom.example")
    form = client.get(link_in_the_mail())["Location"]
    assert says in client.post(form, {"password1": password, "password2": password}).content.decode()
    user.refresh_from_db()
    assert user.check_password(PASSWORD)
