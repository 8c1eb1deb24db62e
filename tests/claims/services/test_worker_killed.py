"""With real processes: losing a worker loses nothing and does nothing twice."""

import time
from collections.abc import Callable
from typing import Any

import pytest
from django.apps import apps
from django.db.models.functions import Now

from claims.enums import JobState
from claims.models import Article, Claim, Job
from claims.services.ingest import ingest_text
from claims.services.jobs import take_due_jobs
from claims.tasks import ring
from tests.fixtures.databases import PrivateDatabase
from tests.fixtures.workers import Worker

COUNT = 30
PATIENCE = 240


def text(number: int) -> str:
    return "\n".join(
        f"The ministry of region {number} said that {1000 + line} bridges were closed in {1990 + line}."
        for line in range(5)
    )


def wait_until(reached: Callable[[], bool]) -> None:
    ends = time.monotonic() + PATIENCE
    while not reached():
        assert time.monotonic() < ends, dict(Job.objects.values_list("pk", "state"))
        time.sleep(0.02)


def done() -> int:
    return Job.objects.filter(state=JobState.DONE).count()


@pytest.mark.slow
def test_thirty_extractions_survive_a_killed_worker_and_each_happens_once(
    committing_db: PrivateDatabase, start_worker: Callable[..., Worker]
) -> None:
    jobs = []
    for number in range(COUNT):
        job = ingest_text(text=text(number), title=f"Region {number}").job
        assert job is not None
        jobs.append(job)
        ring(job)
    caught = jobs[2]

    with committing_db.connect() as other:
        # Another connection holds this article, so that its worker is in the middle when it is killed.
        other.execute("SELECT 1 FROM claims_article WHERE id = %s FOR UPDATE", [caught.article_id])
        worker = start_worker(concurrency=2)
        wait_until(lambda: done() >= 5 and Job.objects.get(pk=caught.pk).state == JobState.RUNNING)
        worker.kill()
    finished = set(Job.objects.filter(state=JobState.DONE).values_list("pk", flat=True))
    running = list(Job.objects.filter(state=JobState.RUNNING))
    assert 5 <= len(finished) < COUNT
    assert caught in running

    start_worker(concurrency=2)
    # Hours later, for the rows: leases have ended, and whoever's ring was lost is due.
    Job.objects.filter(state=JobState.RUNNING).update(lease_until=Now())
    Job.objects.filter(state=JobState.QUEUED).update(due_at="2020-01-01T00:00Z")
    for job in take_due_jobs():
        ring(job)
    wait_until(lambda: done() == COUNT)

    assert not Job.objects.exclude(state=JobState.DONE).exists()
    # Every article's claims were written by one extraction: none is missing, none was written and written again.
    rows: Any = apps.get_model("claims", "ClaimHistory").objects
    for article in Article.objects.all():
        [job] = article.jobs.all()
        assert sorted(job.result["added"]) == sorted(article.claims.values_list("pk", flat=True))
        assert not job.result["unchanged"] and not job.result["changed"]
        assert article.claims.exists()
    assert rows.count() == Claim.objects.count()
    assert set(Job.objects.filter(attempts=1).values_list("pk", flat=True)) >= finished
    # Killed in the middle: taken again, under the next token.
    for job in running:
        job.refresh_from_db()
        assert (job.token, job.attempts) == (2, 2)
