"""Notifications in a browser: the bell, the list by keyboard, the choices; on a phone, in the dark, without scripts."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.contrib.auth.models import User
from playwright.sync_api import Browser, Page, ViewportSize, expect

from reviews.models import Notification
from reviews.services.assignment import assign_review
from reviews.services.verdicts import request_changes
from tests.browser.desk import sign_in
from tests.claims.factories import PASSWORD, make_user
from tests.reviews.factories import make_review, make_submitted_verdict
from tests.reviews.notified import told

PHONE = ViewportSize(width=360, height=740)
DESKTOP = ViewportSize(width=1280, height=900)
LONG = "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft" * 3


def work_for(reviewer: User) -> None:
    editor = make_user("editor")
    assign_review(review=make_review(wording=LONG), to=reviewer, by=editor)
    request_changes(verdict=make_submitted_verdict(author=reviewer), by=editor, reason="The year is missing.")


def test_by_keyboard_from_the_bell_to_the_claim_and_back(page: Page, live_site: str) -> None:
    reviewer = make_user("reviewer")
    work_for(reviewer)
    sign_in(page, live_site, reviewer.username)
    bell = page.get_by_role("link", name="Notifications, 2 unread")
    bell.focus()
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name="Notifications", level=1)).to_be_visible()
    page.get_by_role("link", name="asks for changes to your verdict.").focus()
    page.keyboard.press("Enter")
    page.wait_for_url("**/desk/reviews/*/")
    expect(page.get_by_role("link", name="Notifications, 1 unread")).to_be_visible()
    page.get_by_role("link", name="Notifications, 1 unread").click()
    page.get_by_role("button", name="Mark all as read").focus()
    page.keyboard.press("Enter")
    expect(page.get_by_role("status")).to_have_text("1 notification is marked as read.")
    assert told(reviewer) == []


def test_a_link_leads_on_without_scripts_and_is_no_trap_with_them(page: Page, browser: Browser, live_site: str) -> None:
    reviewer = make_user("reviewer")
    work_for(reviewer)
    sign_in(page, live_site, reviewer.username)
    row = Notification.objects.filter(person=reviewer).latest("pk")
    context = browser.new_context(java_script_enabled=False, storage_state=page.context.storage_state())
    plain = context.new_page()
    plain.goto(f"{live_site}/desk/notifications/{row.pk}/")
    assert len(told(reviewer)) == 2
    plain.get_by_role("button", name="Open").click()
    plain.wait_for_url("**/desk/reviews/*/")
    context.close()
    assert len(told(reviewer)) == 1

    page.goto(f"{live_site}/desk/notifications/")
    page.get_by_role("link", name="gave you this claim to check.").click()
    page.wait_for_url("**/desk/reviews/*/")
    assert told(reviewer) == []
    page.go_back()
    expect(page.get_by_role("heading", name="Notifications", level=1)).to_be_visible()


def test_choices_are_made_without_scripts(browser: Browser, live_site: str) -> None:
    reviewer = make_user("reviewer", email="ann@newsroom.example")
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{live_site}/accounts/login/?next=/desk/notifications/choices/")
    page.get_by_label("Username").fill(reviewer.username)
    page.get_by_label("Password", exact=True).fill(PASSWORD)
    page.locator("main form button").first.click()
    page.get_by_label("Comments and their answers").select_option(label="Not at all")
    page.get_by_role("button", name="Save").click()
    expect(page.get_by_text("Saved. It holds for what happens from now on.")).to_be_visible()
    expect(page.get_by_label("Comments and their answers")).to_have_value("none")
    context.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("viewport", [PHONE, DESKTOP], ids=["phone", "desktop"])
def test_no_page_has_a_serious_fault_or_scrolls_sideways(
    page: Page, live_site: str, viewport: ViewportSize, scheme: str
) -> None:
    reviewer = make_user("reviewer")
    work_for(reviewer)
    page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
    page.set_viewport_size(viewport)
    sign_in(page, live_site, reviewer.username)
    faults = []
    for address in ("", "?show=unread", "choices/"):
        page.goto(f"{live_site}/desk/notifications/{address}")
        faults += serious_faults(page, address)
    page.goto(f"{live_site}/desk/notifications/")
    page.get_by_role("button", name="Mark all as read").click()
    page.goto(f"{live_site}/desk/notifications/?show=unread")
    faults += serious_faults(page, "nothing unread")
    assert not faults


def serious_faults(page: Page, name: str) -> list[str]:
    found = Axe().run(page).response["violations"]
    serious = [f"{name}: {fault['id']}" for fault in found if fault["impact"] in {"serious", "critical"}]
    wide = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
    return serious + ([f"{name}: {wide} pixels too wide"] if wide > 0 else [])
