"""The public pages in a real Chromium: on a phone and a desktop, light and dark, for everybody."""

import json
from collections.abc import Iterator

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, Response

from claims.enums import ClaimStatus
from reviews.enums import CorrectionKind
from reviews.models import Publication
from reviews.public.languages import in_language
from reviews.services.publishing import record_correction
from tests.claims.factories import make_article, make_claim, make_source, make_user
from tests.reviews.factories import make_evidence_input, make_publication, make_review
from tests.reviews.public.states import addresses_of_everything, full_page, page_of

WIDTHS = (360, 1280)
SCHEMES = ("light", "dark")

LARGEST_PAGE = 60_000
"""Bytes of a verdict page with everything that it loads, uncompressed."""

SHIFTS = """() => new Promise(done => {
    const observer = new PerformanceObserver(() => {});
    observer.observe({type: "layout-shift", buffered: true});
    requestAnimationFrame(() => requestAnimationFrame(
        () => done(observer.takeRecords().reduce((sum, entry) => sum + entry.value, 0))));
})"""


@pytest.fixture
def publication(live_site: str) -> Publication:
    return full_page()


@pytest.fixture
def addresses(publication: Publication) -> list[str]:
    """Every page in every state, in both languages, and what leads from them to the staff's door."""
    english = list(addresses_of_everything(publication))
    return [*english, *(in_language(address, "fr") for address in english), "/accounts/login/"]


@pytest.fixture(params=[(width, scheme) for width in WIDTHS for scheme in SCHEMES], ids=str)
def window(request: pytest.FixtureRequest, browser: Browser) -> Iterator[Page]:
    width, scheme = request.param
    context = browser.new_context(viewport={"width": width, "height": 800}, color_scheme=scheme)
    yield context.new_page()
    context.close()


def test_axe_finds_nothing_serious_and_nothing_sticks_out(window: Page, live_site: str, addresses: list[str]) -> None:
    for address in addresses:
        window.goto(f"{live_site}{address}")
        found = Axe().run(window).response["violations"]
        serious = [
            f"{item['id']}: {item['nodes'][0]['html']}" for item in found if item["impact"] in {"serious", "critical"}
        ]
        assert serious == [], address
        assert window.evaluate("document.documentElement.scrollWidth <= innerWidth"), f"{address} is too wide"
        assert window.evaluate(SHIFTS) == 0, f"{address} shifts"


@pytest.mark.parametrize("language", ["en", "fr"])
def test_a_verdict_page_is_light_and_loads_from_its_own_site_only(
    page: Page, live_site: str, publication: Publication, language: str
) -> None:
    loaded: list[Response] = []
    page.on("response", lambda response: loaded.append(response))
    page.goto(f"{live_site}{in_language(page_of(publication), language)}", wait_until="networkidle")
    assert all(response.url.startswith(live_site) for response in loaded)
    assert {response.request.resource_type for response in loaded} >= {"document", "stylesheet"}
    weight = sum(len(response.body()) for response in loaded)
    assert 10_000 < weight < LARGEST_PAGE
    assert page.context.cookies() == []


def test_the_claim_review_is_data_that_no_policy_refuses(page: Page, live_site: str, publication: Publication) -> None:
    page.goto(f"{live_site}/claims/{publication.claim_id}-{publication.slug}/")
    data = json.loads(page.locator('script[type="application/ld+json"]').inner_text())
    assert data["claimReviewed"] == page.locator("h1").inner_text()
    assert data["reviewRating"]["alternateName"] == page.locator(".rating-large .rating-text").inner_text()


def test_a_reader_searches_filters_and_opens_a_verdict_by_keyboard(
    page: Page, live_site: str, publication: Publication
) -> None:
    make_publication(code="false")
    page.goto(live_site)
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent") == "Skip to the content"
    page.get_by_role("searchbox").fill("registers")
    page.keyboard.press("Enter")
    page.get_by_text("2 verdicts found").wait_for()
    page.get_by_text("Filters", exact=True).click()
    page.get_by_role("combobox", name="Rating", exact=True).select_option("Mostly true")
    page.get_by_role("button", name="Apply").click()
    page.get_by_text("1 verdict found").wait_for()
    page.get_by_role("link", name=publication.headline).focus()
    page.keyboard.press("Enter")
    page.get_by_role("heading", level=1, name=publication.headline).wait_for()


@pytest.mark.parametrize("width", [320, 1280])
def test_a_word_of_ten_thousand_letters_does_not_widen_the_page(page: Page, live_site: str, width: int) -> None:
    long = "W" * 10_000
    article = make_article(source=make_source("S" * 190), title="T" * 290)
    evidence = (make_evidence_input(excerpt=long, title="E" * 290), make_evidence_input())
    published = make_publication(
        make_review(make_claim(article, status=ClaimStatus.ACCEPTED)),
        explanation=f"{long} `{long}`",
        headline="H" * 75,
        summary="W" * 600,
        evidence=evidence,
    )
    by = make_user("editor")
    record_correction(publication=published, kind=CorrectionKind.MINOR, by=by, was=long[:900], now=long[:900])
    page.set_viewport_size({"width": width, "height": 800})
    own = [page_of(published), f"/articles/{article.pk}/", f"/sources/{article.source_id}/"]
    lists = ["/", "/?q=WWWW&speaker=WWWW", "/sources/", "/corrections/", "/statistics/"]
    for address in [*own, *lists, f"/claims/{published.claim_id}/dispute/", f"/embed/{published.claim_id}/"]:
        for language in ("en", "fr"):
            page.goto(f"{live_site}{in_language(address, language)}")
            assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), f"{address} in {language}"


def test_a_printed_verdict_has_its_words_and_none_of_the_screen(
    page: Page, live_site: str, publication: Publication
) -> None:
    page.goto(f"{live_site}{page_of(publication)}")
    page.emulate_media(media="print")
    for seen in ("h1", ".verdict-rating", ".evidence", "#record"):
        assert page.locator(seen).first.is_visible(), seen
    for hidden in (".masthead-nav", ".masthead-languages", ".share", ".colophon"):
        assert not page.locator(hidden).first.is_visible(), hidden


def test_a_reader_changes_the_language_and_stays_on_the_page(
    page: Page, live_site: str, publication: Publication
) -> None:
    page.goto(f"{live_site}{page_of(publication)}")
    page.get_by_role("link", name="Français").click()
    page.wait_for_url(f"{live_site}/fr{page_of(publication)}")
    assert page.locator("html").get_attribute("lang") == "fr"
    page.get_by_role("heading", name="Deux questions").wait_for()
    page.get_by_role("link", name="Méthode").click()
    page.wait_for_url(f"{live_site}/fr/methodology/")
    page.get_by_role("link", name="English").click()
    page.wait_for_url(f"{live_site}/methodology/")
    assert page.context.cookies() == []


def test_a_statement_from_right_to_left_is_set_so_and_turns_nothing_else(page: Page, live_site: str) -> None:
    arabic = "أُغلق أكثر من 120 جسرا في عام 2021."
    published = make_publication(headline=arabic, summary=arabic, explanation=arabic)
    for address in (page_of(published), f"/fr{page_of(published)}"):
        page.goto(f"{live_site}{address}")
        directions = page.evaluate(
            "['h1', '.summary', '.prose', '.masthead', '#record'].map("
            "name => getComputedStyle(document.querySelector(name)).direction)"
        )
        assert directions == ["rtl", "rtl", "rtl", "ltr", "ltr"]
