"""Sessions end: idle, after a working day, with a new password, and with the account."""

import time

import pytest
from django.contrib.auth.models import User
from django.contrib.sessions.models import Session
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from config.sessions import BEGAN, SEEN
from config.tasks import forget_ended_sessions
from reviews.services.people import end_sessions
from tests.claims.factories import PASSWORD, make_user
from tests.config.accounts.signing_in import is_signed_in, prove, sign_in
from tests.reviews.factories import make_taken_review

pytestmark = pytest.mark.django_db

MINUTE, HOUR = 60, 3600


@pytest.fixture
def member(client: Client) -> User:
    user = make_user("reviewer")
    sign_in(client, user)
    return user


def shift(client: Client, *, began: float = 0, seen: float = 0) -> None:
    """As if the person had signed in, and asked last, so many seconds earlier."""
    session = client.session
    session[BEGAN] -= began
    session[SEEN] -= seen
    session.save()


def test_a_session_in_use_goes_on(client: Client, member: User) -> None:
    shift(client, began=11 * HOUR, seen=59 * MINUTE)
    assert client.get("/desk/").status_code == 200
    assert time.time() - client.session[SEEN] < MINUTE


def test_an_hour_without_a_request_ends_it(client: Client, member: User) -> None:
    shift(client, seen=61 * MINUTE)
    answer = client.get("/desk/")
    assert answer["Location"] == "/accounts/login/?next=/desk/"
    assert "nothing was done for a while" in client.get(answer["Location"]).content.decode()
    assert not is_signed_in(client)


def test_a_working_day_ends_it_however_busy(client: Client, member: User) -> None:
    shift(client, began=12 * HOUR + 1)
    assert client.get("/admin/").status_code == 302
    assert not is_signed_in(client)
    assert "working day" in client.get("/accounts/login/").content.decode()


def test_an_old_session_cannot_change_the_password(client: Client, member: User) -> None:
    prove(client)
    shift(client, seen=61 * MINUTE)
    new = {"oldpassword": PASSWORD, "password1": "another-long-phrase", "password2": "another-long-phrase"}
    assert client.post("/accounts/password/change/", new).status_code == 302
    member.refresh_from_db()
    assert member.check_password(PASSWORD)


def test_a_session_of_unknown_age_has_ended(client: Client, member: User) -> None:
    session = client.session
    del session[BEGAN], session[SEEN]
    session.save()
    assert not is_signed_in(client)


def test_what_was_typed_when_it_ended_is_shown(client: Client, member: User) -> None:
    review = make_taken_review(member)
    shift(client, seen=61 * MINUTE)
    answer = client.post(
        reverse("desk:draft", args=[review.pk]), {"version": 0, "lease_number": 1, "summary": "Typed."}
    )
    assert answer.status_code == 401
    assert "Typed." in answer.content.decode()


def test_each_request_does_not_write_the_session(client: Client, member: User) -> None:
    client.get("/desk/")
    before = Session.objects.get().session_data
    client.get("/desk/")
    assert Session.objects.get().session_data == before


def test_a_public_page_neither_asks_nor_keeps_a_session_alive(client: Client, member: User) -> None:
    shift(client, seen=50 * MINUTE)
    before = Session.objects.get().session_data
    answer = client.get("/")
    assert not answer.cookies
    assert Session.objects.get().session_data == before


def test_a_new_password_ends_every_other_session(client: Client, member: User) -> None:
    elsewhere = Client()
    sign_in(elsewhere, member)
    prove(client)
    new = {"oldpassword": PASSWORD, "password1": "another-long-phrase", "password2": "another-long-phrase"}
    client.post("/accounts/password/change/", new)
    member.refresh_from_db()
    assert member.check_password("another-long-phrase")
    assert is_signed_in(client)
    assert not is_signed_in(elsewhere)


def test_a_password_set_by_an_administrator_ends_the_persons_sessions(client: Client, member: User) -> None:
    office = Client()
    sign_in(office, make_user("administrator"))
    prove(office)
    new = {"usable_password": "true", "password1": "another-long-phrase", "password2": "another-long-phrase"}
    office.post(reverse("admin:auth_user_password_change", args=[member.pk]), new)
    assert not is_signed_in(client)
    assert is_signed_in(office)


def test_whoever_is_made_inactive_is_out_and_stays_out_when_active_again(client: Client, member: User) -> None:
    office = Client()
    sign_in(office, make_user("administrator"))
    prove(office)
    joined = member.date_joined
    form = {
        "username": member.username, "groups": [group.pk for group in member.groups.all()],
        "date_joined_0": f"{joined:%Y-%m-%d}", "date_joined_1": f"{joined:%H:%M:%S}", "is_staff": "on",
    }  # fmt: skip
    page = reverse("admin:auth_user_change", args=[member.pk])
    assert office.post(page, form).status_code == 302
    assert not User.objects.get(pk=member.pk).is_active
    assert not is_signed_in(client)
    office.post(page, form | {"is_active": "on"})
    assert User.objects.get(pk=member.pk).is_active
    assert not is_signed_in(client)
    assert is_signed_in(office)


def test_whoever_the_database_calls_inactive_is_nobody_at_the_next_request(client: Client, member: User) -> None:
    User.objects.filter(pk=member.pk).update(is_active=False)
    assert client.get("/desk/").status_code == 302


def test_a_right_taken_away_is_gone_at_the_next_request(client: Client, member: User) -> None:
    member.groups.clear()
    assert client.get("/desk/").status_code == 403


def test_ending_sessions_touches_nobody_else(client: Client, member: User) -> None:
    other = Client()
    sign_in(other, make_user("editor"))
    assert end_sessions(member) == 1
    assert is_signed_in(other)


def test_rows_of_sessions_that_ended_are_removed(client: Client, member: User) -> None:
    Session.objects.update(expire_date=timezone.now())
    forget_ended_sessions()
    forget_ended_sessions()
    assert not Session.objects.exists()


def test_signing_out_ends_the_session(client: Client, member: User) -> None:
    before = client.cookies["sessionid"].value
    client.post("/accounts/logout/")
    stolen = Client()
    stolen.cookies["sessionid"] = before
    assert not is_signed_in(stolen)


def test_signing_in_gives_the_session_a_new_number(client: Client) -> None:
    client.cookies["sessionid"] = "chosen-by-somebody-else"
    sign_in(client, make_user("reviewer"))
    assert is_signed_in(client)
    assert client.cookies["sessionid"].value != "chosen-by-somebody-else"
