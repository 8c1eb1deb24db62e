"""The card in a page of another site, as its readers see it."""

from collections.abc import Iterator
from html import escape
from pathlib import Path

import pytest
from django.test import Client
from playwright.sync_api import Browser, FrameLocator, Page, expect

from reviews.enums import CorrectionKind
from reviews.models import Publication
from reviews.public.languages import in_language
from reviews.public.oembed import HEIGHT, WIDTH
from reviews.services.publishing import record_correction, retract_publication, suspend_publication
from tests.claims.factories import make_user
from tests.fixtures.foreign import ForeignSite
from tests.reviews.factories import make_publication
from tests.reviews.public.states import addresses_of_everything, full_page, page_of

HEADLINE = "Seventy-five characters of a headline that say what was said of the bridges"
SUMMARY = "It counted ferries as bridges. " * 6

LARGEST_CARD = 45_000
"""Bytes of a card with its styles, uncompressed: a page may hold several."""


@pytest.fixture
def publication(live_site: str) -> Publication:
    return make_publication(code="misleading", headline=HEADLINE, summary=SUMMARY)


@pytest.fixture
def tab(browser: Browser) -> Iterator[Page]:
    """A tab in which refusals to frame are no fault of the test: they are what it looks for."""
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    yield context.new_page()
    context.close()


def code_on(page: Page, address: str) -> str:
    """What the page offers to be copied."""
    page.goto(address)
    return page.locator("#share-embed").input_value()


def card_in(page: Page, foreign_site: ForeignSite, code: str) -> FrameLocator:
    page.goto(foreign_site.publish(code))
    return page.frame_locator("iframe")


@pytest.mark.parametrize(("language", "rating"), [("en", "Misleading"), ("fr", "Trompeur")])
def test_the_code_on_the_page_shows_the_card_on_another_site(
    page: Page, live_site: str, foreign_site: ForeignSite, publication: Publication, language: str, rating: str
) -> None:
    code = code_on(page, f"{live_site}{in_language(page_of(publication), language)}")
    sizes: list[int] = []
    page.on("response", lambda response: sizes.append(len(response.body())))
    card = card_in(page, foreign_site, code)
    expect(card.get_by_role("heading", name=HEADLINE)).to_be_visible()
    expect(card.get_by_text(rating)).to_be_visible()
    [frame] = page.frames[1:]
    assert frame.url == f"{live_site}{in_language(f'/embed/{publication.claim_id}/', language)}"
    assert frame.evaluate("document.scripts.length") == 0
    assert frame.evaluate("document.documentElement.scrollHeight") <= HEIGHT
    assert frame.evaluate("document.documentElement.scrollWidth") <= WIDTH
    assert sum(sizes) < LARGEST_CARD
    assert page.context.cookies() == []


def test_the_card_shows_where_a_page_is_tried_out_before_it_is_published(
    page: Page, live_site: str, foreign_site: ForeignSite, publication: Publication, tmp_path: Path
) -> None:
    """In an editor's preview, which has no origin, and in a file.

    Into about:blank, where `set_content` writes, browsers let no server of this machine's: a rule about local networks.
    """
    code = code_on(page, f"{live_site}{page_of(publication)}")
    preview = f'<iframe sandbox="allow-scripts" srcdoc="{escape(code)}"></iframe>'
    page.goto(foreign_site.publish(preview))
    expect(page.frame_locator("iframe").frame_locator("iframe").get_by_role("heading", name=HEADLINE)).to_be_visible()
    file = tmp_path / "page.html"
    file.write_text(f"<!DOCTYPE html><html lang=en><title>A file</title>{code}</html>")
    page.goto(file.as_uri())
    expect(page.frame_locator("iframe").get_by_role("heading", name=HEADLINE)).to_be_visible()


def test_what_oembed_hands_out_shows_the_same_card(
    page: Page, live_site: str, foreign_site: ForeignSite, publication: Publication
) -> None:
    answer = Client().get("/oembed", {"url": f"{live_site}{page_of(publication)}", "maxwidth": "320"}).json()
    card = card_in(page, foreign_site, answer["html"])
    expect(card.get_by_role("heading", name=HEADLINE)).to_be_visible()
    [frame] = page.frames[1:]
    assert frame.evaluate("document.documentElement.scrollWidth") <= 320, "it is too wide for a narrow column"


def test_a_correction_a_suspension_and_a_retraction_reach_a_card_that_is_out(
    page: Page, live_site: str, foreign_site: ForeignSite, publication: Publication
) -> None:
    code = code_on(page, f"{live_site}{page_of(publication)}")
    card = card_in(page, foreign_site, code)
    expect(card.get_by_text("Misleading")).to_be_visible()
    by = make_user("editor")
    record_correction(publication=publication, kind=CorrectionKind.MINOR, by=by, was="Bridge", now="Bridges")
    page.reload()
    expect(card.get_by_text("Minor correction on")).to_be_visible()
    suspend_publication(publication=publication, by=by, reason="A new register.")
    page.reload()
    expect(card.get_by_text("Under re-examination since")).to_be_visible()
    expect(card.get_by_text("Misleading")).to_have_count(0)
    retract_publication(publication=publication, by=by, was="124", now="It is 142.")
    page.reload()
    expect(card.get_by_text("It is 142.")).to_be_visible()
    expect(card.get_by_text("Misleading")).to_have_count(0)


def test_every_other_page_is_refused_in_a_frame(tab: Page, live_site: str, foreign_site: ForeignSite) -> None:
    addresses = [*addresses_of_everything(full_page()), "/api/docs/", "/desk/", "/accounts/login/"]
    for number, address in enumerate(addresses):
        there = foreign_site.publish(f'<iframe src="{live_site}{address}" title="framed"></iframe>', path=f"/{number}")
        if address.startswith("/embed/"):
            tab.goto(there)
            expect(tab.frame_locator("iframe").locator("main")).to_be_visible()
            continue
        with tab.expect_console_message(lambda message: "frame-ancestors" in message.text):
            tab.goto(there)
        assert tab.frame_locator("iframe").locator("main").count() == 0, address
