from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone

from claims.enums import ClaimStatus, LinkPolicy, Treatment
from claims.models import Source
from reviews.enums import ContactWay, CorrectionKind, DisputeOutcome, DisputeSender
from reviews.services.contacts import record_contact
from reviews.services.disputes import decide_dispute, receive_dispute
from reviews.services.publishing import merge_review, record_correction
from reviews.services.withholding import ask_withholding, confirm_withholding
from tests.claims.factories import make_article, make_claim, make_source, make_user
from tests.reviews.factories import (
    make_publication,
    make_review,
    make_taken_review,
)
from tests.reviews.public.addresses import verdict_of
from tests.reviews.public.statistics.files import sheet

pytestmark = pytest.mark.django_db


def test_the_assessors_file_tells_how_each_verdict_came_about(client: Client) -> None:
    review = make_taken_review(make_user("reviewer"))
    asked_on = timezone.localdate() - timedelta(days=3)
    assignee = review.lease_holder
    assert assignee is not None
    record_contact(review=review, by=assignee, whom="Ada Marsh", way=ContactWay.MAIL, asked_on=asked_on)
    publication = make_publication(review, assignee)
    by = make_user("editor")
    record_correction(publication=publication, kind=CorrectionKind.MINOR, by=by, was="Bridge", now="Bridges")
    dispute = receive_dispute(
        publication=publication, sender=DisputeSender.READER, objection="It miscounts.", grounds="Zebrawood register"
    )
    decide_dispute(dispute=dispute, by=by, outcome=DisputeOutcome.REJECTED, answer="The register counts repairs.")
    [row] = sheet(client, "verdicts")
    cited = sorted(item["source"]["name"] for item in publication.payload["evidence"])
    assert row["address"].endswith(verdict_of(publication))
    assert row["state"] == "in force"
    assert row["rating"] == "true"
    assert row["statement"] == publication.wording
    assert row["why_checked"] == "; ".join(publication.payload["why_checked"])
    assert (row["evidence"], row["evidence_kinds"], row["primary_evidence"]) == ("2", "Document 2", "2")
    assert row["evidence_sources"] == "; ".join(cited)
    assert (row["independent_origins"], row["origins_exception"]) == ("2", "")
    assert row["contact_attempts"] == "1"
    assert row["contacts"].startswith("We asked Ada Marsh by e-mail on ")
    assert (row["corrections"], row["errors_corrected"]) == ("Minor correction 1", "1")
    assert row["disputes"] == "Rejected 1"
    assert "Zebrawood" not in str(row)


@pytest.mark.parametrize("zone", ["Pacific/Kiritimati", "Pacific/Pago_Pago"])
def test_the_day_of_the_newest_correction_is_that_of_the_newsrooms_zone(client: Client, zone: str) -> None:
    """At any time one of the two zones has another day than UTC."""
    correction = record_correction(
        publication=make_publication(), kind=CorrectionKind.MINOR, by=make_user("editor"), was="Bridge", now="Bridges"
    )
    with timezone.override(zone):
        [row] = sheet(client, "verdicts")
        assert row["last_correction_on"] == str(timezone.localdate(correction.made_at))


def test_a_formula_in_any_text_is_harmless_in_the_file(client: Client) -> None:
    make_publication(headline='=HYPERLINK("https://evil.example")', summary="+1", explanation="@x")
    [row] = sheet(client, "verdicts")
    assert row["headline"] == '\'=HYPERLINK("https://evil.example")'


def test_a_withheld_verdict_leaves_only_that_it_was_there(client: Client) -> None:
    publication = make_publication(code="false", headline="A headline that a court forbade")
    asked = ask_withholding(
        target=publication.verdict, legal_basis="Court of Norhaven, 1 C 23/26", by=make_user("editor")
    )
    confirm_withholding(withholding=asked, by=make_user("editor"))
    [row] = sheet(client, "verdicts")
    assert (row["state"], row["headline"], row["rating"], row["label"]) == ("withheld", "", "", "")
    assert "court" not in row["address"]
    assert sheet(client, "ratings") == []
    image = client.get(f"/claims/{publication.claim_id}/share.svg").content.decode()
    assert "Withheld by legal order" in image
    assert "False" not in image


def test_a_merged_verdict_has_no_rating_in_the_file(client: Client) -> None:
    stays, ended = make_publication(code="true"), make_publication(code="false")
    merge_review(
        review=ended.review, into=stays.review, treatment=Treatment.ASSERTS, reason="The same.", by=make_user("editor")
    )
    rows = {row["headline"]: row for row in sheet(client, "verdicts")}
    row = rows[ended.headline]
    assert (row["state"], row["rating"], row["label"]) == ("merged", "", "")
    assert rows[stays.headline]["rating"] == "true"


def test_a_source_that_is_stricter_now_takes_its_link_out_of_the_file(client: Client) -> None:
    source = make_source("The Harbour Post")
    article = make_article(source=source, address="https://harbour.example/1")
    make_publication(make_review(make_claim(article, status=ClaimStatus.ACCEPTED)))
    before = client.get("/statistics/verdicts.csv").headers["ETag"]
    assert sheet(client, "verdicts")[0]["article_address"] == "https://harbour.example/1"
    Source.objects.filter(pk=source.pk).update(link_policy=LinkPolicy.NO_LINK)
    assert client.get("/statistics/verdicts.csv").headers["ETag"] != before
    assert sheet(client, "verdicts")[0]["article_address"] == ""
