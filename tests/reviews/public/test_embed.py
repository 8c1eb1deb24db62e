from html import unescape
from http import HTTPStatus

import html5lib
import pytest
from django.test import Client
from pytest_django import Settings

from reviews.enums import CorrectionKind
from reviews.public.languages import in_language
from reviews.public.oembed import HEIGHT, WIDTH
from reviews.services.publishing import record_correction, retract_publication, suspend_publication
from reviews.services.withholding import ask_withholding, confirm_withholding
from tests.claims.factories import make_user
from tests.reviews.factories import make_publication
from tests.reviews.public.addresses import pages_of, verdict_of
from tests.reviews.public.html import complaints

pytestmark = pytest.mark.django_db


def test_only_the_embed_may_be_framed(client: Client) -> None:
    publication = make_publication()
    embed = client.get(f"/embed/{publication.claim_id}/")
    assert embed.status_code == HTTPStatus.OK
    assert "default-src 'none'" in embed.headers["Content-Security-Policy"]
    assert "frame-ancestors" not in embed.headers["Content-Security-Policy"]
    assert "X-Frame-Options" not in embed.headers
    for address in pages_of(publication):
        response = client.get(address)
        assert "frame-ancestors 'none'" in response.headers["Content-Security-Policy"], address
        assert response.headers["X-Frame-Options"] == "DENY"


def test_it_is_a_card_without_script_that_leads_to_the_page(client: Client) -> None:
    publication = make_publication(code="misleading")
    page = client.get(f"/embed/{publication.claim_id}/").content.decode()
    assert complaints(page) == []
    assert "<script" not in page
    for words in (publication.headline, publication.summary, "Misleading", verdict_of(publication), "noindex"):
        assert words in page, words


def test_corrections_suspension_and_retraction_reach_it_at_once(client: Client) -> None:
    publication = make_publication(code="misleading")
    address = f"/embed/{publication.claim_id}/"
    by = make_user("editor")
    record_correction(publication=publication, kind=CorrectionKind.MINOR, by=by, was="Bridge", now="Bridges")
    assert "Minor correction on" in client.get(address).content.decode()
    known = client.get(address).headers["ETag"]
    suspend_publication(publication=publication, by=by, reason="A new register.")
    changed = client.get(address, HTTP_IF_NONE_MATCH=known)
    assert changed.status_code == HTTPStatus.OK
    assert "Under re-examination since" in changed.content.decode()
    assert "rating-text" not in changed.content.decode()
    retract_publication(publication=publication, by=by, was="124", now="It is 142.")
    page = client.get(address).content.decode()
    assert "Retracted on" in page
    assert "It is 142." in page


HOSTILE = (
    'He said "no" & left <b>bold</b>',
    '"></iframe><script>alert(1)</script>',
    "' onload='alert(1)",
    "&quot; onload=&quot;alert(1)&quot; &amp;lt;",
    "\u202egnihsilbup\u2066 \u05d0\u05d1\u05d2",
)


@pytest.mark.parametrize("headline", HOSTILE)
@pytest.mark.parametrize("language", ["en", "fr"])
def test_the_code_to_copy_is_one_frame_with_its_address_and_the_headline_as_title(
    client: Client, settings: Settings, headline: str, language: str
) -> None:
    """As a browser reads the field, and then as a browser reads what was copied out of it."""
    settings.SITE_URL = "https://facts.example"
    publication = make_publication(headline=headline)
    page = client.get(in_language(verdict_of(publication), language)).content.decode()
    [field] = html5lib.parse(page, namespaceHTMLElements=False).findall(".//input[@id='share-embed']")
    [frame] = html5lib.parseFragment(field.get("value"), namespaceHTMLElements=False)
    assert (frame.tag, list(frame), frame.text, frame.tail) == ("iframe", [], None, None)
    assert dict(frame.attrib) == {
        "src": f"https://facts.example{in_language(f'/embed/{publication.claim_id}/', language)}",
        "title": headline,
        "width": str(WIDTH),
        "height": str(HEIGHT),
        "loading": "lazy",
    }


def test_a_card_of_what_is_withheld_has_no_word_of_it_in_any_language(client: Client) -> None:
    publication = make_publication()
    by = make_user("editor")
    asked = ask_withholding(target=publication.verdict, legal_basis="Court of Norhaven, 1 C 23/26", by=by)
    confirm_withholding(withholding=asked, by=make_user("editor"))
    for address, title in (("/embed/", "Withheld"), ("/fr/embed/", "Texte retenu")):
        page = client.get(f"{address}{publication.claim_id}/").content.decode()
        assert complaints(page) == []
        assert f"<title>{title} · " in page
        assert publication.headline not in page


def test_nothing_is_embedded_that_is_not_published(client: Client) -> None:
    assert client.get("/embed/999/").status_code == HTTPStatus.NOT_FOUND


def test_oembed_hands_out_the_frame_of_a_page(client: Client, settings: Settings) -> None:
    settings.SITE_URL = "https://facts.example"
    publication = make_publication(headline='A "quoted" <headline>')
    page = client.get(verdict_of(publication)).content.decode()
    discovery = unescape(page.partition('application/json+oembed"')[2].partition('href="')[2].partition('"')[0])
    data = client.get(discovery.removeprefix("https://facts.example")).json()
    assert (data["version"], data["type"], data["title"]) == ("1.0", "rich", publication.headline)
    assert f'src="https://facts.example/embed/{publication.claim_id}/"' in data["html"]
    assert "<headline>" not in data["html"]
    narrow = client.get(f"{discovery.removeprefix('https://facts.example')}&maxwidth=300&maxheight=x").json()
    assert (narrow["width"], narrow["height"]) == (300, data["height"])


@pytest.mark.parametrize("query", ["", "?url=https://evil.example/claims/1-x/", "?url=http://127.0.0.1:8000/sources/"])
def test_oembed_knows_only_verdicts_of_ours(client: Client, query: str) -> None:
    assert client.get(f"/oembed{query}").status_code == HTTPStatus.NOT_FOUND


def test_oembed_offers_json_only(client: Client) -> None:
    assert client.get("/oembed?format=xml").status_code == HTTPStatus.NOT_IMPLEMENTED
