from datetime import timedelta
from http import HTTPStatus
from typing import Any
from urllib.parse import quote

import pytest
from django.db.models.functions import Now
from django.test import Client
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries, Settings

from claims.enums import ClaimStatus, SpeakerKind
from claims.models import Claim, Speaker
from reviews.models import Publication
from reviews.services.publishing import retract_publication, suspend_publication
from tests.claims.factories import make_article, make_claim, make_user
from tests.reviews.factories import approve, make_publication, make_review, make_submitted_verdict
from tests.reviews.public.addresses import verdict_of

pytestmark = pytest.mark.django_db

SEARCH = "/v1alpha1/claims:search"


def search(client: Client, query: str) -> dict[str, Any]:
    response = client.get(f"{SEARCH}?{query}")
    assert response.status_code == HTTPStatus.OK, response.content.decode()
    found: dict[str, Any] = response.json()
    return found


def titles(found: dict[str, Any]) -> list[str]:
    return [review["title"] for claim in found.get("claims", []) for review in claim["claimReview"]]


def refused(client: Client, query: str) -> dict[str, Any]:
    response = client.get(f"{SEARCH}?{query}")
    assert response.status_code == HTTPStatus.BAD_REQUEST
    body: dict[str, Any] = response.json()["error"]
    assert body["code"] == HTTPStatus.BAD_REQUEST
    assert body["status"] == "INVALID_ARGUMENT"
    assert body["message"]
    return body


def spoken(**values: Any) -> Claim:
    return make_claim(make_article(), status=ClaimStatus.ACCEPTED, **values)


def test_a_claim_has_the_names_and_kinds_of_google(client: Client, settings: Settings) -> None:
    settings.SITE_URL, settings.SITE_NAME = "https://www.facts.example", "Facts"
    claim = spoken(
        speaker=Speaker.objects.create(name="Ada Byron", kind=SpeakerKind.PUBLIC_FIGURE), stated_on="2021-12-31"
    )
    publication = make_publication(make_review(claim), code="half_true")
    assert search(client, "query=bridges")["claims"] == [
        {
            "text": publication.wording,
            "claimant": "Ada Byron",
            "claimDate": "2021-12-31T00:00:00Z",
            "claimReview": [
                {
                    "publisher": {"name": "Facts", "site": "facts.example"},
                    "url": f"https://www.facts.example{verdict_of(publication)}",
                    "title": publication.headline,
                    "reviewDate": publication.valid_from.strftime("%Y-%m-%dT%H:%M:%SZ"),
                    "textualRating": "Half true",
                    "languageCode": "en",
                }
            ],
        }
    ]


@pytest.mark.parametrize("stated_on", ["", "2021", "2021-12"])
def test_a_date_that_is_not_known_to_the_day_is_left_out(client: Client, stated_on: str) -> None:
    make_publication(make_review(spoken(stated_on=stated_on)))
    [claim] = search(client, "query=bridges")["claims"]
    assert "claimDate" not in claim


def test_no_result_is_an_empty_object(client: Client) -> None:
    make_publication()
    assert search(client, "query=zeppelin") == {}


def test_our_own_site_is_the_only_one_with_results(client: Client) -> None:
    publication = make_publication()
    for site in ("facts.example", "www.facts.example", "FACTS.example"):
        assert titles(search(client, f"reviewPublisherSiteFilter={site}")) == [publication.headline]
    assert search(client, "reviewPublisherSiteFilter=nytimes.com") == {}
    assert search(client, "reviewPublisherSiteFilter=facts.example&query=zeppelin") == {}


def test_language_and_age_narrow_the_results_and_the_region_is_ignored(client: Client) -> None:
    publication = make_publication()
    later = timezone.now() + timedelta(days=1)
    approve(make_submitted_verdict(), publish_at=later)
    for query, expected in (
        ("languageCode=en", [publication.headline]),
        ("languageCode=EN-us", [publication.headline]),
        ("languageCode=fr", []),
        ("maxAgeDays=1", [publication.headline]),
        ("maxAgeDays=0", [publication.headline]),
        ("maxAgeDays=2147483647", [publication.headline]),
    ):
        assert titles(search(client, f"query=bridges&{query}")) == expected, query


def test_what_has_no_claim_review_is_not_found_here(client: Client) -> None:
    sample = make_claim(make_article(is_sample=True), status=ClaimStatus.ACCEPTED)
    example, suspended, retracted = make_publication(make_review(sample)), make_publication(), make_publication()
    by = make_user("editor")
    suspend_publication(publication=suspended, by=by, reason="A new register.")
    retract_publication(publication=retracted, by=by, was="124", now="142")
    assert search(client, "query=bridges") == {}
    assert titles(search(client, "query=bridges&sample=true")) == [example.headline]


def published(number: int) -> list[Publication]:
    return [make_publication() for _ in range(number)]


def test_pages_follow_each_other_and_an_offset_skips(client: Client) -> None:
    newest_first = [item.headline for item in reversed(published(5))]
    address, seen = "reviewPublisherSiteFilter=facts.example&pageSize=2", []
    first = found = search(client, address)
    seen += titles(found)
    make_publication()
    while token := found.get("nextPageToken"):
        found = search(client, f"{address}&pageToken={token}&offset=4")
        seen += titles(found)
    assert seen == newest_first
    assert titles(search(client, f"{address}&offset=2"))[1:] == newest_first[2:3]
    assert "nextPageToken" in first


def test_a_page_token_belongs_to_its_request(client: Client) -> None:
    published(2)
    token = search(client, "query=bridges&pageSize=1")["nextPageToken"]
    assert titles(search(client, f"query=bridges&pageSize=1&pageToken={token}"))
    for query in (f"query=registers&pageToken={token}", "query=bridges&pageToken=abc", "query=bridges&pageToken=%C3"):
        [violation] = refused(client, query)["details"][0]["fieldViolations"]
        assert violation["field"] == "pageToken"


@pytest.mark.parametrize(
    ("query", "field"),
    [
        ("query=x&pageSize=many", "pageSize"),
        ("query=x&pageSize=-1", "pageSize"),
        ("query=x&offset=-1", "offset"),
        ("query=x&maxAgeDays=2147483648", "maxAgeDays"),
        ("query=x&languageCode=e", "languageCode"),
        ("query=x&alt=proto", "alt"),
        ("query=x&callback=f", "callback"),
        ("query=x&colour=red", "colour"),
        (f"query={'x' * 201}", "query"),
        (f"query={quote(chr(0))}x", "query"),
    ],
)
def test_what_makes_no_sense_is_refused_as_google_refuses_it(client: Client, query: str, field: str) -> None:
    assert refused(client, query)["details"] == [
        {
            "@type": "type.googleapis.com/google.rpc.BadRequest",
            "fieldViolations": [{"field": field, "description": refused(client, query)["message"]}],
        }
    ]


def test_one_of_words_and_site_is_needed(client: Client) -> None:
    for query in ("", "query=", "languageCode=en", "key=abc"):
        assert "reviewPublisherSiteFilter" in refused(client, query)["message"]


def test_what_every_api_of_google_takes_is_taken(client: Client) -> None:
    make_publication()
    standard = "alt=json&key=abc&prettyPrint=false&quotaUser=me&$.xgafv=2&fields=claims&uploadType=&access_token=t"
    response = client.get(f"{SEARCH}?query=bridges&{standard}")
    assert response.status_code == HTTPStatus.OK
    assert b"\n" not in response.content
    assert b"\n" in client.get(f"{SEARCH}?query=bridges").content
    assert client.get(f"{SEARCH}?query=bridges", headers={"Accept": "text/csv"}).status_code == HTTPStatus.OK


def test_other_addresses_and_methods_are_refused_in_the_same_shape(client: Client) -> None:
    nowhere = client.get("/v1alpha1/pages")
    assert nowhere.json()["error"]["status"] == "NOT_FOUND"
    written = client.post(SEARCH, data={"query": "bridges"})
    assert written.status_code == HTTPStatus.METHOD_NOT_ALLOWED
    assert written.json()["error"]["code"] == HTTPStatus.METHOD_NOT_ALLOWED


def test_answers_are_confirmed_and_rows_cost_no_queries(
    client: Client, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    for _ in range(2):
        make_publication()
        # The throttle, the scale (2), the revision; the page.
        with django_assert_num_queries(5):
            known = client.get(f"{SEARCH}?query=bridges").headers["ETag"]
        with django_assert_num_queries(4):
            again = client.get(f"{SEARCH}?query=bridges", headers={"If-None-Match": known})
        assert again.status_code == HTTPStatus.NOT_MODIFIED


def test_an_answer_that_time_alone_changes_is_not_confirmed_later(
    client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    make_publication()
    known = client.get(f"{SEARCH}?query=bridges&maxAgeDays=6").headers["ETag"]
    later = timezone.now() + timedelta(days=7)
    monkeypatch.setattr("django.utils.timezone.now", lambda: later)
    again = client.get(f"{SEARCH}?query=bridges&maxAgeDays=6", headers={"If-None-Match": known})
    assert again.status_code == HTTPStatus.OK


def test_what_is_older_than_asked_for_is_left_out(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    make_publication()
    in_a_week = Now() + timedelta(days=7)
    monkeypatch.setattr("reviews.api.claims_search.view.Now", lambda: in_a_week)
    assert search(client, "query=bridges&maxAgeDays=6") == {}
    assert titles(search(client, "query=bridges&maxAgeDays=8"))
