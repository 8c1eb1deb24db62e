"""Sign-in and account pages in the staff frame, and what people see when something is wrong."""

from http import HTTPStatus

import pytest
from django.template.loader import render_to_string
from django.test import Client

from tests.claims.factories import PASSWORD, make_user
from tests.reviews.public.html import complaints

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("address", ["login/", "password/reset/", "password/reset/done/", "signup/"])
def test_account_pages_for_strangers_are_good_html(client: Client, address: str) -> None:
    response = client.get(f"/accounts/{address}")
    assert response.status_code == HTTPStatus.OK
    page = response.content.decode()
    assert complaints(page) == []
    assert "Public site" in page


@pytest.mark.parametrize("address", ["logout/", "password/change/", "2fa/", "email/"])
def test_account_pages_for_staff_are_good_html(client: Client, address: str) -> None:
    client.force_login(make_user("editor", first_name="Pat", last_name="Reed"))
    page = client.get(f"/accounts/{address}").content.decode()
    assert complaints(page) == []
    for words in ("Pat Reed", "Sign out", "Second factor"):
        assert words in page


def test_a_wrong_password_is_said_at_the_form_and_a_right_one_leads_to_the_desk(client: Client) -> None:
    user = make_user("reviewer")
    wrong = client.post("/accounts/login/", {"login": user.username, "password": "no"})
    assert 'class="errorlist' in wrong.content.decode()
    assert complaints(wrong.content.decode()) == []
    right = client.post("/accounts/login/", {"login": user.username, "password": PASSWORD})
    assert right.headers["Location"] == "/desk/"


def test_setting_up_a_second_factor_shows_a_code_to_scan(client: Client) -> None:
    user = make_user("reviewer")
    client.post("/accounts/login/", {"login": user.username, "password": PASSWORD})
    asked = client.get("/accounts/2fa/totp/activate/", follow=True)
    assert "Confirm Access" in asked.content.decode()
    assert complaints(asked.content.decode()) == []
    page = client.post(
        asked.request["PATH_INFO"], {"password": PASSWORD, "next": "/accounts/2fa/totp/activate/"}, follow=True
    ).content.decode()
    assert complaints(page) == []
    assert 'src="data:image/svg+xml' in page


def test_a_form_out_of_date_says_what_to_do() -> None:
    response = Client(enforce_csrf_checks=True).post("/accounts/login/", {"login": "x", "password": "y"})
    assert response.status_code == HTTPStatus.FORBIDDEN
    assert "The form was out of date" in response.content.decode()
    assert complaints(response.content.decode()) == []


@pytest.mark.parametrize("name", ["403.html", "403_csrf.html", "404.html", "429.html", "500.html"])
def test_error_pages_need_no_request(name: str) -> None:
    assert complaints(render_to_string(name)) == []
