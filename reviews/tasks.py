"""Doors for the worker: each does what is due, and a second time changes nothing."""

import logging
from collections.abc import Callable, Iterable
from functools import partial

from celery import Task, shared_task
from django.conf import settings
from django.db import transaction
from django.utils import timezone
from kombu.exceptions import OperationalError

from claims.models import Request
from reviews.models import Dispute
from reviews.services.answering import answer_requests_with_verdicts
from reviews.services.api_windows import forget_old_windows
from reviews.services.forgetting import forget_readers
from reviews.services.intake import pull_accepted_claims
from reviews.services.moments import tell_of_rechecks, tell_of_work
from reviews.services.notification_mail import mail_notifications, people_to_mail
from reviews.services.notifications import forget_notifications
from reviews.services.purging import PurgeFailed, purge_changed
from reviews.services.reader_mail import (
    disputes_to_mail,
    mail_dispute_answer,
    mail_request_answer,
    requests_to_mail,
)
from reviews.services.throttle import forget_writes

log = logging.getLogger(__name__)


@shared_task
def pull_claims() -> int:
    """The sweep: takes in accepted claims that nobody pulled. Returns how many."""
    return pull_accepted_claims()


@shared_task
def forget_api_windows() -> int:
    """Counts of the API's clients are kept for an hour at most. Returns how many went."""
    return forget_old_windows()


@shared_task
def mail_request(request_id: int) -> bool:
    """Mails a reader the answer to their request, once. A mail server that is down is tried again by the sweep."""
    return bool(_tried(partial(mail_request_answer, request_id=request_id), f"the answer to request {request_id}"))


@shared_task
def mail_dispute(dispute_id: int) -> bool:
    return bool(_tried(partial(mail_dispute_answer, dispute_id=dispute_id), f"the answer to dispute {dispute_id}"))


@shared_task
def sweep_readers() -> None:
    """Answers the requests whose verdict is published, and rings for every answer that nobody mailed."""
    answer_requests_with_verdicts(now=timezone.now())
    for request in requests_to_mail():
        ring_mail(request)
    for dispute in disputes_to_mail():
        ring_mail(dispute)


@shared_task
def forget_what_readers_sent() -> int:
    """The retention that the public forms state. Returns how many rows were emptied or removed."""
    return forget_readers(days=settings.CLAIMDESK_READER_DAYS, now=timezone.now()) + forget_writes()


@shared_task
def mail_person(person_id: int) -> int:
    """Mails somebody the notifications that are due, once. Returns how many; what fails is tried again by the sweep."""
    return _tried(partial(mail_notifications, person_id=person_id), f"notifications of person {person_id}")


@shared_task
def sweep_notifications() -> None:
    """Tells what no act of anybody tells, and rings for every mail that is due: digests, lost ones, failed ones."""
    tell_of_work()
    ring_notifications(people_to_mail())


@shared_task
def sweep_rechecks() -> int:
    """Tells of published verdicts that are due for another look. Returns how many were told now."""
    return tell_of_rechecks()


@shared_task
def forget_old_notifications() -> int:
    """The retention that the page of notifications states. Returns how many went."""
    return forget_notifications()


def ring_notifications(people: Iterable[int]) -> None:
    """Tells a worker, once the current transaction is committed, that these people may have to be mailed."""
    for person in people:
        transaction.on_commit(partial(_ring, mail_person, person))


@shared_task
def purge() -> int:
    """Tells the cache before us what changed. Returns how many addresses it let go of; the sweep is this task too."""
    try:
        return purge_changed()
    except PurgeFailed:
        log.exception("The cache could not be told what changed; the sweep will try again.")
        return 0


def ring_purge() -> None:
    """Tells a worker, once the current transaction is committed, that pages may have changed."""
    if settings.CLAIMDESK_PURGE_URL:
        transaction.on_commit(_ring_purge)


def _ring_purge() -> None:
    try:
        purge.delay()
    except OperationalError:
        log.exception("A purge was not rung for, as the broker cannot be reached; the sweep will ring.")


def ring_mail(row: Request | Dispute) -> None:
    """Tells a worker, once the current transaction is committed, that an answer may have to be mailed."""
    task: Task[[int], int] = mail_request if isinstance(row, Request) else mail_dispute
    transaction.on_commit(partial(_ring, task, row.pk))


def _ring(task: "Task[[int], int]", pk: int) -> None:
    try:
        task.delay(pk)
    except OperationalError:
        log.exception("A mail was not rung for, as the broker cannot be reached; the sweep will ring.")


def _tried(mail: Callable[[], int], what: str) -> int:
    """What `mail` returns; a bool is an int."""
    try:
        return mail()
    except OSError:  # SMTPException is one.
        log.exception("The mail about %s could not be sent; the sweep will try again.", what)
        return 0
