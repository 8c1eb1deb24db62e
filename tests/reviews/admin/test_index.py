"""The admin's first page: what waits, for whom."""

from http import HTTPStatus
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.test import Client
from django.urls import reverse
from lxml import html

from tests.claims.admin.pages import text_of
from tests.claims.factories import make_claim, make_user
from tests.reviews.factories import make_publication, make_review, make_submitted_verdict

pytestmark = pytest.mark.django_db

INDEX = reverse("admin:index")


def waits(client: Client) -> dict[str, int]:
    page = html.fromstring(client.get(INDEX).content.decode())
    cards = page.xpath('//ul[@class="waits"]/li/a')
    return {card.xpath("./span")[0].text_content(): int(card.xpath("./strong")[0].text_content()) for card in cards}


def test_an_editor_sees_what_waits_and_each_count_is_that_of_its_list(client: Client, editor: User) -> None:
    make_claim()
    make_review()
    make_publication()
    make_submitted_verdict()
    found = waits(client)
    assert found["articles with claims to decide on"] == 1
    assert found["claims in the queue"] == 1
    assert found["verdicts that you may approve"] == 1
    page = html.fromstring(client.get(INDEX).content.decode())
    for card in page.xpath('//ul[@class="waits"]/li/a'):
        listed: Any = client.get(card.get("href"))
        assert listed.status_code == HTTPStatus.OK
        shown = listed.context["cl"].result_count if "cl" in listed.context else listed.context["page"].paginator.count
        assert shown == int(card.xpath("./strong")[0].text_content())


def test_ones_own_verdict_does_not_wait_for_oneself(client: Client) -> None:
    author = make_user("superuser")
    make_submitted_verdict(author=author)
    client.force_login(author)
    assert waits(client)["verdicts that you may approve"] == 0


def test_an_administrator_sees_people_and_scale_and_no_editors_work(client: Client) -> None:
    client.force_login(make_user("administrator"))
    page = text_of(client.get(INDEX))
    assert "Users" in page
    assert "Scales" in page
    assert "Articles" not in page


def test_who_is_not_staff_is_turned_away_and_strangers_sign_in_at_the_one_door(client: Client) -> None:
    stranger: Any = client.get(INDEX, follow=True)
    assert stranger.redirect_chain[-1][0].startswith("/accounts/login/")
    client.force_login(make_user(None))
    assert client.get(INDEX, follow=True).status_code == HTTPStatus.FORBIDDEN


def test_the_bar_leads_to_desk_lists_and_sign_out(client: Client, editor: User) -> None:
    page = html.fromstring(client.get(INDEX).content.decode())
    links = {link.get("href") for link in page.xpath("//header//a")}
    assert {"/desk/", reverse("admin:claims_article_changelist"), reverse("account_change_password")} <= links
    assert page.xpath("//header//form/@action") == [reverse("account_logout")]
