"""What time alone brings: each moment is told once, to whom it concerns then."""

from datetime import date, datetime, timedelta

import pytest
from django.contrib.auth.models import User
from django.utils import timezone
from django.utils.timezone import localdate
from pytest_django import DjangoAssertNumQueries

from reviews.enums import NotificationKind
from reviews.models import Notification, Publication, Recheck, Review
from reviews.services.assignment import assign_review, set_due_date
from reviews.services.leases import LEASE, renew_lease
from reviews.services.moments import LATE, LEASE_WARNING, tell_of_rechecks, tell_of_work
from reviews.services.notifications import READ_KEPT, UNREAD_KEPT, forget_notifications
from reviews.services.queue import take_review
from reviews.services.rechecks import confirm_still_right
from reviews.services.waiting import wait_for_answer
from tests.claims.factories import QUOTE, make_user
from tests.reviews.changed_texts import REWORDED, change, published_claim
from tests.reviews.factories import make_publication, make_review, make_taken_review
from tests.reviews.notified import newest, told, told_of

pytestmark = pytest.mark.django_db


def ends_in(review: Review, left: timedelta) -> datetime:
    """The lease as if it had been taken earlier."""
    end = timezone.now() + left
    Review.objects.filter(pk=review.pk).update(lease_until=end)
    return end


def waiting(reviewer: User, until: timedelta) -> Review:
    """As if the wait had been set earlier; `until` from now."""
    review = make_taken_review(reviewer)
    lease, later = review.lease_number, timezone.now() + timedelta(days=30)
    wait_for_answer(review=review, reviewer=reviewer, lease_number=lease, what="the ministry", until=later)
    Review.objects.filter(pk=review.pk).update(wait_until=timezone.now() + until)
    return review


# --- Leases -----------------------------------------------------------------------------------------------------------
def test_a_lease_that_ends_in_minutes_is_told_once() -> None:
    reviewer = make_user("reviewer")
    review = make_taken_review(reviewer)
    assert tell_of_work() == 0
    end = ends_in(review, LEASE_WARNING - timedelta(seconds=1))
    assert (tell_of_work(), tell_of_work()) == (1, 0)
    assert told(reviewer) == [NotificationKind.LEASE_ENDING]
    assert newest(reviewer) == f"Your time on this claim ends at {timezone.localtime(end):%H:%M}."


def test_a_lease_that_was_renewed_is_told_again_when_it_ends_and_the_old_end_is_no_news() -> None:
    reviewer = make_user("reviewer")
    review = make_taken_review(reviewer)
    ends_in(review, LEASE_WARNING / 2)
    tell_of_work()
    renew_lease(review=review, reviewer=reviewer, lease_number=review.lease_number)
    assert tell_of_work() == 0
    assert tell_of_work(now=timezone.now() + LEASE - LEASE_WARNING / 2) == 1
    assert told(reviewer, unread_only=False) == [NotificationKind.LEASE_ENDING] * 2
    assert told(reviewer) == [NotificationKind.LEASE_ENDING]


def test_an_ended_lease_is_not_told_and_neither_is_one_of_somebody_inactive() -> None:
    review, other = make_taken_review(), make_taken_review()
    ends_in(review, -timedelta(seconds=1))
    ends_in(other, timedelta(minutes=1))
    User.objects.filter(leased_reviews=other).update(is_active=False)
    tell_of_work()
    assert not Notification.objects.exists()


# --- Waits and due dates ----------------------------------------------------------------------------------------------
def test_a_wait_that_is_over_is_told_once_until_it_is_taken_up() -> None:
    reviewer = make_user("reviewer")
    review = waiting(reviewer, -timedelta(minutes=1))
    waiting(reviewer, timedelta(minutes=1))
    assert (tell_of_work(), tell_of_work()) == (1, 0)
    assert told(reviewer) == [NotificationKind.WAIT_OVER]
    assert "the ministry" not in newest(reviewer)  # What somebody typed is not repeated.
    take_review(review=review, reviewer=reviewer)
    assert told(reviewer) == []


def test_whose_work_it_is_now_is_told_not_who_let_it_wait() -> None:
    first, second = make_user("reviewer"), make_user("reviewer")
    review = waiting(first, timedelta(minutes=1))
    assign_review(review=review, to=second, by=make_user("editor"))
    Review.objects.filter(pk=review.pk).update(wait_until=timezone.now() - timedelta(minutes=1))
    tell_of_work()
    assert told(second) == [NotificationKind.ASSIGNED, NotificationKind.WAIT_OVER]
    assert NotificationKind.WAIT_OVER not in told(first)


def test_a_moment_long_ago_is_not_told() -> None:
    waiting(make_user("reviewer"), -LATE - timedelta(minutes=1))
    assert tell_of_work() == 0


@pytest.mark.parametrize(("days", "expected"), [(0, 1), (1, 1), (2, 0)])
def test_a_due_date_is_told_the_day_before(days: int, expected: int) -> None:
    reviewer, editor = make_user("reviewer"), make_user("editor")
    review = assign_review(review=make_review(), to=reviewer, by=editor)
    set_due_date(review=review, due_on=localdate() + timedelta(days=days), by=editor)
    set_due_date(review=make_review(), due_on=localdate(), by=editor)  # Nobody's: nobody is told.
    assert (tell_of_work(), tell_of_work()) == (expected, 0)
    assert told(reviewer).count(NotificationKind.DUE) == expected


def test_another_due_date_is_told_anew() -> None:
    reviewer, editor = make_user("reviewer"), make_user("editor")
    review = assign_review(review=make_review(), to=reviewer, by=editor)
    for day in (localdate(), localdate() + timedelta(days=1)):
        set_due_date(review=review, due_on=day, by=editor)
        assert tell_of_work() == 1
    assert told(reviewer) == [NotificationKind.ASSIGNED, NotificationKind.DUE]  # The earlier day is no news any more.


# --- Re-checks --------------------------------------------------------------------------------------------------------
def due(publication: Publication, day: date) -> None:
    """The day for looking again as if it had been set long before."""
    Recheck.objects.create(publication=publication, due_on=day, reason="chosen", planned_by=publication.approver)


def test_a_recheck_is_told_to_those_who_may_give_it_until_it_is_given() -> None:
    publication, other = make_publication(), make_user("editor")
    due(publication, localdate())
    assert (tell_of_rechecks(), tell_of_rechecks()) == (1, 0)
    people = (publication.author, publication.approver, other)
    assert told_of(NotificationKind.RECHECK, *people) == {publication.approver, other}
    row = Notification.objects.get(person=other)
    assert (row.publication, row.event, timezone.localdate(row.moment)) == (publication, None, localdate())
    confirm_still_right(publication=publication, by=other)
    assert told_of(NotificationKind.RECHECK, *people) == set()


def test_a_changed_article_calls_for_a_look_and_each_further_change_too() -> None:
    publication, editor = published_claim(), make_user("editor")
    for count, line in enumerate((REWORDED, QUOTE.replace("120", "140")), start=1):
        change(publication.claim.article, line)
        assert (tell_of_rechecks(), tell_of_rechecks()) == (1, 0)
        assert told(editor) == [NotificationKind.RECHECK] * count


def test_a_day_long_ago_is_not_told_whatever_changed_since() -> None:
    publication = published_claim()
    due(publication, localdate() - LATE)
    assert tell_of_rechecks() == 0
    change(publication.claim.article, REWORDED)
    assert tell_of_rechecks() == 0


def test_a_sweep_that_tells_nothing_new_costs_the_same_whatever_is_overdue_and_reads_no_page(
    django_assert_num_queries: DjangoAssertNumQueries,
) -> None:
    def overdue() -> None:
        due(make_publication(), localdate())
        due(make_publication(), localdate() - LATE - timedelta(days=1))
        change(published_claim().claim.article, REWORDED)

    make_user("editor")
    for rows in (1, 3):
        for _ in range(rows):
            overdue()
        assert tell_of_rechecks() == 2 * rows
        with django_assert_num_queries(4) as asked:
            assert tell_of_rechecks() == 0
    for query in asked.captured_queries:
        assert not [word for word in ('"payload"', '"search"', '"headline"') if word in query["sql"]]


# --- Forgetting -------------------------------------------------------------------------------------------------------
def test_read_ones_are_forgotten_after_a_time_and_unread_ones_after_a_longer_one() -> None:
    editor = make_user("editor")
    reviews = [assign_review(review=make_review(), to=make_user("reviewer"), by=editor) for _ in range(4)]
    old, read, unread, fresh = (review.notifications.get() for review in reviews)
    now = timezone.now()
    Notification.objects.filter(pk=read.pk).update(read_at=now - READ_KEPT + timedelta(minutes=1))
    Notification.objects.filter(pk=old.pk).update(read_at=now - READ_KEPT - timedelta(minutes=1))
    assert (forget_notifications(), forget_notifications()) == (1, 0)
    assert set(Notification.objects.all()) == {read, unread, fresh}
    assert READ_KEPT > LATE  # Else the sweep would tell once more what was forgotten.
    assert UNREAD_KEPT > READ_KEPT
