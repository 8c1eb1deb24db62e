"""Comments made beside the parts of the page of approval, in a browser without scripts and on a phone."""

from playwright.sync_api import Browser, Page, expect

from reviews.models import Comment
from tests.browser import admin, desk
from tests.browser.test_second_verdict import PHONE, faults
from tests.claims.factories import make_user
from tests.reviews.factories import make_submitted_verdict


def test_comments_are_made_without_scripts_and_go_to_the_author_with_the_reason(
    page: Page, browser: Browser, live_site: str
) -> None:
    verdict, editor = make_submitted_verdict(explanation="One register.\n\nAnother one."), make_user("editor")
    admin.sign_in(page, live_site, editor.username)
    approval = f"{live_site}/admin/reviews/verdict/{verdict.pk}/approve/"
    plain = browser.new_context(
        java_script_enabled=False, storage_state=page.context.storage_state(), viewport=PHONE
    ).new_page()
    plain.goto(approval)
    for part, says in {"headline": "Too long.", "paragraph-2": "Which one?", "evidence-2": "Which page?"}.items():
        place = plain.locator(f"#at-{part}")
        place.get_by_text("Comment", exact=False).first.click()
        place.get_by_label("Comment").fill(says)
        place.get_by_role("button", name="Add the comment").click()
        expect(place).to_contain_text(says)
        assert plain.url.endswith(f"#at-{part}")
    plain.context.close()

    page.goto(approval)
    page.locator("details").evaluate_all("all => all.forEach(part => { part.open = true; })")
    assert not faults(page)
    page.set_viewport_size(PHONE)
    assert not faults(page)
    step = page.locator("#step-request-changes")
    step.get_by_label("Reason").fill("See the comments.")
    step.get_by_role("button", name="Request changes").click()
    expect(page.get_by_role("status")).to_contain_text("Sent back")
    admin.sign_out(page)

    desk.sign_in(page, live_site, verdict.author.username)
    page.get_by_role("button", name="Resume").click()
    page.wait_for_url(f"**/desk/reviews/{verdict.review_id}/")
    expect(desk.row(page, 2)).to_contain_text("Which page?")
    expect(page.locator("#open-comments")).to_contain_text("3 comments still open")
    assert not faults(page)
    assert Comment.objects.count() == 3
