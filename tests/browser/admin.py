"""What an editor does in the admin in a browser."""

from urllib.parse import urlsplit

from playwright.sync_api import Page, expect

from tests.claims.factories import PASSWORD

# Walks the text nodes as the browser lays them out, and selects the passage's first occurrence.
SELECT = """passage => {
  const text = document.getElementById("article-text");
  const at = text.textContent.indexOf(passage);
  const walker = document.createTreeWalker(text, NodeFilter.SHOW_TEXT);
  const range = document.createRange();
  let seen = 0, node;
  while ((node = walker.nextNode())) {
    const end = seen + node.data.length;
    if (at >= seen && at < end) range.setStart(node, at - seen);
    if (at + passage.length > seen && at + passage.length <= end) range.setEnd(node, at + passage.length - seen);
    seen = end;
  }
  getSelection().removeAllRanges();
  getSelection().addRange(range);
}"""


def sign_in(page: Page, site: str, username: str) -> None:
    page.goto(f"{site}/accounts/login/?next=/admin/")
    page.get_by_label("Username").fill(username)
    page.get_by_label("Password", exact=True).fill(PASSWORD)
    page.locator("main form button").first.click()
    # Not a pattern: the sign-in page has the address that follows in its own.
    page.wait_for_url(lambda url: urlsplit(url).path == "/admin/")


def prove(page: Page, site: str) -> None:
    """Says the password once more, before pages of people's accounts."""
    page.goto(f"{site}/accounts/reauthenticate/")
    page.get_by_label("Password", exact=True).fill(PASSWORD)
    page.locator("main form button").first.click()
    page.wait_for_url("**/desk/")


def sign_out(page: Page) -> None:
    page.locator(".user-menu summary").click()
    page.get_by_role("button", name="Sign out").click()
    expect(page.locator(".user-menu")).to_have_count(0)


def select_in_text(page: Page, passage: str) -> None:
    """Selects a passage of the article's text, as dragging over it would."""
    page.evaluate(SELECT, passage)
