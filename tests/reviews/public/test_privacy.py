"""Public pages are the same for everybody, so that any cache may keep them."""

from http import HTTPStatus

import pytest
from django.test import Client

from tests.claims.factories import make_user
from tests.reviews.factories import make_publication
from tests.reviews.public.addresses import pages_of

pytestmark = pytest.mark.django_db


def signed_in(role: str) -> Client:
    client = Client()
    client.force_login(make_user(role))
    return client


@pytest.mark.parametrize("role", ["reviewer", "editor", "superuser"])
def test_a_signed_in_browser_gets_the_very_page_that_a_stranger_gets(client: Client, role: str) -> None:
    staff = signed_in(role)
    for address in [*pages_of(make_publication()), "/nowhere/"]:
        theirs, strangers = staff.get(address), client.get(address)
        assert theirs.content == strangers.content, address
        assert theirs.headers.get("ETag") == strangers.headers.get("ETag")


def test_public_answers_set_no_cookie_and_do_not_vary_by_it() -> None:
    staff = signed_in("editor")
    for address in [*pages_of(make_publication()), "/nowhere/", "/claims/1/"]:
        response = staff.get(address)
        assert not response.cookies, address
        assert "cookie" not in response.headers.get("Vary", "").lower(), address


def test_a_refused_method_sets_no_cookie_either() -> None:
    response = signed_in("editor").post("/")
    assert response.status_code == HTTPStatus.METHOD_NOT_ALLOWED
    assert not response.cookies


def test_reading_public_pages_does_not_sign_anybody_out() -> None:
    staff = signed_in("editor")
    staff.get("/")
    assert staff.session["_auth_user_id"]


def test_staff_pages_still_know_who_asks(client: Client) -> None:
    response = client.get("/accounts/login/")
    assert "csrftoken" in response.cookies
    assert "Cookie" in response.headers["Vary"]


def test_public_pages_carry_the_strict_policy_and_nothing_inline(client: Client) -> None:
    for address in pages_of(make_publication()):
        response = client.get(address)
        policy = response.headers["Content-Security-Policy"]
        assert "script-src 'self'" in policy
        assert "unsafe" not in policy
        text = response.content.decode()
        assert "<style" not in text
        assert " style=" not in text
        assert "csrfmiddlewaretoken" not in text
        assert text.count("<script") == text.count('<script type="application/ld+json">')


def test_a_write_without_any_token_is_told_that_the_page_is_for_reading() -> None:
    """Not that a token is missing: there is none to be had."""
    response = Client(enforce_csrf_checks=True).post("/")
    assert response.status_code == HTTPStatus.METHOD_NOT_ALLOWED
    assert response.headers["Allow"] == "GET, HEAD, OPTIONS"


def test_what_may_be_asked_of_a_page_is_said_to_whoever_asks() -> None:
    for address, allowed in (("/", "GET, HEAD, OPTIONS"), ("/fr/submit/", "GET, HEAD, OPTIONS, POST")):
        response = Client().options(address)
        assert (response.status_code, response.headers["Allow"]) == (HTTPStatus.NO_CONTENT, allowed)
