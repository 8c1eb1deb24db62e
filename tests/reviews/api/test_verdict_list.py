from http import HTTPStatus

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from claims.enums import ClaimStatus
from reviews.enums import SourceRole
from reviews.filters import PublicationFilter
from reviews.services.publishing import retract_publication, suspend_publication
from tests.claims.factories import make_article, make_claim, make_source, make_user
from tests.reviews.api.asking import SITE, V1, data, error, headlines, review_in
from tests.reviews.factories import make_publication, make_review, make_submitted_verdict
from tests.reviews.public.addresses import verdict_of

pytestmark = pytest.mark.django_db

LIST = f"{V1}/verdicts/"


def test_a_verdict_in_the_list_says_what_was_claimed_and_what_we_found(client: Client) -> None:
    publication = make_publication(code="half_true")
    page = data(client, LIST)
    assert (page["count"], page["next"]) == (1, None)
    [item] = page["results"]
    assert item["claim_id"] == publication.claim_id
    assert item["url"] == SITE + verdict_of(publication)
    assert item["api_url"] == f"{SITE}{LIST}{publication.claim_id}/"
    assert item["wording"] == publication.wording
    assert item["label"] == {"text": "Half true", "tone": "half_true", "rating_value": 3, "assessed": True}


def test_the_filters_are_those_of_the_front_page(client: Client) -> None:
    false, true = make_publication(code="false"), make_publication(code="true")
    source = true.payload["article"]["source"]["id"]
    cited = false.payload["evidence"][0]["source"]["id"]
    day = true.valid_from.date()
    for query, expected in (
        ("rating=false", [false]),
        ("rating=false_attribution", []),
        (f"source={source}", [true]),
        (f"source={cited}&role={SourceRole.EVIDENCE}", [false]),
        (f"source={cited}&role={SourceRole.ASSERTED}", []),
        ("speaker=nobody", []),
        (f"since={day}", [true, false]),
        ("until=2001-01-01", []),
        ("q=zeppelin", []),
    ):
        assert headlines(client, f"{LIST}?{query}") == [item.headline for item in expected], query
    assert set(headlines(client, f"{LIST}?q=registers")) == {false.headline, true.headline}


def test_every_filter_of_the_front_page_is_described(client: Client) -> None:
    described = data(client, "/api/schema/")["paths"][LIST]["get"]["parameters"]
    names = {parameter["name"]: parameter for parameter in described}
    assert set(PublicationFilter.base_filters) | {"after", "page_size", "sample"} == set(names)
    assert "half_true" in names["rating"]["schema"]["enum"]


@pytest.mark.parametrize(
    ("query", "field"),
    [
        ("rating=great", "rating"),
        ("kind=gossip", "kind"),
        ("role=author", "role"),
        ("source=999999", "source"),
        ("source=x", "source"),
        ("since=yesterday", "since"),
        ("ratng=false", "ratng"),
        ("rating=true&rating=false", "rating"),
        ("rating=", "rating"),
        ("page_size=0", "page_size"),
        ("page_size=101", "page_size"),
        ("page_size=²", "page_size"),
        ("after=12", "after"),
        ("sample=1", "sample"),
        ("q=%00", "q"),
        (f"q={'x' * 201}", "q"),
    ],
)
def test_what_makes_no_sense_is_named_and_never_ignored(client: Client, query: str, field: str) -> None:
    make_publication()
    found = error(client, f"{LIST}?{query}")
    assert found["code"] == "invalid_request"
    assert list(found["fields"]) == [field]
    assert found["fields"][field][0]


def test_a_misspelt_parameter_is_told_the_right_one(client: Client) -> None:
    assert "rating?" in error(client, f"{LIST}?ratng=false")["fields"]["ratng"][0]


@pytest.mark.parametrize("search", ["", "q=registers&"])
def test_pages_follow_each_other_while_new_verdicts_come_in(client: Client, search: str) -> None:
    old = [make_publication() for _ in range(5)]
    address, seen = f"{LIST}?{search}page_size=2", []
    while address:
        page = data(client, address.removeprefix(SITE))
        seen += [item["claim_id"] for item in page["results"]]
        if len(seen) == 2:
            make_publication()
        address = page["next"] or ""
    assert len(seen) == len(set(seen))
    assert set(seen) >= {item.claim_id for item in old}


def test_what_is_suspended_retracted_or_not_published_is_in_no_list(client: Client) -> None:
    suspended, retracted, _ = make_publication(), make_publication(), make_submitted_verdict()
    known = client.get(LIST).headers["ETag"]
    by = make_user("editor")
    suspend_publication(publication=suspended, by=by, reason="A new register.")
    retract_publication(publication=retracted, by=by, was="124", now="142")
    again = client.get(LIST, headers={"If-None-Match": known})
    assert again.status_code == HTTPStatus.OK
    assert again.json() == {"count": 0, "next": None, "results": []}


def test_a_date_alone_never_confirms_a_list_that_lost_its_newest_row(client: Client) -> None:
    make_publication()
    newest = make_publication()
    since = "Fri, 01 Jan 2100 00:00:00 GMT"
    retract_publication(publication=newest, by=make_user("editor"), was="124", now="142")
    assert client.get(LIST, headers={"If-Modified-Since": since}).status_code == HTTPStatus.OK


def test_sample_data_comes_only_where_it_is_asked_for(client: Client) -> None:
    claim = make_claim(make_article(is_sample=True), status=ClaimStatus.ACCEPTED)
    publication = make_publication(make_review(claim))
    for name in ("verdicts", "sources", "articles"):
        assert data(client, f"{V1}/{name}/")["results"] == []
        assert data(client, f"{V1}/{name}/?sample=true")["results"], name
    [item] = data(client, f"{LIST}?sample=true")["results"]
    assert item["is_sample"] is True
    assert data(client, f"{LIST}{publication.claim_id}/")["claim_review"] is None


def test_the_number_of_queries_does_not_grow_with_the_list(
    client: Client, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    source = make_source()
    for _ in range(2):
        make_publication(review_in(source))
        # The throttle, the scale (2), the revision; the page and how many there are.
        with django_assert_num_queries(6):
            known = client.get(LIST).headers["ETag"]
        with django_assert_num_queries(4):
            assert client.get(LIST, headers={"If-None-Match": known}).status_code == HTTPStatus.NOT_MODIFIED
        with django_assert_num_queries(7):
            client.get(f"{LIST}?q=bridges&source={source.pk}")
        with django_assert_num_queries(5):  # How many there are was counted for the page before.
            client.get(f"{LIST}?page_size=1")


def test_how_many_there_are_is_counted_anew_after_every_change(client: Client) -> None:
    first, _ = make_publication(code="true"), make_publication(code="false")
    for query, count in (("", 2), ("?rating=true", 1), ("?page_size=1", 2), ("?rating=false&page_size=1", 1)):
        assert data(client, f"{LIST}{query}")["count"] == count, query
    suspend_publication(publication=first, by=make_user("editor"), reason="A new register was found.")
    for query, count in (("", 1), ("?rating=true", 0), ("?page_size=1", 1), ("?rating=false", 1)):
        assert data(client, f"{LIST}{query}")["count"] == count, query
