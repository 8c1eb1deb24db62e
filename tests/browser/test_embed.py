"""The card in a page of another site, as its readers see it."""

from html import unescape

import pytest
from django.test import Client
from playwright.sync_api import FrameLocator, Page, expect
from pytest_django import Settings

from reviews.models import Publication
from reviews.public.oembed import HEIGHT, WIDTH
from reviews.services.publishing import retract_publication
from tests.claims.factories import make_user
from tests.reviews.factories import make_publication
from tests.reviews.public.addresses import verdict_of

HEADLINE = "Seventy-five characters of a headline that say what was said of the bridges"
LARGEST_CARD = 40_000
"""Bytes of a card with its styles, uncompressed: a page may hold several."""


@pytest.fixture
def publication(live_site: str, settings: Settings) -> Publication:
    settings.SITE_URL = live_site
    return make_publication(code="misleading", headline=HEADLINE, summary="It counted ferries as bridges. " * 6)


def code_for_authors(publication: Publication) -> str:
    page = Client().get(verdict_of(publication)).content.decode()
    return unescape(page.partition('id="share-embed"')[2].partition('value="')[2].partition('"')[0])


def frame_on_another_site(page: Page, code: str) -> FrameLocator:
    page.set_content(f"<!DOCTYPE html><html lang=en><title>Another site</title><body>{code}</body></html>")
    return page.frame_locator("iframe")


def test_the_code_on_the_page_shows_the_card_on_another_site(page: Page, publication: Publication) -> None:
    sizes: list[int] = []
    page.on("response", lambda response: sizes.append(len(response.body())))
    frame = frame_on_another_site(page, code_for_authors(publication))
    expect(frame.get_by_role("heading", name=HEADLINE)).to_be_visible()
    expect(frame.get_by_text("Misleading")).to_be_visible()
    [inner] = page.frames[1:]
    assert inner.evaluate("document.scripts.length") == 0
    assert inner.evaluate("document.documentElement.scrollHeight") <= HEIGHT
    assert inner.evaluate("document.documentElement.scrollWidth") <= WIDTH
    assert sum(sizes) < LARGEST_CARD


def test_a_retraction_reaches_a_card_that_is_already_out(page: Page, publication: Publication) -> None:
    code = code_for_authors(publication)
    frame = frame_on_another_site(page, code)
    expect(frame.get_by_text("Misleading")).to_be_visible()
    retract_publication(publication=publication, by=make_user("editor"), was="124", now="It is 142.")
    frame = frame_on_another_site(page, code)
    expect(frame.get_by_text("It is 142.")).to_be_visible()
    expect(frame.get_by_text("Misleading")).to_have_count(0)
