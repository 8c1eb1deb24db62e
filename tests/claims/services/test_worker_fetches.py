"""An address, a worker, nothing else: the page is fetched and its claims extracted."""

import time
from collections.abc import Callable

import pytest

from claims.enums import JobState
from claims.models import Article, Job
from claims.services.ingest import request_fetch
from claims.tasks import ring
from tests.claims.ingest.servers import Server
from tests.fixtures.databases import PrivateDatabase
from tests.fixtures.workers import Worker

PATIENCE = 180


def test_a_worker_fetches_an_address_and_extracts_its_claims(
    committing_db: PrivateDatabase,
    start_worker: Callable[..., Worker],
    server: Server,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("CLAIMDESK_FETCH_ALLOW_HOSTS", server.host)  # For the worker's process.
    ring(request_fetch(address=server.address("/moved")))
    start_worker()
    ends = time.monotonic() + PATIENCE
    while list(Job.objects.values_list("state", flat=True)) != [JobState.DONE, JobState.DONE]:
        assert time.monotonic() < ends, list(Job.objects.values_list("kind", "state", "error"))
        time.sleep(0.05)
    article = Article.objects.get()
    assert (article.title, article.byline) == ("Bridges closed", "Ann Lee")
    assert article.claims.filter(wording__contains="120 bridges").exists()
