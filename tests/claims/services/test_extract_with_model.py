"""Extraction jobs that ask a language model: minutes of work under short leases, and what the article keeps of it."""

from typing import Any

import pytest
from django.db.models import F
from django.utils import timezone
from pytest_django import Settings

from claims.errors import JobLost
from claims.models import Article, Job
from claims.services.extract import queue_extraction, work_on_extraction
from claims.services.jobs import claim_job
from tests.claims.factories import make_article
from tests.claims.llm.endpoint import FakeModel, Raw, serving

pytestmark = pytest.mark.django_db

TEXT = """Ice on the lakes

The harbour of Norvik handled 41,000 containers in 2018, the port authority reported.
"""
QUOTE = "The harbour of Norvik handled 41,000 containers in 2018"
CLAIM = {"number": 1, "quote": QUOTE, "text": f"{QUOTE}.", "kind": "quantity", "speaker": None, "via": None}


def use(model: FakeModel, settings: Settings) -> None:
    settings.CLAIMDESK_LLM_URL, settings.CLAIMDESK_LLM_MODEL = model.endpoint.address, "house-model"


def claimed(article: Article) -> Job:
    job = claim_job(job_id=queue_extraction(article=article).pk)
    assert job is not None
    return job


def test_the_models_claims_are_stored_with_its_name(settings: Settings) -> None:
    article = make_article(TEXT)
    replies = {
        "selection": lambda body: {"sentences": [1]},
        "disambiguation": lambda body: {"sentences": [{"number": 1, "standalone": QUOTE, "readings": []}]},
        "claims": lambda body: {"claims": [CLAIM, CLAIM | {"quote": "41,000 planes"}]},
    }
    with serving(replies) as model:
        use(model, settings)
        work_on_extraction(job=claimed(article))
    article.refresh_from_db()
    (claim,) = article.claims.all()
    assert (claim.wording, claim.extractor) == (f"{QUOTE}.", "llm house-model, prompts 1")
    assert article.extractor == claim.extractor
    assert article.extraction_note == "Left out of the language model's answers: quote not in the text: 1."


def test_a_failing_model_leaves_the_built_in_claims_and_the_reason_on_the_article(settings: Settings) -> None:
    article = make_article(TEXT)
    with serving({"selection": lambda body: Raw(500)}) as model:
        use(model, settings)
        work_on_extraction(job=claimed(article))
    article.refresh_from_db()
    assert article.claims.exists()
    assert "answered 500" in article.extraction_note
    assert "house-model" in article.extraction_note
    assert not article.extractor.startswith("llm")


def test_a_worker_that_lost_the_job_asks_no_further_question(settings: Settings) -> None:
    job = claimed(make_article(TEXT))
    Job.objects.filter(pk=job.pk).update(token=F("token") + 1)
    with serving({"selection": lambda body: {"sentences": []}}) as model:
        use(model, settings)
        with pytest.raises(JobLost):
            work_on_extraction(job=job)
    assert model.asked == []


def test_the_lease_is_renewed_before_a_question(settings: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    job = claimed(make_article(TEXT))
    Job.objects.filter(pk=job.pk).update(lease_until="2020-01-01T00:00Z")
    seen: list[bool] = []

    def look(*args: Any, **kwargs: Any) -> Any:
        lease = Job.objects.get(pk=job.pk).lease_until
        seen.append(lease is not None and lease > timezone.now())
        return {"sentences": []}

    # Looked at from inside the question, in this thread: the server's own could not see this test's transaction.
    monkeypatch.setattr("claims.llm.extractor.ask", look)
    settings.CLAIMDESK_LLM_URL, settings.CLAIMDESK_LLM_MODEL = "http://127.0.0.1:9/v1", "house-model"
    work_on_extraction(job=job)
    assert seen == [True]
