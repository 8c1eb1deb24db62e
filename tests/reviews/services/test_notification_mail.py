"""Mails of notifications: at once or once a day, each notification in one mail, tried again with a limit."""

from datetime import UTC, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from django.contrib.auth.models import User
from django.core import mail
from django.db.models import F
from django.utils import timezone
from pytest_django import DjangoCaptureOnCommitCallbacks, Settings

from reviews import tasks
from reviews.enums import NotificationKind, NotificationWay
from reviews.errors import NotAllowed
from reviews.models import Notification, Review, Verdict
from reviews.services.assignment import assign_review
from reviews.services.comments import comment_on
from reviews.services.mailing import MOST_TRIES
from reviews.services.notification_mail import TOO_OLD, people_to_mail
from reviews.services.notifications import choose_ways, read_notification
from reviews.services.notifying import next_digest
from reviews.services.verdicts import request_changes
from tests.claims.factories import make_user
from tests.reviews.factories import make_review, make_submitted_verdict

pytestmark = pytest.mark.django_db

REFUSED = "django.core.mail.backends.smtp.EmailBackend"


@pytest.fixture
def reviewer() -> User:
    return make_user("reviewer", email="ann@newsroom.example")


def assigned(reviewer: User, **claim_values: Any) -> Review:
    """Mailed at once, where nothing else is chosen."""
    return assign_review(review=make_review(**claim_values), to=reviewer, by=make_user("editor"))


def commented(reviewer: User) -> Verdict:
    """For the digest, where nothing else is chosen."""
    verdict = make_submitted_verdict(author=reviewer)
    comment_on(verdict=verdict, part="headline", text="Which year, Umbrella?", by=make_user("editor"))
    return verdict


def an_hour_later() -> None:
    Notification.objects.filter(mail_after__isnull=False).update(mail_after=F("mail_after") - timedelta(days=2))


def mail_server_is_down(settings: Settings) -> None:
    settings.EMAIL_BACKEND, settings.EMAIL_HOST, settings.EMAIL_PORT = REFUSED, "127.0.0.1", 1


# --- What is sent -----------------------------------------------------------------------------------------------------
def test_a_mail_at_once_says_what_happened_and_where_and_is_sent_once(reviewer: User, settings: Settings) -> None:
    review = assigned(reviewer)
    row = review.notifications.get()
    assert people_to_mail(just_written=True) == [reviewer.pk]
    assert (tasks.mail_person(reviewer.pk), tasks.mail_person(reviewer.pk)) == (1, 0)
    (sent,) = mail.outbox
    assert (sent.to, sent.subject) == (["ann@newsroom.example"], "Claimdesk: Work given to you")
    assert f"gave you this claim to check.\n“{review.claim}”\n" in sent.body
    assert f"{settings.SITE_URL}/desk/notifications/{row.pk}/" in sent.body
    assert f"{settings.SITE_URL}/desk/notifications/choices/" in sent.body
    row.refresh_from_db()
    assert (row.mailed_at is not None, row.mail_after, row.mail_tries, row.read_at) == (True, None, 1, None)


def test_a_digest_waits_for_its_hour_and_is_one_mail_kind_by_kind(reviewer: User) -> None:
    for _ in range(2):
        commented(reviewer)
    assert tasks.mail_person(reviewer.pk) == 0
    an_hour_later()
    assigned(reviewer)
    assert tasks.mail_person(reviewer.pk) == 3
    (sent,) = mail.outbox
    assert sent.subject == "Claimdesk: 3 notifications"
    assert sent.body.count("commented on your verdict.") == 2
    assert sent.body.count(NotificationKind.COMMENT.label) == sent.body.count(NotificationKind.ASSIGNED.label) == 1


def test_nothing_that_somebody_wrote_about_a_verdict_leaves_the_house(reviewer: User) -> None:
    verdict = commented(reviewer)
    request_changes(verdict=verdict, by=make_user("editor"), reason="Tuba reason.")
    an_hour_later()
    tasks.mail_person(reviewer.pk)
    (sent,) = mail.outbox
    assert not [word for word in ("Umbrella", "Tuba", verdict.headline, verdict.rating.label) if word in sent.body]


def test_a_claim_of_several_lines_makes_no_header_and_very_many_are_cut(
    reviewer: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("reviews.services.notification_mail.MOST_IN_ONE", 2)
    for _ in range(3):
        assigned(reviewer, wording="One line.\nBcc: everybody@reader.example")
    assert tasks.mail_person(reviewer.pk) == 3
    (sent,) = mail.outbox
    assert (sent.recipients(), "\n" in sent.subject) == (["ann@newsroom.example"], False)
    assert "And 1 more: " in sent.body


@pytest.mark.parametrize(
    ("now", "expected"),
    [
        (datetime(2026, 3, 3, 5, 59, tzinfo=UTC), datetime(2026, 3, 3, 6, 0, tzinfo=UTC)),
        (datetime(2026, 3, 3, 6, 0, tzinfo=UTC), datetime(2026, 3, 4, 6, 0, tzinfo=UTC)),
        # The clocks change on 29 March: seven o'clock is five in UTC from then on.
        (datetime(2026, 3, 28, 12, 0, tzinfo=UTC), datetime(2026, 3, 29, 5, 0, tzinfo=UTC)),
    ],
)
def test_the_digest_has_its_hour_in_the_newsrooms_zone(now: datetime, expected: datetime) -> None:
    assert next_digest(now, 7, ZoneInfo("Europe/Prague")) == expected


def test_an_hour_that_the_change_of_clocks_skips_is_not_lost() -> None:
    digest = next_digest(datetime(2026, 3, 28, 20, 0, tzinfo=UTC), 2, ZoneInfo("Europe/Prague"))
    assert digest.astimezone(UTC) == datetime(2026, 3, 29, 1, 0, tzinfo=UTC)


# --- Who is not mailed ------------------------------------------------------------------------------------------------
def test_what_was_read_is_not_mailed(reviewer: User) -> None:
    row = assigned(reviewer).notifications.get()
    read_notification(notification_id=row.pk, person=reviewer)
    assert tasks.mail_person(reviewer.pk) == 0


@pytest.mark.parametrize("change", [{"is_active": False}, {"email": ""}])
def test_who_is_inactive_or_has_no_address_is_not_mailed(reviewer: User, change: dict[str, object]) -> None:
    assigned(reviewer)
    User.objects.filter(pk=reviewer.pk).update(**change)
    assert (people_to_mail(), tasks.mail_person(reviewer.pk), mail.outbox) == ([], 0, [])


def test_who_lost_the_right_meanwhile_is_not_mailed_and_not_tried_again(reviewer: User) -> None:
    assigned(reviewer)
    reviewer.groups.clear()
    assert (tasks.mail_person(reviewer.pk), mail.outbox, people_to_mail()) == (0, [], [])


def test_what_is_a_week_old_is_mailed_no_more(reviewer: User) -> None:
    assert reviewer.pk
    assigned(reviewer)
    assert people_to_mail() == [reviewer.pk]
    monday = timezone.now() - TOO_OLD - timedelta(minutes=1)
    row = Notification(person=reviewer, kind="due", review=make_review(), moment=monday, created_at=monday)
    row.mail_after = monday
    row.save()
    assert tasks.mail_person(reviewer.pk) == 1


# --- Choices ----------------------------------------------------------------------------------------------------------
def test_a_choice_holds_from_now_on_and_calls_off_mails_that_wait(reviewer: User) -> None:
    commented(reviewer)
    assigned(reviewer)
    choose_ways(
        person=reviewer,
        ways={NotificationKind.COMMENT: NotificationWay.AT_ONCE, NotificationKind.ASSIGNED: NotificationWay.DESK},
    )
    assert people_to_mail() == []
    commented(reviewer)
    assigned(reviewer)
    assert tasks.mail_person(reviewer.pk) == 1
    choose_ways(person=reviewer, ways={NotificationKind.COMMENT: NotificationWay.NONE})
    count = Notification.objects.filter(person=reviewer).count()
    commented(reviewer)
    assert Notification.objects.filter(person=reviewer).count() == count


def test_nobody_chooses_what_they_cannot_get(reviewer: User) -> None:
    with pytest.raises(NotAllowed, match="A verdict to approve"):
        choose_ways(person=reviewer, ways={NotificationKind.FOR_APPROVAL: NotificationWay.AT_ONCE})


# --- Mail that fails --------------------------------------------------------------------------------------------------
def test_a_mail_server_that_is_down_loses_nothing(reviewer: User, settings: Settings) -> None:
    row, own = assigned(reviewer).notifications.get(), settings.EMAIL_BACKEND
    mail_server_is_down(settings)
    before = timezone.now()
    assert (tasks.mail_person(reviewer.pk), people_to_mail()) == (0, [])
    row.refresh_from_db()
    assert (row.mailed_at, row.mail_tries) == (None, 1)
    assert row.mail_after
    assert timedelta(minutes=9) < row.mail_after - before < timedelta(minutes=11)
    settings.EMAIL_BACKEND = own
    assert tasks.mail_person(reviewer.pk) == 0  # Tried a moment ago: another worker may be at it.
    an_hour_later()
    assert (tasks.mail_person(reviewer.pk), len(mail.outbox)) == (1, 1)


def test_the_tries_have_longer_and_longer_waits_and_an_end(reviewer: User, settings: Settings) -> None:
    row = assigned(reviewer).notifications.get()
    mail_server_is_down(settings)
    waits = []
    for _ in range(MOST_TRIES):
        before = timezone.now()
        tasks.mail_person(reviewer.pk)
        row.refresh_from_db()
        waits.append(round((row.mail_after - before).total_seconds() / 60) if row.mail_after else None)
        an_hour_later()
    assert waits == [10, 20, 40, 80, 160, 320, 640, None]
    assert tasks.mail_person(reviewer.pk) == 0
    row.refresh_from_db()
    assert (row.mail_tries, row.mailed_at, row.read_at) == (MOST_TRIES, None, None)  # It stands at the desk still.


def test_the_sweep_rings_for_what_is_due(
    reviewer: User,
    monkeypatch: pytest.MonkeyPatch,
    django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks,
) -> None:
    assigned(reviewer)
    commented(make_user("reviewer", email="bob@newsroom.example"))
    rung: list[int] = []
    monkeypatch.setattr(tasks.mail_person, "delay", rung.append)
    with django_capture_on_commit_callbacks(execute=True):
        tasks.sweep_notifications()
    assert rung == [reviewer.pk]


def test_every_task_twice_is_the_same_as_once(reviewer: User) -> None:
    assigned(reviewer)

    def run() -> list[object]:
        tasks.mail_person(reviewer.pk)
        for task in (tasks.sweep_notifications, tasks.sweep_rechecks, tasks.forget_old_notifications):
            task()
        return list(Notification.objects.order_by("pk").values())

    assert run() == run()
    assert len(mail.outbox) == 1
