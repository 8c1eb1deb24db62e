"""After publication, in a browser: two claims merged, a sentence put right from edit to public page, a retraction."""

import re

import pytest
from playwright.sync_api import Page, expect

from reviews.models import Merge, Publication
from reviews.selectors import published
from tests.browser.admin import sign_in
from tests.claims.factories import make_user
from tests.fixtures.databases import PrivateDatabase
from tests.reviews.factories import make_publication
from tests.reviews.public.addresses import verdict_of


def leave(page: Page) -> None:
    """The next person sits down at the same machine."""
    page.context.clear_cookies()


def open_publication(page: Page, site: str, publication: Publication) -> None:
    page.goto(f"{site}/admin/reviews/publication/{publication.pk}/change/")


@pytest.mark.slow
def test_two_published_claims_are_merged_and_readers_are_led_on(page: Page, live_site: str) -> None:
    loser, winner = make_publication(), make_publication()
    sign_in(page, live_site, make_user("editor").username)
    page.goto(f"{live_site}/admin/reviews/review/{loser.review_id}/change/")
    page.get_by_role("link", name="Merge into another claim").click()
    page.get_by_label("Words of it, its number, or the address of its page").fill(f"{live_site}{verdict_of(winner)}")
    page.get_by_role("button", name="Look").click()
    page.get_by_role("link", name=winner.wording).click()
    expect(page.get_by_text("This one ends")).to_be_visible()
    page.get_by_label("Why the two say the same").fill("Both count the bridges closed in 2021.")
    page.get_by_role("button", name="Merge the two").click()
    expect(page.get_by_role("status")).to_contain_text("Its address leads readers there")
    assert Merge.objects.get().ended == loser
    page.goto(f"{live_site}{verdict_of(loser)}")
    expect(page.get_by_role("heading", name=re.compile("^Merged on"))).to_be_visible()
    assert loser.label not in page.locator(".verdict-head").inner_text()
    page.get_by_role("link", name="Go to the page that stands").click()
    expect(page).to_have_url(f"{live_site}{verdict_of(winner)}")
    expect(page.get_by_role("heading", level=1)).to_have_text(winner.headline)


@pytest.mark.slow
def test_a_minor_correction_goes_from_the_edit_to_the_public_page(page: Page, live_site: str) -> None:
    publication = make_publication()
    sign_in(page, live_site, make_user("editor").username)
    open_publication(page, live_site, publication)
    page.get_by_role("link", name="Correct the wording").click()
    expect(page.locator("select, input[type=radio]")).to_have_count(0)  # Nothing chooses a rating or evidence here.
    page.get_by_label("Summary").fill("Both registers count 124 closed bridges for 2021.")
    page.get_by_role("button", name="Look at the page in these words").click()
    # What readers are to be told is missing still: the words can be looked at all the same.
    expect(page.get_by_role("region", name="The public page")).to_contain_text("Both registers count 124")
    page.get_by_label("What the page said").fill("“Two registers count 124 closed bridges for the year.”")
    page.get_by_label("What is right").fill("“Both registers count 124 closed bridges for 2021.”")
    page.get_by_label("How it came about").fill("We had left out the year.")
    page.get_by_label("Who noticed").fill("A reader")
    page.get_by_role("button", name="Submit for approval").click()
    expect(page.get_by_role("status")).to_contain_text("when somebody else approves it")
    assert published().get() == publication
    leave(page)
    sign_in(page, live_site, make_user("editor").username)
    page.get_by_role("link", name="verdicts that you may approve").click()
    page.locator("#result_list tbody th a").click()
    page.get_by_role("link", name="Look at its page and approve").click()
    expect(page.get_by_role("heading", name="A minor correction: only words change")).to_be_visible()
    page.get_by_role("button", name="Approve and publish").click()
    expect(page.get_by_role("status")).to_contain_text("Approved")
    leave(page)
    page.goto(f"{live_site}/claims/{publication.claim_id}/")
    expect(page.locator(".summary")).to_have_text("Both registers count 124 closed bridges for 2021.")
    corrections = page.locator("section[aria-labelledby=corrections]")
    for part in ("Minor correction", "for the year", "We had left out the year.", "A reader"):
        expect(corrections).to_contain_text(part)
    page.goto(f"{live_site}/corrections/")
    expect(page.locator("main")).to_contain_text("Minor correction")


@pytest.mark.slow
def test_a_retraction_keeps_the_address_with_the_notice_and_no_rating(page: Page, live_site: str) -> None:
    publication = make_publication()
    sign_in(page, live_site, make_user("editor").username)
    open_publication(page, live_site, publication)
    step = page.locator("#step-retract")
    step.locator("summary").click()
    step.get_by_label("What the page said").fill("124 bridges were closed.")
    step.get_by_label("What is right").fill("The register was forged.")
    step.get_by_label("Reported to us on").fill("2999-01-01")
    step.get_by_role("button", name="Retract").click()
    # Refused, and nothing of what was typed is lost.
    expect(page.locator(".messages")).to_contain_text("still to come")
    expect(step.get_by_label("What is right")).to_have_value("The register was forged.")
    step.get_by_label("Reported to us on").fill("2026-01-01")
    step.get_by_role("button", name="Retract").click()
    expect(page.get_by_role("status")).to_contain_text("Retracted")
    expect(page.locator("#step-suspend")).to_have_count(0)
    page.goto(f"{live_site}{verdict_of(publication)}")
    expect(page.get_by_role("heading", name=re.compile("^Retracted on"))).to_be_visible()
    expect(page.locator(".verdict-rating")).to_have_count(0)
    expect(page.locator("main")).to_contain_text("The register was forged.")


@pytest.mark.slow
def test_a_text_is_withheld_by_two_people(page: Page, live_site: str) -> None:
    publication = make_publication()
    sign_in(page, live_site, make_user("administrator").username)
    page.goto(f"{live_site}/admin/reviews/withholding/add/")
    page.get_by_label("Address of the public page").fill(f"{live_site}{verdict_of(publication)}")
    page.get_by_role("button", name="Look").click()
    page.get_by_role("radio").check()
    page.get_by_label("Legal basis").fill("Regional court of Norhaven, 4 C 12/26")
    page.get_by_role("button", name="Ask for withholding").click()
    expect(page.locator("main")).to_contain_text("a second person must confirm it")
    leave(page)
    sign_in(page, live_site, make_user("editor").username)
    page.get_by_role("link", name="withholdings to decide on").click()
    page.locator("#result_list tbody th a").click()
    expect(page.locator("main")).to_contain_text(publication.headline)
    step = page.locator("#step-confirm")
    step.locator("summary").click()
    step.get_by_role("checkbox").check()
    step.get_by_role("button", name="Withhold it").click()
    expect(page.get_by_role("status")).to_contain_text("The decision log still holds")
    answer = page.goto(f"{live_site}{verdict_of(publication)}")
    assert answer is not None
    assert answer.status == 451
    expect(page.get_by_role("heading", level=1)).to_have_text("This text is withheld")
    assert publication.headline not in page.content()


def test_a_verdict_that_is_due_is_looked_at_again(page: Page, live_site: str, committing_db: PrivateDatabase) -> None:
    publication = make_publication()
    sign_in(page, live_site, make_user("editor").username)
    open_publication(page, live_site, publication)
    plan = page.locator("#step-plan")
    plan.locator("summary").click()
    plan.get_by_label("Look at it again on").fill(plan.get_by_label("Look at it again on").get_attribute("min") or "")
    plan.get_by_role("button", name="Plan a re-check").click()
    leave(page)
    sign_in(page, live_site, make_user("editor").username)
    page.get_by_role("link", name="verdicts to look at again").click()
    page.get_by_role("link", name=publication.headline).click()
    confirm = page.locator("#step-confirm")
    confirm.locator("summary").click()
    confirm.get_by_role("button", name="Still right").click()
    expect(page.get_by_role("status")).to_contain_text("Still right")
    page.goto(f"{live_site}{verdict_of(publication)}")
    expect(page.locator("main")).to_contain_text("found still right")


@pytest.mark.slow
def test_a_reader_disputes_and_the_answer_stands_on_the_page(page: Page, live_site: str) -> None:
    publication = make_publication()
    page.goto(f"{live_site}{verdict_of(publication)}")
    page.get_by_role("link", name="Dispute").first.click()
    page.get_by_label("What is wrong").fill("The register counts repairs as closures.")
    page.get_by_label("Why, and what shows it").fill("Its own legend on page 3 says that repairs are counted.")
    page.locator("select[name=sender]").select_option("reader")
    page.get_by_role("button", name="Send the dispute").click()
    own_page = page.url
    expect(page.locator("main")).to_contain_text("The register counts repairs as closures.")
    sign_in(page, live_site, make_user("editor").username)
    page.get_by_role("link", name="disputes that you may decide").click()
    page.locator("#result_list tbody th a").click()
    page.get_by_role("button", name="Consider it").click()
    expect(page.get_by_role("status")).to_contain_text("Being considered")
    step = page.locator("#step-decide")
    step.locator("summary").click()
    step.get_by_label("Outcome").select_option("upheld")
    step.get_by_role("textbox", name="Answer").fill("The legend says so: we name repairs apart now.")
    step.get_by_label("Publish the answer on the page").check()
    step.get_by_role("button", name="Decide").click()
    page.get_by_role("link", name="Record a correction").click()
    correct = page.locator("#step-correct")
    correct.locator("summary").click()
    correct.get_by_label("Kind").select_option("clarification")
    correct.get_by_label("What the page said").fill("124 closed bridges.")
    correct.get_by_label("What is right").fill("124 closed or repaired bridges.")
    correct.get_by_role("button", name="Record a correction").click()
    expect(page.get_by_role("status")).to_contain_text("Recorded: clarification")
    leave(page)
    page.goto(f"{live_site}{verdict_of(publication)}")
    for part in ("we name repairs apart now", "124 closed or repaired bridges.", "Clarification"):
        expect(page.locator("main")).to_contain_text(part)
    page.goto(own_page)
    expect(page.locator("main")).to_contain_text("we name repairs apart now")
