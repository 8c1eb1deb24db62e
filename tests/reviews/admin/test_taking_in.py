"""Accepting hands claims to the reviews at once; what a review has taken in is left alone."""

import pytest
from django.contrib.auth.models import User
from django.test import Client
from django.urls import reverse

from claims.enums import ClaimStatus
from claims.models import Claim
from reviews.models import Review
from tests.claims.admin.pages import address, take, text_of, told
from tests.claims.factories import make_article, make_claim
from tests.reviews.factories import make_review

pytestmark = pytest.mark.django_db


def test_accepting_by_each_way_makes_the_review_in_the_same_step(client: Client, editor: User) -> None:
    article = make_article()
    on_page, on_article, in_list = make_claim(), make_claim(article), make_claim()
    take(client, on_page, "accept")
    take(client, article, "choose", claims=[on_article.pk])
    chosen = {"_selected_action": [in_list.pk], "action": "accept_chosen"}
    client.post(reverse("admin:claims_claim_changelist"), chosen)
    assert set(Review.objects.values_list("claim", flat=True)) == {on_page.pk, on_article.pk, in_list.pk}
    assert not Claim.objects.filter(frozen_at=None).exists()


@pytest.mark.parametrize(
    ("step", "values"),
    [("set-aside", {}), ("dismiss", {"reason": "opinion"}), ("priority", {"priority": 1}), ("repropose", {})],
)
def test_a_claim_under_review_is_shown_with_its_review_and_refuses(
    client: Client, editor: User, step: str, values: dict[str, str]
) -> None:
    review = make_review()
    page = text_of(client.get(address(review.claim)))
    assert "Under review since" in page
    assert "Open the review" in page
    assert "Edit the claim" not in page
    assert "is under review since" in told(client, take(client, review.claim, step, **values))
    assert Claim.objects.get().status == ClaimStatus.ACCEPTED


def test_the_lists_show_the_stage_of_the_review(client: Client, editor: User) -> None:
    review = make_review()
    assert "Review: waiting" in text_of(client.get(reverse("admin:claims_claim_changelist")))
    assert "Review: waiting" in text_of(client.get(address(review.claim.article)))
