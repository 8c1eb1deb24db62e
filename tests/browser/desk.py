"""What a reviewer does at the desk in a browser."""

from playwright.sync_api import Locator, Page, expect

from claims.models import Source
from tests.claims.factories import PASSWORD, make_source


def sign_in(page: Page, site: str, username: str) -> None:
    page.goto(f"{site}/accounts/login/?next=/desk/")
    page.get_by_label("Username").fill(username)
    page.get_by_label("Password", exact=True).fill(PASSWORD)
    page.locator("main form button").first.click()
    page.wait_for_url("**/desk/")


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


def saved(page: Page) -> None:
    """Wait until the page has saved by itself."""
    expect(page.locator("#save-state")).to_contain_text("Saved at")
