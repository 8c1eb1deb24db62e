"""A record that was merged or renamed: what was published under it is the other's, on every page and for programs."""

import json
from http import HTTPStatus

import pytest
from django.apps import apps
from django.db import connection
from django.test import Client
from django.utils import timezone

from claims.enums import ClaimStatus, LinkPolicy
from claims.models import Source
from claims.services.records import merge_records, save_record
from reviews.evidence_facts import current_ratings
from reviews.facets import count_found
from reviews.models import Publication, Purge
from reviews.public.statistics import queries
from reviews.selectors import published
from reviews.services.purging import changed_of
from reviews.services.scales import RatingInput, add_scale_revision
from tests.claims.factories import make_article, make_claim, make_source, make_user
from tests.reviews.factories import make_publication, make_review
from tests.reviews.public.addresses import article_of, verdict_of
from tests.reviews.public.everything import body

pytestmark = pytest.mark.django_db

ADDRESS = "https://harbour.example/1"


@pytest.fixture
def merged() -> tuple[Publication, Source, Source]:
    """What was published, the record that it names, and the one that took its place and is named nowhere."""
    record, kept = make_source("Harbour Pst"), make_source("Harbour Post")
    claim = make_claim(make_article(source=record, address=ADDRESS), status=ClaimStatus.ACCEPTED)
    publication = make_publication(make_review(claim))
    merge_records(records=[record], into=kept, by=make_user("editor"))
    return publication, record, kept


def test_its_address_leads_to_a_page_that_lists_what_was_published_under_it(
    client: Client, merged: tuple[Publication, Source, Source]
) -> None:
    publication, record, kept = merged
    answer = client.get(f"/sources/{record.pk}/", follow=True)
    assert answer.redirect_chain == [(f"/sources/{kept.pk}/", HTTPStatus.MOVED_PERMANENTLY)]
    assert answer.status_code == HTTPStatus.OK
    assert publication.headline in answer.content.decode()
    listed = client.get("/sources/").content.decode()
    assert f'"/sources/{kept.pk}/"' in listed
    assert f'"/sources/{record.pk}/"' not in listed
    assert f"/sources/{kept.pk}/<" in body(client, "/sitemap.xml")
    assert changed_of(Purge.objects.filter(publication=publication))[0].sources.count(kept.pk) == 1


def test_lists_are_narrowed_by_either_number(client: Client, merged: tuple[Publication, Source, Source]) -> None:
    publication, record, kept = merged
    make_publication()
    for source in (record, kept):
        assert list(client.get(f"/?source={source.pk}&role=asserted").context["rows"]) == [publication]
        found = client.get(f"/api/v1/verdicts/?source={source.pk}").json()
        assert [item["claim_id"] for item in found["results"]] == [publication.claim_id]
    named = [option.value for option in count_found(published()).facets["source"]]
    assert str(kept.pk) in named
    assert str(record.pk) not in named


def test_a_list_that_was_asked_for_before_the_merger_is_not_confirmed(client: Client) -> None:
    record, kept = make_source(), make_source()
    make_publication(make_review(make_claim(make_article(source=record), status=ClaimStatus.ACCEPTED)))
    make_publication(make_review(make_claim(make_article(source=kept), status=ClaimStatus.ACCEPTED)))
    addresses = [f"{path}?source={kept.pk}" for path in ("/", "/api/v1/verdicts/", "/feeds/verdicts.atom")]
    before = {address: client.get(address).headers["ETag"] for address in addresses}
    merge_records(records=[record], into=kept, by=make_user("editor"))
    for address in addresses:
        assert client.get(address, HTTP_IF_NONE_MATCH=before[address]).status_code == HTTPStatus.OK, address
    assert client.get(addresses[1]).json()["count"] == 2


def change_again_later(source: Source) -> None:
    """As if it had happened after the pages were asked for, not in the test's one transaction."""
    history = apps.get_model("claims", "SourceHistory")._meta
    columns = ", ".join(f'"{item.column}"' for item in history.concrete_fields if not item.name.startswith("pgh_"))
    with connection.cursor() as cursor:
        cursor.execute(
            f"""INSERT INTO {history.db_table} ({columns}, pgh_label, pgh_obj_id, pgh_created_at)
                SELECT {columns}, 'update', id, now() + interval '5 minutes' FROM claims_source WHERE id = %s""",
            [source.pk],
        )


def test_a_new_name_is_seen_at_the_next_asking(client: Client) -> None:
    """By ETag, and by date where whoever asks knows no other."""
    source, by = make_source("Harbour Pst"), make_user("editor")
    publication = make_publication(make_review(make_claim(make_article(source=source), status=ClaimStatus.ACCEPTED)))
    pages = [f"/sources/{source.pk}/", "/sources/", f"/?source={source.pk}", article_of(publication)]
    answers = [f"/api/v1/sources/{source.pk}/", "/api/v1/sources/", f"/api/v1/articles/{publication.claim.article_id}/"]
    before = {address: client.get(address) for address in pages + answers}
    assert all("Harbour Pst" in answer.content.decode() for answer in before.values())
    assert all(
        client.get(address, HTTP_IF_NONE_MATCH=answer.headers["ETag"]).status_code == HTTPStatus.NOT_MODIFIED
        for address, answer in before.items()
    )
    source.name = "Harbour Post"
    save_record(record=source, by=by)
    change_again_later(source)
    for address, answer in before.items():
        known = (
            {"If-None-Match": answer.headers["ETag"]},
            {"If-Modified-Since": answer.headers.get("Last-Modified", "")},
        )
        for headers in known:
            assert client.get(address, headers=headers).status_code == HTTPStatus.OK, (address, headers)
        assert "Harbour Post" in client.get(address).content.decode()


def test_a_new_scale_is_seen_at_the_next_asking(client: Client) -> None:
    make_publication()
    addresses = ["/", "/api/v1/verdicts/", "/statistics/", "/methodology/", "/api/v1/scale/"]
    before = {address: client.get(address).headers["ETag"] for address in addresses}
    ratings = [
        RatingInput(
            code=item.code,
            label=f"{item.label}!",
            definition=item.definition,
            criteria=item.criteria,
            tolerance=item.tolerance,
            tolerance_share=item.tolerance_share,
            number=item.number,
        )
        for item in current_ratings()
    ]
    today, by = timezone.localdate(), make_user("administrator")
    add_scale_revision(name="Second", note="Louder.", introduced_on=today, ratings=ratings, by=by)
    for address, etag in before.items():
        assert client.get(address, HTTP_IF_NONE_MATCH=etag).status_code == HTTPStatus.OK, address


def test_programs_and_statistics_know_the_one_that_stands(
    client: Client, merged: tuple[Publication, Source, Source], monkeypatch: pytest.MonkeyPatch
) -> None:
    _, record, kept = merged
    ids = [item["id"] for item in client.get("/api/v1/sources/").json()["results"]]
    assert kept.pk in ids
    assert record.pk not in ids
    one = client.get(f"/api/v1/sources/{record.pk}/", follow=True)
    assert (one.status_code, one.json()["id"]) == (HTTPStatus.OK, kept.pk)
    monkeypatch.setattr(queries, "COUNTED_FROM", 1)
    codes = [rating.code for rating in current_ratings()]
    assert [item.name for item in queries.sources(codes, sample=False)] == [kept.name]


def test_what_the_one_that_stands_forbids_holds_for_what_was_published_before(
    client: Client, merged: tuple[Publication, Source, Source]
) -> None:
    publication, _, kept = merged
    pages = [verdict_of(publication), article_of(publication), "/statistics/verdicts.csv", "/feeds/claimreview.json"]
    assert all(ADDRESS in body(client, address) for address in pages)
    Source.objects.filter(pk=kept.pk).update(link_policy=LinkPolicy.NO_LINK)
    assert [address for address in pages if ADDRESS in body(client, address)] == []
    [entry] = json.loads(body(client, "/feeds/claimreview.json"))["dataFeedElement"]
    assert "url" not in entry["item"][0]["itemReviewed"]["appearance"][0]
