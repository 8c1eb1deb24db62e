"""An editor's work in a browser: paste, see the claims, accept some, write one, and approve what came of it."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from claims.enums import ClaimStatus
from claims.models import Anchor, Article, Claim
from reviews.models import Publication, Review
from tests.browser.admin import select_in_text, sign_in
from tests.claims.factories import make_article, make_claim, make_source, make_user
from tests.reviews.factories import make_submitted_verdict

TEXT = """Council Counts The Cost

🇺🇦 The council of Norhaven spent 3.5 million euros on repairs in 2021. More than 120 bridges were closed in that year.

"We have repaired 40 bridges," Mayor Ana Holm said on Monday.
"""


@pytest.mark.slow
def test_a_pasted_article_is_read_and_its_claims_are_accepted(
    page: Page, live_site: str, start_worker: Callable[..., object]
) -> None:
    start_worker()
    make_source("The Norhaven Lamp")
    editor = make_user("editor")
    sign_in(page, live_site, editor.username)
    page.get_by_role("link", name="Bring in articles").click()
    form = page.locator("#way-text")
    form.get_by_label("Text").fill(TEXT)
    source = form.get_by_label("Source")
    source.press_sequentially("norhav")
    expect(form.locator("datalist option")).to_have_count(1)
    assert form.locator("datalist option").get_attribute("value") == "The Norhaven Lamp"
    source.fill("The Norhaven Lamp")
    form.get_by_role("button", name="Bring in and find claims").click()
    # The page looks again by itself until the worker has read the article.
    expect(page.locator("#article-text mark").first).to_be_visible(timeout=150_000)
    boxes = page.locator("input[name=pick-claims]")
    assert boxes.count() >= 2
    boxes.first.check()
    page.get_by_role("button", name="Accept these, set aside the rest").click()
    expect(page.get_by_role("status")).to_contain_text("1 claim accepted")
    assert Claim.objects.filter(status=ClaimStatus.ACCEPTED).count() == 1
    assert not Claim.objects.filter(status=ClaimStatus.PROPOSED).exists()
    assert Review.objects.count() == 1


def test_a_passage_is_selected_and_becomes_a_claim_at_its_place(page: Page, live_site: str) -> None:
    article = make_article(TEXT)
    sign_in(page, live_site, make_user("editor").username)
    page.goto(f"{live_site}/admin/claims/article/{article.pk}/change/")
    select_in_text(page, "More than 120 bridges were closed")
    expect(page.get_by_label("Passage")).to_have_value("More than 120 bridges were closed")
    page.get_by_label("Wording").fill("More than 120 bridges were closed in Norhaven in 2021.")
    page.get_by_role("button", name="Write this claim").click()
    expect(page.locator("#article-text mark")).to_have_text("More than 120 bridges were closed")
    anchor = Anchor.objects.get()
    # The flag before it is two code points and four units of the browser's strings.
    assert anchor.start == article.texts.get().text.index("More than 120")


def test_a_mark_leads_to_its_claim_and_back(page: Page, live_site: str) -> None:
    article = make_article(TEXT)
    claim = make_claim(article, quote="More than 120 bridges were closed")
    sign_in(page, live_site, make_user("editor").username)
    page.goto(f"{live_site}/admin/claims/article/{article.pk}/change/")
    page.locator("#article-text mark a").click()
    expect(page).to_have_url(f"{live_site}/admin/claims/article/{article.pk}/change/#claim-{claim.pk}")
    expect(page.locator(f"#claim-{claim.pk}")).to_be_in_viewport()
    page.get_by_role("link", name="In the text").click()
    expect(page.locator("#article-text mark")).to_be_in_viewport()


def test_all_proposed_claims_are_ticked_at_once_but_not_those_set_aside(page: Page, live_site: str) -> None:
    article = make_article()
    make_claim(article)
    make_claim(article, status=ClaimStatus.SET_ASIDE)
    sign_in(page, live_site, make_user("editor").username)
    page.goto(f"{live_site}/admin/claims/article/{article.pk}/change/")
    page.get_by_role("button", name="Tick all proposed").click()
    boxes = page.locator("input[name=pick-claims]")
    assert [boxes.nth(number).is_checked() for number in range(2)].count(True) == 1


def test_the_exact_public_page_is_approved(page: Page, live_site: str) -> None:
    verdict = make_submitted_verdict()
    sign_in(page, live_site, make_user("editor").username)
    page.get_by_role("link", name="verdicts that you may approve").click()
    page.locator("#result_list tbody th a").click()
    page.get_by_role("link", name="Look at its page and approve").click()
    framed = page.get_by_role("region", name="The public page")
    expect(framed.get_by_role("heading", level=1)).to_have_text(verdict.headline)
    shown = framed.inner_text().splitlines()
    # Beside its parts stand the approver's forms for comments, which are no part of the page.
    beside = {line for text in framed.locator(".comments-at").all_inner_texts() for line in text.splitlines()}
    page.get_by_role("button", name="Approve and publish").click()
    expect(page.get_by_role("status")).to_contain_text("Approved")
    publication = Publication.objects.get()
    page.goto(f"{live_site}/claims/{publication.claim_id}-{publication.slug}/")
    public = " ".join(page.locator("main").inner_text().split())
    missing = [line for line in shown if line not in beside and " ".join(line.split()) not in public]
    assert missing == []


def test_without_javascript_a_claim_is_written_from_a_typed_passage(page: Page, live_site: str) -> None:
    article = make_article(TEXT)
    browser = page.context.browser
    assert browser is not None
    context = browser.new_context(java_script_enabled=False)
    plain = context.new_page()
    sign_in(plain, live_site, make_user("editor").username)
    plain.goto(f"{live_site}/admin/claims/article/{article.pk}/change/")
    plain.get_by_text("Write a claim by hand").click()
    plain.get_by_label("Passage").fill("We have repaired 40 bridges")
    plain.get_by_label("Wording").fill("Norhaven has repaired 40 bridges.")
    plain.get_by_role("button", name="Write this claim").click()
    expect(plain.locator("#article-text mark")).to_have_text("We have repaired 40 bridges")
    context.close()
    assert Article.objects.get().claims.count() == 1
