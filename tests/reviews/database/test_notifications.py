"""What the database promises about notifications, against raw SQL."""

from functools import partial

import pytest

from reviews.models import Notification, NotificationChoice
from reviews.services.assignment import assign_review
from tests.claims.factories import make_user
from tests.reviews.database.test_four_eyes import execute, refused
from tests.reviews.factories import make_review

pytestmark = pytest.mark.django_db

COPY = "INSERT INTO reviews_notification (person_id, kind, review_id, event_id, moment, mail_tries) SELECT {} FROM {}"


@pytest.fixture
def row() -> Notification:
    review = assign_review(review=make_review(), to=make_user("reviewer"), by=make_user("editor"))
    return review.notifications.get()


def test_what_it_tells_and_whom_is_never_rewritten(row: Notification) -> None:
    other = make_user("reviewer").pk
    for change in (f"person_id = {other}", "kind = 'due'", "created_at = now() - interval '1 day'"):
        refused(partial(execute, f"UPDATE reviews_notification SET {change}"), "Cannot update rows")


def test_an_event_is_told_to_a_person_once(row: Notification) -> None:
    again = COPY.format("person_id, 'due', review_id, event_id, moment, 0", "reviews_notification")
    refused(lambda: execute(again), "notification_tells_an_event_once")


def test_a_moment_is_told_to_a_person_once_with_a_page_or_without(row: Notification) -> None:
    moment = COPY.format("person_id, 'due', review_id, NULL, created_at, 0", "reviews_notification LIMIT 1")
    execute(moment)
    refused(lambda: execute(moment), "notification_tells_a_moment_once")


def test_it_tells_either_an_event_or_a_moment(row: Notification) -> None:
    for what in ("NULL::bigint, NULL::timestamptz", "event_id, now()"):
        sql = COPY.format(f"{make_user('reviewer').pk}, 'due', review_id, {what}, 0", "reviews_notification")
        refused(partial(execute, sql), "notification_tells_an_event_or_a_moment")


def test_what_was_mailed_is_not_due_again(row: Notification) -> None:
    sql = "UPDATE reviews_notification SET mailed_at = now(), mail_tries = 1, mail_after = now()"
    refused(lambda: execute(sql), "notification_mailed_is_mailed_no_more")


def test_a_choice_is_one_for_each_kind_and_one_of_the_four(row: Notification) -> None:
    NotificationChoice.objects.create(person=row.person, kind="due", way="desk")
    insert = f"INSERT INTO reviews_notificationchoice (person_id, kind, way) VALUES ({row.person_id}, 'due', '%s')"
    refused(lambda: execute(insert % "none"), "notification_choice_is_one_per_kind")
    refused(lambda: execute("UPDATE reviews_notificationchoice SET way = 'pigeon'"), "notification_choice_is_a_way")
