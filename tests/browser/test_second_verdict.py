"""One blind round in a browser: asked for, given, opened, its difference resolved; and a comment answered."""

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, ViewportSize, expect

from reviews.models import Publication, Resolution
from reviews.services.comments import comment_on
from reviews.services.queue import take_review
from reviews.services.verdicts import request_changes
from tests.browser import admin, desk
from tests.claims.factories import make_user
from tests.reviews.factories import make_submitted_verdict

SERIOUS = {"serious", "critical"}
PHONE = ViewportSize(width=360, height=740)


def sign_out(page: Page) -> None:
    page.context.clear_cookies()


def faults(page: Page) -> list[str]:
    """Serious ones of axe, and a page wider than the screen."""
    found = Axe().run(page, options={"preload": False}).response["violations"]
    serious = [
        f"{item['id']}: {item['nodes'][0]['html']}" for item in found if item["impact"] in {"serious", "critical"}
    ]
    wide = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
    return serious + ([f"{wide} pixels too wide"] if wide > 0 else [])


def test_a_blind_round_from_the_wish_to_the_resolution(page: Page, live_site: str) -> None:
    verdict = make_submitted_verdict(headline="What the first one says")
    editor, reviewer = make_user("editor"), make_user("reviewer")
    admin.sign_in(page, live_site, editor.username)
    page.goto(f"{live_site}/admin/reviews/review/{verdict.review_id}/change/")
    page.get_by_text("Ask for a blind second verdict").first.click()
    page.locator("#step-ask-second").get_by_label("Why").fill("Much hangs on it.")
    page.locator("#step-ask-second").get_by_role("button").click()
    expect(page.get_by_role("heading", name="A blind second verdict is awaited")).to_be_visible()
    expect(page.get_by_text("What the first one says")).to_have_count(0)
    sign_out(page)

    desk.sign_in(page, live_site, reviewer.username)
    page.get_by_role("link", name=verdict.review.claim.wording).first.click()
    page.get_by_role("button", name="Take it: I have not read the first verdict").click()
    expect(page.get_by_text("What the first one says")).to_have_count(0)
    page.get_by_label("Said so").check()
    page.get_by_label("False", exact=False).first.check()
    page.get_by_role("button", name="Submit for good").click()
    expect(page.get_by_role("link", name="Name what it rests on")).to_be_visible()
    assert not faults(page)
    page.get_by_label("How you came to it").fill("The auditors count another way.")
    page.get_by_label("What it rests on").fill("Report of the auditors, 2021")
    page.set_viewport_size(PHONE)
    assert not faults(page)
    page.get_by_role("button", name="Submit for good").click()
    expect(page.get_by_role("heading", name="Two verdicts, given blind")).to_be_visible()
    assert not faults(page)
    sign_out(page)

    admin.sign_in(page, live_site, editor.username)
    page.goto(f"{live_site}/admin/reviews/verdict/{verdict.pk}/approve/")
    expect(page.get_by_text("Differs", exact=True)).to_be_visible()
    assert not faults(page)
    page.get_by_role("button", name="Approve and publish").click()
    expect(page.get_by_text("Say how that was resolved")).to_be_visible()
    page.get_by_label("How the difference was resolved").fill("The register is the law’s own count.")
    page.get_by_role("button", name="Approve and publish").click()
    expect(page.get_by_text("Approved: the public sees it now.")).to_be_visible()
    assert (Publication.objects.get().verdict, Resolution.objects.get().resolved_by) == (verdict, editor)


def test_a_comment_is_read_beside_its_field_and_answered_there(page: Page, live_site: str) -> None:
    verdict, editor = make_submitted_verdict(), make_user("editor")
    comment = comment_on(verdict=verdict, part="evidence-2", text="Which page of the register?", by=editor)
    review = request_changes(verdict=verdict, by=editor, reason="See the comment.")
    take_review(review=review, reviewer=verdict.author)
    desk.sign_in(page, live_site, verdict.author.username)
    page.goto(f"{live_site}/desk/reviews/{review.pk}/")
    beside = desk.row(page, 2)
    expect(beside).to_contain_text("Which page of the register?")
    expect(page.locator("#open-comments")).to_contain_text("1 comment still open")
    assert not faults(page)
    beside.get_by_label("What you did about it").fill("Page 12; it is in the title now.")
    beside.get_by_role("button", name="Mark as done").click()
    expect(page.get_by_text("Marked as done")).to_be_visible()
    comment.refresh_from_db()
    assert comment.answer.answered_by == verdict.author
    expect(page.locator("#open-comments")).to_have_count(0)
