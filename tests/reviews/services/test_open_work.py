"""The limit on the claims that one reviewer has in hand, and an article's claims taken together."""

from datetime import timedelta
from functools import partial

import pytest
from django.contrib.auth.models import User
from django.utils import timezone
from django.utils.timezone import localdate
from pytest_django import Settings

from claims.enums import Priority
from reviews.enums import HoldKind, NothingReason, Stage
from reviews.errors import LimitReached, NotAllowed, NothingToTake, TransitionRefused
from reviews.models import Review
from reviews.services.assignment import assign_review, set_due_date, set_review_priority
from reviews.services.holds import place_hold
from reviews.services.open_work import over_the_limit, room_left
from reviews.services.queue import take_next_review, take_review, take_siblings
from reviews.services.waiting import wait_for_answer
from tests.claims.factories import TEXT, make_article, make_user
from tests.reviews.factories import make_draft, make_review, make_taken_review

pytestmark = pytest.mark.django_db


@pytest.fixture
def reviewer() -> User:
    return make_user("reviewer")


@pytest.fixture(autouse=True)
def limit_of_two(settings: Settings) -> None:
    settings.CLAIMDESK_OPEN_WORK_LIMIT = 2


def fill(reviewer: User) -> list[Review]:
    return [make_taken_review(reviewer) for _ in range(2)]


def test_whoever_has_enough_gets_no_more_and_is_told_what_they_have(reviewer: User) -> None:
    work, free = fill(reviewer), make_review()
    for take in (partial(take_next_review, reviewer=reviewer), partial(take_review, review=free, reviewer=reviewer)):
        with pytest.raises(LimitReached, match="You have 2 open claims, and 2 is the most") as refusal:
            take()
        assert list(refusal.value.open_work) == work
        assert refusal.value.reason == NothingReason.LIMIT
    assert take_next_review(reviewer=make_user("reviewer")) == free


def test_own_work_is_resumed_whatever_the_limit(reviewer: User) -> None:
    draft = make_draft(author=reviewer)
    make_taken_review(reviewer)
    Review.objects.filter(pk=draft.review_id).update(lease_until=timezone.now() - timedelta(seconds=1))
    make_review()
    assert take_next_review(reviewer=reviewer) == draft.review
    assert take_review(review=draft.review, reviewer=reviewer) == draft.review


def test_a_second_tab_of_the_same_claim_needs_no_room(reviewer: User) -> None:
    first, _ = fill(reviewer)
    assert take_review(review=first, reviewer=reviewer).lease_number == 2


def test_work_that_waits_makes_room(reviewer: User) -> None:
    first, _ = fill(reviewer)
    free = make_review()
    later = timezone.now() + timedelta(days=2)
    wait_for_answer(review=first, reviewer=reviewer, lease_number=1, what="the ministry's answer", until=later)
    assert take_next_review(reviewer=reviewer) == free


def test_work_that_waits_and_is_assigned_to_nobody_is_in_the_queue(reviewer: User) -> None:
    review = make_taken_review(reviewer)
    later = timezone.now() + timedelta(days=2)
    wait_for_answer(review=review, reviewer=reviewer, lease_number=1, what="the ministry's answer", until=later)
    assign_review(review=review, to=None, by=make_user("editor"))
    assert take_next_review(reviewer=make_user("reviewer")) == review


def test_work_that_waits_waits_on_with_who_takes_it_over(reviewer: User) -> None:
    review = make_taken_review(reviewer)
    later = timezone.now() + timedelta(days=2)
    wait_for_answer(review=review, reviewer=reviewer, lease_number=1, what="the ministry's answer", until=later)
    assert assign_review(review=review, to=make_user("reviewer"), by=make_user("editor")).wait_until == later


def test_ended_leases_make_room_unless_a_draft_keeps_them(reviewer: User) -> None:
    make_draft(author=reviewer)
    make_taken_review(reviewer)
    Review.objects.update(lease_until=timezone.now() - timedelta(seconds=1))
    assert room_left(reviewer) == 1


def test_zero_is_no_limit(reviewer: User, settings: Settings) -> None:
    settings.CLAIMDESK_OPEN_WORK_LIMIT = 0
    fill(reviewer)
    assert room_left(reviewer) is None
    free = make_review()
    assert take_next_review(reviewer=reviewer) == free


def test_a_limit_that_was_lowered_takes_nothing_away(reviewer: User, settings: Settings) -> None:
    fill(reviewer)
    settings.CLAIMDESK_OPEN_WORK_LIMIT = 1
    assert room_left(reviewer) == 0


def test_with_nothing_free_the_limit_is_not_the_reason(reviewer: User) -> None:
    fill(reviewer)
    with pytest.raises(NothingToTake) as refusal:
        take_next_review(reviewer=reviewer)
    assert refusal.value.reason == NothingReason.HELD


def test_editors_may_assign_beyond_the_limit_and_are_told(reviewer: User) -> None:
    first, second, third = (make_review() for _ in range(3))
    editor = make_user("editor")
    assert over_the_limit(assign_review(review=first, to=reviewer, by=editor)) == ""
    assert over_the_limit(assign_review(review=second, to=reviewer, by=editor)) == ""
    assert "has 3 open claims, more than the 2" in over_the_limit(assign_review(review=third, to=reviewer, by=editor))


def make_siblings(count: int) -> list[Review]:
    sentences = [f"In all {number + 200} bridges were closed in district {number}." for number in range(count)]
    article = make_article(f"{TEXT}\n{' '.join(sentences)}")
    return [make_review(article=article, quote=sentence) for sentence in sentences]


def test_an_articles_other_claims_are_taken_as_far_as_the_limit_lets(reviewer: User) -> None:
    first, second, third, fourth = make_siblings(4)
    make_review()
    set_review_priority(review=fourth, priority=Priority.URGENT, by=make_user("editor"))
    take_review(review=first, reviewer=reviewer)
    assert take_siblings(review=first, reviewer=reviewer) == [fourth]
    fourth.refresh_from_db()
    assert (fourth.stage, fourth.lease_holder, fourth.assignee) == (Stage.IN_REVIEW, None, reviewer)
    assert fourth.events.filter(kind="taken").count() == 1
    with pytest.raises(LimitReached):
        take_siblings(review=first, reviewer=reviewer)
    for untouched in (second, third):
        untouched.refresh_from_db()
        assert untouched.assignee is None
    assert take_next_review(reviewer=reviewer) == fourth


def test_siblings_in_other_hands_or_held_back_stay_where_they_are(reviewer: User, settings: Settings) -> None:
    settings.CLAIMDESK_OPEN_WORK_LIMIT = 5
    first, held_back, edited, free = make_siblings(4)
    editor, other = make_user("editor"), make_user("reviewer", "holder")
    place_hold(on=held_back, kind=HoldKind.LEGAL, by=editor, reason="The lawyers look at it.")
    take_review(review=edited, reviewer=other)
    take_review(review=first, reviewer=reviewer)
    assert take_siblings(review=first, reviewer=reviewer) == [free]
    with pytest.raises(NothingToTake, match="held back"):
        take_siblings(review=first, reviewer=reviewer)


def test_why_no_sibling_is_taken_names_who_has_them(reviewer: User) -> None:
    first, edited = make_siblings(2)
    take_review(review=first, reviewer=reviewer)
    take_review(review=edited, reviewer=make_user("reviewer", "holder"))
    with pytest.raises(NothingToTake, match="other claims of this article are in somebody's hands: holder: “"):
        take_siblings(review=first, reviewer=reviewer)


def test_an_article_with_one_claim_has_no_others(reviewer: User) -> None:
    [only] = make_siblings(1)
    take_review(review=only, reviewer=reviewer)
    with pytest.raises(NothingToTake, match="no other open claim"):
        take_siblings(review=only, reviewer=reviewer)


def test_editors_set_and_take_back_due_dates() -> None:
    review, editor = make_review(), make_user("editor")
    day = localdate() + timedelta(days=3)
    assert set_due_date(review=review, due_on=day, by=editor).due_on == day
    assert set_due_date(review=review, due_on=None, by=editor).due_on is None
    assert [event.kind for event in review.events.order_by("sequence")][-2:] == ["due_changed"] * 2
    with pytest.raises(TransitionRefused, match="past"):
        set_due_date(review=review, due_on=localdate() - timedelta(days=1), by=editor)
    with pytest.raises(NotAllowed):
        set_due_date(review=review, due_on=day, by=make_user("reviewer"))
