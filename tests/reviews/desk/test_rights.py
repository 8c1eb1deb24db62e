"""Every address of the desk, with every role."""

from http import HTTPStatus

import pytest
from django.test import Client
from django.urls import reverse

from reviews.desk.urls import urlpatterns
from reviews.models import Draft, Review
from tests.claims.factories import make_user
from tests.reviews.factories import make_draft, make_skipped_for_all, make_taken_review

pytestmark = pytest.mark.django_db

BELL = {"notifications", "notifications_read", "notification", "notification_read", "notification_choices"}
"""For whoever can be told of something: administrators too, who confirm withholdings (`test_notifications`)."""
OPEN_TO_EDITORS = {"home", "put_back", "interests", "interest_end", "identity", "second", *BELL}
"""There they find what awaits their approval, and decide on what was skipped for everybody."""
READS = {"home", "review", "sources", "earlier", "second", "notifications"}
BOTH = {"interests", "page", "identities", "identity", "notification", "notification_choices"}
"""A page and its form in one."""
NAMES = sorted(str(pattern.name) for pattern in urlpatterns)


def _address(name: str, review: Review) -> str:
    pattern = next(pattern for pattern in urlpatterns if pattern.name == name)
    return reverse(f"desk:{name}", kwargs=dict.fromkeys(pattern.pattern.converters, review.pk))


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("verb", ["get", "post"])
def test_anonymous_people_are_sent_to_sign_in(client: Client, name: str, verb: str) -> None:
    address = _address(name, make_taken_review())
    answer = getattr(client, verb)(address)
    assert answer.status_code == HTTPStatus.FOUND
    assert answer.headers["Location"].startswith("/accounts/login/?next=/desk/")


@pytest.mark.parametrize("verb", ["get", "post"])
@pytest.mark.parametrize(
    ("name", "role"),
    [
        (name, role)
        for name in NAMES
        for role in ("editor", "administrator", None)
        if not (role == "editor" and name in OPEN_TO_EDITORS)
        if not (role == "administrator" and name in BELL)
    ],
)
def test_people_who_take_no_claims_get_403(client: Client, name: str, verb: str, role: str | None) -> None:
    address = _address(name, make_taken_review())
    client.force_login(make_user(role))
    assert getattr(client, verb)(address).status_code == HTTPStatus.FORBIDDEN


@pytest.mark.parametrize("name", sorted({*NAMES} - BOTH))
def test_each_address_answers_to_its_verb_only(client: Client, name: str) -> None:
    reviewer = make_user("superuser")
    review = make_taken_review(reviewer)
    client.force_login(reviewer)
    wrong = client.post(_address(name, review)) if name in READS else client.get(_address(name, review))
    assert wrong.status_code == HTTPStatus.METHOD_NOT_ALLOWED


@pytest.mark.parametrize(
    "name",
    [
        *["next", "take", "draft", "renew", "release", "skip", "wait", "submit", "siblings", "preview", "page"],
        "contact_add",
        "interests",
        "identities",
        *["second_take", "second_save", "second_release", "comment_answer"],
        *["notifications_read", "notification_read", "notification_choices"],
    ],
)
def test_nothing_is_written_without_the_form_token(name: str) -> None:
    client = Client(enforce_csrf_checks=True)
    person = make_user("superuser")
    review = make_taken_review(person)
    client.force_login(person)
    assert client.post(_address(name, review)).status_code == HTTPStatus.FORBIDDEN


def test_reviewers_do_not_decide_for_the_editors(client: Client) -> None:
    review = make_skipped_for_all()
    client.force_login(make_user("reviewer"))
    assert client.post(_address("put_back", review)).status_code == HTTPStatus.FORBIDDEN


def test_what_was_typed_before_the_session_ended_is_shown_and_not_lost(client: Client) -> None:
    review = make_taken_review()
    typed = {"version": 0, "lease_number": 1, "summary": "Half an hour's <b>work</b>", "headline": ""}
    answer = client.post(reverse("desk:draft", args=[review.pk]), typed)
    assert answer.status_code == HTTPStatus.UNAUTHORIZED
    assert "Half an hour&#x27;s &lt;b&gt;work&lt;/b&gt;" in answer.content.decode()
    assert f"/accounts/login/?next=/desk/reviews/{review.pk}/" in answer.content.decode()


def test_signing_in_leads_to_a_page_that_can_be_opened(client: Client) -> None:
    review = make_taken_review()
    answer = client.post(reverse("desk:submit", args=[review.pk]))
    assert answer.headers["Location"] == f"/accounts/login/?next=/desk/reviews/{review.pk}/"


def test_nobody_reads_another_persons_draft(client: Client) -> None:
    draft = make_draft(summary="A sentence of mine alone.")
    client.force_login(make_user("reviewer"))
    page = client.get(reverse("desk:review", args=[draft.review_id]))
    assert page.status_code == HTTPStatus.OK
    assert "A sentence of mine alone." not in page.content.decode()
    assert str(draft.author) in page.content.decode()


def test_a_stranger_to_the_review_saves_nothing(client: Client) -> None:
    review = make_taken_review()
    stranger = make_user("reviewer")
    client.force_login(stranger)
    answer = client.post(
        reverse("desk:draft", args=[review.pk]),
        {"version": 0, "lease_number": review.lease_number, "headline": "Mine now", "evidence-TOTAL_FORMS": 0,
         "evidence-INITIAL_FORMS": 0},
    )  # fmt: skip
    assert answer.status_code == HTTPStatus.UNPROCESSABLE_ENTITY
    assert "take it first" in answer.content.decode()
    assert not Draft.objects.filter(author=stranger).exists()
