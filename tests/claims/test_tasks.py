"""Tasks are doors: from a queued address to stored claims, and twice is the same as once."""

from collections.abc import Callable
from typing import Any

import pytest
from django.db import transaction
from kombu.exceptions import OperationalError
from pytest_django import DjangoCaptureOnCommitCallbacks, Settings

from claims import tasks
from claims.enums import JobKind, JobState
from claims.extraction import extract
from claims.models import Article, Claim, Job
from claims.services.ingest import ingest_text, request_fetch
from claims.services.jobs import claim_job
from tests.claims.factories import TEXT, make_user
from tests.claims.ingest.servers import Server

pytestmark = pytest.mark.django_db


@pytest.fixture
def rung(monkeypatch: pytest.MonkeyPatch) -> list[tuple[str, int]]:
    """What would be sent to the broker."""
    calls: list[tuple[str, int]] = []
    for task in (tasks.fetch_address, tasks.extract_claims):
        monkeypatch.setattr(task, "delay", lambda job_id, name=task.name: calls.append((name, job_id)))
    return calls


def test_an_address_becomes_an_article_with_claims(
    server: Server,
    settings: Settings,
    rung: list[tuple[str, int]],
    django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks,
) -> None:
    settings.CLAIMDESK_FETCH_ALLOW_HOSTS = [server.host]
    user = make_user()
    job = request_fetch(address=server.address("/moved"), requested_by=user)
    with django_capture_on_commit_callbacks(execute=True):
        tasks.fetch_address(job.pk)
    job.refresh_from_db()
    article = Article.objects.get()
    assert (job.state, job.article) == (JobState.DONE, article)
    # The address is the one where the page was found in the end.
    assert (article.address, article.byline, article.created_by) == (server.address("/article"), "Ann Lee", user)
    assert rung == [("claims.tasks.extract_claims", article.jobs.get(kind=JobKind.EXTRACT).pk)]
    tasks.extract_claims(rung[0][1])
    assert article.claims.filter(wording__contains="120 bridges").exists()


def test_a_refused_page_fails_at_once_and_a_busy_one_is_tried_again(server: Server, settings: Settings) -> None:
    settings.CLAIMDESK_FETCH_ALLOW_HOSTS = [server.host]
    states = {}
    for path in ("/missing", "/busy", "/empty"):
        job = request_fetch(address=server.address(path))
        tasks.fetch_address(job.pk)
        job.refresh_from_db()
        states[path] = job.state
        assert job.error
    assert states == {"/missing": JobState.FAILED, "/busy": JobState.QUEUED, "/empty": JobState.FAILED}
    assert not Article.objects.exists()


def test_every_task_twice_is_the_same_as_once(server: Server, settings: Settings) -> None:
    settings.CLAIMDESK_FETCH_ALLOW_HOSTS = [server.host]
    fetch, extraction = request_fetch(address=server.address("/article")), ingest_text(text=TEXT).job
    assert extraction is not None
    calls: list[tuple[Callable[..., object], list[int]]] = [
        (tasks.fetch_address, [fetch.pk]),
        (tasks.extract_claims, [extraction.pk]),
        (tasks.sweep_jobs, []),
    ]
    for task, arguments in calls:
        task(*arguments)
    before = [list(model.objects.order_by("pk").values()) for model in (Article, Claim, Job)]
    for task, arguments in calls:
        task(*arguments)
    assert [list(model.objects.order_by("pk").values()) for model in (Article, Claim, Job)] == before


def test_a_task_for_a_missing_job_is_done() -> None:
    tasks.fetch_address(10**9)
    tasks.extract_claims(10**9)


def test_the_sweep_rings_each_job_with_its_own_task(
    rung: list[tuple[str, int]], django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks
) -> None:
    fetch, extraction = request_fetch(address="https://gazette.example/"), ingest_text(text=TEXT).job
    assert extraction is not None
    Job.objects.update(due_at="2020-01-01T00:00Z")
    with django_capture_on_commit_callbacks(execute=True):
        tasks.sweep_jobs()
    assert sorted(rung) == [("claims.tasks.extract_claims", extraction.pk), ("claims.tasks.fetch_address", fetch.pk)]


def test_nobody_is_rung_for_work_that_was_rolled_back(
    rung: list[tuple[str, int]], django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks
) -> None:
    with django_capture_on_commit_callbacks(execute=True), pytest.raises(RuntimeError), transaction.atomic():
        tasks.ring(request_fetch(address="https://gazette.example/"))
        raise RuntimeError
    assert rung == []


def test_a_broker_that_is_down_loses_a_ring_and_no_work(
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
    django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks,
) -> None:
    def down(job_id: int) -> None:
        raise OperationalError("connection refused")

    monkeypatch.setattr(tasks.fetch_address, "delay", down)
    with django_capture_on_commit_callbacks(execute=True):
        job = request_fetch(address="https://gazette.example/")
        tasks.ring(job)
    assert f"Job {job.pk} was not rung for" in caplog.text
    assert Job.objects.get().state == JobState.QUEUED


def test_a_page_that_breaks_the_reader_is_tried_again_later(
    server: Server, settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*args: object, **options: object) -> None:
        raise RecursionError("too deep")

    settings.CLAIMDESK_FETCH_ALLOW_HOSTS = [server.host]
    monkeypatch.setattr("claims.services.ingest.read_page", broken)
    job = request_fetch(address=server.address("/article"))
    with pytest.raises(RecursionError):
        tasks.fetch_address(job.pk)
    job.refresh_from_db()
    assert (job.state, job.error) == (JobState.QUEUED, "RecursionError: too deep")
    assert not Article.objects.exists()


def test_a_worker_that_lost_its_lease_ends_quietly_and_writes_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    def overtaken(text: str, **options: Any) -> Any:
        Job.objects.update(lease_until="2020-01-01T00:00Z")
        assert claim_job(job_id=Job.objects.get().pk) is not None
        return extract(text)

    monkeypatch.setattr("claims.services.extract.extract_article_text", overtaken)
    job = ingest_text(text=TEXT).job
    assert job is not None
    tasks.extract_claims(job.pk)
    job.refresh_from_db()
    assert (job.state, job.token, job.error) == (JobState.RUNNING, 2, "")
    assert not Claim.objects.exists()


def test_an_extraction_that_breaks_is_tried_again_later_and_says_what_broke(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*args: object, **options: object) -> None:
        raise MemoryError("out of memory")

    monkeypatch.setattr("claims.services.extract.extract_article_text", broken)
    job = ingest_text(text=TEXT).job
    assert job is not None
    with pytest.raises(MemoryError):
        tasks.extract_claims(job.pk)
    job.refresh_from_db()
    assert (job.state, job.error, job.attempts) == (JobState.QUEUED, "MemoryError: out of memory", 1)
