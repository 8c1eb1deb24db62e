"""A reviewer's whole day without a mouse, from signing in to signing out, and the focus always in sight."""

from datetime import timedelta

from django.utils.timezone import localdate
from playwright.sync_api import Page, expect

from claims.enums import ClaimStatus
from claims.models import Source
from reviews.enums import Stage
from reviews.models import Review
from tests.browser.desk import saved
from tests.browser.keys import Keyboard
from tests.claims.factories import PASSWORD, TEXT, make_article, make_claim, make_source, make_user
from tests.reviews.factories import make_draft, make_review


def test_a_whole_day_by_keyboard_only(page: Page, live_site: str) -> None:
    reviewer = make_user("reviewer")
    first, sibling, other = _three_claims()
    sources = [make_source("The Road Office"), make_source("The Auditors")]
    keys = Keyboard(page)
    _sign_in(keys, live_site, reviewer.username)
    keys.opens("n", f"/desk/reviews/{first.pk}/")
    page.keyboard.press("o")  # Leads to this page again: it is looked at once it is there.
    expect(page.get_by_role("status").first).to_contain_text("Taken too: 1 more of this article's claims.")
    keys.look()
    _write(keys, sources)
    _wait(keys)
    keys.opens("n", f"/desk/reviews/{sibling.pk}/")
    _skip(keys)
    keys.opens("n", f"/desk/reviews/{other.pk}/")
    _write(keys, sources)
    keys.opens("Control+Enter", "/desk/")
    expect(page.get_by_role("status").first).to_contain_text("Submitted: “What the registers say”.")
    _resume_and_submit(keys, first)
    _sign_out(keys)
    assert keys.used_no_mouse()
    stages = [Review.objects.get(pk=review.pk).stage for review in (first, sibling, other)]
    assert stages == [Stage.SUBMITTED, Stage.WAITING, Stage.SUBMITTED]


def test_every_stop_of_the_tab_key_is_in_sight(page: Page, live_site: str) -> None:
    """Also below the bar that stays at the top of the window."""
    reviewer = make_user("reviewer")
    draft = make_draft(author=reviewer)
    keys = Keyboard(page)
    _sign_in(keys, live_site, reviewer.username)
    page.goto(f"{live_site}/desk/reviews/{draft.review_id}/")
    page.keyboard.press("w")
    keys.press("Escape")
    last = page.locator("#history > summary")
    keys.tab_to(last, most=150)
    keys.tab_to(page.locator(".skip-link"), most=200, key="Shift+Tab")


def _three_claims() -> tuple[Review, Review, Review]:
    """Two of one article, then one of another."""
    article = make_article()
    again = "Repairs cost 3.5 million euros"
    assert again in TEXT
    claims = [
        make_claim(article, status=ClaimStatus.ACCEPTED),
        make_claim(article, quote=again, status=ClaimStatus.ACCEPTED),
        make_claim(status=ClaimStatus.ACCEPTED),
    ]
    first, sibling, other = (make_review(claim) for claim in claims)
    return first, sibling, other


def _sign_in(keys: Keyboard, site: str, username: str) -> None:
    page = keys.page
    page.goto(f"{site}/accounts/login/?next=/desk/")
    keys.tab_to(page.get_by_label("Username"))
    keys.type(username)
    keys.tab_to(page.get_by_label("Password", exact=True))
    keys.type(PASSWORD)
    keys.opens("Enter", "/desk/")


def _write(keys: Keyboard, sources: list[Source]) -> None:
    """Both questions, the words with their preview, two pieces of evidence; saved by hand."""
    keys.press("s", "Space", "r", "Space", "h")
    keys.type("What the registers say")
    keys.press("Tab")
    keys.type("Two registers count 124 closed bridges?")  # A letter or a ? in a field is text, not a command.
    keys.press("Tab")
    keys.type("They **agree**.")
    keys.press("Escape", "p")
    expect(keys.page.locator("#preview strong")).to_have_text("agree")
    for number, source in enumerate(sources):
        keys.press("e" if number == 0 else "a")
        keys.type(source.name)
        keys.press("Tab")
        keys.type(f"Register {number}")
        keys.press("Tab")
        keys.type(f"https://records.invalid/{number}")
        keys.press("Escape")
    keys.press("Control+s")
    saved(keys.page)
    keys.press("m")
    expect(keys.page.locator("#standing")).to_be_focused()
    expect(keys.page.locator("#standing")).to_contain_text("Nothing is missing")
    expect(keys.page.locator("#standing-summary")).to_have_text("Complete")


def _wait(keys: Keyboard) -> None:
    page = keys.page
    keys.press("w")
    keys.type("the ministry's answer")
    keys.press("Tab")
    keys.type((localdate() + timedelta(days=2)).strftime("%m%d%Y"))
    keys.tab_to(page.get_by_role("button", name="Let it wait"))
    keys.opens("Enter", "/desk/")
    expect(page.get_by_role("status").first).to_contain_text("Laid aside")
    expect(page.get_by_role("region", name="Your work")).to_contain_text("for the ministry's answer")


def _skip(keys: Keyboard) -> None:
    page = keys.page
    keys.press("w")
    keys.tab_to(page.get_by_label("Why you skip it"))
    keys.type("I know the contractor.")
    keys.tab_to(page.get_by_role("button", name="Skip it for me"))
    keys.opens("Enter", "/desk/")
    expect(page.get_by_role("status").first).to_contain_text("“Next” will not offer it to you again.")


def _resume_and_submit(keys: Keyboard, review: Review) -> None:
    """The answer came early: the first row is one's own work."""
    keys.press("j")
    keys.opens("t", f"/desk/reviews/{review.pk}/")
    expect(keys.page.get_by_label("Headline")).to_have_value("What the registers say")
    keys.opens("Control+Enter", "/desk/")


def _sign_out(keys: Keyboard) -> None:
    page = keys.page
    keys.tab_to(page.locator(".user-menu summary"))
    keys.press("Enter")
    keys.tab_to(page.get_by_role("button", name="Sign out"))
    page.keyboard.press("Enter")
    expect(page.locator(".user-menu")).to_have_count(0)
