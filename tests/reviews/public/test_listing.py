from datetime import date, timedelta
from http import HTTPStatus
from urllib.parse import quote

import pytest
from django.test import Client
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries

from claims.enums import ClaimStatus, SpeakerKind
from claims.models import Speaker
from reviews.drafting import FindingInput
from reviews.models import Publication
from reviews.public import paging
from tests.claims.factories import make_article, make_claim, make_source
from tests.reviews.factories import approve, make_evidence_input, make_publication, make_review, make_submitted_verdict

pytestmark = pytest.mark.django_db


def headlines(client: Client, query: str = "") -> list[str]:
    """Of the listed verdicts, in their order."""
    response = client.get(f"/{query}")
    assert response.status_code == HTTPStatus.OK
    return [publication.headline for publication in response.context["rows"]]


def page(client: Client, query: str) -> str:
    return client.get(f"/{query}").content.decode()


def test_the_newest_verdict_leads(client: Client) -> None:
    old, new = make_publication(), make_publication()
    assert headlines(client) == [new.headline, old.headline]


def test_a_verdict_to_be_published_later_is_not_listed_yet(client: Client) -> None:
    approve(make_submitted_verdict(), publish_at=timezone.now() + timedelta(hours=1))
    assert headlines(client) == []


def test_search_finds_words_in_headline_wording_quote_summary_speaker_and_sources(client: Client) -> None:
    speaker = Speaker.objects.create(name="Ada Marsh", kind=SpeakerKind.PUBLIC_FIGURE)
    text = "Twelve herons nest by the harbour. That is new."
    article = make_article(text, source=make_source("The Heron Post"))
    claim = make_claim(
        article,
        quote="Twelve herons nest by the harbour",
        wording="Twelve birds breed at the port of Aldmoor.",
        status=ClaimStatus.ACCEPTED,
        speaker=speaker,
    )
    found = make_publication(make_review(claim), headline="Birds of Aldmoor", summary="A census counted 12 nests.")
    make_publication()
    for words in ("aldmoor", "heron", "census", "Marsh", "Post", "bird breeding", '"counted 12 nests"', "nest -bridge"):
        assert headlines(client, f"?q={quote(words)}") == [found.headline], words
    assert headlines(client, "?q=zeppelin") == []


def test_the_best_match_comes_first(client: Client) -> None:
    strong = make_publication(headline="Ferries: how many ferries were sold", summary="Nine ferries were sold.")
    make_publication(headline="Bridges again", summary="One of the registers also lists ferries.")
    assert headlines(client, "?q=ferries")[0] == strong.headline


def test_filters_narrow_by_rating_source_role_speaker_kind_and_date(client: Client) -> None:
    speaker = Speaker.objects.create(name="Ada Marsh", kind=SpeakerKind.PUBLIC_FIGURE)
    asserting, cited = make_source(), make_source()
    claim = make_claim(make_article(source=asserting), status=ClaimStatus.ACCEPTED, kind="quantity")
    evidence = (make_evidence_input(cited), make_evidence_input())
    one = make_publication(make_review(claim), code="false", evidence=evidence)
    two = make_publication(make_review(speaker=speaker, kind="event"), code="true")
    today, tomorrow = timezone.localdate(), timezone.localdate() + timedelta(days=1)
    expected = {
        "?rating=false": [one],
        "?rating=true": [two],
        "?rating=false_attribution": [],
        f"?source={asserting.pk}": [one],
        f"?source={cited.pk}": [one],
        f"?source={cited.pk}&role=evidence": [one],
        f"?source={cited.pk}&role=asserted": [],
        "?speaker=marsh": [two],
        "?kind=quantity": [one],
        f"?since={today}&until={today}": [two, one],
        f"?since={tomorrow}": [],
        "?rating=false&kind=event": [],
    }
    for query, publications in expected.items():
        assert headlines(client, query) == [publication.headline for publication in publications], query


@pytest.mark.parametrize("zone", ["Pacific/Kiritimati", "Pacific/Pago_Pago"])
def test_days_are_those_of_the_newsrooms_zone(client: Client, zone: str) -> None:
    publication = make_publication()
    with timezone.override(zone):
        day = timezone.localdate(publication.valid_from)
        for since, until, found in (
            (day, day, [publication.headline]),
            (day - timedelta(days=1), day - timedelta(days=1), []),
            (day + timedelta(days=1), day + timedelta(days=1), []),
            (date.min, date.max, [publication.headline]),
        ):
            assert headlines(client, f"?since={since}&until={until}") == found


def test_a_statement_that_was_not_made_is_listed_as_a_false_attribution_only(client: Client) -> None:
    claim = make_claim(status=ClaimStatus.ACCEPTED)
    publication = make_publication(make_review(claim), code="true", findings={claim.pk: FindingInput("not_said")})
    assert headlines(client, "?rating=true") == []
    assert headlines(client, "?rating=false_attribution") == [publication.headline]


@pytest.mark.parametrize(
    "query",
    ["?since=yesterday", "?rating=great", "?source=x", "?source=99999999999999999999", "?kind=poem", f"?q={'a' * 201}"],
)
def test_a_filter_that_makes_no_sense_is_named_and_left_out(client: Client, query: str) -> None:
    publication = make_publication()
    assert headlines(client, query) == [publication.headline]
    assert 'class="errorlist"' in page(client, query)


@pytest.mark.parametrize("words", ["%00", "%27%22--;", "%E2%80%AE", "((((", "|&!", "-", '"'])
def test_strange_searches_are_just_searches(client: Client, words: str) -> None:
    make_publication()
    assert client.get(f"/?q={words}").status_code == HTTPStatus.OK


def test_nothing_found_says_what_to_try(client: Client) -> None:
    make_publication()
    assert "Try fewer or other words" in page(client, "?q=zeppelin")


def test_filtered_lists_stay_out_of_search_engines(client: Client) -> None:
    assert 'content="noindex"' in page(client, "?q=bridges")
    assert 'content="noindex"' not in page(client, "")


def all_pages(client: Client, query: str = "") -> list[list[str]]:
    pages = []
    address = f"/{query}"
    while address:
        context = client.get(address).context
        pages.append([publication.headline for publication in context["rows"]])
        address = context["next"]
    return pages


@pytest.fixture
def small_pages(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(paging.page_of, "__kwdefaults__", {"size": 2, "skip": 0})


@pytest.mark.usefixtures("small_pages")
@pytest.mark.parametrize("query", ["", "?q=registers"])
def test_pages_hold_every_verdict_once_though_new_ones_come_in_between(client: Client, query: str) -> None:
    known = [make_publication().headline for _ in range(5)]
    first = client.get(f"/{query}").context
    make_publication(summary="Not a word of what was asked for.", headline="Ferries")
    make_publication()
    rest = all_pages(client, first["next"].removeprefix("/"))
    seen = [publication.headline for publication in first["rows"]] + [headline for rows in rest for headline in rows]
    assert sorted(seen) == sorted(known)


@pytest.mark.usefixtures("small_pages")
def test_the_next_page_keeps_the_search(client: Client) -> None:
    for _ in range(3):
        make_publication(code="false")
    following = client.get("/?q=registers&rating=false&speaker=").context["next"]
    assert following.startswith("/?q=registers&rating=false&after=")


@pytest.mark.parametrize("cursor", ["x", "1-2", "1-2-3-4", "--", "9" * 60, f"0-{10**30}-1", f"0-1-{10**30}"])
def test_an_address_of_a_page_that_cannot_be_shows_the_first_one(client: Client, cursor: str) -> None:
    publication = make_publication()
    assert headlines(client, f"?after={cursor}") == [publication.headline]
    assert "Here is the first one" in page(client, f"?after={cursor}")


def test_the_number_of_queries_does_not_grow_with_the_list(
    client: Client, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    make_publication()
    client.get("/")
    for count in (1, 4):
        while Publication.objects.count() < count:
            make_publication()
        with django_assert_num_queries(4):
            client.get("/")
        with django_assert_num_queries(6):
            client.get("/?q=registers&rating=true")


def test_a_page_behind_the_end_of_the_list_says_that_it_ends(client: Client) -> None:
    make_publication()
    for address in ("/?after=0-1-1", "/?after=0-1-1&rating=true"):
        page = client.get(address).content.decode()
        assert "The list ends before this page." in page
        assert "Back to the first page" in page
        assert "No verdict is published yet" not in page
