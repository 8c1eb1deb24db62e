"""The rating scale: a new revision by administrators, old ones for ever."""

from http import HTTPStatus
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from lxml import html

from reviews.models import Rating, Scale
from tests.claims.admin.pages import text_of
from tests.claims.factories import make_user

pytestmark = pytest.mark.django_db

ADD = "admin:reviews_scale_add"


def filled_form(client: Client) -> dict[str, Any]:
    page = html.fromstring(client.get(reverse(ADD)).content.decode())
    [form] = [form for form in page.xpath("//form") if "introduced_on" in form.fields]
    return {name: value.removeprefix("\n") for name, value in form.form_values()}


def test_an_administrator_adds_a_revision_that_starts_from_the_newest(client: Client) -> None:
    client.force_login(make_user("administrator"))
    old = Scale.objects.get()
    before = list(old.ratings.values())
    values = filled_form(client) | {"note": "“Half true” says more.", "ratings-2-definition": "Partly right."}
    client.post(reverse(ADD), values)
    new = Scale.objects.get(revision=old.revision + 1)
    assert new.ratings.count() == old.ratings.count()
    assert new.ratings.get(position=3).definition == "Partly right."
    assert list(old.ratings.values()) == before


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"note": ""}, "This field is required"),
        ({"ratings-0-number": "4"}, "one rating for each number"),
        ({"ratings-0-code": "mostly_true"}, "same code"),
        ({"ratings-0-code": ""}, "one rating for each number"),
        ({"ratings-0-tolerance_share": "3"}, "share"),
    ],
)
def test_a_revision_with_gaps_is_refused(client: Client, changes: dict[str, str], said: str) -> None:
    client.force_login(make_user("administrator"))
    response = client.post(reverse(ADD), filled_form(client) | {"note": "New."} | changes)
    assert response.status_code == HTTPStatus.UNPROCESSABLE_ENTITY
    assert said in text_of(response)
    assert Scale.objects.count() == 1


@pytest.mark.parametrize("role", ["editor", "reviewer"])
def test_editors_and_reviewers_do_not_add_one(client: Client, role: str) -> None:
    client.force_login(make_user(role))
    ratings = Rating.objects.count()
    assert client.get(reverse(ADD)).status_code == HTTPStatus.FORBIDDEN
    assert client.post(reverse(ADD), {"name": "Mine"}).status_code == HTTPStatus.FORBIDDEN
    assert Rating.objects.count() == ratings
