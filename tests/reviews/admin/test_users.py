"""People and roles: administrators alone, and nobody beyond a role."""

from http import HTTPStatus
from typing import Any

import pytest
from django.contrib.auth.models import Group, Permission, User
from django.test import Client
from django.urls import reverse

from reviews.roles import EDITORS, REVIEWERS
from tests.claims.admin.pages import address, text_of
from tests.claims.factories import PASSWORD, make_user
from tests.config.accounts.signing_in import prove

pytestmark = pytest.mark.django_db


@pytest.fixture
def administrator(client: Client) -> User:
    user = make_user("administrator")
    client.force_login(user)
    prove(client)
    return user


def change(client: Client, user: User, **values: Any) -> Any:
    joined = user.date_joined
    kept = {
        "username": user.username, "is_active": "on", "is_staff": "on", "groups": [],
        "date_joined_0": f"{joined:%Y-%m-%d}", "date_joined_1": f"{joined:%H:%M:%S}",
    }  # fmt: skip
    return client.post(address(user), kept | values)


def test_an_administrator_makes_an_account_with_a_role(client: Client, administrator: User) -> None:
    role = Group.objects.get(name=REVIEWERS)
    values = {"username": "newcomer", "usable_password": "true", "password1": "long-and-strange-7",
              "password2": "long-and-strange-7", "is_staff": "", "groups": [role.pk]}  # fmt: skip
    client.post(reverse("admin:auth_user_add"), values)
    newcomer = User.objects.get(username="newcomer")
    assert list(newcomer.groups.all()) == [role]
    assert not newcomer.is_superuser


def test_an_administrator_gives_and_takes_roles(client: Client, administrator: User) -> None:
    user, role = make_user("reviewer"), Group.objects.get(name=EDITORS)
    change(client, user, groups=[role.pk])
    assert list(user.groups.all()) == [role]


def test_an_administrator_gives_nothing_beyond_a_role(client: Client, administrator: User) -> None:
    user = make_user("reviewer")
    right = Permission.objects.get(codename="approve_verdict")
    beyond = Group.objects.create(name="Owners")
    change(client, user, is_superuser="on", user_permissions=[right.pk])
    change(client, user, groups=[beyond.pk])
    user = User.objects.get(pk=user.pk)
    assert not user.is_superuser
    assert not user.user_permissions.exists()
    assert beyond not in user.groups.all()
    assert "Superuser status" not in text_of(client.get(address(user)))


def test_an_administrator_does_not_touch_a_superuser(client: Client, administrator: User) -> None:
    chief = make_user("superuser")
    assert change(client, chief, username="deposed").status_code == HTTPStatus.FORBIDDEN
    password = reverse("admin:auth_user_password_change", args=[chief.pk])
    answer = client.post(password, {"password1": "my-own-choice-1", "password2": "my-own-choice-1"})
    assert answer.status_code == HTTPStatus.FORBIDDEN
    assert User.objects.get(pk=chief.pk).check_password(PASSWORD)


def test_an_administrator_does_not_change_their_own_role(client: Client, administrator: User) -> None:
    change(client, administrator, groups=[Group.objects.get(name=EDITORS).pk])
    assert [group.name for group in administrator.groups.all()] == ["Administrators"]


def test_nobody_is_deleted(client: Client) -> None:
    client.force_login(make_user("superuser"))
    prove(client)
    user = make_user("reviewer")
    assert client.post(address(user, "delete"), {"post": "yes"}).status_code == HTTPStatus.FORBIDDEN
    listing = reverse("admin:auth_user_changelist")
    client.post(listing, {"action": "delete_selected", "_selected_action": [user.pk], "post": "yes"})
    assert User.objects.filter(pk=user.pk).exists()


@pytest.mark.parametrize("role", ["editor", "reviewer"])
@pytest.mark.parametrize("page", ["auth_user_changelist", "auth_user_add", "auth_group_changelist"])
def test_editors_and_reviewers_see_none_of_it(client: Client, role: str, page: str) -> None:
    client.force_login(make_user(role))
    assert client.get(reverse(f"admin:{page}")).status_code == HTTPStatus.FORBIDDEN
    assert "Users" not in text_of(client.get(reverse("admin:index")))
