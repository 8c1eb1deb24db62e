"""Notifications with several people, sweeps and workers at once, over real connections with real commits."""

from collections.abc import Callable, Sequence
from functools import partial

from django.core import mail
from django.utils import timezone

from reviews.enums import NotificationKind
from reviews.models import Notification, Review
from reviews.services.assignment import assign_review
from reviews.services.moments import LEASE_WARNING, tell_of_work
from reviews.services.notification_mail import mail_notifications
from reviews.services.notifications import read_all
from tests.claims.factories import make_user
from tests.fixtures.databases import PrivateDatabase
from tests.reviews.factories import approve, make_review, make_submitted_verdict, make_taken_review
from tests.reviews.notified import told
from tests.reviews.threads import at_once


def failures(answers: Sequence[object]) -> list[Exception]:
    return [answer for answer in answers if isinstance(answer, Exception)]


def test_sweeps_at_the_same_moment_tell_each_lease_once(committing_db: PrivateDatabase) -> None:
    reviews = [make_taken_review() for _ in range(6)]
    Review.objects.update(lease_until=timezone.now() + LEASE_WARNING / 2)
    assert failures(at_once([tell_of_work] * 8)) == []
    rows = Notification.objects.filter(kind=NotificationKind.LEASE_ENDING)
    assert sorted(rows.values_list("review", flat=True)) == sorted(review.pk for review in reviews)


def test_workers_at_the_same_moment_send_one_mail(committing_db: PrivateDatabase) -> None:
    reviewer, editor = make_user("reviewer", email="ann@newsroom.example"), make_user("editor")
    for _ in range(3):
        assign_review(review=make_review(), to=reviewer, by=editor)
    answers = at_once([partial(mail_notifications, person_id=reviewer.pk)] * 8)
    assert failures(answers) == []
    assert sum(answer for answer in answers if isinstance(answer, int)) == 3
    assert "\n".join(str(item.body) for item in mail.outbox).count("gave you this claim") == 3


def test_reading_all_and_settling_do_not_block_each_other_for_good(committing_db: PrivateDatabase) -> None:
    """Both mark many rows of the same person: in one order, so that neither waits for the other in a circle."""
    reader, approver = make_user("editor"), make_user("editor")
    verdicts = [make_submitted_verdict() for _ in range(6)]
    newest = Notification.objects.latest("pk").pk
    actions: list[Callable[[], object]] = [partial(approve, verdict, approver) for verdict in verdicts]
    actions += [partial(read_all, person=reader, up_to=newest)] * 6
    answers = at_once(actions)
    assert failures(answers) == []
    assert told(reader) == []
    assert told(reader, unread_only=False) == [NotificationKind.FOR_APPROVAL] * 6
