"""The second factor, with real codes: asked at sign-in, used once, guessed in vain, lost and replaced."""

from typing import Any

import pytest
from allauth.mfa.models import Authenticator
from django.contrib.auth.models import User
from django.core import mail
from django.test import Client
from django.urls import reverse
from pytest_django import Settings

from reviews.errors import NotAllowed
from reviews.services.people import forget_second_factor
from tests.claims.factories import make_user
from tests.config.accounts.signing_in import (
    DOOR,
    code_of,
    is_signed_in,
    prove,
    set_up_second_factor,
    sign_in,
    wrong,
)

pytestmark = pytest.mark.django_db


def give(client: Client, code: str) -> Any:
    return client.post(DOOR, {"code": code})


def test_the_password_alone_opens_nothing(client: Client, person: User, factor: tuple[str, list[str]]) -> None:
    assert sign_in(client, person)["Location"] == DOOR
    assert not is_signed_in(client)
    assert client.get("/desk/").status_code == 302


def test_password_and_code_open_the_desk(client: Client, person: User, factor: tuple[str, list[str]]) -> None:
    sign_in(client, person)
    assert give(client, code_of(factor[0]))["Location"] == "/desk/"
    assert client.get("/desk/").status_code == 200


def test_a_code_is_good_for_one_sign_in(client: Client, person: User, factor: tuple[str, list[str]]) -> None:
    code = code_of(factor[0])
    sign_in(client, person)
    give(client, code)
    over_the_shoulder = Client()
    sign_in(over_the_shoulder, person)
    give(over_the_shoulder, code)
    assert is_signed_in(client)
    assert not is_signed_in(over_the_shoulder)


def test_a_recovery_code_does_once(client: Client, person: User, factor: tuple[str, list[str]]) -> None:
    sign_in(client, person)
    give(client, factor[1][3])
    assert is_signed_in(client)
    again = Client()
    sign_in(again, person)
    give(again, factor[1][3])
    assert not is_signed_in(again)
    give(again, factor[1][4])
    assert is_signed_in(again)


def test_guesses_of_the_code_are_limited(client: Client, person: User, factor: tuple[str, list[str]]) -> None:
    sign_in(client, person)
    for _ in range(5):
        give(client, wrong(code_of(factor[0])))
    page = give(client, code_of(factor[0]))
    assert not is_signed_in(client)
    assert "Too many failed login attempts" in page.content.decode()


def test_the_limit_on_codes_is_the_accounts_and_not_the_browsers(
    client: Client, person: User, factor: tuple[str, list[str]]
) -> None:
    for number in range(5):
        browser = Client(REMOTE_ADDR=f"198.51.100.{number}")
        sign_in(browser, person)
        give(browser, wrong(code_of(factor[0])))
    sign_in(client, person)
    give(client, code_of(factor[0]))
    assert not is_signed_in(client)


def test_there_is_no_way_around_it_by_the_forgotten_password(
    client: Client, person: User, factor: tuple[str, list[str]]
) -> None:
    # What the link in the mail leads to is tested beside; here: a new password signs nobody in.
    person.set_password("another-long-phrase")
    person.save()
    assert sign_in(client, person, "another-long-phrase")["Location"] == DOOR


@pytest.mark.parametrize("path", ["/desk/", "/desk/interests/", "/admin/", "/admin/auth/user/", "/admin/logout/"])
@pytest.mark.parametrize("verb", ["get", "post"])
def test_where_the_newsroom_asks_for_it_every_staff_page_does(
    client: Client, person: User, settings: Settings, path: str, verb: str
) -> None:
    settings.CLAIMDESK_REQUIRE_2FA = True
    sign_in(client, person)
    assert getattr(client, verb)(path)["Location"] == "/accounts/2fa/"
    set_up_second_factor(client)
    assert client.get("/desk/").status_code == 200


def test_turning_it_off_asks_for_a_proof_and_tells_by_mail(
    client: Client, person: User, factor: tuple[str, list[str]]
) -> None:
    sign_in(client, person)
    give(client, code_of(factor[0]))
    asked = client.post("/accounts/2fa/totp/deactivate/")
    assert asked["Location"].startswith("/accounts/reauthenticate/")
    assert Authenticator.objects.filter(user=person).count() == 2
    mail.outbox.clear()
    prove(client)
    client.post("/accounts/2fa/totp/deactivate/")
    assert not Authenticator.objects.filter(user=person).exists()
    assert [message.to for message in mail.outbox] == [["person@newsroom.example"]]


def test_an_administrator_takes_away_a_lost_factor(client: Client, person: User, factor: tuple[str, list[str]]) -> None:
    sign_in(client, person)
    give(client, code_of(factor[0]))
    office = Client()
    sign_in(office, make_user("administrator"))
    prove(office)
    mail.outbox.clear()
    action = {"action": "take_away_second_factor", "_selected_action": [person.pk]}
    page = office.post(reverse("admin:auth_user_changelist"), action, follow=True)
    assert "is signed out and sets up a new second factor" in page.content.decode()
    assert not Authenticator.objects.filter(user=person).exists()
    assert not is_signed_in(client)
    assert [message.to for message in mail.outbox] == [["person@newsroom.example"]]
    sign_in(client, person)
    assert is_signed_in(client)


def test_taking_it_away_is_refused_to_others() -> None:
    person, chief = make_user("reviewer"), make_user("superuser")
    administrator = make_user("administrator")
    for victim, by in ((person, make_user("editor")), (administrator, administrator), (chief, administrator)):
        Authenticator.objects.create(user=victim, type=Authenticator.Type.TOTP, data={})
        with pytest.raises(NotAllowed):
            forget_second_factor(person=victim, by=by)
        assert Authenticator.objects.filter(user=victim).exists()


@pytest.mark.parametrize("path", ["/admin/mfa/", "/admin/mfa/authenticator/", "/admin/account/emailaddress/"])
def test_nobody_reads_the_secrets_in_the_admin(client: Client, path: str) -> None:
    client.force_login(make_user("superuser"))
    assert client.get(path).status_code == 404
