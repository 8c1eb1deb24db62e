"""The documentation in a real Chromium, under the policy of every other page."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

from tests.reviews.factories import make_publication


def test_the_description_is_drawn_and_can_be_tried_without_leaving_us(live_site: str, page: Page) -> None:
    publication = make_publication()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(f"{live_site}/api/docs/")
    page.get_by_role("button", name="GET /api/v1/verdicts/", exact=False).first.click()
    page.get_by_role("button", name="Try it out").click()
    page.get_by_role("button", name="Execute").click()
    expect(page.locator(".live-responses-table")).to_contain_text(publication.headline)
    assert not [url for url in asked if not url.startswith((live_site, "data:"))]


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_documentation_can_be_read_by_everybody(live_site: str, browser: Browser, scheme: str) -> None:
    context = browser.new_context(viewport={"width": 360, "height": 800}, color_scheme=scheme)  # type: ignore[arg-type]
    tab = context.new_page()
    tab.goto(f"{live_site}/api/docs/")
    expect(tab.locator("#operations-v1-listVerdicts")).to_be_visible()
    found = Axe().run(tab).response["violations"]
    context.close()
    assert [
        (item["id"], item["nodes"][0]["html"][:200]) for item in found if item["impact"] in {"serious", "critical"}
    ] == []
