"""What readers see when something is refused or broken, in a real Chromium: as good to read as every other page."""

import re
from collections.abc import Iterator

import pytest
from django.template.loader import render_to_string
from django.test import Client
from django.utils.translation import override
from playwright.sync_api import Browser, Page, Route

from reviews.models import ReaderWrite
from reviews.services.steps import database_now
from tests.browser.axe import faults

WINDOWS = [(360, "light"), (360, "dark"), (1280, "light"), (1280, "dark")]


@pytest.fixture(params=WINDOWS, ids=str)
def window(request: pytest.FixtureRequest, browser: Browser) -> Iterator[Page]:
    width, scheme = request.param
    context = browser.new_context(viewport={"width": width, "height": 800}, color_scheme=scheme)
    yield context.new_page()
    context.close()


@pytest.fixture
def refusals(live_site: str) -> dict[str, str]:
    """What it is, in which language → the page."""
    client = Client()
    pages: dict[str, str] = {}
    ReaderWrite.objects.bulk_create(ReaderWrite(network="elsewhere", at=database_now()) for _ in range(300))
    for prefix, language in (("", "en"), ("/fr", "fr")):
        sent = {"statement": "More than 120 bridges are closed in the north.", "mail": "ann@reader.example"}
        ours = {"Sec-Fetch-Site": "same-origin"}
        at = f"{prefix}/submit/"
        answers = {
            "from elsewhere": client.post(at, sent, headers={"Sec-Fetch-Site": "cross-site"}),
            "too long": client.post(at, sent | {"note": "W" * 200_000}, headers=ours),
            "wrong": client.post(at, sent | {"statement": "", "mail": "W" * 200}, headers=ours),
            "too much": client.post(at, sent, headers=ours),
        }
        assert [answer.status_code for answer in answers.values()] == [403, 413, 422, 429]
        pages |= {f"{name} in {language}": answer.content.decode() for name, answer in answers.items()}
        with override(language):
            pages[f"broken in {language}"] = render_to_string("500.html")
    return pages


def test_axe_finds_nothing_serious_on_what_is_refused_or_broken(
    window: Page, live_site: str, refusals: dict[str, str]
) -> None:
    """The browser gets the very pages that the site answered with; only the way there is the test's."""
    answers = {f"{live_site}/{number}/": page for number, page in enumerate(refusals.values())}
    window.route(re.compile(r"/[0-9]+/$"), lambda route: _fulfil(route, answers))
    found = []
    for address, name in zip(answers, refusals, strict=True):
        window.goto(address)
        assert window.locator("h1").is_visible()
        assert window.evaluate("getComputedStyle(document.body).marginTop") == "0px", "it has its styles"
        found += faults(window, name)
    assert found == []


def _fulfil(route: Route, answers: dict[str, str]) -> None:
    route.fulfill(body=answers[route.request.url], content_type="text/html; charset=utf-8")
