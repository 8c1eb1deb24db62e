"""Doors for Celery: an id comes in, the service does the work. The job's row is the truth, a message only rings."""

import logging
from contextlib import suppress
from functools import partial

from celery import Task, shared_task
from django.conf import settings
from django.db import transaction
from kombu.exceptions import OperationalError

from claims.enums import JobKind
from claims.errors import JobLost
from claims.models import Job
from claims.services.extract import work_on_extraction
from claims.services.fetching import work_on_fetch
from claims.services.jobs import claim_job, take_due_jobs

log = logging.getLogger(__name__)


@shared_task
def fetch_address(job_id: int) -> None:
    job = claim_job(job_id=job_id)
    if job is None:
        return
    with suppress(JobLost):  # Another worker has it since this one's lease ended, and will finish it.
        done = work_on_fetch(job=job, allowed_hosts=settings.CLAIMDESK_FETCH_ALLOW_HOSTS)
        if done is not None and done.job is not None:
            ring(done.job)


# A language model may take ten minutes and renews the lease meanwhile (claims.llm.extractor).
@shared_task(soft_time_limit=700, time_limit=730)
def extract_claims(job_id: int) -> None:
    job = claim_job(job_id=job_id)
    if job is None:
        return
    with suppress(JobLost):
        work_on_extraction(job=job)


@shared_task
def sweep_jobs() -> None:
    """Rings again for what a lost message, a killed worker or a restart left undone."""
    for job in take_due_jobs():
        ring(job)


def ring(job: Job) -> None:
    """Tells a worker of the job once the current transaction is committed. To ring twice does no harm.

    `delay_on_commit` would do, but for a broker that is down: the caller's work is committed by then and stands, so a
    lost ring is logged and left to the sweep.
    """
    task = fetch_address if job.kind == JobKind.FETCH else extract_claims
    transaction.on_commit(partial(_ring, task, job.pk))


def _ring(task: Task[[int], None], job_id: int) -> None:
    try:
        task.delay(job_id)
    except OperationalError:
        log.exception("Job %s was not rung for, as the broker cannot be reached; the sweep will ring.", job_id)
