import json
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from http import HTTPStatus
from typing import Any
from xml.etree import ElementTree

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries, Settings

from claims.enums import ClaimStatus, LinkPolicy
from claims.models import Claim, Source
from reviews.enums import CorrectionKind
from reviews.models import Publication
from reviews.public import caching
from reviews.services.publishing import record_correction, retract_publication, suspend_publication
from tests.claims.factories import make_article, make_claim, make_user
from tests.reviews.factories import make_publication, make_review
from tests.reviews.public.addresses import verdict_of

pytestmark = pytest.mark.django_db

SITE = "https://facts.example"
ATOM = "{http://www.w3.org/2005/Atom}"
FEEDS = ("/feeds/verdicts.atom", "/feeds/corrections.atom", "/feeds/claimreview.json", "/sitemap.xml")


@pytest.fixture(autouse=True)
def _site(settings: Settings) -> None:
    settings.SITE_URL = SITE


def body(client: Client, address: str) -> bytes:
    response = client.get(address)
    assert response.status_code == HTTPStatus.OK, address
    return b"".join(response) if response.streaming else response.content


def entries(client: Client, address: str) -> list[ElementTree.Element]:
    return ElementTree.fromstring(body(client, address)).findall(f"{ATOM}entry")


def titles(client: Client, address: str) -> list[str | None]:
    return [entry.findtext(f"{ATOM}title") for entry in entries(client, address)]


def data_feed(client: Client) -> list[dict[str, Any]]:
    data = json.loads(body(client, "/feeds/claimreview.json"))
    assert data["@type"] == "DataFeed"
    items: list[dict[str, Any]] = data["dataFeedElement"]
    return items


def correct(publication: Publication) -> None:
    by = make_user("editor")
    record_correction(publication=publication, kind=CorrectionKind.MINOR, by=by, was="Bridge", now="Bridges")


def sample_claim() -> Claim:
    return make_claim(make_article(is_sample=True), status=ClaimStatus.ACCEPTED)


def test_feeds_without_entries_are_valid_and_stay_the_same(client: Client) -> None:
    assert entries(client, "/feeds/verdicts.atom") == entries(client, "/feeds/corrections.atom") == []
    assert data_feed(client) == []
    assert body(client, "/feeds/verdicts.atom") == body(client, "/feeds/verdicts.atom")


def test_the_verdict_feed_has_label_summary_address_and_a_lasting_id(client: Client) -> None:
    publication = make_publication(code="half_true")
    [entry] = entries(client, "/feeds/verdicts.atom")
    link = entry.find(f"{ATOM}link")
    assert link is not None
    assert link.get("href") == f"{SITE}{verdict_of(publication)}"
    assert entry.findtext(f"{ATOM}id") == f"{SITE}/claims/{publication.claim_id}/"
    assert entry.findtext(f"{ATOM}summary") == f"Half true. {publication.summary}"


def test_the_verdict_feed_takes_the_filters_of_the_front_page(client: Client) -> None:
    false, true = make_publication(code="false"), make_publication(code="true")
    source = true.payload["article"]["source"]["id"]
    assert titles(client, "/feeds/verdicts.atom?rating=false") == [false.headline]
    assert titles(client, f"/feeds/verdicts.atom?source={source}") == [true.headline]
    assert titles(client, "/feeds/verdicts.atom?speaker=nobody") == []
    wrong = client.get("/feeds/verdicts.atom?rating=great")
    assert wrong.status_code == HTTPStatus.BAD_REQUEST
    assert wrong.content.startswith(b"rating: ")


def test_corrections_have_a_feed(client: Client) -> None:
    publication = make_publication()
    correct(publication)
    assert titles(client, "/feeds/corrections.atom") == [f"Minor correction: {publication.headline}"]


def test_the_correction_feed_takes_the_same_filters(client: Client) -> None:
    false, true = make_publication(code="false"), make_publication(code="true")
    correct(false)
    retract_publication(publication=true, by=make_user("editor"), was="124", now="142")
    source = true.payload["article"]["source"]["id"]
    address = "/feeds/corrections.atom"
    assert len(titles(client, address)) == len(titles(client, f"{address}?rating=")) == 2
    assert titles(client, f"{address}?rating=false") == [f"Minor correction: {false.headline}"]
    assert titles(client, f"{address}?source={source}") == [f"Retraction: {true.headline}"]
    assert titles(client, f"{address}?speaker=nobody") == []
    assert client.get(f"{address}?rating=great").status_code == HTTPStatus.BAD_REQUEST


def test_the_correction_feed_does_not_tell_the_rating_of_what_is_under_re_examination(client: Client) -> None:
    publication = make_publication(code="false")
    correct(publication)
    suspend_publication(publication=publication, by=make_user("editor"), reason="A new register.")
    assert titles(client, "/feeds/corrections.atom?rating=false") == []
    assert len(titles(client, "/feeds/corrections.atom")) == 1


def test_a_new_edition_and_a_correction_change_an_entry_and_never_its_id(client: Client) -> None:
    publication = make_publication()
    [before] = entries(client, "/feeds/verdicts.atom")
    correct(publication)
    [after] = entries(client, "/feeds/verdicts.atom")
    assert after.findtext(f"{ATOM}id") == before.findtext(f"{ATOM}id")
    assert after.findtext(f"{ATOM}published") == before.findtext(f"{ATOM}published")
    assert str(after.findtext(f"{ATOM}updated")) >= str(before.findtext(f"{ATOM}updated"))
    [about] = entries(client, "/feeds/corrections.atom")
    assert about.findtext(f"{ATOM}id") == f"{SITE}/corrections/#correction-{publication.corrections.get().pk}"


def test_who_asks_by_date_alone_is_told_that_the_newest_left(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    """What stays is older than what such a reader has seen; an earlier date would be answered with 304."""
    monkeypatch.setattr(caching, "release", lambda: ("mark", datetime(2020, 1, 1, tzinfo=UTC)))
    publication = make_publication()
    seen = {address: client.get(address).headers["Last-Modified"] for address in FEEDS}
    suspend_publication(publication=publication, by=make_user("editor"), reason="A new register.")
    for address in FEEDS:
        told = client.get(address).headers["Last-Modified"]
        assert parsedate_to_datetime(told) >= parsedate_to_datetime(seen[address]) > datetime(2021, 1, 1, tzinfo=UTC)


def test_a_source_that_forbids_links_changes_the_data_feed(client: Client) -> None:
    make_publication()
    known = client.get("/feeds/claimreview.json").headers["ETag"]
    Source.objects.update(link_policy=LinkPolicy.NO_LINK)
    assert client.get("/feeds/claimreview.json", HTTP_IF_NONE_MATCH=known).status_code == HTTPStatus.OK


def test_the_data_feed_carries_the_claim_review_of_the_page(client: Client) -> None:
    publication = make_publication()
    make_publication()
    first, second = data_feed(client)
    assert first["url"] == f"{SITE}{verdict_of(publication)}"
    page = client.get(verdict_of(publication)).content.decode()
    script = page.partition('<script type="application/ld+json">')[2].partition("</script>")[0]
    assert first["item"] == [json.loads(script)]
    assert second["item"][0]["url"] == second["url"]


def test_sample_data_is_in_no_feed(client: Client) -> None:
    publication = make_publication(make_review(sample_claim()))
    correct(publication)
    assert titles(client, "/feeds/verdicts.atom") == titles(client, "/feeds/corrections.atom") == []
    assert data_feed(client) == []
    assert verdict_of(publication) not in body(client, "/sitemap.xml").decode()


def test_what_is_suspended_or_retracted_leaves_every_feed_at_once(client: Client) -> None:
    suspended, retracted = make_publication(), make_publication()
    before = {address: client.get(address).headers["ETag"] for address in FEEDS}
    by = make_user("editor")
    suspend_publication(publication=suspended, by=by, reason="A new register.")
    retract_publication(publication=retracted, by=by, was="124", now="142")
    assert titles(client, "/feeds/verdicts.atom") == []
    assert data_feed(client) == []
    for address in FEEDS:
        assert client.get(address, HTTP_IF_NONE_MATCH=before[address]).status_code == HTTPStatus.OK, address


def test_characters_that_xml_cannot_write_do_not_break_a_feed(client: Client) -> None:
    publication = make_publication(headline="A bell \x07 and <b> & more", summary="Form feed \x0c here.")
    assert titles(client, "/feeds/verdicts.atom") == ["A bell \ufffd and <b> & more"]
    assert publication.pk


def test_feeds_are_confirmed_without_being_sent_again(client: Client) -> None:
    correct(make_publication())
    for address in FEEDS:
        known = client.get(address).headers["ETag"]
        again = client.get(address, HTTP_IF_NONE_MATCH=known)
        assert again.status_code == HTTPStatus.NOT_MODIFIED, address
        assert client.head(address).status_code == HTTPStatus.OK
        assert client.post(address).status_code == HTTPStatus.METHOD_NOT_ALLOWED


def test_the_number_of_queries_does_not_grow_with_the_feeds(
    client: Client, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    for _ in range(2):
        correct(make_publication())
        for address, queries in zip(FEEDS, (4, 4, 3, 7), strict=True):
            with django_assert_num_queries(queries):
                body(client, address)
