"""A review's page: assign, urgency, hold, close, reopen, each by its service."""

from http import HTTPStatus
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.test import Client
from pytest_django import Settings

from claims.enums import Priority
from claims.models import Article
from reviews.enums import CloseReason, HoldKind, Stage
from reviews.models import Hold, Publication, Review
from tests.claims.admin.pages import address, take, text_of, told
from tests.claims.factories import make_user
from tests.reviews.factories import approve, make_draft, make_publication, make_review, make_submitted_verdict

pytestmark = pytest.mark.django_db


def fresh(review: Review) -> Review:
    return Review.objects.get(pk=review.pk)


def test_a_review_is_assigned_and_given_back(client: Client, editor: User) -> None:
    review, reviewer = make_review(), make_user("reviewer")
    assert f"Assigned to {reviewer}" in told(client, take(client, review, "assign", to=reviewer.pk))
    assert fresh(review).assignee == reviewer
    take(client, review, "assign", to="")
    assert fresh(review).assignee is None


def test_a_draft_is_handed_over_with_the_work(client: Client, editor: User) -> None:
    draft, heir = make_draft(), make_user("reviewer")
    told(client, take(client, draft.review, "assign", to=heir.pk, hand_over_draft="on"))
    assert draft.review.drafts.get(author=heir).descends_from == draft
    assert f"{heir} (took over from {draft.author})" in text_of(client.get(address(draft.review)))


def test_only_people_who_may_check_are_offered(client: Client, editor: User) -> None:
    review = make_review()
    assert take(client, review, "assign", to=make_user(None).pk).status_code == HTTPStatus.UNPROCESSABLE_ENTITY
    assert fresh(review).assignee is None


def test_the_priority_is_changed(client: Client, editor: User) -> None:
    review = make_review()
    take(client, review, "priority", priority=Priority.URGENT)
    assert fresh(review).priority == Priority.URGENT


def test_a_review_is_closed_with_reason_and_note(client: Client, editor: User) -> None:
    review = make_review()
    values = {"reason": CloseReason.OVERTAKEN, "note": "The bridge was built meanwhile."}
    assert take(client, review, "close", **values | {"note": ""}).status_code == HTTPStatus.UNPROCESSABLE_ENTITY
    told(client, take(client, review, "close", **values))
    closed = fresh(review)
    assert (closed.stage, closed.close_reason) == (Stage.CLOSED, CloseReason.OVERTAKEN)


def test_published_work_is_reopened_and_the_reopening_cancelled(client: Client, editor: User) -> None:
    publication = make_publication()
    told(client, take(client, publication.review, "reopen", reason="A new register."))
    reopened = fresh(publication.review)
    assert (reopened.stage, reopened.assignee) == (Stage.IN_REVIEW, publication.author)
    told(client, take(client, reopened, "cancel-reopening"))
    assert fresh(reopened).stage == Stage.APPROVED


def test_a_hold_is_placed_shown_and_lifted(client: Client, editor: User) -> None:
    review = make_review()
    told(client, take(client, review, "hold", kind=HoldKind.LEGAL, reason="A court asked."))
    assert "Held back (legal): A court asked." in text_of(client.get(address(review)))
    told(client, take(client, review, "lift", hold=Hold.objects.get().pk))
    assert Hold.objects.get().lifted_by == editor


def test_a_hold_for_ever_is_one_without_an_end(client: Client, editor: User, settings: Settings) -> None:
    """West of UTC the last moment of 9999 would be stored, and no page that reads it could be shown again."""
    settings.TIME_ZONE = "America/New_York"
    review = make_review()
    answer = take(client, review, "hold", kind=HoldKind.LEGAL, reason="A court asked.", until="9999-12-31T23:59")
    assert "More than ten years away" in answer.content.decode()
    assert client.get(address(review)).status_code == HTTPStatus.OK
    assert not Hold.objects.exists()


def test_an_article_is_held_back_with_all_its_claims(client: Client, editor: User) -> None:
    verdict = make_submitted_verdict()
    article = Article.objects.get(pk=verdict.review.claim.article_id)
    told(client, take(client, article, "hold", kind=HoldKind.AGENCY_KILL, reason="The agency withdrew it."))
    assert "The agency withdrew it." in text_of(client.get(address(verdict, "approve")))
    told(client, take(client, article, "lift", hold=Hold.objects.get().pk))
    approve(verdict)
    assert Publication.objects.exists()


@pytest.mark.parametrize(
    ("step", "values"),
    [("reopen", {"reason": "Why not."}), ("cancel-reopening", {})],
)
def test_an_illegal_step_is_refused_and_told(client: Client, editor: User, step: str, values: dict[str, Any]) -> None:
    review = make_review()
    assert "Nothing was changed" in told(client, take(client, review, step, **values))
    assert fresh(review).stage == Stage.WAITING


@pytest.mark.parametrize("role", ["reviewer", "administrator"])
@pytest.mark.parametrize("step", ["assign", "priority", "close", "reopen", "cancel-reopening", "hold", "lift"])
def test_who_has_not_the_right_is_refused(client: Client, role: str, step: str) -> None:
    review = make_review()
    events = review.events.count()
    client.force_login(make_user(role))
    assert take(client, review, step, reason="No.").status_code == HTTPStatus.FORBIDDEN
    assert fresh(review).events.count() == events
