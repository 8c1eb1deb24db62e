"""The schema, and whether the API keeps to it: schemathesis asks the live site with good, bad and odd data."""

import re
import subprocess
import sys
from pathlib import Path

import pytest
from django.test import Client
from drf_spectacular.drainage import GENERATOR_STATS
from drf_spectacular.validation import validate_schema
from pytest_django import Settings

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

# OpenAPI can't say that one of two parameters is needed, nor that a page's token must be ours.
[[operations]]
include-operation-id = "searchClaims"
checks.positive_data_acceptance.expected-statuses = ["2xx", "400"]
"""


def test_the_schema_is_valid_and_made_without_a_warning() -> None:
    GENERATOR_STATS.reset()
    schema = document.__wrapped__(("true", "false"))
    assert not GENERATOR_STATS
    validate_schema(schema)
    assert all("summary" in operation for path in schema["paths"].values() for operation in path.values())


@pytest.mark.django_db
def test_the_schema_may_be_kept_until_the_scale_changes(client: Client) -> None:
    first = client.get("/api/schema/")
    assert client.get("/api/schema/", headers={"If-None-Match": first.headers["ETag"]}).status_code == 304
    assert "Last-Modified" not in first.headers


@pytest.mark.slow
def test_schemathesis_finds_no_failure(live_site: str, settings: Settings, tmp_path: Path) -> None:
    settings.CLAIMDESK_API_RATE = 10**9
    source = make_source()
    shown, corrected, retracted = (make_publication(review_in(source), code=code) for code in ("true", "false", "true"))
    by = make_user("editor")
    record_correction(publication=corrected, kind=CorrectionKind.MINOR, by=by, was="Bridge", now="Bridges")
    retract_publication(publication=retracted, by=by, was="124 bridges", now="142 bridges")
    config = tmp_path / "schemathesis.toml"
    article = shown.payload["article"]["id"]
    config.write_text(CONFIG.format(claim=shown.claim_id, article=article, source=source.pk), encoding="utf-8")
    program = Path(sys.executable).with_name("st")
    done = subprocess.run(
        [program, "--config-file", config, "run", f"{live_site}/api/schema/", "--no-color"],
        cwd=tmp_path, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stdout + done.stderr
    assert "Tested: 11" in done.stdout
    cases = re.search(r"(\d+) generated", done.stdout)
    assert cases is not None
    assert int(cases[1]) > 250
