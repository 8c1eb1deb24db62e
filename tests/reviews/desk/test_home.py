"""The desk's first page."""

from datetime import timedelta
from http import HTTPStatus

import pytest
from django.contrib.auth.models import User
from django.db.models import F
from django.test import Client
from lxml import html
from pytest_django import DjangoAssertNumQueries
from pytest_django.asserts import assertNotContains

from claims.enums import ClaimStatus
from claims.models import Topic
from reviews.models import Review
from reviews.services.interests import declare_interest
from reviews.services.queue import take_review
from reviews.services.skips import skip_review
from reviews.services.verdicts import request_changes
from tests.claims.factories import make_article, make_claim, make_source, make_user
from tests.reviews.desk.pages import address, text_of
from tests.reviews.factories import (
    make_draft,
    make_review,
    make_second,
    make_submitted_verdict,
    make_taken_review,
)

pytestmark = pytest.mark.django_db


def test_it_counts_what_waits_and_who_has_the_rest(client: Client, reviewer: User) -> None:
    make_review()
    make_taken_review()
    make_taken_review(reviewer)
    make_submitted_verdict()
    text = text_of(client.get(address("home")))
    assert "1 waiting 1 in your hands 1 in other hands 1 awaiting approval" in text


def test_requested_changes_come_first_with_the_editors_words(client: Client, reviewer: User) -> None:
    verdict = make_submitted_verdict(author=reviewer)
    request_changes(verdict=verdict, by=make_user("editor"), reason="Name the register.")
    make_taken_review(reviewer)
    mine = html.fromstring(client.get(address("home")).content).xpath("//section[@aria-labelledby='mine-title']//li")
    first = " ".join(mine[0].text_content().split())
    assert len(mine) == 2
    assert "Changes requested" in first
    assert "Name the register." in first


def test_next_takes_the_first_claim_and_opens_it(client: Client, reviewer: User) -> None:
    review = make_review()
    answer = client.post(address("next"))
    assert answer.headers["Location"] == address("review", review)
    review.refresh_from_db()
    assert review.lease_holder == reviewer


def test_next_takes_in_claims_that_were_only_accepted_so_far(client: Client, reviewer: User) -> None:
    claim = make_claim(status=ClaimStatus.ACCEPTED)
    client.post(address("next"))
    assert Review.objects.get(claim=claim).lease_holder == reviewer


def test_next_obeys_the_filters(client: Client, reviewer: User) -> None:
    make_review()
    wanted = make_review(kind="quantity")
    answer = client.post(address("next"), {"kind": "quantity"})
    assert answer.headers["Location"] == address("review", wanted)


@pytest.mark.parametrize(
    ("situation", "says"),
    [("empty", "everything is checked"), ("held", "in somebody's hands"), ("filtered", "Your filters leave nothing")],
)
def test_nothing_to_take_says_why(client: Client, reviewer: User, situation: str, says: str) -> None:
    filters = {}
    if situation == "held":
        make_taken_review(make_user("reviewer", "holder"))
    if situation == "filtered":
        make_review()
        review = make_review(kind="quantity")
        take_review(review=review, reviewer=make_user("reviewer"))
        filters = {"kind": "quantity"}
    text = text_of(client.post(address("next"), filters, follow=True))
    assert says in text
    if situation == "held":
        assert "holder" in text


def test_filters_narrow_the_list_and_say_so_when_nothing_is_left(client: Client, reviewer: User) -> None:
    wanted, other = make_review(kind="quantity"), make_review()
    shown = text_of(client.get(address("home"), {"kind": "quantity"}))
    assert wanted.claim.wording in shown
    assert other.claim.wording not in shown
    assert "No open claim fits these filters." in text_of(client.get(address("home"), {"kind": "causal"}))


def test_a_filter_that_fits_nothing_in_the_queue_any_more_is_dropped(client: Client, reviewer: User) -> None:
    topic = Topic.objects.create(name="Bridges", slug="bridges")
    review = make_review()
    for nonsense in ({"topic": topic.pk}, {"topic": "x' OR 1=1"}, {"language": "\0"}, {"page": "999"}):
        assert review.claim.wording in text_of(client.get(address("home"), nonsense))


def test_next_takes_nothing_else_where_the_last_claim_that_fits_has_gone(client: Client, reviewer: User) -> None:
    make_review()
    topic = Topic.objects.create(name="Bridges", slug="bridges")
    answer = client.post(address("next"), {"topic": topic.pk, "kind": ""}, follow=True)
    assert "Nothing in the queue fits your filter any more, so nothing was taken." in text_of(answer)
    assert not Review.objects.filter(lease_holder=reviewer).exists()
    client.post(address("next"), {"topic": "", "kind": ""})
    assert Review.objects.filter(lease_holder=reviewer).exists()


def test_a_held_claim_says_by_whom_and_offers_no_button(client: Client, reviewer: User) -> None:
    make_taken_review(make_user("reviewer", "holder"))
    page = client.get(address("home"))
    assert "holder until" in text_of(page)
    assert b"data-take" not in page.content


def test_an_ended_lease_of_a_draft_is_offered_to_its_author_only(client: Client, reviewer: User) -> None:
    make_draft(author=reviewer)
    Review.objects.update(lease_until=F("lease_until") - timedelta(hours=1))
    assert "Resume" in text_of(client.get(address("home")))
    client.force_login(make_user("reviewer"))
    assert b"data-take" not in client.get(address("home")).content


def test_taking_what_somebody_else_has_changes_nothing(client: Client, reviewer: User) -> None:
    holder = make_user("reviewer", "holder")
    review = make_taken_review(holder)
    text = text_of(client.post(address("take", review), follow=True))
    assert "holder is working on this claim" in text
    review.refresh_from_db()
    assert review.lease_holder == holder


def test_an_editor_finds_what_awaits_approval_and_no_queue(client: Client) -> None:
    verdict = make_submitted_verdict()
    client.force_login(make_user("editor"))
    page = client.get(address("home"))
    assert f"/admin/reviews/verdict/{verdict.pk}/approve/" in page.content.decode()
    assert b'id="next"' not in page.content


def test_nobody_is_asked_to_approve_their_own(client: Client) -> None:
    author = make_user("superuser")
    make_submitted_verdict(author=author)
    client.force_login(author)
    assert "Nothing awaits your approval." in text_of(client.get(address("home")))


def test_the_number_of_queries_does_not_grow_with_the_queue(
    client: Client, reviewer: User, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    for _ in range(8):
        make_review()
    for _ in range(3):
        make_draft(author=reviewer)
    with django_assert_max_num_queries(22):
        assert client.get(address("home")).status_code == HTTPStatus.OK


def test_the_other_claims_of_an_article_come_along(client: Client, reviewer: User) -> None:
    review = make_taken_review(reviewer)
    sibling = make_review(article=review.claim.article, quote="Repairs cost 3.5 million euros")
    stranger = make_review()
    assert "Take this article's other claims too (1)" in text_of(client.get(address("review", review)))
    answer = client.post(address("siblings", review), follow=True)
    assert "1 more of this article's claims" in text_of(answer)
    assertNotContains(answer, 'id="siblings"')
    sibling.refresh_from_db()
    stranger.refresh_from_db()
    assert (sibling.assignee, stranger.assignee) == (reviewer, None)


def test_the_queue_says_what_is_not_for_me(client: Client, reviewer: User) -> None:
    """“Take” beside a claim that the reviewer may not take would only be refused, and that logged."""
    ours = make_source("Paper of a Cousin")
    touched = make_review(make_claim(make_article(source=ours), status=ClaimStatus.ACCEPTED))
    judged, skipped = make_review(), make_taken_review(reviewer)
    declare_interest(person=reviewer, about=ours, note="My cousin owns it.")
    make_second(judged, reviewer)
    skip_review(review=skipped, reviewer=reviewer, lease_number=skipped.lease_number, reason="No Dutch.")
    rows = html.fromstring(client.get(address("home")).content.decode()).xpath("//*[@id='queue']//li")
    said = {row.xpath(".//a/@href")[0]: " ".join(row.text_content().split()) for row in rows}
    assert "You have an interest in it" in said[address("review", touched)]
    assert "You took its second verdict" in said[address("review", judged)]
    assert "you skipped it" in said[address("review", skipped)]
    buttons = [row.xpath(".//a/@href")[0] for row in rows if row.xpath(".//button")]
    assert buttons == [address("review", skipped)]
