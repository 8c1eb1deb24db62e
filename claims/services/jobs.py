"""The life of a job: `queued → running → done | failed`, each step one conditional UPDATE.

A message only rings. Whoever claims the row holds its token and a lease measured by the database's clock; a worker
that lost its lease finds another token there and may write nothing.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from typing import Any

from django.db import transaction
from django.db.models import F, Q, QuerySet
from django.db.models.functions import Now

from claims.enums import JobState
from claims.errors import JobLost
from claims.models import Job

LEASE = timedelta(seconds=180)
"""Longer than Celery's hard limit for a task (150 s, config.settings): whoever lost the lease is dead, not slow.
Extraction alone may take longer, and renews its lease meanwhile."""
MAX_ATTEMPTS = 5
RETRY_AFTER = timedelta(seconds=20)
"""Before the second attempt; it doubles with each further one."""
RING_AGAIN_AFTER = timedelta(seconds=30)
"""A queued job this long past its time has lost its message, or waits behind others: one more ring does no harm."""
SWEEP_SIZE = 500


def claim_job(*, job_id: int) -> Job | None:
    """Takes the job for this worker: state running, next token, a lease. None where there is nothing to do for it."""
    ended_lease = Q(state=JobState.RUNNING, lease_until__lt=Now())
    taken = (
        Job.objects.filter(Q(state=JobState.QUEUED) | ended_lease, pk=job_id, attempts__lt=MAX_ATTEMPTS)
        .update(state=JobState.RUNNING, token=F("token") + 1, attempts=F("attempts") + 1, lease_until=Now() + LEASE)
    )  # fmt: skip
    return Job.objects.select_related("article_text__article__source", "requested_by").get(pk=job_id) if taken else None


def renew_lease(*, job: Job) -> None:
    """Still at work: a language model may take longer than one lease (JobLost)."""
    if not _held(job).update(lease_until=Now() + LEASE):
        raise _lost(job)


def finish_job(*, job: Job, result: dict[str, Any]) -> None:
    """Done, with its result. Call it inside the transaction that writes what the job made (JobLost undoes both)."""
    _leave(job, state=JobState.DONE, result=result, error="", finished_at=Now())


def fail_job(*, job: Job, error: str, retry: bool) -> None:
    """Says why it failed; with `retry` it is queued again for later, until `MAX_ATTEMPTS` (JobLost)."""
    if retry and job.attempts < MAX_ATTEMPTS:
        _leave(job, state=JobState.QUEUED, error=error, due_at=Now() + RETRY_AFTER * 2 ** (job.attempts - 1))
    else:
        _leave(job, state=JobState.FAILED, error=error, finished_at=Now())


@contextmanager
def told_of_failure(job: Job) -> Iterator[None]:
    """Whatever breaks inside is written to the job, which is tried again later; the exception goes on to the log."""
    try:
        yield
    except JobLost:
        raise  # The job is another worker's: not ours to fail.
    except Exception as error:
        fail_job(job=job, error=f"{type(error).__name__}: {error}", retry=True)
        raise


def due_jobs() -> QuerySet[Job]:
    """Queued jobs whose ring was lost or whose retry is due."""
    return Job.objects.filter(state=JobState.QUEUED, due_at__lt=Now() - RING_AGAIN_AFTER).order_by("due_at", "id")


@transaction.atomic
def take_due_jobs(*, limit: int = SWEEP_SIZE) -> list[Job]:
    """What the sweep must ring for. Jobs of dead workers are queued again first, or failed after `MAX_ATTEMPTS`."""
    dead = Job.objects.filter(state=JobState.RUNNING, lease_until__lt=Now())
    dead.filter(attempts__gte=MAX_ATTEMPTS).update(
        state=JobState.FAILED,
        lease_until=None,
        finished_at=Now(),
        error=f"The worker ended in the middle, {MAX_ATTEMPTS} times. See the worker's log, then ask for it again.",
    )
    # Due long ago, so that the query below finds them at once.
    dead.update(state=JobState.QUEUED, lease_until=None, due_at=Now() - 2 * RING_AGAIN_AFTER)
    due = list(due_jobs().select_for_update(skip_locked=True)[:limit])
    Job.objects.filter(pk__in=[job.pk for job in due]).update(due_at=Now())
    return due


def _leave(job: Job, **changes: Any) -> None:
    if not _held(job).update(lease_until=None, **changes):
        raise _lost(job)
    job.refresh_from_db()


def _held(job: Job) -> QuerySet[Job]:
    """The job's row, if it is this worker's still."""
    return Job.objects.filter(pk=job.pk, token=job.token, state=JobState.RUNNING)


def _lost(job: Job) -> JobLost:
    return JobLost(f"Job {job.pk} was taken over by another worker after this one's lease ended.")
