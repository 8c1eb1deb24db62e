"""Merging in the admin: look for the other claim, compare, decide; what was typed stays."""

from http import HTTPStatus
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.test import Client

from claims.enums import ClaimStatus
from reviews.enums import Stage
from reviews.models import Merge, Review
from reviews.services.publishing import suspend_publication
from tests.claims.admin.pages import address, text_of, told
from tests.claims.factories import make_article, make_claim, make_user
from tests.reviews.factories import make_publication, make_review

pytestmark = pytest.mark.django_db

REASON = "Both count the bridges that were closed in 2021."


def merge(client: Client, loser: Review, winner: Review, **values: Any) -> Any:
    posted = {"into": winner.pk, "treatment": "asserts", "reason": REASON} | values
    return client.post(address(loser, "merge"), posted)


def test_two_published_claims_are_merged_and_both_pages_of_the_admin_say_so(client: Client, editor: User) -> None:
    loser, winner = make_publication(), make_publication()
    assert "leads readers there" in told(client, merge(client, loser.review, winner.review))
    done = Merge.objects.get()
    assert (done.loser, done.winner, done.ended, done.merged_by) == (loser.review, winner.review, loser, editor)
    for row in (loser.review, winner.review, loser):
        page = text_of(client.get(address(row)))
        assert REASON in page
        assert "erged" in page
    assert "This review is closed" in text_of(client.get(address(loser.review, "merge")))


def test_the_two_are_compared_before_and_the_other_way_round_is_one_step(client: Client, editor: User) -> None:
    loser, winner = make_publication(), make_publication()
    page = client.get(address(loser.review, "merge"), {"into": winner.review_id})
    for part in (loser.headline, winner.headline, "This one ends", "This one stays", "can’t be undone"):
        assert part in text_of(page)
    assert f"{address(winner.review, 'merge')}?into={loser.review_id}" in page.content.decode()


@pytest.mark.parametrize("typed", ["number", "address", "words", "words with a NUL"])
def test_the_other_claim_is_found_by_words_number_or_address(client: Client, editor: User, typed: str) -> None:
    loser, winner = make_publication(), make_publication()
    looked_for = {
        "number": str(winner.claim_id),
        "address": f"https://facts.example/claims/{winner.claim_id}-{winner.slug}/",
        "words": winner.review.claim.wording,
        "words with a NUL": f"{winner.review.claim.wording}\0",
    }
    page = client.get(address(loser.review, "merge"), {"look": looked_for[typed]}).content.decode()
    assert f"?into={winner.review_id}" in page
    assert f"?into={loser.review_id}" not in page


def test_similar_claims_are_offered_and_nothing_found_is_said(client: Client, editor: User) -> None:
    article = make_article()
    said = [f"The Norhaven harbour bridge was closed for {days} days in 2021." for days in (30, 31)]
    loser, winner = (make_review(make_claim(article, wording=wording, status=ClaimStatus.ACCEPTED)) for wording in said)
    assert f"?into={winner.pk}" in client.get(address(loser, "merge")).content.decode()
    assert "No other claim under review" in text_of(client.get(address(loser, "merge"), {"look": "zebra"}))


def test_a_refusal_keeps_what_was_typed(client: Client, editor: User) -> None:
    loser, winner = make_publication(), make_publication()
    suspend_publication(publication=winner, by=make_user("editor"), reason="New figures.")
    answer = merge(client, loser.review, winner.review, treatment="disputes")
    page = answer.content.decode()
    assert answer.status_code == HTTPStatus.UNPROCESSABLE_ENTITY
    assert "lift the suspension or retract it first" in page
    assert REASON in page
    assert '<option value="disputes" selected>' in page
    assert Review.objects.get(pk=loser.review_id).stage == Stage.APPROVED


@pytest.mark.parametrize("values", [{"reason": " "}, {"treatment": "likes"}, {"into": ""}, {"into": "0"}])
def test_what_is_missing_is_asked_for(client: Client, editor: User, values: dict[str, str]) -> None:
    loser, winner = make_publication(), make_publication()
    answer = merge(client, loser.review, winner.review, **values)
    assert answer.status_code == HTTPStatus.UNPROCESSABLE_ENTITY
    assert not Merge.objects.exists()


def test_who_had_a_hand_in_one_of_them_is_told_before(client: Client) -> None:
    author = make_user("superuser")
    loser, winner = make_publication(author=author), make_publication()
    client.force_login(author)
    page = client.get(address(loser.review, "merge"), {"into": winner.review_id})
    assert "somebody who had no hand in it must merge it" in text_of(page)
    assert "Merge the two" not in text_of(page)
    answer = merge(client, loser.review, winner.review)
    assert answer.status_code == HTTPStatus.UNPROCESSABLE_ENTITY
    assert not Merge.objects.exists()


@pytest.mark.parametrize("role", ["reviewer", "administrator"])
def test_who_has_not_the_right_neither_sees_nor_merges(client: Client, role: str) -> None:
    loser, winner = make_publication(), make_publication()
    client.force_login(make_user(role))
    assert client.get(address(loser.review, "merge")).status_code == HTTPStatus.FORBIDDEN
    assert merge(client, loser.review, winner.review).status_code == HTTPStatus.FORBIDDEN
    assert not Merge.objects.exists()
    if role == "reviewer":
        assert address(loser.review, "merge") not in client.get(address(loser.review)).content.decode()
