import struct
from collections.abc import Callable
from http import HTTPStatus
from xml.etree import ElementTree

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries, Settings

from claims.enums import ClaimStatus, SpeakerKind, Treatment
from claims.models import Speaker
from reviews.models import Publication
from reviews.public.share.image import png_of
from reviews.services.publishing import merge_review, retract_publication, suspend_publication
from tests.claims.factories import make_article, make_claim, make_user
from tests.reviews.factories import make_publication, make_review, make_submitted_verdict
from tests.reviews.public.addresses import verdict_of

pytestmark = pytest.mark.django_db

SVG = "{http://www.w3.org/2000/svg}"


def svg(client: Client, publication: Publication) -> str:
    response = client.get(f"/claims/{publication.claim_id}/share.svg")
    assert response.status_code == HTTPStatus.OK
    return response.content.decode()


def words(client: Client, publication: Publication) -> str:
    texts = ElementTree.fromstring(svg(client, publication)).iter(f"{SVG}text")
    return " ".join(text.text or "" for text in texts)


def suspend(publication: Publication) -> None:
    suspend_publication(publication=publication, by=make_user("editor"), reason="A new register was found.")


def retract(publication: Publication) -> None:
    retract_publication(publication=publication, by=make_user("editor"), was="124 bridges", now="142 bridges")


def merge(publication: Publication) -> None:
    into, by = make_publication(code="true").review, make_user("editor")
    merge_review(review=publication.review, into=into, treatment=Treatment.ASSERTS, reason="The same.", by=by)


def test_the_png_has_the_size_that_networks_want(client: Client) -> None:
    response = client.get(f"/claims/{make_publication().claim_id}/share.png")
    assert response.headers["Content-Type"] == "image/png"
    assert response.content.startswith(b"\x89PNG\r\n\x1a\n")
    assert struct.unpack(">II", response.content[16:24]) == (1200, 630)


def test_it_says_the_headline_and_the_rating_by_word_shape_and_colour(client: Client) -> None:
    publication = make_publication(code="false")
    image = svg(client, publication)
    assert " ".join(words(client, publication).split()).count(publication.headline) == 1
    assert ">False</text>" in image
    assert 'd="M8 2h8l6 6v8l-6 6H8l-6-6V8z"' in image  # The octagon.
    assert "#a51d1d" in image  # --false of the light theme.


@pytest.mark.parametrize("code", ["true", "mostly_true", "half_true", "misleading", "unverifiable", "not_checkable"])
def test_every_rating_has_its_picture(client: Client, code: str) -> None:
    publication = make_publication(code=code)
    assert publication.label in words(client, publication)
    assert png_of(svg(client, publication))


@pytest.mark.parametrize(
    ("change", "says"), [(suspend, "Under re-examination since"), (retract, "Retracted on"), (merge, "Merged on")]
)
def test_a_verdict_that_is_taken_back_shows_no_rating(
    client: Client, change: Callable[[Publication], None], says: str
) -> None:
    publication = make_publication(code="false")
    before = client.get(f"/claims/{publication.claim_id}/share.png")
    change(publication)
    image = svg(client, publication)
    assert says in image
    assert "False" not in image
    after = client.get(f"/claims/{publication.claim_id}/share.png", HTTP_IF_NONE_MATCH=before.headers["ETag"])
    assert after.status_code == HTTPStatus.OK
    assert after.content != before.content


@pytest.mark.parametrize("kind", [SpeakerKind.PRIVATE_PERSON, SpeakerKind.ANONYMOUS])
def test_a_private_person_is_not_named(client: Client, kind: str) -> None:
    speaker = Speaker.objects.create(name="Ada Marsh", kind=kind)
    assert "Marsh" not in svg(client, make_publication(make_review(speaker=speaker)))


def test_a_public_figure_is_named(client: Client) -> None:
    speaker = Speaker.objects.create(name="Ada Marsh", kind=SpeakerKind.PUBLIC_FIGURE)
    assert "Ada Marsh, in Gazette" in words(client, make_publication(make_review(speaker=speaker)))


@pytest.mark.parametrize(
    "headline",
    [
        "W" * 75,
        '<script>alert(1)</script> & "quotes" ]]>',
        "\u202eecila\u202c \x0b and \x1f others",
        "Їжак і ґава, Ξεσκεπάζω, žluťoučký kůň",
        "أغلق 124 جسرا في عام 2021",
        "关闭的桥梁",
    ],
)
def test_any_headline_makes_a_picture(client: Client, headline: str) -> None:
    publication = make_publication(headline=headline)
    image = svg(client, publication)
    root = ElementTree.fromstring(image)
    assert not list(root.iter(f"{SVG}script"))
    assert "\u202e" not in image
    assert png_of(image)
    for text in root.iter(f"{SVG}text"):
        assert float(text.get("textLength", "")) <= 1060.5


def test_what_is_written_from_right_to_left_begins_at_the_right(client: Client) -> None:
    publication = make_publication(headline="أغلق 124 جسرا في عام 2021")
    lines = ElementTree.fromstring(svg(client, publication)).iter(f"{SVG}text")
    [headline] = [line for line in lines if "124" in str(line.text)]
    assert (headline.get("x"), headline.get("text-anchor")) == ("1130", "end")


def test_without_a_publication_there_is_no_picture(client: Client) -> None:
    claim_id = make_submitted_verdict().review.claim_id
    for kind in ("svg", "png"):
        assert client.get(f"/claims/{claim_id}/share.{kind}").status_code == HTTPStatus.NOT_FOUND
        assert client.get(f"/claims/{10**30}/share.{kind}").status_code == HTTPStatus.NOT_FOUND


def test_a_known_picture_is_confirmed_by_one_query(
    client: Client, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    address = f"/claims/{make_publication().claim_id}/share.png"
    with django_assert_num_queries(2):
        known = client.get(address).headers["ETag"]
    with django_assert_num_queries(1):
        assert client.get(address, HTTP_IF_NONE_MATCH=known).status_code == HTTPStatus.NOT_MODIFIED


def test_the_page_names_its_picture_and_a_changed_page_another(client: Client, settings: Settings) -> None:
    settings.SITE_URL = "https://facts.example"
    publication = make_publication()
    page = client.get(verdict_of(publication)).content.decode()
    start = f'<meta property="og:image" content="https://facts.example/claims/{publication.claim_id}/share.png?v='
    assert start in page
    assert '<meta name="twitter:card" content="summary_large_image">' in page
    token = page.partition(start)[2].partition('"')[0]
    assert client.get(f"/claims/{publication.claim_id}/share.png?v={token}").status_code == HTTPStatus.OK
    Publication.objects.filter(pk=publication.pk).update(changed_at="2030-01-01T00:00:00Z")
    assert f"{start}{token}" not in client.get(verdict_of(publication)).content.decode()


def test_sample_data_is_named_so_and_offered_to_no_network(client: Client) -> None:
    claim = make_claim(make_article(is_sample=True), status=ClaimStatus.ACCEPTED)
    publication = make_publication(make_review(claim))
    page = client.get(verdict_of(publication)).content.decode()
    assert "og:image" not in page
    assert "Sample data" in words(client, publication)
    assert client.get(f"/claims/{claim.pk}/share.png").headers["X-Robots-Tag"] == "noindex"


def test_share_links_are_plain_and_hold_no_rating(client: Client, settings: Settings) -> None:
    settings.SITE_URL = "https://facts.example"
    publication = make_publication(headline='Bridges & "ferries" of 2021', code="false")
    page = client.get(verdict_of(publication)).content.decode()
    section = page[page.index('<section class="stack stack-tight share"') :].partition("</section>")[0]
    address = f"https://facts.example{verdict_of(publication)}"
    assert f'value="{address}" readonly' in section
    text = "Bridges%20%26%20%22ferries%22%20of%202021"
    for start in ("mailto:?subject=", "https://share.joinmastodon.org/#text=", "https://bsky.app/intent/compose?text="):
        assert f'href="{start}{text}' in section
    assert "https://www.facebook.com/sharer/sharer.php?u=https%3A%2F%2Ffacts.example%2F" in section
    assert "<script" not in section
    assert "False" not in section


def test_a_retracted_page_is_cited_as_such(client: Client) -> None:
    publication = make_publication()
    retract(publication)
    assert "(retracted on " in client.get(verdict_of(publication)).content.decode()
