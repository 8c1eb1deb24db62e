"""The password once more: before one's own password or mail address, and other people's accounts, are changed."""

from typing import Any

import pytest
from allauth.account.models import EmailAddress
from django.contrib.auth.models import User
from django.core import mail
from django.test import Client
from django.urls import reverse

from tests.claims.factories import PASSWORD, make_user
from tests.config.accounts.signing_in import prove, sign_in

pytestmark = pytest.mark.django_db

NEW = {"password1": "another-long-phrase", "password2": "another-long-phrase"}


@pytest.fixture
def administrator(client: Client) -> User:
    user = make_user("administrator", email="office@newsroom.example")
    sign_in(client, user)
    return user


def an_hour_ago(client: Client) -> None:
    """As if every proof of the session were that old."""
    session = client.session
    for record in session["account_authentication_methods"]:
        record["at"] -= 3600
    session.save()


def asks(answer: Any) -> bool:
    return bool(answer.status_code == 302 and answer["Location"].startswith("/accounts/reauthenticate/"))


@pytest.mark.parametrize("page", ["/accounts/2fa/totp/activate/", "/accounts/email/"])
def test_ones_own_account(client: Client, administrator: User, page: str) -> None:
    an_hour_ago(client)
    assert asks(client.post(page, {"action_add": "", "email": "thief@evil.example", "code": "123456"}))
    assert not EmailAddress.objects.filter(email="thief@evil.example").exists()
    prove(client)
    assert not asks(client.get(page))


def test_ones_own_password_wants_the_old_one_and_guesses_of_it_are_limited(client: Client, administrator: User) -> None:
    wrong = [client.post("/accounts/password/change/", {"oldpassword": "guess", **NEW}) for _ in range(6)]
    assert [answer.status_code for answer in wrong] == [200] * 5 + [429]
    administrator.refresh_from_db()
    assert administrator.check_password(PASSWORD)


def test_a_new_password_is_told_by_mail(client: Client, administrator: User) -> None:
    prove(client)
    client.post("/accounts/password/change/", {"oldpassword": PASSWORD, **NEW})
    [message] = mail.outbox
    assert message.to == ["office@newsroom.example"]


def test_a_mail_server_that_is_down_spoils_nothing(
    client: Client, administrator: User, settings: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", 1
    prove(client)
    assert client.post("/accounts/password/change/", {"oldpassword": PASSWORD, **NEW}).status_code == 302
    administrator.refresh_from_db()
    assert administrator.check_password("another-long-phrase")


@pytest.mark.parametrize("name", ["add", "change", "password_change", "changelist"])
def test_other_peoples_accounts(client: Client, administrator: User, name: str) -> None:
    user = make_user("reviewer")
    an_hour_ago(client)
    page = reverse(f"admin:auth_user_{name}", args=[] if name in {"add", "changelist"} else [user.pk])
    assert client.get(page).status_code == 200 if name == "changelist" else asks(client.get(page))
    posted = {"username": "thief", "action": "take_away_second_factor", "_selected_action": [user.pk], **NEW}
    people = list(User.objects.order_by("pk").values())
    assert asks(client.post(page, posted))
    after = list(User.objects.order_by("pk").values())
    assert after == people


def test_what_was_entered_is_carried_out_afterwards(client: Client, administrator: User) -> None:
    user = make_user("reviewer")
    an_hour_ago(client)
    joined = user.date_joined
    form = {
        "username": user.username, "last_name": "Novak", "is_active": "on", "is_staff": "on",
        "groups": [group.pk for group in user.groups.all()],
        "date_joined_0": f"{joined:%Y-%m-%d}", "date_joined_1": f"{joined:%H:%M:%S}",
    }  # fmt: skip
    page = reverse("admin:auth_user_change", args=[user.pk])
    asked = client.post(page, form)
    user.refresh_from_db()
    assert user.last_name == ""
    client.post(asked["Location"], {"password": PASSWORD, "next": page})
    user.refresh_from_db()
    assert user.last_name == "Novak"
    assert [group.name for group in user.groups.all()] == ["Reviewers"]


def test_a_password_for_somebody_is_never_kept_in_the_session(client: Client, administrator: User) -> None:
    user = make_user("reviewer")
    an_hour_ago(client)
    page = reverse("admin:auth_user_password_change", args=[user.pk])
    assert asks(client.post(page, {"usable_password": "true", **NEW}))
    assert NEW["password1"] not in str(dict(client.session.items()))
    user.refresh_from_db()
    assert user.check_password(PASSWORD)


@pytest.mark.parametrize("role", [None, "reviewer", "editor"])
def test_who_may_not_come_there_is_refused_and_not_asked(client: Client, role: str | None) -> None:
    client.force_login(make_user(role))
    answer = client.get(reverse("admin:auth_user_add"), follow=True)
    assert answer.status_code == 403


def test_the_admins_own_form_for_the_password_leads_to_the_one_that_counts_guesses(
    client: Client, administrator: User
) -> None:
    for verb in (client.get, client.post):
        assert verb("/admin/password_change/")["Location"] == "/accounts/password/change/"
