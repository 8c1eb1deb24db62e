"""Mails of notifications by a real worker: rung for after the commit, kept while the mail server is down."""

import time
from collections.abc import Callable
from datetime import timedelta

import pytest
from django.db.models import F

from reviews import tasks
from reviews.models import Notification
from reviews.services.assignment import assign_review
from reviews.services.notification_mail import people_to_mail
from tests.claims.factories import make_user
from tests.fixtures.workers import Worker
from tests.reviews.factories import make_review

PATIENCE = 60
"""Seconds until what should happen is missed."""


def assigned() -> Notification:
    reviewer = make_user("reviewer", email="ann@newsroom.example")
    return assign_review(review=make_review(), to=reviewer, by=make_user("editor")).notifications.get()


def wait_until(happened: Callable[[Notification], bool], row: Notification) -> Notification:
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        row.refresh_from_db()
        if happened(row):
            return row
        time.sleep(0.2)
    raise AssertionError(f"Not within {PATIENCE} seconds: {row.mail_tries} tries, mailed at {row.mailed_at}.")


def test_a_worker_mails_what_it_is_rung_for_and_mails_it_once(start_worker: Callable[..., Worker]) -> None:
    row = assigned()
    worker = start_worker()
    for _ in range(2):
        tasks.ring_notifications([row.person_id])
    wait_until(lambda row: row.mailed_at is not None, row)
    other = assigned()
    tasks.ring_notifications(people_to_mail())
    wait_until(lambda row: row.mailed_at is not None, other)
    worker.stop()
    printed = "".join(worker.lines)
    assert printed.count(f"/desk/notifications/{row.pk}/") == 1
    assert "To: ann@newsroom.example" in printed


def test_what_a_dead_mail_server_refused_is_sent_by_the_sweep(
    start_worker: Callable[..., Worker], monkeypatch: pytest.MonkeyPatch
) -> None:
    row = assigned()
    with monkeypatch.context() as broken:
        broken.setenv("EMAIL_URL", "smtp://127.0.0.1:1")
        worker = start_worker()
        tasks.ring_notifications([row.person_id])
        wait_until(lambda row: row.mail_tries == 1, row)
        worker.stop()
    assert "could not be sent; the sweep will try again" in "".join(worker.lines)
    assert row.mailed_at is None
    Notification.objects.update(mail_after=F("mail_after") - timedelta(minutes=11))
    start_worker()
    tasks.sweep_notifications.delay()
    assert wait_until(lambda row: row.mailed_at is not None, row).mail_tries == 2
