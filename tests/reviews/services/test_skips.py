"""Passing a claim on: for me, and for everybody until an editor has decided."""

import pytest
from django.contrib.auth.models import User
from django.db import IntegrityError, transaction

from reviews.enums import CloseReason, NothingReason, SkipScope, Stage
from reviews.errors import NotAllowed, NothingToTake, ReasonMissing, TransitionRefused
from reviews.models import Review, Skip
from reviews.services.assignment import assign_review, close_review
from reviews.services.queue import take_next_review, take_review
from reviews.services.skips import put_back, skip_review
from tests.claims.factories import make_user
from tests.reviews.factories import make_draft, make_skipped_for_all, make_taken_review

pytestmark = pytest.mark.django_db


@pytest.fixture
def reviewer() -> User:
    return make_user("reviewer")


def skip(review: Review, reviewer: User, reason: str = "I know her.", scope: SkipScope = SkipScope.ME) -> Review:
    return skip_review(review=review, reviewer=reviewer, lease_number=review.lease_number, reason=reason, scope=scope)


def reason_of_nothing(reviewer: User) -> NothingReason:
    with pytest.raises(NothingToTake) as refusal:
        take_next_review(reviewer=reviewer)
    return refusal.value.reason


def test_a_skip_for_me_leaves_the_claim_to_the_others(reviewer: User) -> None:
    taken = make_taken_review(reviewer)
    skip(taken, reviewer)
    row = Skip.objects.get()
    assert (row.review, row.reviewer, row.scope, row.reason) == (taken, reviewer, "me", "I know her.")
    assert reason_of_nothing(reviewer) == NothingReason.SKIPPED
    assert take_next_review(reviewer=make_user("reviewer")) == taken


def test_what_i_skipped_i_can_still_choose(reviewer: User) -> None:
    taken = make_taken_review(reviewer)
    skip(taken, reviewer)
    assert take_review(review=taken, reviewer=reviewer).lease_holder == reviewer


def test_a_skip_for_all_takes_the_claim_from_everybody(reviewer: User) -> None:
    review = make_skipped_for_all(reviewer, reason="The recording is gone.")
    assert (review.stage, review.assignee, review.lease_holder) == (Stage.WAITING, None, None)
    for person in (reviewer, make_user("reviewer")):
        assert reason_of_nothing(person) == NothingReason.FOR_EDITORS
        with pytest.raises(TransitionRefused, match="skipped for everybody: “The recording is gone"):
            take_review(review=review, reviewer=person)


def test_an_editor_puts_it_back_for_everybody_but_who_skipped_it(reviewer: User) -> None:
    review = make_skipped_for_all(reviewer)
    put_back(review=review, by=make_user("editor"))
    assert reason_of_nothing(reviewer) == NothingReason.SKIPPED
    assert take_next_review(reviewer=make_user("reviewer")) == review
    assert [event.kind for event in review.events.order_by("sequence")][-2:] == ["put_back", "taken"]


def test_it_is_put_back_once_and_by_editors_alone(reviewer: User) -> None:
    review = make_skipped_for_all()
    with pytest.raises(NotAllowed):
        put_back(review=review, by=reviewer)
    editor = make_user("editor")
    put_back(review=review, by=editor)
    with pytest.raises(TransitionRefused, match="not out of the queue"):
        put_back(review=review, by=editor)


def test_assigning_it_ends_the_skip(reviewer: User) -> None:
    review = make_skipped_for_all()
    assign_review(review=review, to=reviewer, by=make_user("editor"))
    assert take_next_review(reviewer=reviewer) == review


def test_closing_it_ends_the_skip() -> None:
    review = make_skipped_for_all()
    closed = close_review(
        review=review, reason=CloseReason.NOT_CHECKABLE, note="The recording is gone.", by=make_user("editor")
    )
    assert (closed.stage, closed.skipped_for_all_at) == (Stage.CLOSED, None)


def test_the_draft_is_kept_when_its_claim_is_skipped_for_all() -> None:
    draft = make_draft()
    review = Review.objects.get(pk=draft.review_id)
    assert skip(review, draft.author, scope=SkipScope.ALL).drafts.get() == draft


@pytest.mark.parametrize("scope", SkipScope)
def test_nothing_is_skipped_without_a_reason(reviewer: User, scope: SkipScope) -> None:
    taken = make_taken_review(reviewer)
    with pytest.raises(ReasonMissing):
        skip(taken, reviewer, reason="  ", scope=scope)
    assert not Skip.objects.exists()


def test_the_database_keeps_what_is_with_the_editors_out_of_everybodys_hands() -> None:
    review, person = make_skipped_for_all(), make_user("reviewer")
    for change in ({"assignee": person}, {"stage": Stage.IN_REVIEW}):
        with pytest.raises(IntegrityError, match="review_skipped_for_all_is_in_nobodys_hands"), transaction.atomic():
            Review.objects.filter(pk=review.pk).update(**change)


def test_the_database_keeps_skips_as_they_were_written() -> None:
    make_skipped_for_all()
    with pytest.raises(Exception, match="Cannot update"), transaction.atomic():
        Skip.objects.update(reason="Another reason.")
    with pytest.raises(Exception, match="Cannot delete"), transaction.atomic():
        Skip.objects.all().delete()
