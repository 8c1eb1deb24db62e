"""The life of a job: taken once, fenced by its token, rung for again until it is done or has failed for good."""

from datetime import timedelta

import pytest
from django.db.models.functions import Now

from claims.enums import JobKind, JobState
from claims.errors import JobLost
from claims.models import Job
from claims.services.ingest import request_fetch
from claims.services.jobs import MAX_ATTEMPTS, claim_job, due_jobs, fail_job, finish_job, take_due_jobs

pytestmark = pytest.mark.django_db
HOUR = timedelta(hours=1)


def make_job() -> Job:
    return request_fetch(address="https://gazette.example/bridges")


def taken(job: Job) -> Job:
    claimed = claim_job(job_id=job.pk)
    assert claimed is not None
    return claimed


def shift(job: Job, **values: object) -> None:
    Job.objects.filter(pk=job.pk).update(**values)


def test_a_queued_job_is_taken_once() -> None:
    job = make_job()
    first = taken(job)
    assert (first.state, first.token, first.attempts) == (JobState.RUNNING, 1, 1)
    assert claim_job(job_id=job.pk) is None


def test_a_job_whose_lease_ended_is_taken_by_another_and_the_first_may_write_nothing() -> None:
    slow = taken(make_job())
    shift(slow, lease_until=Now() - HOUR)
    fast = taken(slow)
    assert fast.token == slow.token + 1
    with pytest.raises(JobLost, match="taken over"):
        finish_job(job=slow, result={"by": "slow"})
    with pytest.raises(JobLost):
        fail_job(job=slow, error="slow", retry=True)
    finish_job(job=fast, result={"by": "fast"})
    assert Job.objects.values_list("state", "result", "error").get(pk=slow.pk) == (JobState.DONE, {"by": "fast"}, "")


@pytest.mark.parametrize("state", [JobState.DONE, JobState.FAILED])
def test_a_finished_job_is_not_taken_again_nor_finished_twice(state: JobState) -> None:
    job = taken(make_job())
    if state == JobState.DONE:
        finish_job(job=job, result={})
    else:
        fail_job(job=job, error="The page is gone.", retry=False)
    assert claim_job(job_id=job.pk) is None
    with pytest.raises(JobLost):
        finish_job(job=job, result={"twice": True})
    job.refresh_from_db()
    assert (job.state, job.result, job.lease_until) == (state, {}, None)
    assert job.finished_at is not None


def test_a_missing_job_is_nothing_to_do() -> None:
    assert claim_job(job_id=10**9) is None


def test_a_retry_waits_longer_each_time_and_ends_with_the_last_error() -> None:
    job = make_job()
    waits = []
    for attempt in range(1, MAX_ATTEMPTS + 1):
        claimed = taken(job)
        fail_job(job=claimed, error=f"No answer ({attempt}).", retry=True)
        job.refresh_from_db()
        waits.append(job.due_at)
    assert waits[:-1] == sorted(waits[:-1])
    assert (job.state, job.error) == (JobState.FAILED, f"No answer ({MAX_ATTEMPTS}).")
    assert claim_job(job_id=job.pk) is None


def test_the_sweep_leaves_a_job_alone_whose_message_may_still_be_on_its_way() -> None:
    make_job()
    assert take_due_jobs() == []


def test_the_sweep_rings_once_for_a_job_that_nobody_rang_for() -> None:
    job = make_job()
    shift(job, due_at=Now() - HOUR)
    assert list(due_jobs()) == [job]
    assert take_due_jobs() == [job]
    assert take_due_jobs() == []


def test_the_sweep_leaves_a_running_job_alone_until_its_lease_ends() -> None:
    job = taken(make_job())
    shift(job, due_at=Now() - HOUR)
    assert take_due_jobs() == []
    shift(job, lease_until=Now() - timedelta(seconds=1))
    assert take_due_jobs() == [job]
    job.refresh_from_db()
    assert (job.state, job.lease_until) == (JobState.QUEUED, None)


def test_a_job_that_ends_its_worker_each_time_fails_with_a_clear_error() -> None:
    job = make_job()
    for _ in range(MAX_ATTEMPTS):
        taken(job)
        shift(job, lease_until=Now() - HOUR)
        take_due_jobs()
    job.refresh_from_db()
    assert job.state == JobState.FAILED
    assert "worker ended in the middle" in job.error


def test_a_page_is_fetched_by_one_job_at_a_time_and_again_later() -> None:
    job = make_job()
    assert make_job() == job
    finish_job(job=taken(job), result={})
    assert make_job() != job
    assert Job.objects.filter(kind=JobKind.FETCH).count() == 2
