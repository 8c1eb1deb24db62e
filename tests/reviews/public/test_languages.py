"""Every page in French and English, by its address and by nothing else."""

import re
from datetime import date
from http import HTTPStatus

import pytest
from django.test import Client
from django.utils.translation import get_language, override
from pytest_django import Settings

from reviews.dates import day_in_words, number_in_words, on_date, partial_date_in_words
from reviews.enums import CorrectionKind
from reviews.models import Publication
from reviews.public.languages import in_language, language_of, without_language
from reviews.services.publishing import record_correction, retract_publication, suspend_publication
from tests.claims.factories import make_user
from tests.reviews.factories import make_publication
from tests.reviews.public.addresses import article_of, pages_of, source_of, verdict_of
from tests.reviews.public.html import complaints
from tests.reviews.public.pages import text_of

pytestmark = pytest.mark.django_db


def fully_published() -> Publication:
    publication = make_publication(code="mostly_true")
    record_correction(
        publication=publication, kind=CorrectionKind.MINOR, by=make_user("editor"), was="Bridge", now="Bridges"
    )
    return publication


def in_french(publication: Publication) -> list[str]:
    pages = [page for page in pages_of(publication) if not page.endswith((".txt", ".xml", ".json"))]
    return [f"/fr{page}" for page in [*pages, "/statistics/", "/submit/", f"/claims/{publication.claim_id}/dispute/"]]


@pytest.mark.parametrize(
    ("path", "code", "bare"),
    [
        ("/", "en", "/"),
        ("/fr/", "fr", "/"),
        ("/fr", "fr", "/"),
        ("/fr/sources/?q=1", "fr", "/sources/?q=1"),
        ("/french/", "en", "/french/"),
        ("/en/", "en", "/en/"),
        ("/claims/1-fr/", "en", "/claims/1-fr/"),
    ],
)
def test_the_address_alone_says_the_language(path: str, code: str, bare: str) -> None:
    assert language_of(path) == code
    assert without_language(path) == bare
    assert language_of(in_language(path, "fr")) == "fr"
    assert in_language(in_language(path, "fr"), "en") == bare


def test_every_page_is_there_in_french_and_is_good_html(client: Client) -> None:
    for address in in_french(fully_published()):
        response = client.get(address)
        page = response.content.decode()
        assert response.status_code == HTTPStatus.OK, address
        assert response["Content-Language"] == "fr"
        if "<main" in page:
            assert '<html lang="fr">' in page, address
            assert complaints(page) == [], address


def test_no_page_reads_a_cookie_or_a_header_for_its_language(client: Client, settings: Settings) -> None:
    client.cookies[settings.LANGUAGE_COOKIE_NAME] = "fr"
    publication = fully_published()
    for address in [*pages_of(publication), *in_french(publication)]:
        plain, asked = client.get(address), client.get(address, HTTP_ACCEPT_LANGUAGE="fr,en;q=0.1")
        assert plain.content == asked.content, address
        assert "Vary" not in plain.headers, address
        assert "Set-Cookie" not in plain.headers, address
    assert b'<html lang="en">' in client.get("/", HTTP_ACCEPT_LANGUAGE="fr").content


def test_each_page_leads_to_its_other_language_and_names_both(client: Client, settings: Settings) -> None:
    settings.SITE_URL = "https://facts.example"
    publication = make_publication()
    address = verdict_of(publication)
    english, french = (client.get(page).content.decode() for page in (address, f"/fr{address}"))
    assert f'<a href="/fr{address}" lang="fr" hreflang="fr" rel="alternate">Français</a>' in english
    assert f'<a href="{address}" lang="en" hreflang="en" rel="alternate">English</a>' in french
    assert f'<link rel="canonical" href="https://facts.example/fr{address}">' in french
    for page in (english, french):
        alternates = re.findall(r'<link rel="alternate" hreflang="([\w-]+)" href="([^"]+)">', page)
        assert dict(alternates) == {
            "en": f"https://facts.example{address}",
            "fr": f"https://facts.example/fr{address}",
            "x-default": f"https://facts.example{address}",
        }


def test_every_link_of_a_french_page_stays_in_french(client: Client) -> None:
    one_of_each = re.compile(r"/(api|static|oembed|sitemap|robots|feeds/claimreview|statistics/.*\.csv)")
    for address in in_french(fully_published()):
        page = client.get(address).content.decode()
        for link in re.findall(r'<a[^>]* href="(/[^"]*)"(?! lang="en")', page):
            assert link.startswith("/fr/") or one_of_each.match(link), f"{address}: {link}"


def test_the_claim_review_is_on_the_page_that_it_names(client: Client) -> None:
    publication = make_publication()
    assert b"application/ld+json" in client.get(verdict_of(publication)).content
    assert b"application/ld+json" not in client.get(f"/fr{verdict_of(publication)}").content


def test_words_are_french_and_the_verdict_keeps_its_own(client: Client) -> None:
    publication = fully_published()
    page = client.get(f"/fr{verdict_of(publication)}").content.decode()
    words = text_of(client, f"/fr{verdict_of(publication)}")
    for part in ("Plutôt vrai", "Deux questions", "Éléments de preuve", "Rectificatif mineur", "Comment citer :"):
        assert part in words, part
    assert f'<h1 dir="auto" lang="en">{publication.headline}</h1>' in page
    assert f'<p class="lead summary" dir="auto" lang="en">{publication.summary}</p>' in page
    assert "Est-il exact que « " in words


def test_states_and_errors_speak_french(client: Client) -> None:
    editor = make_user("editor")
    retracted, suspended = make_publication(code="false"), make_publication()
    retract_publication(publication=retracted, by=editor, was="124 bridges", now="142 bridges")
    suspend_publication(publication=suspended, by=editor, reason="A new register.")
    assert "Rétracté le" in text_of(client, f"/fr{verdict_of(retracted)}")
    assert "En réexamen depuis le" in text_of(client, f"/fr{verdict_of(suspended)}")
    missing = client.get("/fr/nowhere/")
    assert missing.status_code == HTTPStatus.NOT_FOUND
    assert "Cette page n’existe pas" in missing.content.decode()
    assert '<a href="/" lang="en"' in missing.content.decode()


def test_forms_answer_in_the_language_in_which_they_were_sent(client: Client, settings: Settings) -> None:
    response = client.post("/fr/submit/", {"statement": "Trop court"}, headers={"origin": settings.SITE_URL})
    assert response.status_code == HTTPStatus.UNPROCESSABLE_ENTITY
    assert "Faites-en une phrase" in response.content.decode()
    statement = {"statement": "Le pont a été fermé pendant trois ans."}
    sent = client.post("/fr/submit/", statement, headers={"origin": settings.SITE_URL})
    assert sent.status_code == HTTPStatus.SEE_OTHER
    assert sent["Location"].startswith("/fr/submit/")
    assert "Nous l’avons reçue" in client.get(sent["Location"]).content.decode()


def test_cards_and_feeds_follow_the_language_of_their_address(client: Client, settings: Settings) -> None:
    publication = make_publication(code="false")
    assert "Faux" in client.get(f"/fr/embed/{publication.claim_id}/").content.decode()
    feed = client.get("/fr/feeds/verdicts.atom").content.decode()
    assert 'xml:lang="fr"' in feed
    assert "Faux. " in feed
    assert f"{settings.SITE_URL}/fr{verdict_of(publication)}" in feed
    about = f"{settings.SITE_URL}/fr{verdict_of(publication)}"
    card = client.get("/oembed", {"url": about}).json()
    assert f"{settings.SITE_URL}/fr/embed/{publication.claim_id}/" in card["html"]


def test_what_programs_read_has_one_address(client: Client) -> None:
    for address in ("/fr/sitemap.xml", "/fr/robots.txt", "/fr/oembed", "/fr/api/v1/verdicts/", "/fr/desk/", "/en/"):
        assert client.get(address).status_code == HTTPStatus.NOT_FOUND, address


def test_no_language_stays_behind(client: Client) -> None:
    client.get("/fr/")
    assert get_language() == "en"
    lines = client.get("/statistics/verdicts.csv").getvalue()
    assert lines


def test_a_right_to_left_statement_turns_nothing_around(client: Client) -> None:
    arabic = "أُغلق أكثر من 120 جسرا في عام 2021."
    publication = make_publication(headline=arabic, summary=arabic, explanation=arabic)
    for prefix in ("", "/fr"):
        page = client.get(f"{prefix}{verdict_of(publication)}").content.decode()
        assert re.search(rf'<div class="prose" dir="auto"[^>]*><p>{arabic}</p>', page)
        assert re.search(rf'<h1 dir="auto"[^>]*>{arabic}</h1>', page)
    for address in (article_of(publication), source_of(publication)):
        assert re.search(rf"<bdi[^>]*>{arabic}</bdi>", client.get(address).content.decode())


def test_dates_and_numbers_are_written_as_each_language_writes_them() -> None:
    with override("fr"):
        assert day_in_words(date(2026, 3, 1)) == "1er mars 2026"
        assert day_in_words(date(2026, 8, 9)) == "9 août 2026"
        assert partial_date_in_words("2014-04") == "avril 2014"
        assert on_date("2014-04-02") == "le 2 avril 2014"
        assert number_in_words(12800.5, 1) == "12\u00a0800,5"
    assert day_in_words(date(2026, 3, 1)) == "1 March 2026"
    assert on_date("2014") == "in 2014"
    assert number_in_words(12800.5, 1) == "12,800.5"
