"""What a reviewer does at the desk in a browser."""

from urllib.parse import urlsplit

from playwright.sync_api import Locator, Page, expect

from claims.models import Source
from tests.claims.factories import PASSWORD, make_source


def sign_in(page: Page, site: str, username: str) -> None:
    page.goto(f"{site}/accounts/login/?next=/desk/")
    page.get_by_label("Username").fill(username)
    page.get_by_label("Password", exact=True).fill(PASSWORD)
    page.locator("main form button").first.click()
    # Not a pattern: the sign-in page has the address that follows in its own.
    page.wait_for_url(lambda url: urlsplit(url).path == "/desk/")


def row(page: Page, number: int) -> Locator:
    return page.locator("[data-evidence]").nth(number - 1)


def write_verdict(page: Page, *, headline: str = "What the registers say") -> None:
    """Everything but the evidence."""
    page.get_by_label("Said so").first.check()
    page.get_by_label("True", exact=False).first.check()
    page.get_by_label("Headline").fill(headline)
    page.get_by_label("Summary").fill("Two registers count 124 closed bridges.")
    page.get_by_label("Explanation", exact=True).fill("The **ministry** and the auditors agree.")


def write_evidence(page: Page, number: int, source: Source | None = None) -> None:
    fields = row(page, number)
    fields.get_by_label("Source").fill((source or make_source()).name)
    fields.get_by_label("Title").fill(f"Register {number}")
    fields.get_by_label("Address").fill(f"https://records.example/{number}")


def write_figure(page: Page, number: int, *, value: str, upper: str = "", as_of: str = "") -> None:
    """The evidence's own figure."""
    fields = row(page, number)
    if not fields.get_by_label("Its own figure").is_visible():
        fields.locator("summary").click()
    fields.get_by_label("Its own figure").fill(value)
    fields.get_by_label("to (for a range)").fill(upper)
    fields.get_by_label("As of").fill(as_of)


def saved(page: Page) -> None:
    """Wait until the page has saved by itself."""
    expect(page.locator("#save-state")).to_contain_text("Saved at")
