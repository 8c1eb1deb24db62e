from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from http import HTTPStatus
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries

from claims.enums import ClaimStatus, SpeakerKind, Treatment
from claims.models import Source, Speaker
from claims.services.triage import mark_sighting
from reviews.drafting import FindingInput
from reviews.enums import CorrectionKind, FindingValue
from reviews.models import Publication
from reviews.public.statistics import queries
from reviews.public.statistics.counts import COUNTED_FROM
from reviews.services.publishing import record_correction, retract_publication, suspend_publication
from tests.claims.factories import make_article, make_claim, make_source, make_user
from tests.reviews.factories import (
    approve,
    make_evidence_input,
    make_publication,
    make_review,
    make_submitted_verdict,
)
from tests.reviews.public.addresses import verdict_of
from tests.reviews.public.html import complaints
from tests.reviews.public.pages import text_of
from tests.reviews.public.statistics.files import PAGE, sheet

pytestmark = pytest.mark.django_db

SHEETS = ("ratings", "time-to-verdict", "independence", "corrections", "speakers", "parties", "sources")


def this_month() -> str:
    """Asked when a test runs, which may pass midnight; the newsroom's zone is UTC here."""
    return f"{datetime.now(UTC):%Y-%m}"


def publish_of(speaker: Speaker, **values: Any) -> Publication:
    return make_publication(make_review(speaker=speaker), **values)


def publish_in_own_voice(source: Source, **values: Any) -> Publication:
    return make_publication(make_review(make_claim(make_article(source=source), status=ClaimStatus.ACCEPTED)), **values)


def suspend(publication: Publication) -> None:
    suspend_publication(publication=publication, by=make_user("editor"), reason="A new register was found.")


def retract(publication: Publication) -> None:
    retract_publication(publication=publication, by=make_user("editor"), was="124 bridges", now="142 bridges")


def test_every_table_is_on_the_page_with_its_file(client: Client) -> None:
    make_publication()
    page = client.get(PAGE).content.decode()
    assert complaints(page) == []
    assert page.count("<svg viewBox") >= 3
    for name in (*SHEETS, "verdicts"):
        assert f'href="{PAGE}{name}.csv"' in page
        response = client.get(f"{PAGE}{name}.csv")
        assert response.headers["Content-Type"] == "text/csv; charset=utf-8; header=present"
        assert response.headers["Content-Disposition"] == f'attachment; filename="{name}.csv"'


def test_an_unknown_table_is_not_found(client: Client) -> None:
    assert client.get(f"{PAGE}nonsense.csv").status_code == HTTPStatus.NOT_FOUND


def test_before_the_first_verdict_the_page_says_so(client: Client) -> None:
    page = client.get(PAGE).content.decode()
    assert complaints(page) == []
    assert "<svg viewBox" not in page
    assert "No verdict stands yet." in page
    assert all(sheet(client, name) == [] for name in (*SHEETS, "verdicts"))


def test_verdicts_are_counted_by_rating_in_the_month_of_the_first(client: Client) -> None:
    make_publication(code="true")
    make_publication(code="false")
    make_publication(code="false")
    make_publication(code="unverifiable")
    assert sheet(client, "ratings") == [
        {"month": this_month(), "true": "1", "false": "2", "unverifiable": "1", "all": "4"}
    ]


def test_a_statement_that_nobody_made_is_a_false_attribution_and_nobodys(client: Client, ten: None) -> None:
    speaker = Speaker.objects.create(name="Ada Marsh", kind=SpeakerKind.PUBLIC_FIGURE)
    review = make_review(speaker=speaker)
    not_said = {review.claim_id: FindingInput(FindingValue.NOT_SAID.value, "The transcript has no such words.")}
    make_publication(review, findings=not_said, code="true")
    [row] = sheet(client, "ratings")
    assert row["false_attribution"] == "1"
    assert sheet(client, "speakers") == []


@pytest.mark.parametrize("change", [suspend, retract])
def test_a_verdict_that_is_taken_back_has_no_rating_here_either(
    client: Client, change: Callable[[Publication], None]
) -> None:
    make_publication(code="true")
    change(make_publication(code="false"))
    assert sheet(client, "ratings") == [{"month": this_month(), "true": "1", "all": "1"}]
    [row] = [row for row in sheet(client, "verdicts") if row["state"] != "in force"]
    assert (row["rating"], row["label"]) == ("", "")


def test_what_is_not_public_yet_is_not_counted(client: Client) -> None:
    approve(make_submitted_verdict(), publish_at=timezone.now() + timedelta(hours=1))
    assert sheet(client, "ratings") == []
    assert sheet(client, "time-to-verdict") == []
    assert sheet(client, "verdicts") == []


def test_time_to_verdict_begins_when_the_claim_came_in(client: Client) -> None:
    claim = make_claim(status=ClaimStatus.ACCEPTED)
    type(claim).objects.filter(pk=claim.pk).update(created_at=timezone.now() - timedelta(days=2))
    make_publication(make_review(claim))
    make_publication()
    counts = {row["time"]: row["verdicts"] for row in sheet(client, "time-to-verdict")}
    assert counts["Up to 1 day"] == counts["1 to 3 days"] == "1"
    assert "Half of 2 first verdicts took at most 1 day." in text_of(client, PAGE)


def test_a_verdict_with_one_origin_says_why_and_is_counted_apart(client: Client) -> None:
    make_publication()
    ministry = make_source()
    evidence = (make_evidence_input(ministry), make_evidence_input(ministry))
    make_publication(evidence=evidence, origins_exception="Only the ministry counts bridges.")
    [row] = sheet(client, "independence")
    assert row == {"month": this_month(), "rated": "2", "independent": "1", "exceptions": "1", "percent": "50.0"}


def test_corrections_are_counted_by_kind_and_set_against_all_claims(client: Client) -> None:
    publication, _ = make_publication(), make_publication()
    by = make_user("editor")
    record_correction(publication=publication, kind=CorrectionKind.UPDATE, by=by, was="124", now="125")
    record_correction(publication=publication, kind=CorrectionKind.MINOR, by=by, was="Bridge", now="Bridges")
    retract(publication)
    [row] = sheet(client, "corrections")
    assert row["new_verdicts"] == "2"
    assert [row[kind] for kind in CorrectionKind.values] == ["1", "0", "1", "0", "1"]
    assert row["errors_per_100_verdicts"] == "100.0"


@pytest.fixture
def ten(monkeypatch: pytest.MonkeyPatch) -> None:
    """Two are enough to be counted by name: ten publications take long to make."""
    monkeypatch.setattr(queries, "COUNTED_FROM", 2)


def test_names_are_counted_from_ten_verdicts_on() -> None:
    assert COUNTED_FROM == 10


def test_speakers_and_their_parties_are_counted(client: Client, ten: None) -> None:
    speaker = Speaker.objects.create(name="Ada Marsh", kind=SpeakerKind.PUBLIC_FIGURE, party="Bridge Party")
    publish_of(speaker, code="true")
    assert sheet(client, "speakers") == []
    publish_of(speaker, code="false")
    counts = {"verdicts": "2", "true": "1", "false": "1"}
    assert sheet(client, "speakers") == [{"speaker": "Ada Marsh", **counts}]
    assert sheet(client, "parties") == [{"party": "Bridge Party", **counts}]


@pytest.mark.parametrize("kind", [SpeakerKind.PRIVATE_PERSON, SpeakerKind.ANONYMOUS, SpeakerKind.UNCLASSIFIED])
def test_nobody_who_may_be_a_private_person_is_counted_or_named(client: Client, ten: None, kind: str) -> None:
    speaker = Speaker.objects.create(name="Ada Marsh", kind=kind, party="Bridge Party")
    publish_of(speaker)
    publish_of(speaker)
    assert sheet(client, "speakers") == sheet(client, "parties") == []
    named = {row["speaker"] for row in sheet(client, "verdicts")}
    assert named == ({"private person"} if kind == SpeakerKind.PRIVATE_PERSON else {"Ada Marsh"})


def test_a_name_that_became_private_is_not_counted_for_its_older_verdicts(client: Client, ten: None) -> None:
    speaker = Speaker.objects.create(name="Ada Marsh", kind=SpeakerKind.PUBLIC_FIGURE)
    publish_of(speaker)
    publish_of(speaker)
    Speaker.objects.filter(pk=speaker.pk).update(kind=SpeakerKind.PRIVATE_PERSON)
    speaker.refresh_from_db()
    assert len(sheet(client, "speakers")) == 1
    publish_of(speaker)
    assert sheet(client, "speakers") == []


def test_a_source_is_counted_for_its_own_words_only(client: Client, ten: None) -> None:
    own, passes_on = make_source("Gazette of Norhaven"), make_source("The Relay")
    publish_in_own_voice(own)
    for treatment in (Treatment.REPORTS, Treatment.DISPUTES):
        claim = make_claim(make_article(source=own), status=ClaimStatus.ACCEPTED)
        mark_sighting(
            claim=make_claim(make_article(source=passes_on)), canonical=claim, treatment=treatment, by=make_user()
        )
        make_publication(make_review(claim))
    assert sheet(client, "sources") == [{"source": "Gazette of Norhaven", "verdicts": "3", "true": "3"}]


def test_a_newsroom_without_a_verdict_shows_no_sample_data(client: Client) -> None:
    page = client.get(PAGE).content.decode()
    assert "No verdict stands yet" in page
    assert "Sample data" not in page
    assert "noindex" not in page
    assert 'filename="ratings.csv"' in client.get(f"{PAGE}ratings.csv").headers["Content-Disposition"]


def test_sample_data_is_counted_only_where_there_is_nothing_else(client: Client) -> None:
    article = make_article(is_sample=True)
    make_publication(make_review(make_claim(article, status=ClaimStatus.ACCEPTED)))
    page = client.get(PAGE).content.decode()
    assert "Sample data." in page
    assert '<meta name="robots" content="noindex">' in page
    assert sheet(client, "ratings")[0]["all"] == "1"
    assert [row["sample_data"] for row in sheet(client, "verdicts")] == ["yes"]
    assert 'filename="sample-ratings.csv"' in client.get(f"{PAGE}ratings.csv").headers["Content-Disposition"]
    make_publication(code="false")
    assert "Sample data." not in client.get(PAGE).content.decode()
    assert sheet(client, "ratings") == [{"month": this_month(), "false": "1", "all": "1"}]
    assert [row["sample_data"] for row in sheet(client, "verdicts")] == ["no"]


def test_the_number_of_queries_does_not_grow(
    client: Client, django_assert_num_queries: DjangoAssertNumQueries, ten: None
) -> None:
    for _ in range(2):
        make_publication()
        with django_assert_num_queries(12):  # Nothing is kept here.
            response = client.get(PAGE)
        with django_assert_num_queries(4):
            again = client.get(PAGE, HTTP_IF_NONE_MATCH=response.headers["ETag"])
        assert again.status_code == HTTPStatus.NOT_MODIFIED
        with django_assert_num_queries(9):
            assert sheet(client, "verdicts")


@pytest.mark.parametrize("change", [suspend, retract])
def test_no_cache_keeps_old_figures(client: Client, change: Callable[[Publication], None]) -> None:
    publication = make_publication()
    addresses = [PAGE, *(f"{PAGE}{name}.csv" for name in (*SHEETS, "verdicts"))]
    before = {address: client.get(address).headers["ETag"] for address in addresses}
    for address in addresses:
        known = client.get(address, HTTP_IF_NONE_MATCH=before[address])
        assert known.status_code == HTTPStatus.NOT_MODIFIED, address
    change(publication)
    for address in addresses:
        assert client.get(address, HTTP_IF_NONE_MATCH=before[address]).status_code == HTTPStatus.OK, address


def test_only_reading_is_possible(client: Client) -> None:
    for address in (PAGE, f"{PAGE}ratings.csv", f"{PAGE}verdicts.csv"):
        assert client.post(address).status_code == HTTPStatus.METHOD_NOT_ALLOWED
        head = client.head(address)
        assert head.status_code == HTTPStatus.OK
        assert not (b"".join(head) if head.streaming else head.content)


def test_the_page_is_found_from_every_page_and_the_sitemap(client: Client) -> None:
    publication = make_publication()
    assert 'href="/statistics/"' in client.get(verdict_of(publication)).content.decode()
    assert b"/statistics/</loc>" in b"".join(client.get("/sitemap.xml"))
