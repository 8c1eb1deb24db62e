"""Approving in the admin: on the exact public page, bound to its hash, and never one's own work."""

from datetime import timedelta
from decimal import Decimal
from http import HTTPStatus
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.db import connection
from django.test import Client
from django.utils import timezone
from lxml import html

from claims.enums import Bound, ClaimStatus
from claims.figures import FigureInput
from reviews.enums import ContactWay, HoldKind, Stage
from reviews.models import Publication, Review, Verdict
from reviews.payload import build_payload, payload_sha256
from reviews.services.assignment import assign_review
from reviews.services.contacts import record_contact
from reviews.services.publishing import place_hold, reopen_review
from reviews.services.queue import take_review
from reviews.services.verdicts import request_changes, submit_verdict
from tests.claims.admin.pages import address, take, text_of, told
from tests.claims.factories import make_claim, make_user
from tests.reviews.factories import (
    make_draft,
    make_evidence_input,
    make_next_verdict,
    make_publication,
    make_review,
    make_submitted_verdict,
    make_taken_review,
)

pytestmark = pytest.mark.django_db


def page_form(client: Client, verdict: Verdict) -> dict[str, str] | None:
    """What the approve button would post; None without such a button."""
    page = html.fromstring(client.get(address(verdict, "approve")).content.decode())
    forms = [form for form in page.xpath("//form") if "payload_sha256" in form.fields]
    return dict(forms[0].form_values()) if forms else None


def approve(client: Client, verdict: Verdict, **values: Any) -> Any:
    seen = {"payload_sha256": payload_sha256(build_payload(verdict))}
    return client.post(address(verdict, "approve"), seen | values)


def test_an_editor_sees_the_public_page_and_approves_it(client: Client, editor: User) -> None:
    verdict = make_submitted_verdict()
    page = text_of(client.get(address(verdict, "approve")))
    assert verdict.headline in page
    assert "Two registers count 124 closed bridges" in page
    assert '"@type": "ClaimReview"' in page
    form = page_form(client, verdict)
    assert form is not None
    response = client.post(address(verdict, "approve"), form)
    publication = Publication.objects.get()
    assert (publication.approver, publication.payload_sha256) == (editor, form["payload_sha256"])
    assert response["Location"] == address(publication)
    assert "Approved: the public sees it now." in told(client, response)


def test_it_can_be_published_at_a_time(client: Client, editor: User) -> None:
    later = timezone.localtime(timezone.now() + timedelta(days=2)).replace(second=0, microsecond=0)
    approve(client, make_submitted_verdict(), publish_at=later.strftime("%Y-%m-%dT%H:%M"))
    assert Publication.objects.get().valid_from == later


def test_a_time_that_has_passed_is_refused(client: Client, editor: User) -> None:
    verdict = make_submitted_verdict()
    assert "has passed" in told(client, approve(client, verdict, publish_at="2020-01-01T10:00"))
    assert not Publication.objects.exists()


def test_a_page_that_changed_meanwhile_is_refused(client: Client, editor: User) -> None:
    verdict = make_submitted_verdict()
    response = approve(client, verdict, payload_sha256="0" * 64)
    assert "has changed since you looked at it" in told(client, response)
    assert not Publication.objects.exists()


@pytest.mark.parametrize("role", ["superuser", "editor"])
def test_nobody_approves_what_they_wrote(client: Client, role: str) -> None:
    author = make_user("superuser") if role == "superuser" else reviewing_editor()
    verdict = make_submitted_verdict(author=author)
    client.force_login(author)
    page = text_of(client.get(address(verdict, "approve")))
    assert "You can’t approve it. You wrote this verdict" in page
    assert page_form(client, verdict) is None
    assert "You wrote this verdict" in told(client, approve(client, verdict))
    assert not Publication.objects.exists()
    assert Review.objects.get().stage == Stage.SUBMITTED


def test_nobody_approves_what_descends_from_their_draft(client: Client) -> None:
    first, second = make_user("superuser"), make_user("reviewer")
    draft = make_draft(author=first)
    assign_review(review=draft.review, to=second, by=make_user("editor"), hand_over_draft=True)
    verdict = submit_as_heir(draft.review, second)
    client.force_login(first)
    assert page_form(client, verdict) is None
    assert "You saved a draft of this review" in told(client, approve(client, verdict))
    assert not Publication.objects.exists()


def test_a_hold_is_shown_and_refuses(client: Client, editor: User) -> None:
    verdict = make_submitted_verdict()
    place_hold(on=verdict.review, kind=HoldKind.EMBARGO, by=make_user("editor"), reason="Until the talks end.")
    assert "Until the talks end." in text_of(client.get(address(verdict, "approve")))
    assert "held back" in told(client, approve(client, verdict))
    assert not Publication.objects.exists()


def test_changes_are_requested_with_a_reason(client: Client, editor: User) -> None:
    verdict = make_submitted_verdict()
    assert take(client, verdict, "request-changes", reason="").status_code == HTTPStatus.UNPROCESSABLE_ENTITY
    said = told(client, take(client, verdict, "request-changes", reason="Cite the register itself."))
    assert f"Sent back to {verdict.author}" in said
    review = Review.objects.get()
    assert (review.stage, review.assignee) == (Stage.IN_REVIEW, verdict.author)
    event = review.events.order_by("-sequence")[0]
    assert "Cite the register itself." in event.payload.text


def test_the_next_verdict_shows_what_differs_from_the_published_page(client: Client, editor: User) -> None:
    publication = make_publication()
    connection.check_constraints()  # As its own commit would: the review goes on in the same transaction here.
    assert "difference" not in text_of(client.get(address(publication.verdict, "approve")))
    author = publication.author
    reopen_review(review=publication.review, by=editor, reason="A new register.")
    verdict = make_next_verdict(publication.review, author)
    page = html.fromstring(client.get(address(verdict, "approve")).content.decode()).get_element_by_id("differences")
    [changed] = [row.find("td") for row in page.findall(".//tbody/tr") if row.find("th").text_content() == "Headline"]
    assert changed.find("del").text_content() in publication.headline
    assert changed.find("ins").text_content() in verdict.headline


def test_what_changed_since_the_verdict_that_was_sent_back_is_shown(client: Client, editor: User) -> None:
    verdict = make_submitted_verdict(headline="What the register says", summary="It counts 124 bridges.")
    request_changes(verdict=verdict, by=editor, reason="Which register?")
    again = make_next_verdict(verdict.review, verdict.author, headline="What the ministry’s register says")
    page = html.fromstring(client.get(address(again, "approve")).content.decode()).get_element_by_id("since-earlier")
    assert f"since verdict 1, by {verdict.author}" in page.text_content()
    changed = {item.find("dt").text_content(): item.find("dd") for item in page.findall(".//dl/div")}
    assert [piece.text for piece in changed["Headline"].findall("ins")] == ["ministry’s "]
    assert [piece.text for piece in changed["Summary"].findall("del")][:1] == ["It counts "]
    assert "Evidence 1, removed" in changed


def test_the_figures_are_held_against_the_scale(client: Client, editor: User) -> None:
    figure = FigureInput(value=Decimal(120), bound=Bound.MORE_THAN, unit="bridges")
    review = make_review(make_claim(status=ClaimStatus.ACCEPTED, figures=[figure]))
    evidence = (make_evidence_input(figure_value="124", figure_upper="130"), make_evidence_input())
    verdict = make_submitted_verdict(review, evidence=evidence)
    page = text_of(client.get(address(verdict, "approve")))
    assert "Claimed: more than 120 bridges. Evidence 1: 124 to 130." in page
    assert "The evidence’s whole range is more than 120." in page


@pytest.mark.parametrize("role", ["reviewer", "administrator"])
def test_who_may_not_approve_is_refused(client: Client, role: str) -> None:
    verdict = make_submitted_verdict()
    client.force_login(make_user(role))
    assert client.get(address(verdict, "approve")).status_code == HTTPStatus.FORBIDDEN
    assert approve(client, verdict).status_code == HTTPStatus.FORBIDDEN
    assert take(client, verdict, "request-changes", reason="No.").status_code == HTTPStatus.FORBIDDEN
    assert not Publication.objects.exists()


def reviewing_editor() -> User:
    """Somebody with both roles, as small newsrooms have."""
    user = make_user("editor")
    user.groups.add(*make_user("reviewer").groups.all())
    return User.objects.get(pk=user.pk)


def submit_as_heir(review: Review, heir: User) -> Verdict:
    taken = take_review(review=Review.objects.get(pk=review.pk), reviewer=heir)
    version = taken.drafts.get(author=heir).version
    return submit_verdict(review=taken, author=heir, lease_number=taken.lease_number, version=version)


def test_an_approver_sees_that_somebody_may_still_answer(client: Client, editor: User) -> None:
    taken = make_taken_review(author := make_user("reviewer"))
    today = timezone.localdate()
    record_contact(
        review=taken, by=author, whom="The harbour master", way=ContactWay.MAIL, asked_on=today, deadline=today
    )
    verdict = make_submitted_verdict(taken, author)
    assert "The harbour master, until the end of" in text_of(client.get(address(verdict, "approve")))
