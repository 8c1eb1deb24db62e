"""The public page of a draft, before it is submitted."""

from dataclasses import replace
from http import HTTPStatus

import pytest
from django.contrib.auth.models import User
from django.db import connection
from django.test import Client

from reviews.drafting import DraftBody
from reviews.errors import DraftUnreadable
from reviews.models import Draft, Event, Evidence, Verdict
from reviews.payload import build_payload
from reviews.services.drafts import save_draft
from reviews.services.page_preview import GAP, preview_payload
from reviews.services.publishing import reopen_review
from reviews.services.queue import take_review
from reviews.services.verdicts import submit_verdict
from tests.claims.factories import make_user
from tests.reviews.desk.pages import address, open_form, text_of
from tests.reviews.factories import (
    make_draft,
    make_evidence_input,
    make_publication,
    make_review,
    make_submitted_verdict,
    make_taken_review,
    rating,
)

pytestmark = pytest.mark.django_db


def test_it_is_the_page_that_will_be_approved(reviewer: User) -> None:
    draft = make_draft(author=reviewer, code="half_true")
    seen = preview_payload(review=draft.review, author=reviewer)
    draft.review.refresh_from_db()
    number = draft.review.lease_number
    verdict = submit_verdict(review=draft.review, author=reviewer, lease_number=number, version=draft.version)
    assert seen == build_payload(verdict)


def test_looking_leaves_nothing_behind(client: Client, reviewer: User) -> None:
    draft = make_draft(author=reviewer)
    events = Event.objects.count()
    page = client.get(address("page", draft.review))
    assert page.status_code == HTTPStatus.OK
    assert "Nobody sees it yet" in text_of(page)
    assert str(draft.body["headline"]) in text_of(page)
    assert not Verdict.objects.exists()
    assert not Evidence.objects.exists()
    assert Event.objects.count() == events


def test_gaps_say_so_and_unreadable_parts_are_left_out(reviewer: User) -> None:
    review = make_taken_review(reviewer)
    evidence = (
        make_evidence_input(figure_value="about 13", figure_upper="7", published_on="soon", stance=""),
        replace(make_evidence_input(), source=None, source_typed="Nobody"),
    )
    body = DraftBody(rating=rating("true").pk, headline="h" * 90, period_from="soon", evidence=evidence)
    save_draft(review=review, author=reviewer, body=body, version=0, lease_number=review.lease_number)
    seen = preview_payload(review=review, author=reviewer)
    assert (seen["headline"], seen["summary"], seen["period"]["from"]) == ("h" * 75, GAP, "")
    [item] = seen["evidence"]
    assert (item["figure_value"], item["published_on"], item["stance"]) == ("", "", "supports")
    assert seen["label"]["text"] == "True"


def test_without_a_rating_there_is_no_page_yet(client: Client, reviewer: User) -> None:
    review = make_taken_review(reviewer)
    with pytest.raises(DraftUnreadable, match="Choose a rating first"):
        preview_payload(review=review, author=reviewer)
    page = client.get(address("page", review), follow=True)
    assert page.redirect_chain[-1][0] == f"{address('review', review)}#rating"
    assert "Choose a rating first" in text_of(page)


def test_the_button_keeps_what_stands_in_the_form(client: Client, reviewer: User) -> None:
    review = make_taken_review(reviewer)
    values = open_form(client, review) | {"headline": "Typed just now", "rating": str(rating("true").pk)}
    page = client.post(address("page", review), values, follow=True)
    assert "Typed just now" in text_of(page)
    assert Draft.objects.get().body["headline"] == "Typed just now"


def test_nobody_sees_the_page_of_somebody_elses_draft(client: Client, reviewer: User) -> None:
    draft = make_draft(author=make_user("reviewer"))
    page = client.get(address("page", draft.review), follow=True)
    assert str(draft.body["headline"]) not in text_of(page)


def test_a_published_review_that_was_reopened_keeps_its_address(reviewer: User) -> None:
    publication = make_publication(make_review(), reviewer)
    connection.check_constraints()  # As its own commit would: the review goes on in the same transaction here.
    reopened = reopen_review(review=publication.review, by=make_user("editor"), reason="A new register.")
    taken = take_review(review=reopened, reviewer=reviewer)
    assert preview_payload(review=taken, author=reviewer)["slug"] == publication.slug


def test_there_is_no_draft_to_look_at_while_nobody_checks_the_claim(client: Client, reviewer: User) -> None:
    verdict = make_submitted_verdict(author=reviewer)
    page = client.get(address("page", verdict.review), follow=True)
    assert page.status_code == HTTPStatus.OK
    assert "the claim is not being checked now" in text_of(page)
