"""The public pages in a real Chromium: on a phone and a desktop, light and dark, for everybody."""

import json
from collections.abc import Iterator

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, Response

from claims.enums import ClaimStatus, Treatment
from claims.services.triage import mark_sighting
from reviews.enums import CorrectionKind
from reviews.models import Publication
from reviews.services.publishing import record_correction, retract_publication, suspend_publication
from tests.claims.factories import make_article, make_claim, make_source, make_user
from tests.reviews.factories import make_evidence_input, make_publication, make_review

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
    """A page with all its parts: sightings, evidence of each stance, a correction, a text shown in full."""
    source = make_source("The Harbour Post", full_text_allowed=True, interests="Owns two ferries.")
    article = make_article(source=source, title="Bridges of the north", address="https://harbour.example/1")
    claim = make_claim(article, status=ClaimStatus.ACCEPTED)
    elsewhere = make_claim(make_article(source=make_source("The Doubter")))
    mark_sighting(claim=elsewhere, canonical=claim, treatment=Treatment.DISPUTES, by=make_user())
    evidence = (
        make_evidence_input(figure_value="124", figure_upper="130", figure_as_of="2021-12"),
        make_evidence_input(stance="refutes", kind="dataset", excerpt_translation="In all, 124."),
        make_evidence_input(stance="context", primary=False, question="attribution"),
    )
    published = make_publication(make_review(claim), code="mostly_true", evidence=evidence)
    by = make_user("editor")
    record_correction(publication=published, kind=CorrectionKind.MINOR, by=by, was="Bridge", now="Bridges")
    return published


@pytest.fixture
def addresses(publication: Publication) -> list[str]:
    by = make_user("editor")
    retracted, suspended = make_publication(code="false"), make_publication()
    retract_publication(publication=retracted, by=by, was="124 bridges", now="142 bridges")
    suspend_publication(publication=suspended, by=by, reason="A new register.")
    for code in ("true", "half_true", "misleading", "false", "unverifiable", "not_checkable"):
        make_publication(code=code)
    article = publication.payload["article"]
    return [
        "/",
        "/?q=registers&rating=false&since=never",
        "/?q=zeppelin",
        *(f"/claims/{item.claim_id}-{item.slug}/" for item in (publication, retracted, suspended)),
        f"/claims/{publication.claim_id}-{publication.slug}/?on={publication.valid_from:%Y-%m-%d}",
        f"/articles/{article['id']}/",
        "/sources/",
        f"/sources/{article['source']['id']}/",
        "/corrections/",
        "/methodology/",
        "/statistics/",
        "/nowhere/",
        "/accounts/login/",
    ]


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


def test_a_verdict_page_is_light_and_loads_from_its_own_site_only(
    page: Page, live_site: str, publication: Publication
) -> None:
    loaded: list[Response] = []
    page.on("response", lambda response: loaded.append(response))
    page.goto(f"{live_site}/claims/{publication.claim_id}-{publication.slug}/", wait_until="networkidle")
    assert all(response.url.startswith(live_site) for response in loaded)
    assert sum(len(response.body()) for response in loaded) < LARGEST_PAGE
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
    page.get_by_label("Rating", exact=True).select_option("Mostly true")
    page.get_by_role("button", name="Apply").click()
    page.get_by_text("1 verdict found").wait_for()
    page.get_by_role("link", name=publication.headline).focus()
    page.keyboard.press("Enter")
    page.get_by_role("heading", level=1, name=publication.headline).wait_for()


def test_a_word_of_ten_thousand_letters_does_not_widen_the_page(page: Page, live_site: str) -> None:
    long = "W" * 10_000
    evidence = (make_evidence_input(excerpt=long), make_evidence_input())
    published = make_publication(explanation=f"{long} `{long}`", summary="W" * 600, evidence=evidence)
    page.set_viewport_size({"width": 360, "height": 800})
    for address in ("/", f"/claims/{published.claim_id}-{published.slug}/"):
        page.goto(f"{live_site}{address}")
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), address


def test_every_link_of_the_public_pages_leads_somewhere(page: Page, live_site: str, addresses: list[str]) -> None:
    seen = set(addresses)
    queue = [address for address in addresses if address != "/nowhere/"]
    while queue:
        address = queue.pop()
        page.goto(f"{live_site}{address}")
        links = page.eval_on_selector_all("a[href]", "links => links.map(link => link.getAttribute('href'))")
        for link in {link.partition("#")[0] for link in links if link.startswith("/")} - seen:
            seen.add(link)
            response = page.request.get(f"{live_site}{link}")
            assert response.ok, f"{address} links to {link}: {response.status}"
