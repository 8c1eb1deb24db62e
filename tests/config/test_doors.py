"""What holds for every page: one sign-in, a second factor where asked for, strict headers, health."""

import pytest
from django.contrib.auth import SESSION_KEY
from django.contrib.auth.models import User
from django.core.cache import cache
from django.db import connection
from django.test import Client
from pytest_django.fixtures import Settings

from tests.claims.factories import PASSWORD, make_user

pytestmark = pytest.mark.django_db


@pytest.fixture
def member(client: Client) -> User:
    user = User.objects.create_superuser("member", password="a long password")
    client.force_login(user)
    return user


def test_the_admin_has_no_sign_in_of_its_own(client: Client) -> None:
    response = client.get("/admin/login/?next=/admin/auth/user/")
    assert response.status_code == 302
    assert response["Location"] == "/accounts/login/?next=/admin/auth/user/"
    assert client.post("/admin/login/", {"username": "member", "password": "x"}).status_code == 302


def test_somebody_without_rights_is_refused_and_not_sent_in_circles(client: Client) -> None:
    client.force_login(User.objects.create_user("outsider"))
    assert client.get("/admin/", follow=True).status_code == 403


def test_who_is_no_longer_of_the_staff_still_signs_out(client: Client, member: User) -> None:
    User.objects.filter(pk=member.pk).update(is_staff=False)
    assert client.get("/admin/logout/").status_code == 405
    assert SESSION_KEY in client.session
    assert client.post("/admin/logout/").status_code == 200
    assert SESSION_KEY not in client.session


def test_nobody_can_sign_up(client: Client) -> None:
    client.post(
        "/accounts/signup/", {"username": "new", "password1": "a long password", "password2": "a long password"}
    )
    assert not User.objects.filter(username="new").exists()


def test_the_second_factor_is_asked_for_on_staff_pages(client: Client, member: User, settings: Settings) -> None:
    settings.CLAIMDESK_REQUIRE_2FA = True
    assert client.get("/admin/")["Location"] == "/accounts/2fa/"
    assert client.get("/accounts/2fa/").status_code == 200


def test_the_second_factor_is_optional_where_the_setting_says_so(client: Client, member: User) -> None:
    assert client.get("/admin/").status_code == 200


def test_the_content_policy_allows_nothing_unsafe(client: Client) -> None:
    policy = client.get("/accounts/login/")["Content-Security-Policy"]
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy


def test_health_needs_no_cookies(client: Client) -> None:
    for path in ("/healthz", "/readyz"):
        response = client.get(path)
        assert (response.status_code, response.json()) == (200, {"status": "ok"})
        assert not response.cookies


def test_readiness_names_migrations_that_wait(client: Client) -> None:
    with connection.cursor() as cursor:
        cursor.execute("DELETE FROM django_migrations WHERE app = 'config'")
        gone = cursor.rowcount
    response = client.get("/readyz")
    assert response.status_code == 503
    assert gone > 0
    assert response.json() == {"status": f"{gone} migrations are not applied"}


def test_the_cache_is_shared_through_the_database() -> None:
    cache.set("key", "value")
    with connection.cursor() as cursor:
        cursor.execute("SELECT count(*) FROM config_cache WHERE cache_key LIKE '%key'")
        assert cursor.fetchone() == (1,)


@pytest.mark.parametrize(
    ("role", "page"),
    [("reviewer", "/desk/"), ("editor", "/desk/"), ("superuser", "/desk/"), ("administrator", "/admin/")],
)
def test_signing_in_leads_to_a_page_that_the_account_may_open(client: Client, role: str, page: str) -> None:
    user = make_user(role)
    response = client.post("/accounts/login/", {"login": user.username, "password": PASSWORD})
    assert response["Location"] == page
    assert client.get(page).status_code == 200


def test_signing_in_on_the_way_to_a_page_leads_there(client: Client) -> None:
    user = make_user("administrator")
    response = client.post(
        "/accounts/login/?next=/admin/auth/user/",
        {"login": user.username, "password": PASSWORD, "next": "/admin/auth/user/"},
    )
    assert response["Location"] == "/admin/auth/user/"


def test_guesses_of_a_password_are_limited(client: Client) -> None:
    User.objects.create_user("target", password="a long password")
    for _ in range(6):
        client.post("/accounts/login/", {"login": "target", "password": "wrong"})
    client.post("/accounts/login/", {"login": "target", "password": "a long password"})
    assert "_auth_user_id" not in client.session
