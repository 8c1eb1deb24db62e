"""Every page in every state and both languages: good HTML, and no link that leads nowhere."""

import re
from html import unescape
from urllib.parse import urljoin

import pytest
from django.contrib.staticfiles import finders
from django.test import Client

from reviews.public.languages import in_language
from tests.reviews.public.html import complaints, judged
from tests.reviews.public.states import addresses_of_everything, full_page

pytestmark = pytest.mark.django_db

LANGUAGES = ("en", "fr")
LINK = re.compile(r'<(?:a|link|form)\b[^>]*? (?:href|action)="(/[^"]*|#[^"]*|\?[^"]*)"')


def test_every_page_is_good_html_in_both_languages(client: Client) -> None:
    for address, status in addresses_of_everything(full_page()).items():
        for language in LANGUAGES:
            response = client.get(in_language(address, language))
            page = response.content.decode()
            assert response.status_code == status, in_language(address, language)
            assert complaints(page) == [], in_language(address, language)
            assert f'<html lang="{language}">' in page


def test_pages_of_an_empty_site_are_good_html(client: Client) -> None:
    for address in ("/", "/sources/", "/corrections/", "/methodology/", "/statistics/", "/submit/", "/nowhere/"):
        for language in LANGUAGES:
            assert complaints(client.get(in_language(address, language)).content.decode()) == [], address


def test_every_link_leads_somewhere_and_every_fragment_is_there(client: Client) -> None:
    given = addresses_of_everything(full_page())
    pages: dict[str, str] = {}
    links = {in_language(address, language): address for address in given for language in LANGUAGES}
    fragments: list[tuple[str, str, str]] = []
    while links:
        address, found_on = links.popitem()
        response = client.get(address, follow=True)
        expected = given.get(address.removeprefix("/fr") or "/", 200)
        assert response.status_code == expected, f"{found_on} links to {address}"
        is_page = response.get("Content-Type", "").startswith("text/html")
        pages[address] = response.content.decode() if is_page else ""
        for link in map(unescape, LINK.findall(pages[address])):
            target, _, fragment = urljoin(address, link).partition("#")
            fragments += [(address, target, fragment)] if fragment else []
            if target.startswith("/static/"):
                assert finders.find(target.removeprefix("/static/")), f"{address} loads {target}"
            elif target not in pages:
                links.setdefault(target, address)
    missing = [(page, target, name) for page, target, name in fragments if name not in judged(pages[target]).ids]
    assert missing == []
    assert len(pages) > 2 * len(given)
