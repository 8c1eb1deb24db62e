"""The right of reply in the workspace, as a browser without scripts sends it."""

from http import HTTPStatus

import pytest
from django.contrib.auth.models import User
from django.test import Client
from django.urls import reverse
from django.utils.timezone import localtime
from lxml import html

from claims.enums import SpeakerKind
from claims.models import Speaker
from reviews.desk.forms.contact import OTHER
from reviews.models import Contact, Draft, Review
from tests.claims.factories import make_user
from tests.reviews.days import day
from tests.reviews.desk.pages import address, open_form, text_of
from tests.reviews.factories import make_draft, make_review, make_submitted_verdict, make_taken_review

pytestmark = pytest.mark.django_db


@pytest.fixture
def review(reviewer: User) -> Review:
    minister = Speaker.objects.create(name="Minister A", kind=SpeakerKind.PUBLIC_FIGURE)
    return make_taken_review(reviewer, make_review(speaker=minister))


def step(name: str, contact: Contact) -> str:
    return reverse(f"desk:contact_{name}", args=[contact.review_id, contact.pk])


def asked(client: Client, review: Review, **typed: str) -> Contact:
    values = {"contact-deadline": (day(2)).isoformat()} | typed
    answer = client.post(address("contact_add", review), open_form(client, review) | values)
    assert answer.status_code == HTTPStatus.FOUND
    return Contact.objects.latest("pk")


def test_the_speaker_is_the_first_to_ask_and_what_was_typed_is_kept(client: Client, review: Review) -> None:
    contact = asked(client, review, headline="Half a headline")
    assert (str(contact.speaker), contact.way, contact.asked_on) == ("Minister A", "mail", day())
    assert Draft.objects.get(review=review).body["headline"] == "Half a headline"
    shown = text_of(client.get(address("review", review)))
    assert f"We asked Minister A by e-mail on {day():%-d %B %Y}. They may answer until" in shown


def test_asking_alone_makes_no_draft(client: Client, review: Review) -> None:
    asked(client, review, **{"contact-name": "The mayor", "contact-private": "on", "contact-role": "a mayor"})
    assert not Draft.objects.exists()
    shown = text_of(client.get(address("review", review)))
    assert "We asked a mayor by e-mail" in shown
    assert "not public: The mayor" in shown


def test_a_refused_attempt_keeps_everything_that_was_typed(client: Client, review: Review) -> None:
    typed = {"contact-name": "press@ministry.example", "summary": "Half a summary", "contact-whom": OTHER}
    answer = client.post(address("contact_add", review), open_form(client, review) | typed)
    assert answer.status_code == HTTPStatus.UNPROCESSABLE_ENTITY
    assert "Leave out mail addresses" in text_of(answer)
    for text in typed.values():
        assert text in answer.content.decode()
    assert f'<option value="{OTHER}" selected>Somebody else</option>' in answer.content.decode()
    assert not Contact.objects.exists()


def test_a_day_that_is_none_is_named(client: Client, review: Review) -> None:
    answer = client.post(address("contact_add", review), open_form(client, review) | {"contact-asked_on": "yesterday"})
    assert "Asked on: Enter a valid date." in text_of(answer)


def test_an_answer_is_recorded_and_stands(client: Client, review: Review) -> None:
    contact = asked(client, review)
    typed = {f"answer-{contact.pk}-answer": "It was 124."}
    client.post(step("answer", contact), open_form(client, review) | typed)
    contact.refresh_from_db()
    assert (contact.answered_on, contact.answer) == (day(), "It was 124.")
    page = text_of(client.get(address("review", review)))
    assert "It was 124." in page
    assert "Record the answer" not in page


def test_waiting_for_the_answer_lays_the_work_aside_until_the_day_is_over(client: Client, review: Review) -> None:
    contact = asked(client, review)
    answer = client.post(step("wait", contact), open_form(client, review))
    assert answer.headers["Location"] == address("home")
    review.refresh_from_db()
    assert review.wait_for == "an answer: Minister A"
    assert review.wait_until is not None
    assert localtime(review.wait_until).date() == day(2)


def test_a_withdrawn_attempt_is_struck_out(client: Client, review: Review) -> None:
    contact = asked(client, review)
    refused = client.post(step("withdraw", contact), open_form(client, review))
    assert "Say why this attempt does not count." in text_of(refused)
    client.post(step("withdraw", contact), open_form(client, review) | {f"withdraw-{contact.pk}": "Not sent."})
    assert "Withdrawn: Not sent." in text_of(client.get(address("review", review)))


def test_after_submitting_the_author_records_the_answer_on_the_page(client: Client, reviewer: User) -> None:
    verdict = make_submitted_verdict(author=reviewer)
    page = address("review", verdict.review)
    assert "Record an attempt" in text_of(client.get(page))
    client.post(address("contact_add", verdict.review), {"contact-name": "The mayor", "contact-way": "phone"})
    contact = Contact.objects.get()
    client.post(step("answer", contact), {f"answer-{contact.pk}-answer": "Yes."})
    assert "We asked The mayor by telephone" in text_of(client.get(page))
    contact.refresh_from_db()
    assert contact.answer == "Yes."


def test_an_answer_that_is_refused_after_submitting_is_still_in_its_field(client: Client, reviewer: User) -> None:
    verdict = make_submitted_verdict(author=reviewer)
    client.post(address("contact_add", verdict.review), {"contact-name": "The mayor", "contact-way": "phone"})
    contact = Contact.objects.get()
    typed = {f"answer-{contact.pk}-answer": "Yes, all.", f"answer-{contact.pk}-answered_on": "2999-01-01"}
    answer = client.post(step("answer", contact), typed)
    assert answer.status_code == HTTPStatus.UNPROCESSABLE_ENTITY
    assert "not in the future" in text_of(answer)
    [field] = html.fromstring(answer.content.decode()).xpath("//details[@open]//textarea")
    assert "Yes, all." in field.text_content()


def test_others_read_it_and_record_nothing(client: Client, review: Review) -> None:
    contact = asked(client, review)
    client.force_login(make_user("reviewer"))
    assert "We asked Minister A" in text_of(client.get(address("review", review)))
    answer = client.post(step("answer", contact), {f"answer-{contact.pk}-answer": "Yes."}, follow=True)
    assert "not your work" in text_of(answer)
    contact.refresh_from_db()
    assert contact.answer == ""


def test_the_checklist_names_whom_to_ask(client: Client, reviewer: User, review: Review) -> None:
    make_draft(review, reviewer, code="false", contact_exception="")
    assert "This says something against Minister A" in text_of(client.get(address("review", review)))
