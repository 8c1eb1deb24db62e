"""What editors find at the desk: who has what, and disputes."""

from datetime import timedelta

import pytest
from django.contrib.auth.models import User
from django.db.models import F
from django.test import Client
from django.utils import timezone
from lxml import html
from pytest_django import DjangoAssertNumQueries

from reviews.models import Review
from reviews.services.assignment import set_due_date
from reviews.services.waiting import wait_for_answer
from tests.claims.factories import make_user
from tests.reviews.desk.pages import address
from tests.reviews.factories import approve, make_draft, make_review, make_submitted_verdict, make_taken_review
from tests.reviews.services.test_disputes import make_dispute

pytestmark = pytest.mark.django_db


@pytest.fixture
def editor(client: Client) -> User:
    user = make_user("editor")
    client.force_login(user)
    return user


def rows_of(client: Client, section: str) -> list[str]:
    """The words of each row."""
    page = html.fromstring(client.get(address("home")).content.decode())
    return [" ".join(row.text_content().split()) for row in page.xpath(f"//section[@id='{section}']//li")]


def test_it_says_who_has_what_and_until_when(client: Client, editor: User) -> None:
    at_it, waiter, paused = (make_user("reviewer", name) for name in ("anna", "ben", "cleo"))
    make_review()
    make_taken_review(at_it)
    waiting = make_taken_review(waiter)
    until = timezone.now() + timedelta(days=2)
    number = waiting.lease_number
    wait_for_answer(review=waiting, reviewer=waiter, lease_number=number, what="the court's letter", until=until)
    ended = make_draft(author=paused).review
    Review.objects.filter(pk=ended.pk).update(lease_until=F("lease_until") - timedelta(hours=1))
    set_due_date(review=ended, due_on=timezone.localdate() + timedelta(days=1), by=editor)
    rows = rows_of(client, "in-hand")
    assert [name for row in rows for name in ("anna", "ben", "cleo") if name in row] == ["cleo", "anna", "ben"]
    assert "cleo paused" in rows[0]
    assert "due" in rows[0]
    assert "anna is at it until" in rows[1]
    assert "ben waits until" in rows[2]
    assert "for the court's letter" in rows[2]


def test_a_lease_that_has_ended_is_nobodys_work(client: Client, editor: User) -> None:
    taken = make_taken_review()
    Review.objects.filter(pk=taken.pk).update(lease_until=F("lease_until") - timedelta(hours=1))
    assert rows_of(client, "in-hand") == ["No open claim is in anybody’s hands."]


def test_a_dispute_is_offered_to_whoever_had_no_hand_in_the_page(client: Client, editor: User) -> None:
    make_dispute()
    make_dispute(approve(make_submitted_verdict(), editor))
    theirs, own = rows_of(client, "disputes")
    assert "Read and decide" in theirs
    assert "Somebody else decides" in own


def test_reviewers_see_neither(client: Client, editor: User) -> None:
    make_dispute()
    make_taken_review()
    client.force_login(make_user("reviewer"))
    assert rows_of(client, "in-hand") == rows_of(client, "disputes") == []


def test_the_number_of_queries_does_not_grow(
    client: Client, editor: User, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    for _ in range(6):
        make_taken_review()
        make_dispute()
    with django_assert_max_num_queries(20):
        client.get(address("home"))
