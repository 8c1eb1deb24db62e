"""The evidence's own figure, as readers, programs and the approver see it."""

from decimal import Decimal

import pytest
from django.test import Client
from django.urls import reverse

from claims.enums import ClaimStatus
from claims.figures import FigureInput
from reviews.models import Publication
from reviews.public.reading import verdict_content
from reviews.public.terms import Terms
from tests.claims.factories import make_claim, make_user
from tests.reviews.factories import make_evidence_input, make_publication, make_review, make_submitted_verdict
from tests.reviews.public.addresses import verdict_of
from tests.reviews.public.pages import text_of

pytestmark = pytest.mark.django_db

SHARE = FigureInput(value=Decimal("0.04"), unit="percent")
PEOPLE = FigureInput(value=Decimal(300_000), counted="people")


def published(*rows: tuple[str, str], figures: tuple[FigureInput, ...] = (SHARE,)) -> Publication:
    claim = make_claim(status=ClaimStatus.ACCEPTED, figures=figures)
    evidence = tuple(make_evidence_input(figure_value=low, figure_upper=high) for low, high in rows)
    return make_publication(make_review(claim), evidence=evidence)


def test_a_share_stands_in_percent_in_the_language_of_the_page(client: Client) -> None:
    publication = published(("4.1 %", ""), ("0.039", "0.0425"))
    english, french = (text_of(client, f"{prefix}{verdict_of(publication)}") for prefix in ("", "/fr"))
    assert "Its own figure: 4.1 %" in english
    assert "Its own figure: 3.9 % to 4.25 %" in english
    assert "Son propre chiffre : 4,1 %" in french
    assert "3,9 % à 4,25 %" in french
    for page in (english, french):
        assert "0.041" not in page
        assert "0,041" not in page


def test_beside_a_share_and_a_number_each_is_read_as_the_one_of_its_size(client: Client) -> None:
    page = text_of(client, verdict_of(published(("0.041", ""), ("290000", ""), figures=(SHARE, PEOPLE))))
    assert "Its own figure: 4.1 %" in page
    assert "Its own figure: 290,000" in page
    assert "290,000 %" not in page


def test_programs_get_the_plain_number_and_its_unit(client: Client) -> None:
    publication = published(("4.1 %", ""), ("0.039", "0.0425"))
    rows = client.get(f"/api/v1/verdicts/{publication.claim_id}/").json()["evidence"]
    assert [(row["figure"]["value"], row["figure"]["upper"], row["figure"]["unit"]) for row in rows] == [
        ("0.041", "", "percent"),
        ("0.039", "0.0425", "percent"),
    ]


def test_pages_of_before_the_unit_was_kept_stay_readable(client: Client) -> None:
    publication = published(("0.041", ""), ("0.042", ""))
    for item in publication.payload["evidence"]:
        del item["figure_unit"]
    assert verdict_content(publication.payload, Terms([]))["evidence"][0]["figure_unit"] == ""


def test_the_approver_sees_it_as_readers_will(client: Client) -> None:
    claim = make_claim(status=ClaimStatus.ACCEPTED, figures=(SHARE,))
    evidence = (make_evidence_input(figure_value="4.1 %"), make_evidence_input())
    verdict = make_submitted_verdict(make_review(claim), evidence=evidence)
    client.force_login(make_user("editor"))
    page = client.get(reverse("admin:reviews_verdict_approve", args=[verdict.pk])).content.decode()
    assert "4.1\u00a0%" in page
