"""What a search shows besides the verdicts: marked words, ways to narrow it, other spellings."""

from http import HTTPStatus
from typing import Any
from urllib.parse import quote

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from claims.enums import ClaimStatus, SpeakerKind
from claims.models import Speaker, Topic
from reviews import facets, filters
from reviews.drafting import OriginInput
from reviews.models import Publication, SearchWord
from reviews.public import narrowing
from reviews.services.publishing import suspend_publication
from reviews.services.withholding import ask_withholding, confirm_withholding
from tests.claims.factories import make_claim, make_source, make_user
from tests.reviews.factories import make_evidence_input, make_publication, make_review, make_submitted_verdict
from tests.reviews.public.pages import text_of

pytestmark = pytest.mark.django_db


def page(client: Client, query: str) -> str:
    response = client.get(f"/?{query}")
    assert response.status_code == HTTPStatus.OK
    return response.content.decode()


def ways(client: Client, query: str) -> dict[str, list[tuple[str, int | None]]]:
    context = client.get(f"/?{query}").context
    return {facet.name: [(way.label, way.count) for way in facet.ways] for facet in context["facets"]}


def suggestion(client: Client, words: str, more: str = "") -> str:
    return str(client.get(f"/?q={quote(words)}{more}").context.get("suggested", ""))


def said_by(name: str, kind: str = SpeakerKind.PUBLIC_FIGURE, **values: Any) -> Publication:
    speaker, _ = Speaker.objects.get_or_create(name=name, defaults={"kind": kind})
    return make_publication(make_review(speaker=speaker), **values)


def test_found_words_are_marked_in_headline_summary_and_speaker(client: Client) -> None:
    said_by("Ada Marsh", headline="Herons: how many nest", summary="A census counted twelve herons at Marsh End.")
    shown = page(client, "q=heron+marsh")
    assert "<mark>Herons</mark>: how many nest" in shown
    assert "counted twelve <mark>herons</mark> at <mark>Marsh</mark> End." in shown
    assert "Ada <mark>Marsh</mark>" in shown


def test_a_word_of_the_statement_alone_is_shown_in_it(client: Client) -> None:
    claim = make_claim(status=ClaimStatus.ACCEPTED, wording="Twelve cormorants breed at the port.")
    make_publication(make_review(claim))
    assert "Twelve <mark>cormorants</mark> breed at the port." in page(client, "q=cormorants")
    assert "item-found" not in page(client, "q=registers")


def test_what_is_marked_is_escaped_first(client: Client) -> None:
    summary = "\ue000b\ue001 <script>alert(1)</script> & <img src=x onerror=alert(1)> herons </mark>"
    make_publication(summary=summary)
    shown = page(client, "q=herons")
    assert "<script>alert" not in shown and "<img" not in shown
    assert "<mark>herons</mark> &lt;/mark&gt;" in shown
    assert shown.count("<mark>") == shown.count("</mark>") == 1


def test_facets_count_what_was_found_and_lead_to_it(client: Client) -> None:
    topic = Topic.objects.create(name="Bridges & roads")
    claim = make_claim(status=ClaimStatus.ACCEPTED, kind="event")
    claim.topics.add(topic)
    one = make_publication(make_review(claim), code="false")
    make_publication(make_review(kind="quantity"), code="true")
    make_publication(make_review(kind="quantity"), code="true")
    found = ways(client, "q=registers")
    assert found["rating"] == [("True", 2), ("False", 1)]
    assert found["kind"] == [("Figure", 2), ("Event", 1)]
    facet = next(item for item in client.get("/?q=registers").context["facets"] if item.name == "kind")
    assert facet.ways[1].href == "/?q=registers&kind=event"
    assert [row.pk for row in client.get(facet.ways[1].href).context["rows"]] == [one.pk]
    narrowed = client.get(f"/?topic={quote(topic.name)}").context
    assert [row.pk for row in narrowed["rows"]] == [one.pk]
    assert [(way.label, way.href) for way in narrowed["chosen"]] == [("Topic: Bridges & roads", "/")]
    assert client.get("/?year=1999").context["total"] == 0
    assert client.get(f"/?year={one.valid_from.year}&q=registers").context["total"] == 3


def test_numbers_of_somebody_begin_at_ten_and_private_persons_are_no_way_to_narrow(
    client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name, kind in (("Ada Marsh", "public_figure"), ("Bo Reed", "public_figure"), ("Cy Moss", "private_person")):
        said_by(name, kind)
    said_by("Ada Marsh")
    assert ways(client, "q=registers")["speaker"] == [("Ada Marsh", None), ("Bo Reed", None)]
    monkeypatch.setattr(narrowing, "COUNTED_FROM", 2)
    assert ways(client, "q=registers")["speaker"] == [("Ada Marsh", 2), ("Bo Reed", None)]
    assert all(count is None or count >= 2 for _, count in ways(client, "q=registers")["source"])


def test_a_frequent_word_is_counted_and_ranked_up_to_a_limit(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    for module in (facets, filters):
        monkeypatch.setattr(module, "LOOKED_AT", 2)
    known = [make_publication() for _ in range(3)]
    context = client.get("/?q=registers").context
    assert (context["total"], context["more"]) == (2, True)
    assert {row.pk for row in context["rows"]} == {row.pk for row in known[1:]}
    assert "More than" in text_of(client, "/?q=registers")


def test_a_slip_in_a_word_or_a_name_gets_the_right_spelling_offered(client: Client) -> None:
    said_by("Jana Nováková", headline="Ferries: how many sail")
    assert suggestion(client, "feries") == "ferries"
    assert suggestion(client, "Novakova") == "Nováková"
    assert suggestion(client, '"Jana Novakova" -bridgse') == '"Jana Nováková" -bridgse'
    shown = page(client, "q=feries&kind=quantity")
    assert "Did you mean" not in shown  # The filter lets none through.
    shown = page(client, "q=feries")
    assert 'Did you mean <a href="/?q=ferries"><bdi>ferries</bdi></a>?' in shown


@pytest.mark.parametrize(
    "words", ["Norhaven", "war", "ministère", "ferries", "2001", "“Norhaven’s war”", "«\u00a0ministère\u00a0»"]
)
def test_a_word_ends_at_printed_quotation_marks_dashes_and_blanks(client: Client, words: str) -> None:
    headline = "“Norhaven’s war”, says the «\u00a0ministère\u00a0»: ferries—1999–2001"
    found = make_publication(headline=headline)
    make_publication()
    assert [row.pk for row in client.get("/", {"q": words}).context["rows"]] == [found.pk]


def test_marked_words_keep_the_signs_around_them(client: Client) -> None:
    make_publication(headline="“Norhaven’s war” <b>—\u00a0ferries…", summary="Ferries’ end.")
    shown = page(client, f"q={quote('norhaven ferries')}")
    assert "“<mark>Norhaven</mark>’s war” &lt;b&gt;—\u00a0<mark>ferries</mark>…" in shown
    assert "<mark>Ferries</mark>’ end." in shown


def test_whom_the_evidence_rests_on_is_found_though_the_citation_is_another(client: Client) -> None:
    office = make_source("Harbour Board")
    rests = make_evidence_input(rests_on=(OriginInput(source=office.pk),))
    found = make_publication(evidence=(rests, make_evidence_input()))
    make_publication()
    assert [row.pk for row in client.get("/?q=harbour+board").context["rows"]] == [found.pk]


def test_a_word_that_was_only_begun_is_completed(client: Client) -> None:
    make_publication(headline="Ferries: how many sail to Norhaven")
    assert suggestion(client, "Norh") == "Norhaven"
    assert suggestion(client, "nor fer") == "norhaven ferries"
    assert suggestion(client, "no") == ""


@pytest.mark.parametrize("written", ["13,000", "13000", "13 000"])
def test_a_number_is_found_in_every_writing(client: Client, written: str) -> None:
    found = make_publication(headline=f"Herons: {written} of them counted in 2021")
    other = make_publication(headline="Herons: 13 of them counted in 2000")
    for typed in ("13000", "13,000", "13 000", "herons 13000", '"13,000 of them"', '"13000 of them"'):
        assert [row.pk for row in client.get("/", {"q": typed}).context["rows"]] == [found.pk], typed
    assert [row.pk for row in client.get("/", {"q": "herons -13000"}).context["rows"]] == [other.pk]
    number = written.replace(",", "</mark>,<mark>").replace(" ", "</mark> <mark>")
    assert f"<mark>{number}</mark> of them" in page(client, "q=13000")


def test_a_word_left_out_is_left_out_in_all_its_forms(client: Client) -> None:
    make_publication(headline="Ferries: how many sail")
    other = make_publication(headline="Herons: how many nest")
    for words in ("registers -ferry", "registers -ferries", '-"ferries how" registers', "registers -Ferries -zeppelin"):
        assert [row.pk for row in client.get(f"/?q={quote(words)}").context["rows"]] == [other.pk], words


def test_what_was_found_gets_no_other_spelling(client: Client) -> None:
    make_publication(headline="Ferries: how many sail")
    assert suggestion(client, "ferries") == suggestion(client, "zeppelin") == suggestion(client, "the") == ""


def test_no_word_of_a_text_that_is_not_public_is_offered(client: Client) -> None:
    make_submitted_verdict(headline="Cormorants nobody approved")
    assert suggestion(client, "cormorantz") == ""
    suspended = make_publication(headline="Herons under doubt")
    assert suggestion(client, "heronz") == "herons"
    suspend_publication(publication=suspended, by=make_user("editor"), reason="A new register was found.")
    assert suggestion(client, "heronz") == ""


def test_words_of_a_withheld_text_are_gone_from_the_table_too(client: Client) -> None:
    gone, stays = make_publication(headline="Cormorants withheld"), make_publication(headline="Ferries stay")
    asked = ask_withholding(target=gone.verdict, by=make_user("editor"), legal_basis="Order 1 C 2/26")
    confirm_withholding(withholding=asked, by=make_user("administrator"))
    words = set(SearchWord.objects.values_list("word", flat=True))
    assert "cormorants" not in words
    assert {"ferries", "registers"} <= words
    assert suggestion(client, "cormorantz") == ""
    assert stays.headline in text_of(client, "/?q=ferries")


@pytest.mark.parametrize(
    "query",
    ["since=2026-03-02&until=2026-03-01", "year=20262", "year=x", "year=1.5", "topic=%00", f"topic={'a' * 101}"],
)
def test_what_makes_no_sense_is_named_and_left_out(client: Client, query: str) -> None:
    make_publication()
    assert 'class="errorlist"' in page(client, query)


@pytest.mark.parametrize(
    "words", ["the of and", "!!! ???", '"unbalanced quote', "a & | ! <-> b:*", "\\", "ß", "🙂" * 50]
)
def test_odd_searches_are_answered(client: Client, words: str) -> None:
    make_publication()
    assert page(client, f"q={quote(words)}")


def test_the_number_of_queries_does_not_grow(client: Client, django_assert_num_queries: DjangoAssertNumQueries) -> None:
    for _ in range(2):
        said_by("Ada Marsh")
        with django_assert_num_queries(6):
            client.get("/?q=registers")
        with django_assert_num_queries(5):
            client.get("/?kind=status")
    with django_assert_num_queries(7):  # Words near it, and one spelling that was tried.
        assert client.get("/?q=registrs").context["suggested"] == "registers"
