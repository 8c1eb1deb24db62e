"""The schema, and whether the API keeps to it: schemathesis asks the site with good, bad and odd data."""

from collections.abc import Iterable, Iterator
from wsgiref.types import StartResponse, WSGIApplication, WSGIEnvironment

import pytest
import schemathesis
from django.core.signals import request_finished, request_started
from django.core.wsgi import get_wsgi_application
from django.db import close_old_connections, connections
from django.test import Client
from drf_spectacular.drainage import GENERATOR_STATS
from drf_spectacular.validation import validate_schema
from pytest_django import Settings
from schemathesis import engine
from schemathesis.config import SchemathesisConfig
from schemathesis.engine import events
from schemathesis.engine.run import PhaseName

from reviews.api.schema import document
from reviews.enums import CorrectionKind
from reviews.services.publishing import record_correction, retract_publication
from tests.claims.factories import make_source, make_user
from tests.reviews.api.asking import review_in
from tests.reviews.factories import make_publication

CONFIG = """
[generation]
deterministic = true
max-examples = 8

# Numbers of what is published: of others the API knows nothing to say but 404, or that there is no such source.
[parameters]
"path.claim_id" = {claim}
"path.article_id" = {article}
"path.source_id" = {source}
"query.source" = {source}
"query.address" = "https://harbour.example/1"

# OpenAPI can't say that one day must not lie before another.
[[operations]]
include-operation-id = "listVerdicts"
checks.positive_data_acceptance.expected-statuses = ["2xx", "400"]

# OpenAPI can't say that one of two parameters is needed, nor that a page's token must be ours.
[[operations]]
include-operation-id = "searchClaims"
checks.positive_data_acceptance.expected-statuses = ["2xx", "400"]
"""


def test_the_schema_is_valid_and_made_without_a_warning() -> None:
    GENERATOR_STATS.reset()
    schema = document.__wrapped__(("true", "false"))
    assert not GENERATOR_STATS
    validate_schema(schema)  # type: ignore[no-untyped-call]
    assert all("summary" in operation for path in schema["paths"].values() for operation in path.values())


@pytest.mark.django_db
def test_the_schema_may_be_kept_until_the_scale_changes(client: Client) -> None:
    first = client.get("/api/schema/")
    assert client.get("/api/schema/", headers={"If-None-Match": first.headers["ETag"]}).status_code == 304
    assert "Last-Modified" not in first.headers


@pytest.fixture
def app(db: None) -> Iterator[WSGIApplication]:
    """The whole site on this test's connection, in whichever thread it is asked."""
    own, site = connections["default"], get_wsgi_application()

    def asked(environ: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes]:
        connections["default"] = own
        return site(environ, start_response)

    own.inc_thread_sharing()
    for signal in (request_started, request_finished):
        signal.disconnect(close_old_connections)
    yield asked
    for signal in (request_started, request_finished):
        signal.connect(close_old_connections)
    own.dec_thread_sharing()


@pytest.mark.slow
def test_schemathesis_finds_no_failure(app: WSGIApplication, settings: Settings) -> None:
    settings.CLAIMDESK_API_RATE = 10**9
    source = make_source()
    shown, corrected, retracted = (make_publication(review_in(source), code=code) for code in ("true", "false", "true"))
    by = make_user("editor")
    record_correction(publication=corrected, kind=CorrectionKind.MINOR, by=by, was="Bridge", now="Bridges")
    retract_publication(publication=retracted, by=by, was="124 bridges", now="142 bridges")
    article = shown.payload["article"]["id"]
    config = CONFIG.format(claim=shown.claim_id, article=article, source=source.pk)
    schema = schemathesis.openapi.from_wsgi("/api/schema/", app, config=SchemathesisConfig.from_str(config))
    scenarios, problems = [], []
    for event in engine.from_schema(schema).execute():
        match event:
            case events.NonFatalError() | events.FatalError():
                problems.append(str(event))
            case events.ScenarioFinished():
                scenarios.append(event)
    failed = [
        f"{node.failure_info.failure} {node.failure_info.code_sample}"
        for event in scenarios
        for nodes in event.recorder.checks.values()
        for node in nodes
        if node.failure_info
    ]
    assert problems + failed == []
    assert len({event.label for event in scenarios if event.phase == PhaseName.FUZZING}) == 11
    assert sum(len(event.recorder.interactions) for event in scenarios) > 250
