"""Earlier evidence copied in, rows filled from their address, and sources that are not on record yet."""

from collections.abc import Iterator
from datetime import date
from http import HTTPStatus

import pytest
from django.contrib.auth.models import User
from django.test import Client
from lxml import html
from pytest_django import Settings

from claims.models import Article, Source
from reviews.drafting import EvidenceInput
from reviews.models import Draft, ProposedSource, Review
from tests.claims.factories import make_article, make_source
from tests.claims.ingest.servers import ANSWERS, Server, send, serve
from tests.reviews.desk.pages import address, form_values, open_form, text_of
from tests.reviews.factories import (
    make_draft,
    make_evidence_input,
    make_publication,
    make_submitted_verdict,
)

pytestmark = pytest.mark.django_db

PAGE = b"""<html lang="uk"><head><title>Register of bridges</title>
<meta property="article:published_time" content="2021-12-30T10:00:00Z"></head><body><p>124</p></body></html>"""


@pytest.fixture
def site(settings: Settings, monkeypatch: pytest.MonkeyPatch) -> Iterator[Server]:
    """A web server of the newsroom's own network, allowed by the setting."""
    monkeypatch.setitem(ANSWERS, "/register", lambda handler: send(handler, 200, PAGE))
    for server in serve():
        settings.CLAIMDESK_FETCH_ALLOW_HOSTS = [server.host]
        yield server


def press(client: Client, review: Review, button: str, **values: str) -> str:
    """Press a button of the form with these values typed; the words of the page that follows."""
    form = open_form(client, review) | values | {"row": button}
    return text_of(client.post(address("draft", review), form, follow=True))


def rows(review: Review, user: User) -> list[EvidenceInput]:
    draft = Draft.objects.get(review=review, author=user)
    return [EvidenceInput.from_json(row) for row in draft.body["evidence"]]


def search(client: Client, review: Review, words: str) -> list[str]:
    """Keys of what is found."""
    page = client.get(address("earlier", review), {"reuse": words})
    return [str(value).removeprefix("reuse-") for value in html.fromstring(page.content).xpath("//button/@value")]


def test_evidence_of_a_published_verdict_is_found_and_copied_in(client: Client, reviewer: User, review: Review) -> None:
    owner = make_source("Bridge Register")
    published = make_publication(
        evidence=(make_evidence_input(owner, figure_value="12800", title="Yearly table"), make_evidence_input())
    )
    for words in ("yearly TAB", "bridge regis", "records.example"):
        assert search(client, review, words), words
    [key] = search(client, review, "Yearly table")
    assert "Copied." in press(client, review, f"reuse-{key}")
    [row] = rows(review, reviewer)
    cited = published.verdict.evidence.get(title="Yearly table")
    assert (row.source, row.title, row.address, row.figure_value) == (owner.pk, "Yearly table", cited.address, "12800")


def test_other_peoples_unpublished_evidence_is_not_shown(client: Client, reviewer: User, review: Review) -> None:
    verdict = make_submitted_verdict(evidence=(make_evidence_input(title="Unseen table"), make_evidence_input()))
    make_draft(evidence=(make_evidence_input(title="Unseen draft"), make_evidence_input()))
    assert search(client, review, "Unseen") == []
    key = f"reuse-e{verdict.evidence.get(title='Unseen table').pk}"
    assert "cannot be copied" in press(client, review, key)
    assert rows(review, reviewer) == []


def test_withheld_evidence_is_not_passed_on(client: Client, reviewer: User, review: Review) -> None:
    make_publication(
        evidence=(
            make_evidence_input(title="Sealed file", withheld_because="A court sealed it."),
            make_evidence_input(),
        )
    )
    assert search(client, review, "Sealed") == []


def test_rows_of_my_other_drafts_are_found_each_document_once(client: Client, reviewer: User, review: Review) -> None:
    source = make_source("Court of Audit")
    row = make_evidence_input(source, title="Audit of bridges")
    for _ in range(2):
        make_draft(author=reviewer, evidence=(row, make_evidence_input()))
    [key] = search(client, review, "court of")
    press(client, review, f"reuse-{key}")
    assert rows(review, reviewer)[0] == row


def test_without_scripts_the_search_is_a_round_trip_that_makes_no_empty_draft(
    client: Client, reviewer: User, review: Review
) -> None:
    make_publication(evidence=(make_evidence_input(title="Yearly table"), make_evidence_input()))
    assert "Yearly table" in press(client, review, "find", reuse="Yearly")
    assert "Nothing that was cited before fits." in press(client, review, "find", reuse="nowhere")
    assert "three letters or more" in press(client, review, "find", reuse="ab")
    assert not Draft.objects.filter(review=review).exists()


def test_a_row_is_filled_from_the_page_behind_its_address(
    client: Client, reviewer: User, review: Review, site: Server
) -> None:
    said = press(client, review, "fill-0", **{"evidence-0-address": site.address("/register")})
    assert "Filled in what was empty, from the page." in said
    [row] = rows(review, reviewer)
    assert (row.title, row.published_on, row.language) == ("Register of bridges", "2021-12-30", "uk")


def test_what_was_typed_is_not_replaced(client: Client, reviewer: User, review: Review, site: Server) -> None:
    typed = {
        "evidence-0-address": site.address("/register"),
        "evidence-0-title": "My title",
        "evidence-0-published_on": "2020",
    }
    press(client, review, "fill-0", **typed)
    [row] = rows(review, reviewer)
    assert (row.title, row.published_on) == ("My title", "2020")


@pytest.mark.parametrize(
    ("typed", "why"),
    [
        ("http://127.0.0.1/register", "inside a private network"),
        ("http://[::1]/register", "inside a private network"),
        ("ftp://records.example/1", "must begin with https:// or http://"),
        ("records", "must begin with https:// or http://"),
    ],
)
def test_what_may_not_be_fetched_says_why_and_stays_as_typed(
    client: Client, reviewer: User, review: Review, typed: str, why: str
) -> None:
    assert why in press(client, review, "fill-0", **{"evidence-0-address": typed})
    [row] = rows(review, reviewer)
    assert (row.address, row.title) == (typed, "")
    answer = client.post(address("address"), {"address": typed}).json()
    assert why in answer["problem"]
    assert answer["title"] == ""


def test_a_page_that_is_gone_says_so(client: Client, reviewer: User, review: Review, site: Server) -> None:
    assert "answered 404" in client.post(address("address"), {"address": site.address("/missing")}).json()["problem"]


def test_an_address_cited_before_is_filled_without_the_network(client: Client, reviewer: User, review: Review) -> None:
    source = make_source()
    cited = make_evidence_input(source, address="https://no-server.invalid/t", title="Table 7", language="fr")
    make_publication(evidence=(cited, make_evidence_input()))
    answer = client.post(address("address"), {"address": "https://no-server.invalid/t"}).json()
    assert (answer["source"], answer["title"], answer["language"]) == (source.name, "Table 7", "fr")
    assert (answer["published_on"], answer["problem"]) == ("2021-12-31", "")


def test_an_article_of_ours_is_filled_from_its_record(client: Client, reviewer: User, review: Review) -> None:
    article = make_article(
        address="https://no-server.invalid/a", title="Bridges closed", published_on=date(2021, 3, 4), language="de"
    )
    answer = client.post(address("address"), {"address": "https://NO-SERVER.invalid/a?utm_source=x"}).json()
    assert Article.objects.get(title=answer["title"]) == article
    assert (answer["published_on"], answer["language"]) == ("2021-03-04", "de")


def test_the_owner_of_the_host_is_named_even_where_the_page_is_not_fetched(
    client: Client, reviewer: User, review: Review
) -> None:
    make_source("Zenith Statistics Office", domains=["zso.invalid"])
    answer = client.post(address("address"), {"address": "https://data.zso.invalid/t"}).json()
    assert answer["source"] == "Zenith Statistics Office"
    assert "No server is known by the name" in answer["problem"]


def test_a_source_that_is_not_on_record_is_proposed_by_its_name_alone(
    client: Client, reviewer: User, review: Review
) -> None:
    typed = {"evidence-0-source": "Bridge  Watch", "evidence-0-title": "A list"}
    assert "Put “Bridge Watch” on record" in press(client, review, "", **typed)
    assert "is on record now" in press(client, review, "record-0")
    source = Source.objects.get(name="Bridge Watch")
    assert (source.kind, source.control, source.owner, source.domains) == ("other", "unknown", None, [])
    proposal = ProposedSource.objects.get()
    assert (proposal.source, proposal.proposed_by, proposal.review) == (source, reviewer, review)
    assert rows(review, reviewer)[0].source == source.pk
    assert "not confirmed by an editor yet: Bridge Watch" in text_of(client.get(address("review", review)))


def test_a_lost_lease_puts_nothing_on_record(client: Client, reviewer: User, review: Review) -> None:
    page = client.get(address("review", review))
    form = form_values(page) | {"evidence-0-source": "Bridge Watch", "row": "record-0", "lease_number": "7"}
    assert client.post(address("draft", review), form).status_code == HTTPStatus.CONFLICT
    assert not ProposedSource.objects.exists()
