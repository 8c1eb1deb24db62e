"""Recording whom we asked, the rule at submission, and what the public and the log get of it."""

from datetime import date
from functools import partial
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.db import DatabaseError, connection, transaction

from claims.enums import SpeakerKind
from claims.models import Speaker
from reviews.enums import ContactWay, EventKind, FindingValue
from reviews.errors import ContactRefused, FourEyesRefused, NotAllowed, ReasonMissing, VerdictIncomplete
from reviews.evidence_facts import current_ratings
from reviews.models import Contact, Event, EventPayload, Review, Verdict
from reviews.payload import build_payload, payload_sha256
from reviews.right_of_reply import is_low
from reviews.services.contacts import record_answer, record_contact, withdraw_contact
from reviews.services.events import record_event
from reviews.services.publishing import approve_verdict
from reviews.services.verdicts import insert_verdict, submit_verdict
from tests.claims.factories import make_user
from tests.reviews.days import day
from tests.reviews.factories import (
    LOW,
    approve,
    make_draft,
    make_draft_body,
    make_publication,
    make_review,
    make_submitted_verdict,
    make_taken_review,
    rating,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def reviewer() -> User:
    return make_user("reviewer")


@pytest.fixture
def review(reviewer: User) -> Review:
    return make_taken_review(reviewer)


def ask(review: Review, by: User, **values: object) -> Contact:
    asked = {"whom": "The ministry", "way": ContactWay.MAIL, "asked_on": day(-1), "deadline": day()} | values
    return record_contact(review=review, by=by, **asked)  # type: ignore[arg-type]


def submit(review: Review, author: User, **values: object) -> Verdict:
    draft = make_draft(review, author, **({"contact_exception": ""} | values))
    number = Review.objects.get(pk=review.pk).lease_number
    return submit_verdict(review=review, author=author, lease_number=number, version=draft.version)


def test_an_attempt_is_recorded_and_logged_without_a_name(review: Review, reviewer: User) -> None:
    contact = ask(review, reviewer, whom="Erna Privat", private_person=True, role="a neighbour")
    assert (contact.whom, contact.made_by, contact.deadline) == ("a neighbour", reviewer, day())
    event = review.events.get(kind=EventKind.CONTACTED)
    assert (event.actor, "Erna" in event.payload.text) == (reviewer, False)
    answered = record_answer(contact=contact, by=reviewer, answered_on=day(), answer=" She saw it. ")
    assert answered.answer == "She saw it."
    assert review.events.filter(kind=EventKind.CONTACT_ANSWERED).count() == 1
    assert not EventPayload.objects.filter(text__contains="Erna").exists()


@pytest.mark.parametrize(
    "values",
    [
        {"asked_on": partial(day, 1), "deadline": None},
        {"deadline": partial(day, -2)},
        {"deadline": date.max},
        {"whom": "press@ministry.example"},
        {"role": "spokesman, +49 30 1234567"},
        {"role": "spokesman, 030 1234567"},
    ],
)
def test_impossible_days_and_private_addresses_are_refused(
    review: Review, reviewer: User, values: dict[str, object]
) -> None:
    then = {name: value() if isinstance(value, partial) else value for name, value in values.items()}
    with pytest.raises(ContactRefused):
        ask(review, reviewer, **then)
    assert not Contact.objects.exists()


def test_somebody_has_to_be_asked(review: Review, reviewer: User) -> None:
    with pytest.raises(ReasonMissing):
        ask(review, reviewer, whom="  ")


def test_only_whose_work_it_is_speaks_in_its_name(review: Review) -> None:
    for person in (make_user("reviewer"), make_user("editor"), make_user("superuser")):
        with pytest.raises(NotAllowed):
            ask(review, person)


def test_the_author_records_a_late_answer_while_the_verdict_awaits_approval(reviewer: User) -> None:
    verdict = make_submitted_verdict(author=reviewer)
    contact = ask(verdict.review, reviewer)
    before = payload_sha256(build_payload(verdict))
    record_answer(contact=contact, by=reviewer, answered_on=day(), answer="It was so.")
    assert payload_sha256(build_payload(verdict)) != before


def test_an_answer_is_written_once_and_not_before_the_question(review: Review, reviewer: User) -> None:
    contact = ask(review, reviewer)
    for wrong in (day(-2), day(1)):
        with pytest.raises(ContactRefused):
            record_answer(contact=contact, by=reviewer, answered_on=wrong, answer="No.")
    with pytest.raises(ContactRefused, match="telephone"):
        record_answer(contact=contact, by=reviewer, answered_on=day(), answer="Call me: +43 1 5333 000")
    record_answer(contact=contact, by=reviewer, answered_on=day(), answer="No.")
    with pytest.raises(ContactRefused, match="already"):
        record_answer(contact=contact, by=reviewer, answered_on=day(), answer="Yes.")


@pytest.mark.parametrize("code", ["true", "mostly_true", "half_true", "misleading", "false", "unverifiable"])
def test_half_true_or_lower_needs_a_reply(review: Review, reviewer: User, code: str) -> None:
    low = code in LOW
    if low:
        with pytest.raises(VerdictIncomplete) as refusal:
            submit(review, reviewer, code=code)
        assert set(refusal.value.problems) == {"contact_exception"}
    else:
        verdict = submit(review, reviewer, code=code)
        assert verdict.contact_exception == ""


@pytest.mark.parametrize("code", ["true", "mostly_true", "half_true", "misleading", "false", "unverifiable"])
@pytest.mark.parametrize("asked", [False, True])
def test_the_database_agrees_past_every_service(review: Review, reviewer: User, code: str, asked: bool) -> None:
    ratings = current_ratings()
    low = is_low(rating(code).number, [item.number for item in ratings if item.number is not None])
    if asked:
        ask(review, reviewer)
    make_draft(review, reviewer, code=code)
    body = make_draft_body(review, code=code, contact_exception="")

    def write() -> None:
        with transaction.atomic(), connection.cursor() as cursor:
            insert_verdict(review, reviewer, body)
            record_event(review=review, kind=EventKind.SUBMITTED, actor=reviewer)
            cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")

    if low and not asked:
        with pytest.raises(DatabaseError, match="was not asked"):
            write()
    else:
        write()


def test_an_attempt_is_enough_and_the_public_page_shows_it(review: Review, reviewer: User) -> None:
    ask(review, reviewer, role="press office")
    verdict = submit(review, reviewer, code="false")
    payload = approve(verdict).payload
    assert payload["contacts"] == [
        {
            "whom": "The ministry (press office)",
            "how": "mail",
            "on": day(-1).isoformat(),
            "deadline": day().isoformat(),
            "answered_on": "",
            "answer": "",
            "still_open": True,
        }
    ]


def test_a_withdrawn_attempt_counts_for_nothing(review: Review, reviewer: User) -> None:
    contact = ask(review, reviewer)
    withdraw_contact(contact=contact, by=reviewer, because="It was another claim.")
    with pytest.raises(VerdictIncomplete):
        submit(review, reviewer, code="false")
    with pytest.raises(ContactRefused):
        record_answer(contact=contact, by=reviewer, answered_on=day(), answer="No.")


def test_not_said_about_a_named_claimant_needs_a_reply_whatever_the_rating(reviewer: User) -> None:
    speaker = Speaker.objects.create(name="Minister A", kind=SpeakerKind.PUBLIC_FIGURE)
    review = make_taken_review(reviewer, make_review(speaker=speaker))
    findings = make_draft_body(review).findings
    findings = {key: type(item)(FindingValue.NOT_SAID.value) for key, item in findings.items()}
    with pytest.raises(VerdictIncomplete, match="Minister A"):
        submit(review, reviewer, findings=findings)


def test_an_anonymous_claimant_is_nobody_to_ask(reviewer: User) -> None:
    speaker = Speaker.objects.create(name="a passer-by", kind=SpeakerKind.ANONYMOUS)
    review = make_taken_review(reviewer, make_review(speaker=speaker))
    assert submit(review, reviewer, code="false").contact_exception == ""


def test_the_stated_reason_is_part_of_the_verdict_and_of_the_page(review: Review, reviewer: User) -> None:
    verdict = submit(review, reviewer, code="false", contact_exception=" The paper closed in 2020. ")
    assert verdict.contact_exception == "The paper closed in 2020."
    assert build_payload(verdict)["contact_exception"] == "The paper closed in 2020."


def test_what_comes_after_the_approval_is_not_on_the_published_page(reviewer: User) -> None:
    publication = make_publication(author=reviewer)
    contact = ask(publication.review, reviewer)
    record_answer(contact=contact, by=reviewer, answered_on=day(), answer="Too late.")
    publication.refresh_from_db()
    assert publication.payload["contacts"] == []


def test_who_asked_does_not_approve(reviewer: User) -> None:
    review = make_taken_review(reviewer)
    both = make_user("superuser")
    asker = make_taken_review(both)
    contact = ask(asker, both)
    Review.objects.filter(pk=asker.pk).update(lease_until=None, lease_holder=None)
    verdict = make_submitted_verdict(asker, reviewer)
    seen = payload_sha256(build_payload(verdict))
    with pytest.raises(FourEyesRefused, match="asked for a reply"):
        approve_verdict(verdict=verdict, approver=both, payload_sha256=seen)
    assert contact.review == asker != review


class TestRawSql:
    def refused(self, sql: str, params: list[Any], says: str) -> None:
        with pytest.raises(DatabaseError, match=says), transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(sql, params)

    def test_an_attempt_stands_and_its_answer_is_written_once(self, review: Review, reviewer: User) -> None:
        contact = ask(review, reviewer)
        self.refused("DELETE FROM reviews_contact WHERE id = %s", [contact.pk], "Cannot delete")
        self.refused("UPDATE reviews_contact SET way = 'phone' WHERE id = %s", [contact.pk], "Cannot update")
        record_answer(contact=contact, by=reviewer, answered_on=day(), answer="No.")
        change = "UPDATE reviews_contact SET answer = 'Yes.' WHERE id = %s"
        self.refused(change, [contact.pk], "written once")
        self.refused("UPDATE reviews_contact SET answered_on = NULL, answer = '' WHERE id = %s", [contact.pk], "once")

    def test_an_attempt_is_with_somebody(self, review: Review, reviewer: User) -> None:
        with pytest.raises(DatabaseError, match="contact_is_with_somebody"), transaction.atomic():
            Contact.objects.create(review=review, way="mail", asked_on=day(), made_by=reviewer)


def test_every_event_of_a_contact_stands_in_the_log(review: Review, reviewer: User) -> None:
    contact = ask(review, reviewer)
    withdraw_contact(contact=contact, by=reviewer, because="A mistake.")
    kinds = Event.objects.filter(review=review).values_list("kind", flat=True)
    assert {EventKind.CONTACTED, EventKind.CONTACT_WITHDRAWN} <= set(kinds)
