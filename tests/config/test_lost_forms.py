"""A form that came too late shows what was typed, and leads to a page that can be opened."""

from http import HTTPStatus
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from lxml import html

from tests.claims.factories import PASSWORD, make_user
from tests.reviews.factories import make_publication, make_taken_review

pytestmark = pytest.mark.django_db

OURS = {"Sec-Fetch-Site": "same-origin"}


def signed_in(role: str) -> Client:
    client = Client(enforce_csrf_checks=True)
    client.force_login(make_user(role))
    return client


def button(answer: Any) -> str:
    [address] = html.fromstring(answer.content.decode()).xpath("//main//a[contains(@class, 'button')]/@href")
    return str(address)


def test_a_form_with_an_old_token_shows_what_was_typed() -> None:
    review = make_taken_review(make_user("reviewer"))
    page = reverse("desk:review", args=[review.pk])
    answer = signed_in("reviewer").post(
        reverse("desk:submit", args=[review.pk]),
        {"version": "0", "headline": "Written <b>before", "evidence-TOTAL_FORMS": "1"},
        headers=OURS | {"Referer": f"http://testserver{page}"},
    )
    assert answer.status_code == HTTPStatus.FORBIDDEN
    shown = answer.content.decode()
    assert "Written &lt;b&gt;before" in shown
    assert "TOTAL" not in shown
    assert button(answer) == page
    assert "no-store" in answer.headers["Cache-Control"]


def test_by_the_origin_where_the_connection_is_not_encrypted() -> None:
    answer = signed_in("editor").post("/admin/", {"reason": "By us"}, headers={"Origin": "http://testserver"})
    assert "By us" in answer.content.decode()


@pytest.mark.parametrize(
    ("path", "headers"),
    [
        ("/desk/next/", {"Sec-Fetch-Site": "cross-site", "Origin": "http://testserver"}),
        ("/desk/next/", {"Origin": "https://elsewhere.invalid"}),
        ("/desk/next/", {}),
        ("/accounts/login/", OURS),
    ],
)
def test_words_of_another_site_and_secrets_are_not_shown(path: str, headers: dict[str, str]) -> None:
    answer = signed_in("reviewer").post(path, {"headline": "Not by us"}, headers=headers)
    assert answer.status_code == HTTPStatus.FORBIDDEN
    assert "Not by us" not in answer.content.decode()
    assert "The form was out of date" in answer.content.decode()


def test_an_editor_whose_session_ended_reads_what_they_typed(client: Client) -> None:
    publication = make_publication()
    page = reverse("admin:reviews_publication_change", args=[publication.pk])
    typed = {"correct-was": "The old figure", "password1": PASSWORD}
    answer = client.post(
        f"{page.removesuffix('change/')}correct/", typed, headers={"Referer": f"http://testserver{page}"}
    )
    assert answer.status_code == HTTPStatus.UNAUTHORIZED
    assert "The old figure" in answer.content.decode()
    assert PASSWORD not in answer.content.decode()
    assert button(answer) == f"/accounts/login/?next={page}"


def test_a_bare_button_of_the_admin_leads_back_to_its_page(client: Client) -> None:
    """The button's own address takes only forms: after signing in it would be a dead end."""
    review = make_taken_review(make_user("reviewer"))
    page = reverse("admin:reviews_review_change", args=[review.pk])
    for before, after in (
        (f"http://testserver{page}", page),
        ("https://elsewhere.invalid/", "/admin/"),
        ("", "/admin/"),
    ):
        answer = client.post(f"{page.removesuffix('change/')}put-back/", headers={"Referer": before})
        assert answer.headers["Location"] == f"/accounts/login/?next={after}"


@pytest.mark.parametrize(
    ("name", "args", "back"),
    [
        ("desk:second_save", [7], "/desk/seconds/7/"),
        ("desk:draft", [7], "/desk/reviews/7/"),
        ("desk:interest_end", [7], "/desk/interests/"),
        ("desk:notification_read", [7], "/desk/notifications/"),
        ("desk:next", [], "/desk/"),
    ],
)
def test_each_form_of_the_desk_leads_to_its_own_page(client: Client, name: str, args: list[int], back: str) -> None:
    """A second verdict's form to the second verdict, not to the review that happens to have its number."""
    answer = client.post(reverse(name, args=args), {"reasoning": "Counted twice"})
    assert "Counted twice" in answer.content.decode()
    assert button(answer) == f"/accounts/login/?next={back}"
