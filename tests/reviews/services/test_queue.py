from datetime import timedelta
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.db import connection
from django.utils import timezone
from django.utils.timezone import localtime

from claims.enums import ClaimKind, ClaimStatus, Priority
from claims.models import Topic
from reviews.enums import NothingReason, Stage
from reviews.errors import HeldByAnother, LeaseLost, NotAllowed, NothingToTake, ReasonMissing, TransitionRefused
from reviews.models import Review
from reviews.queueing import QueueFilter
from reviews.services.assignment import assign_review, set_review_priority
from reviews.services.leases import LEASE, release_review, renew_lease
from reviews.services.queue import take_next_review, take_review
from reviews.services.skips import skip_review
from reviews.services.waiting import wait_for_answer
from tests.claims.factories import make_article, make_claim, make_source, make_user
from tests.reviews.factories import make_draft, make_review, make_submitted_verdict, make_taken_review

pytestmark = pytest.mark.django_db


@pytest.fixture
def reviewer() -> User:
    return make_user("reviewer")


def test_next_leases_the_claim_for_half_an_hour_of_the_databases_clock(reviewer: User) -> None:
    review = make_review()
    taken = take_next_review(reviewer=reviewer)
    assert taken == review
    assert (taken.stage, taken.lease_holder, taken.lease_number, taken.assignee) == (Stage.IN_REVIEW, reviewer, 1, None)
    with connection.cursor() as cursor:
        cursor.execute("SELECT lease_until - statement_timestamp() FROM reviews_review WHERE id = %s", [taken.pk])
        left = cursor.fetchone()[0]
    assert LEASE - timedelta(seconds=30) < left <= LEASE


def test_next_follows_priority_then_check_worthiness_then_age(reviewer: User) -> None:
    oldest, newer, worthy, urgent = (make_review() for _ in range(4))
    Review.objects.filter(pk=worthy.pk).update(score=0.9)
    set_review_priority(review=urgent, priority=Priority.URGENT, by=make_user("editor"))
    assert [take_next_review(reviewer=reviewer) for _ in range(4)] == [urgent, worthy, oldest, newer]


def test_next_gives_the_reviewers_own_assigned_work_first(reviewer: User) -> None:
    urgent, mine = make_review(), make_review()
    editor = make_user("editor")
    set_review_priority(review=urgent, priority=Priority.URGENT, by=editor)
    assign_review(review=mine, to=reviewer, by=editor)
    assert [take_next_review(reviewer=reviewer) for _ in range(2)] == [mine, urgent]


def test_next_never_hands_assigned_work_to_somebody_else(reviewer: User) -> None:
    review = make_review()
    assign_review(review=review, to=reviewer, by=make_user("editor"))
    with pytest.raises(NothingToTake) as refusal:
        take_next_review(reviewer=make_user("reviewer"))
    assert refusal.value.reason == NothingReason.HELD
    assert str(reviewer) in str(refusal.value)


def test_next_takes_over_an_ended_lease_that_nobody_is_assigned_to(reviewer: User) -> None:
    taken = make_taken_review()
    end_lease(taken)
    again = take_next_review(reviewer=reviewer)
    assert (again, again.lease_number, again.lease_holder) == (taken, 2, reviewer)


def test_next_leaves_work_that_waits_for_an_answer(reviewer: User) -> None:
    review = make_review()
    later = timezone.now() + timedelta(days=2)
    Review.objects.filter(pk=review.pk).update(wait_until=later, wait_for="the ministry's answer")
    with pytest.raises(NothingToTake, match="waiting for the ministry's answer"):
        take_next_review(reviewer=reviewer)


def test_nothing_to_take_says_that_no_claim_is_waiting(reviewer: User) -> None:
    make_submitted_verdict()
    assert nothing(reviewer) == NothingReason.EMPTY


def test_nothing_to_take_names_who_holds_the_claims_and_until_when(reviewer: User) -> None:
    other = make_user("reviewer")
    taken = make_taken_review(other)
    with pytest.raises(NothingToTake) as refusal:
        take_next_review(reviewer=reviewer)
    assert refusal.value.reason == NothingReason.HELD
    assert f"{other}: “{str(taken.claim)[:20]}" in str(refusal.value)
    assert f"until {localtime(taken.lease_until):%H:%M}" in str(refusal.value)


def test_nothing_to_take_says_that_the_filters_left_nothing(reviewer: User) -> None:
    make_review()
    assert nothing(reviewer, QueueFilter(kind=ClaimKind.CAUSAL)) == NothingReason.FILTERED


def test_nothing_to_take_says_that_the_rest_was_skipped(reviewer: User) -> None:
    taken = make_taken_review(reviewer)
    skip_review(review=taken, reviewer=reviewer, lease_number=taken.lease_number, reason="I know the speaker.")
    assert nothing(reviewer) == NothingReason.SKIPPED
    assert take_next_review(reviewer=make_user("reviewer")) == taken


@pytest.mark.parametrize("name", ["topic", "kind", "source", "language", "article"])
def test_each_filter_leaves_what_fits(reviewer: User, name: str) -> None:
    other = make_review()
    article = make_article(source=make_source(), language="fr")
    topic = Topic.objects.create(name="Bridges", slug="bridges")
    claim = make_claim(article, status=ClaimStatus.ACCEPTED, kind=ClaimKind.QUANTITY, topics=[topic])
    fitting = make_review(claim)
    wanted: dict[str, Any] = {
        "topic": topic.pk,
        "kind": ClaimKind.QUANTITY.value,
        "source": article.source_id,
        "language": "fr",
        "article": article.pk,
    }
    assert take_next_review(reviewer=reviewer, filters=QueueFilter(**{name: wanted[name]})) == fitting
    assert take_next_review(reviewer=reviewer) == other


def test_a_claim_can_be_taken_by_choice(reviewer: User) -> None:
    make_review()
    chosen = make_review()
    assert take_review(review=chosen, reviewer=reviewer).lease_holder == reviewer


def test_a_claim_that_somebody_edits_cannot_be_taken_by_choice(reviewer: User) -> None:
    taken = make_taken_review()
    with pytest.raises(HeldByAnother) as refusal:
        take_review(review=taken, reviewer=reviewer)
    assert refusal.value.until == taken.lease_until


def test_assigned_work_cannot_be_taken_by_choice_after_its_lease_ended(reviewer: User) -> None:
    draft = make_draft()
    end_lease(draft.review)
    with pytest.raises(HeldByAnother, match=f"assigned to {draft.author}"):
        take_review(review=draft.review, reviewer=reviewer)


def test_taking_again_in_a_second_tab_ends_the_first_ones_number(reviewer: User) -> None:
    first = make_taken_review(reviewer)
    second = take_review(review=first, reviewer=reviewer)
    with pytest.raises(LeaseLost):
        renew_lease(review=first, reviewer=reviewer, lease_number=first.lease_number)
    assert renew_lease(review=first, reviewer=reviewer, lease_number=second.lease_number).lease_number == 2


def test_renewing_moves_the_end_and_writes_no_event(reviewer: User) -> None:
    taken = make_taken_review(reviewer)
    Review.objects.filter(pk=taken.pk).update(lease_until=timezone.now() + timedelta(minutes=1))
    renewed = renew_lease(review=taken, reviewer=reviewer, lease_number=taken.lease_number)
    assert renewed.lease_until is not None
    assert renewed.lease_until > timezone.now() + LEASE - timedelta(minutes=1)
    assert renewed.event_count == taken.event_count


def test_an_ended_lease_is_not_renewed(reviewer: User) -> None:
    taken = make_taken_review(reviewer)
    end_lease(taken)
    with pytest.raises(LeaseLost, match="Take it again"):
        renew_lease(review=taken, reviewer=reviewer, lease_number=taken.lease_number)


def test_a_released_claim_waits_for_anybody_and_keeps_its_draft() -> None:
    draft = make_draft()
    review = Review.objects.get(pk=draft.review_id)
    released = release_review(review=review, reviewer=draft.author, lease_number=review.lease_number)
    assert (released.stage, released.assignee, released.lease_holder) == (Stage.WAITING, None, None)
    assert take_next_review(reviewer=make_user("reviewer")) == review
    assert review.drafts.get() == draft


def test_a_claim_is_not_skipped_without_a_reason(reviewer: User) -> None:
    taken = make_taken_review(reviewer)
    with pytest.raises(ReasonMissing):
        skip_review(review=taken, reviewer=reviewer, lease_number=taken.lease_number, reason="  ")


@pytest.mark.parametrize("role", ["editor", "administrator", None])
def test_only_reviewers_take_claims(role: str | None) -> None:
    review = make_review()
    with pytest.raises(NotAllowed):
        take_next_review(reviewer=make_user(role))
    with pytest.raises(NotAllowed):
        take_review(review=review, reviewer=make_user(role))


def nothing(reviewer: User, filters: QueueFilter | None = None) -> NothingReason:
    with pytest.raises(NothingToTake) as refusal:
        take_next_review(reviewer=reviewer, filters=filters)
    return refusal.value.reason


def end_lease(review: Review) -> None:
    """Rows are shifted, not time."""
    Review.objects.filter(pk=review.pk).update(lease_until=timezone.now() - timedelta(seconds=1))


def test_work_that_waits_stays_its_assignees_until_the_date(reviewer: User) -> None:
    taken = make_taken_review(reviewer)
    later = timezone.now() + timedelta(days=2)
    waiting = wait_for_answer(
        review=taken, reviewer=reviewer, lease_number=taken.lease_number, what="the ministry's answer", until=later
    )
    assert (waiting.assignee, waiting.lease_holder, waiting.wait_for) == (reviewer, None, "the ministry's answer")
    for person in (reviewer, make_user("reviewer")):
        with pytest.raises(NothingToTake, match="waiting for the ministry's answer"):
            take_next_review(reviewer=person)
    Review.objects.filter(pk=taken.pk).update(wait_until=timezone.now() - timedelta(seconds=1))
    again = take_next_review(reviewer=reviewer)
    assert (again, again.wait_until, again.wait_for) == (taken, None, "")


def test_an_answer_that_comes_early_ends_the_wait(reviewer: User) -> None:
    taken = make_taken_review(reviewer)
    later = timezone.now() + timedelta(days=2)
    wait_for_answer(review=taken, reviewer=reviewer, lease_number=1, what="the ministry's answer", until=later)
    assert take_review(review=taken, reviewer=reviewer).wait_until is None


def test_a_wait_says_for_what_and_ends_in_the_future(reviewer: User) -> None:
    taken = make_taken_review(reviewer)
    later, earlier = timezone.now() + timedelta(days=2), timezone.now() - timedelta(days=2)
    with pytest.raises(ReasonMissing):
        wait_for_answer(review=taken, reviewer=reviewer, lease_number=1, what=" ", until=later)
    with pytest.raises(TransitionRefused, match="in the past"):
        wait_for_answer(review=taken, reviewer=reviewer, lease_number=1, what="a letter", until=earlier)
    with pytest.raises(LeaseLost):
        wait_for_answer(review=taken, reviewer=reviewer, lease_number=7, what="a letter", until=later)
