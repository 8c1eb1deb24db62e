"""Due dates, skips for everybody and the limit on open work, as editors see them."""

from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse
from django.utils.timezone import localdate
from pytest_django import Settings

from reviews.models import Review
from tests.claims.admin.pages import take, told
from tests.claims.factories import make_user
from tests.reviews.factories import make_review, make_skipped_for_all

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def editor(client: Client) -> None:
    client.force_login(make_user("editor"))


def step(client: Client, review: Review, name: str, **values: object) -> str:
    return told(client, take(client, review, name, **values))


def listed(client: Client, **filters: str) -> str:
    return client.get(reverse("admin:reviews_review_changelist"), filters).content.decode()


def test_a_due_date_is_set_and_an_overdue_claim_is_marked_and_found(client: Client) -> None:
    review, other = make_review(), make_review()
    assert "Due on" in step(client, review, "due", due_on=(localdate() + timedelta(days=2)).isoformat())
    assert review.claim.wording in listed(client, due="week")
    assert review.claim.wording not in listed(client, due="overdue")
    Review.objects.filter(pk=review.pk).update(due_on=localdate() - timedelta(days=1))
    late = listed(client, due="overdue")
    assert "overdue: " in late
    assert review.claim.wording in late
    assert other.claim.wording not in late
    assert "overdue claims" in client.get(reverse("admin:index")).content.decode()


def test_what_was_skipped_for_everybody_is_listed_and_put_back(client: Client) -> None:
    review, other = make_skipped_for_all(), make_review()
    assert "claims skipped for everybody" in client.get(reverse("admin:index")).content.decode()
    parked = listed(client, hands="parked")
    assert review.claim.wording in parked
    assert other.claim.wording not in parked
    assert "Back in the queue." in step(client, review, "put-back")
    review.refresh_from_db()
    assert review.skipped_for_all_at is None


def test_who_is_assigned_more_than_reviewers_may_take_is_named(client: Client, settings: Settings) -> None:
    settings.CLAIMDESK_OPEN_WORK_LIMIT = 1
    reviewer = make_user("reviewer", "busy")
    assert "more than the" not in step(client, make_review(), "assign", to=reviewer.pk)
    assert "busy now has 2 open claims, more than the 1" in step(client, make_review(), "assign", to=reviewer.pk)
