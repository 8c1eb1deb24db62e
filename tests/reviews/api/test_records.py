"""Corrections, sources, articles, the scale and the root."""

from http import HTTPStatus

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from claims.models import Source
from reviews.enums import CorrectionKind
from reviews.models import Correction, Publication
from reviews.services.publishing import record_correction, suspend_publication
from tests.claims.factories import make_article, make_claim, make_source, make_user
from tests.reviews.api.asking import SITE, V1, data, error, review_in
from tests.reviews.factories import make_publication, make_review, make_submitted_verdict

pytestmark = pytest.mark.django_db


def correct(publication: Publication, kind: CorrectionKind = CorrectionKind.MINOR) -> Correction:
    return record_correction(publication=publication, kind=kind, by=make_user("editor"), was="Bridge", now="Bridges")


def test_corrections_say_what_was_wrong_and_where(client: Client) -> None:
    publication = make_publication()
    correct(publication)
    correct(publication, CorrectionKind.UPDATE)
    update, minor = data(client, f"{V1}/corrections/")["results"]
    assert (update["kind"], update["is_error"]) == ("update", False)
    assert (minor["kind"], minor["is_error"]) == ("minor", True)
    assert minor["verdict"]["claim_id"] == publication.claim_id
    assert minor["was"] == "Bridge"


def test_corrections_are_paged(client: Client) -> None:
    publication = make_publication()
    rows = [correct(publication) for _ in range(3)]
    first = data(client, f"{V1}/corrections/?page_size=2")
    second = data(client, first["next"].removeprefix(SITE))
    assert [item["id"] for item in first["results"] + second["results"]] == [row.pk for row in reversed(rows)]
    assert second["next"] is None


def test_a_source_says_who_controls_it_and_leads_to_its_verdicts(client: Client) -> None:
    source = make_source(
        "The Harbour Post", control="private", control_reference="Company register", interests="Owns two ferries."
    )
    publication = make_publication(review_in(source))
    found = data(client, f"{V1}/sources/{source.pk}/")
    assert found["control"] == {"code": "private", "reference": "Company register", "checked_on": None}
    assert found["interests"] == "Owns two ferries."
    listed = data(client, found["verdicts"]["asserted"].removeprefix(SITE))["results"]
    assert [item["claim_id"] for item in listed] == [publication.claim_id]
    assert data(client, found["verdicts"]["reported"].removeprefix(SITE))["results"] == []


def test_a_merged_source_leads_to_the_record_that_took_it_in(client: Client) -> None:
    kept, merged = make_source(), make_source()
    Source.objects.filter(pk=merged.pk).update(merged_into=kept)
    response = client.get(f"{V1}/sources/{merged.pk}/")
    assert response.status_code == HTTPStatus.MOVED_PERMANENTLY
    assert response.headers["Location"] == f"{SITE}{V1}/sources/{kept.pk}/"


def test_sources_of_which_nothing_is_published_are_not_there(client: Client) -> None:
    source = make_source()
    make_submitted_verdict(review_in(source))
    assert data(client, f"{V1}/sources/")["results"] == []
    error(client, f"{V1}/sources/{source.pk}/", HTTPStatus.NOT_FOUND)


def test_a_changed_source_is_a_changed_answer(client: Client) -> None:
    source = make_source()
    make_publication(review_in(source))
    before = client.get(f"{V1}/sources/{source.pk}/").headers["ETag"]
    Source.objects.filter(pk=source.pk).update(domains=["harbour.example"])
    assert client.get(f"{V1}/sources/{source.pk}/", headers={"If-None-Match": before}).status_code == HTTPStatus.OK


def test_an_article_is_found_by_its_address_however_it_is_spelled(client: Client) -> None:
    article = make_article(address="https://harbour.example/news/1")
    make_publication(make_review(make_claim(article, status="accepted")))
    make_publication()
    for spelled in ("https://harbour.example/news/1", "HTTPS://Harbour.Example:443/news/1?utm_source=x%23y"):
        [found] = data(client, f"{V1}/articles/?address={spelled.replace('?', '%3F')}")["results"]
        assert found["id"] == article.pk
    assert data(client, f"{V1}/articles/?address=https://harbour.example/2")["results"] == []
    assert "address" in error(client, f"{V1}/articles/?address=javascript:alert(1)")["fields"]


def test_an_article_carries_its_checked_passages(client: Client) -> None:
    publication = make_publication(code="false")
    article = publication.payload["article"]["id"]
    [passage] = data(client, f"{V1}/articles/{article}/")["passages"]
    assert passage["claim_id"] == publication.claim_id
    assert passage["quote"]["quote"] == "More than 120 bridges were closed in 2021"
    assert (passage["treatment"], passage["finding"]) == ("asserts", "said")
    assert passage["label"]["text"] == "False"
    suspend_publication(publication=publication, by=make_user("editor"), reason="A new register.")
    error(client, f"{V1}/articles/{article}/", HTTPStatus.NOT_FOUND)


def test_the_scale_is_the_one_in_force(client: Client) -> None:
    found = data(client, f"{V1}/scale/")
    codes = {step["code"]: step["number"] for step in found["ratings"]}
    assert codes["true"] == 5
    assert codes["unverifiable"] is None


def test_the_root_names_every_address_and_each_answers(client: Client) -> None:
    start = data(client, "/api/")
    assert data(client, f"{V1}/") == start["v1"]
    links = [*start["v1"].values(), start["documentation"], start["schema"], start["claim_review_feed"]]
    for link in links:
        assert client.get(link.removeprefix(SITE)).status_code == HTTPStatus.OK, link


def test_the_number_of_queries_does_not_grow_with_the_rows(
    client: Client, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    for _ in range(2):
        publication = make_publication()
        correct(publication)
        article = publication.payload["article"]
        for address, queries in (
            (f"{V1}/corrections/", 3),
            (f"{V1}/sources/", 2),
            (f"{V1}/sources/{article['source']['id']}/", 3),
            (f"{V1}/articles/", 2),
            (f"{V1}/articles/{article['id']}/", 4),
            (f"{V1}/scale/", 3),
            ("/api/", 1),
        ):
            with django_assert_num_queries(queries):
                client.get(address)
