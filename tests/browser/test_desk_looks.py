"""The desk's pages for eyes, screen readers and small screens."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.contrib.auth.models import User
from playwright.sync_api import Page, ViewportSize, expect

from claims.enums import ClaimStatus
from reviews.services.verdicts import request_changes
from tests.browser.desk import sign_in
from tests.claims.factories import make_claim, make_user
from tests.reviews.factories import make_draft, make_review, make_submitted_verdict, make_taken_review

PHONE = ViewportSize(width=360, height=740)
DESKTOP = ViewportSize(width=1280, height=900)
LONG = "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft" * 3


def _newsroom(reviewer: User) -> dict[str, str]:
    """Pages in every state, by name; the draft is full of what makes a page wide."""
    review = make_review(wording=LONG)
    make_claim(status=ClaimStatus.DUPLICATE, canonical=review.claim)
    written = make_draft(review, reviewer, headline=LONG[:200], summary=LONG, explanation=LONG)
    held = make_taken_review(make_user("reviewer"))
    verdict = make_submitted_verdict(author=reviewer)
    request_changes(verdict=verdict, by=make_user("editor"), reason=LONG)
    submitted = make_submitted_verdict()
    free = make_review()
    pages = {"written": written.review_id, "held": held.pk, "paused": verdict.review_id}
    pages |= {"read": submitted.review_id, "free": free.pk}
    return {"home": "/desk/"} | {name: f"/desk/reviews/{pk}/" for name, pk in pages.items()}


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("viewport", [PHONE, DESKTOP], ids=["phone", "desktop"])
def test_no_page_has_a_serious_fault_or_scrolls_sideways(
    page: Page, live_site: str, viewport: ViewportSize, scheme: str
) -> None:
    reviewer = make_user("reviewer")
    pages = _newsroom(reviewer)
    page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
    page.set_viewport_size(viewport)
    sign_in(page, live_site, reviewer.username)
    faults = []
    for name, address in pages.items():
        page.goto(live_site + address)
        faults += _faults(page, name)
    assert not faults


def test_a_refused_page_and_the_keys_have_no_serious_fault(page: Page, live_site: str) -> None:
    reviewer = make_user("reviewer")
    make_review()
    sign_in(page, live_site, reviewer.username)
    page.get_by_role("button", name="Take the next claim").click()
    page.get_by_role("button", name="Submit for approval").click()
    expect(page.get_by_role("heading", name="Not submitted yet")).to_be_visible()
    assert not _faults(page, "refused")
    page.keyboard.press("Escape")
    page.keyboard.press("?")
    expect(page.get_by_role("dialog")).to_be_visible()
    assert not _faults(page, "keys")


def _faults(page: Page, name: str) -> list[str]:
    found = Axe().run(page).response["violations"]
    serious = [
        f"{name}: {fault['id']} at {fault['nodes'][0]['target']}: {fault['nodes'][0]['failureSummary']}"
        for fault in found
        if fault["impact"] in {"serious", "critical"}
    ]
    wide = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
    return serious + ([f"{name}: {wide} pixels too wide"] if wide > 0 else [])
