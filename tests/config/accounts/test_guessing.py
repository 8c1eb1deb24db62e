"""Guesses are counted, over every web process, and nobody learns from an answer who has an account."""

from functools import partial
from typing import Any

import pytest
from django.core.cache import cache
from django.db import connection
from django.test import Client
from lxml import html

from config.tasks import forget_expired_counts
from tests.claims.factories import PASSWORD, make_user
from tests.config.accounts.signing_in import is_signed_in, prove, sign_in
from tests.fixtures.databases import PrivateDatabase
from tests.reviews.threads import at_once


def words(answer: Any) -> str:
    return " ".join(html.fromstring(answer.content.decode()).text_content().split())


def guess(client: Client, username: str) -> Any:
    return client.post("/accounts/login/", {"login": username, "password": "not-the-password"})


@pytest.mark.django_db
def test_a_wrong_password_and_an_unknown_name_are_told_in_the_same_words() -> None:
    user = make_user("reviewer")
    known, unknown = guess(Client(), user.username), guess(Client(), "nobody-of-this-name")
    assert known.status_code == unknown.status_code == 200
    assert words(known) == words(unknown)
    assert "not correct" in words(known)


@pytest.mark.django_db
def test_an_inactive_account_is_told_only_to_whoever_has_its_password() -> None:
    user = make_user("reviewer", is_active=False)
    assert words(guess(Client(), user.username)) == words(guess(Client(), "nobody-of-this-name"))
    client = Client()
    assert sign_in(client, user)["Location"] == "/accounts/inactive/"
    assert not is_signed_in(client)


@pytest.mark.django_db
def test_guesses_at_one_account_are_limited_from_wherever_they_come() -> None:
    user = make_user("reviewer")
    for number in range(5):
        guess(Client(REMOTE_ADDR=f"198.51.100.{number}"), user.username)
    client = Client()
    assert "Too many failed login attempts" in words(sign_in(client, user))
    assert not is_signed_in(client)


@pytest.mark.django_db
def test_no_other_counts_wash_out_those_of_an_account() -> None:
    user = make_user("reviewer")
    for number in range(5):
        guess(Client(REMOTE_ADDR=f"198.51.100.{number}"), user.username)
    for number in range(400):
        cache.set(f"zzz-{number}", number)  # Keys of guesses at other names, all behind this one's in the alphabet.
    assert "Too many failed login attempts" in words(sign_in(Client(), user))


@pytest.mark.django_db
def test_expired_counts_are_forgotten_and_no_others() -> None:
    cache.set("expired", 1, timeout=-60)
    cache.set("still-good", 1, timeout=60)
    assert forget_expired_counts() == 1
    with connection.cursor() as cursor:
        cursor.execute("SELECT cache_key FROM config_cache")
        assert cursor.fetchall() == [(":1:still-good",)]


@pytest.mark.django_db
def test_guesses_at_many_accounts_from_one_address_are_limited() -> None:
    attacker = Client(REMOTE_ADDR="198.51.100.7")
    for number in range(10):
        guess(attacker, f"person-{number}")
    user = make_user("reviewer")
    assert "Too many failed login attempts" in words(sign_in(attacker, user))
    elsewhere = Client()
    sign_in(elsewhere, user)
    assert is_signed_in(elsewhere)


@pytest.mark.django_db
def test_guesses_when_asked_once_more_are_limited() -> None:
    user = make_user("reviewer")
    client = Client()
    sign_in(client, user)
    for _ in range(5):
        prove(client, "not-the-password")
    assert prove(client).status_code in {200, 429}
    assert client.get("/accounts/2fa/totp/activate/").status_code == 302


@pytest.mark.django_db
def test_an_address_that_the_client_made_up_counts_for_nothing() -> None:
    # No proxy stands before the web here, so the header is the attacker's own words.
    user = make_user("reviewer")
    for number in range(10):
        browser = Client(REMOTE_ADDR="198.51.100.7", headers={"X-Forwarded-For": f"203.0.113.{number}"})
        guess(browser, f"person-{number}")
    assert "Too many failed" in words(sign_in(Client(REMOTE_ADDR="198.51.100.7"), user))


def test_guesses_in_one_moment_over_many_connections_are_all_counted(committing_db: PrivateDatabase) -> None:
    user = make_user("reviewer")
    tries = [partial(guess, Client(REMOTE_ADDR=f"198.51.100.{number}"), user.username) for number in range(12)]
    answers = at_once(tries)
    refused = [answer for answer in answers if "Too many failed" in words(answer)]
    assert len(answers) - len(refused) <= 5
    client = Client()
    sign_in(client, user)
    assert not is_signed_in(client)


@pytest.mark.django_db
def test_signing_in_well_takes_nothing_from_the_allowance() -> None:
    user = make_user("reviewer")
    for _ in range(8):
        client = Client()
        sign_in(client, user, PASSWORD)
        assert is_signed_in(client)
