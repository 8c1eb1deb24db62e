"""Without scripts a button of the workspace leads to the page anew: what was half typed for other steps is there."""

from typing import Any

import pytest
from django.contrib.auth.models import User
from django.test import Client
from django.urls import reverse

from reviews.models import Contact, Review
from tests.claims.factories import make_user
from tests.reviews.desk.pages import address, open_form
from tests.reviews.factories import make_review, make_taken_review

pytestmark = pytest.mark.django_db

TYPED = {
    "wait_for": "The ministry’s an",
    "wait_until": "2031-02-03",
    "reason": "I know the spea",
    "contact-name": "The mayor of Nor",
    "contact-role": "mayor",
    "contact-way": "phone",
    "contact-private": "on",
}


@pytest.fixture
def review(reviewer: User) -> Review:
    return make_taken_review(reviewer, make_review())


def shown(client: Client, review: Review) -> dict[str, Any]:
    form = open_form(client, review)
    return {name: form.get(name, "") for name in TYPED}


@pytest.mark.parametrize("button", ["draft", "renew", "page"])
def test_a_button_that_keeps_the_page_brings_them_back_once(client: Client, review: Review, button: str) -> None:
    nothing = shown(client, review)
    answer = client.post(address(button, review), open_form(client, review) | TYPED | {"summary": "Half a summary"})
    assert answer.status_code == 302
    # Neither another claim's page nor a look at the head of this one takes them.
    assert shown(client, make_taken_review(review.lease_holder, make_review())) == nothing
    client.head(address("review", review))
    page = client.get(address("review", review)).content.decode()
    assert '<details class="not-now" id="not-now" open>' in page
    client.post(address(button, review), open_form(client, review) | TYPED)
    assert shown(client, review) == TYPED
    assert shown(client, review) == nothing
    assert not Contact.objects.exists()


def test_the_row_buttons_and_the_search_for_earlier_evidence_do_too(client: Client, review: Review) -> None:
    for row in ("add", "find"):
        client.post(address("draft", review), open_form(client, review) | TYPED | {"row": row, "reuse": "bridges"})
        assert shown(client, review) == TYPED


def test_of_the_step_that_was_taken_nothing_comes_back(client: Client, review: Review) -> None:
    client.post(address("contact_add", review), open_form(client, review) | TYPED)
    contact = Contact.objects.get()
    after = shown(client, review)
    assert (after["contact-name"], after["contact-role"]) == ("", "")
    assert (after["wait_for"], after["reason"]) == (TYPED["wait_for"], TYPED["reason"])
    half = {f"answer-{contact.pk}-answer": "Half an ans", f"withdraw-{contact.pk}": "Recorded by mis", "wait_for": "x"}
    client.post(address("draft", review), open_form(client, review) | half)
    form = open_form(client, review)
    assert {name: form[name] for name in half} == half
    client.post(reverse("desk:contact_answer", args=[review.pk, contact.pk]), form | half)
    assert open_form(client, review)["wait_for"] == "x"


def test_they_are_the_persons_own(client: Client, review: Review) -> None:
    client.post(address("draft", review), open_form(client, review) | TYPED)
    other = Client()
    other.force_login(make_user("reviewer"))
    assert "The mayor of Nor" not in other.get(address("review", review)).content.decode()


def test_the_script_that_stays_on_the_page_leaves_nothing_behind(client: Client, review: Review) -> None:
    client.post(address("draft", review), open_form(client, review) | TYPED, headers={"Accept": "application/json"})
    assert "half_typed" not in str(dict(client.session.items()))
