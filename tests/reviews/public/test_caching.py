import hashlib
import time
from collections.abc import Callable
from datetime import date
from http import HTTPStatus

import pytest
from django.test import Client
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries

from claims.enums import ClaimStatus, DateOrigin, LinkPolicy
from claims.models import Article, ArticleText, Credit, Source
from reviews.enums import CorrectionKind, DisputeOutcome, DisputeSender
from reviews.models import Publication
from reviews.services.disputes import decide_dispute, receive_dispute
from reviews.services.publishing import (
    lift_suspension,
    record_correction,
    retract_publication,
    suspend_publication,
)
from tests.claims.factories import make_claim, make_user
from tests.reviews.factories import make_publication, make_review
from tests.reviews.public.addresses import article_of, pages_of, source_of, verdict_of

pytestmark = pytest.mark.django_db

OTHER_QUOTE = "Repairs cost 3.5 million euros"


def etag(client: Client, address: str) -> str:
    return client.get(address).headers["ETag"]


def test_every_page_may_be_kept_and_is_confirmed_without_being_sent_again(client: Client) -> None:
    for address in pages_of(make_publication()):
        first = client.get(address)
        assert first.headers["Cache-Control"] == "public, no-cache", address
        by_etag = client.get(address, HTTP_IF_NONE_MATCH=first.headers["ETag"])
        by_date = client.get(address, HTTP_IF_MODIFIED_SINCE=first.headers["Last-Modified"])
        for again in (by_etag, by_date):
            assert again.status_code == HTTPStatus.NOT_MODIFIED, address
            assert not again.content
            assert again.headers["ETag"] == first.headers["ETag"]
            assert again.headers["Cache-Control"] == first.headers["Cache-Control"]


def test_confirming_a_page_costs_few_queries(client: Client, django_assert_num_queries: DjangoAssertNumQueries) -> None:
    publication = make_publication()
    for address, queries in (
        ("/", 1),
        (verdict_of(publication), 1),
        (f"{verdict_of(publication)}?on={timezone.localdate()}", 1),
        (f"/embed/{publication.claim_id}/", 1),
        (f"/claims/{publication.claim_id}/share.svg", 1),
        (article_of(publication), 2),
        ("/corrections/", 1),
    ):
        known = etag(client, address)
        with django_assert_num_queries(queries):
            assert client.get(address, HTTP_IF_NONE_MATCH=known).status_code == HTTPStatus.NOT_MODIFIED


def test_confirming_a_page_that_was_taken_back_costs_one_query_too(
    client: Client, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    suspended, retracted = make_publication(), make_publication()
    suspend(suspended)
    retract(retracted)
    for publication in (suspended, retracted):
        known = etag(client, verdict_of(publication))
        with django_assert_num_queries(1):
            again = client.get(verdict_of(publication), HTTP_IF_NONE_MATCH=known)
        assert again.status_code == HTTPStatus.NOT_MODIFIED


def test_a_decided_dispute_changes_the_page_and_what_the_api_says(client: Client) -> None:
    publication = make_publication()
    addresses = [verdict_of(publication), f"/api/v1/verdicts/{publication.claim_id}/"]
    before = {address: etag(client, address) for address in addresses}
    dispute = receive_dispute(
        publication=publication, sender=DisputeSender.READER, objection="It miscounts.", grounds="The register says 142"
    )
    decide_dispute(
        dispute=dispute, by=make_user("editor"), outcome=DisputeOutcome.REJECTED, answer="It counts repairs."
    )
    for address in addresses:
        assert client.get(address, HTTP_IF_NONE_MATCH=before[address]).status_code == HTTPStatus.OK


def suspend(publication: Publication) -> None:
    suspend_publication(publication=publication, by=make_user("editor"), reason="A new register was found.")


def retract(publication: Publication) -> None:
    retract_publication(publication=publication, by=make_user("editor"), was="124 bridges", now="142 bridges")


def correct(publication: Publication) -> None:
    by = make_user("editor")
    record_correction(publication=publication, kind=CorrectionKind.MINOR, by=by, was="Bridge", now="Bridges")


@pytest.mark.parametrize("change", [suspend, retract, correct])
def test_no_cache_is_told_that_a_changed_page_is_as_it_was(
    client: Client, change: Callable[[Publication], None]
) -> None:
    publication = make_publication()
    make_publication()
    addresses = ["/", verdict_of(publication), article_of(publication), source_of(publication)]
    before = {address: etag(client, address) for address in addresses}
    change(publication)
    for address in addresses:
        again = client.get(address, HTTP_IF_NONE_MATCH=before[address])
        assert again.status_code != HTTPStatus.NOT_MODIFIED, address


@pytest.mark.parametrize("change", [suspend, retract])
def test_whoever_asks_by_date_alone_is_told_too_that_a_page_lost_its_newest_verdict(
    client: Client, change: Callable[[Publication], None]
) -> None:
    older = make_publication()
    claim = make_claim(older.claim.article, quote=OTHER_QUOTE, status=ClaimStatus.ACCEPTED)
    newer = make_publication(make_review(claim))
    addresses = [article_of(newer), source_of(newer)]
    dates = {address: client.get(address).headers["Last-Modified"] for address in addresses}
    time.sleep(1)  # Dates in headers have no parts of a second.
    change(newer)
    for address, known in dates.items():
        again = client.get(address, HTTP_IF_MODIFIED_SINCE=known)
        assert again.status_code == HTTPStatus.OK, address
        assert newer.headline not in again.content.decode()


def rename_source(article: Article) -> None:
    Source.objects.filter(pk=article.source_id or 0).update(name="The Renamed Post")


def date_article(article: Article) -> None:
    Article.objects.filter(pk=article.pk).update(published_on=date(2021, 3, 4), published_origin=DateOrigin.ENTERED)


def credit(article: Article) -> None:
    Credit.objects.create(article=article, name="Reuters")


def fetch_again(article: Article) -> None:
    text = "Another text."
    digest = hashlib.sha256(text.encode()).hexdigest()
    ArticleText.objects.create(article=article, number=2, text=text, sha256=digest)


@pytest.mark.parametrize("change", [rename_source, date_article, credit, fetch_again])
def test_what_is_said_of_an_article_is_part_of_its_page(client: Client, change: Callable[[Article], None]) -> None:
    article = make_publication().claim.article
    Source.objects.filter(pk=article.source_id or 0).update(full_text_allowed=True)
    addresses = [f"/articles/{article.pk}/", f"/api/v1/articles/{article.pk}/"]
    before = {address: etag(client, address) for address in addresses}
    change(article)
    for address in addresses:
        again = client.get(address, HTTP_IF_NONE_MATCH=before[address])
        assert again.status_code == HTTPStatus.OK, address


def test_caches_ask_again_for_what_was_moved_or_is_not_there(client: Client) -> None:
    publication = make_publication()
    for address in (f"/claims/{publication.claim_id}/", "/sources", "/claims/999999-soon/", "/nowhere/", "/?on=x"):
        assert client.get(address).headers["Cache-Control"] == "public, no-cache", address
    assert "max-age=0" in client.get("/healthz").headers["Cache-Control"]


def test_lifting_a_suspension_is_a_change_too(client: Client) -> None:
    publication = make_publication()
    suspend(publication)
    suspended = etag(client, verdict_of(publication))
    lift_suspension(publication=publication, by=make_user("editor"))
    assert etag(client, verdict_of(publication)) != suspended


def test_a_new_verdict_changes_the_lists(client: Client) -> None:
    make_publication()
    before = [etag(client, address) for address in ("/", "/sources/")]
    make_publication()
    assert all(new != old for new, old in zip([etag(client, "/"), etag(client, "/sources/")], before, strict=True))


def test_a_stricter_source_changes_the_pages_that_quote_it(client: Client) -> None:
    publication = make_publication()
    before = etag(client, verdict_of(publication))
    cited = publication.payload["evidence"][0]["source"]["id"]
    Source.objects.filter(pk=cited).update(link_policy=LinkPolicy.NO_LINK)
    assert etag(client, verdict_of(publication)) != before


def test_filtered_lists_are_different_pages(client: Client) -> None:
    make_publication()
    assert etag(client, "/?q=bridges") != etag(client, "/?q=ferries")
