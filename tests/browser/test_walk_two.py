"""The second walk: two weeks later the UN counts anew and a reader disputes the verdict. The review is reopened, a new
verdict approved by a second person with the update that readers are told, the dispute answered by a third."""

from django.contrib.auth.models import User
from playwright.sync_api import Page, expect

from reviews.enums import CorrectionKind, DisputeOutcome
from reviews.models import Correction, DisputeDecision, Publication
from tests.browser import admin, desk
from tests.browser.passing_time import let_pass
from tests.browser.toll import HEADLINE, WORDING, Newsroom, open_newsroom, published_toll
from tests.claims.factories import make_user
from tests.fixtures.databases import PrivateDatabase

OBJECTION = "Your figure of 12,800 to 13,000 is out of date."
GROUNDS = "The UN published a new count this week: 13,000 to 13,200 people, up to February 2020."
REOPENED = "A reader names a new count of the UN: look at it."
SUMMARY = "The UN counts 13,000 to 13,200 killed up to February 2020, so the figure held when it was said."
UPDATE = "The UN has counted on: 13,000 to 13,200 up to February 2020."
ANSWER = "You were right that there is a new count. The page has it now."


def test_a_new_figure_a_dispute_and_what_the_public_reads(
    page: Page, live_site: str, committing_db: PrivateDatabase
) -> None:
    newsroom = open_newsroom()
    first = published_toll(newsroom)
    let_pass(committing_db, days=14)
    third = make_user("editor", "dora")
    _dispute(page, live_site, first)
    receipt = page.url
    _reopen(page, live_site, newsroom.editor)
    _check_again(page, live_site, newsroom)
    _approve_and_tell(page, live_site, newsroom.editor)
    _answer(page, live_site, third)
    _read_as_the_public(page, live_site, first)
    page.goto(receipt)
    expect(page.get_by_role("main")).to_contain_text(ANSWER)
    _who_did_what(newsroom, third)


def _dispute(page: Page, site: str, publication: Publication) -> None:
    page.goto(f"{site}/claims/{publication.claim_id}-{publication.slug}/")
    page.get_by_role("link", name="Dispute this").click()
    page.get_by_label("What is wrong").fill(OBJECTION)
    page.get_by_label("Why, and what shows it").fill(GROUNDS)
    page.get_by_label("Address of your evidence").fill("https://ohchr.example/new-count")
    page.get_by_label("Who you are").select_option("I am a reader")
    page.get_by_role("button", name="Send the dispute").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("We have it")


def _reopen(page: Page, site: str, editor: User) -> None:
    """By the editor who approved it, who may not decide the dispute."""
    desk.sign_in(page, site, editor.username)
    disputes = page.get_by_role("region", name="Disputes")
    expect(disputes).to_contain_text(OBJECTION)
    expect(disputes).to_contain_text("Somebody else decides: you had a hand, or have an interest, in it")
    disputes.get_by_role("link", name=HEADLINE).click()
    expect(page.get_by_text(GROUNDS)).to_be_visible()
    expect(page.get_by_role("button", name="Decide")).to_have_count(0)
    page.get_by_role("link", name="Reopen the review").click()
    step = page.locator("#step-reopen")
    step.get_by_text("Reopen", exact=True).first.click()
    step.get_by_label("Reason").fill(REOPENED)
    step.get_by_role("button", name="Reopen").click()
    expect(page.get_by_role("status")).to_contain_text("Reopened: it is its last author's work again.")
    admin.sign_out(page)


def _check_again(page: Page, site: str, newsroom: Newsroom) -> None:
    desk.sign_in(page, site, newsroom.reviewer.username)
    mine = page.get_by_role("region", name="Your work")
    expect(mine).to_contain_text(REOPENED)
    mine.get_by_role("button", name="Resume").click()
    page.wait_for_url(f"**/desk/reviews/{newsroom.review.pk}/")
    expect(page.get_by_text(REOPENED).first).to_be_visible()
    expect(page.get_by_text(OBJECTION)).to_be_visible()
    page.get_by_label("True", exact=False).first.check()
    page.get_by_label("Summary").fill(SUMMARY)
    page.get_by_role("button", name="Add evidence").click()
    number = page.locator("[data-evidence]").count()
    desk.write_evidence(page, number, newsroom.un)
    desk.row(page, number).get_by_label("Title").fill("New count of the dead")
    desk.row(page, number).get_by_label("Date", exact=True).fill("2020-03-02")
    desk.write_figure(page, number, value="13,000", upper="13,200", as_of="2020-02")
    standing = page.locator("#standing")
    expect(standing).to_contain_text("Only a part of the evidence’s range is more than 13,000.")
    expect(standing).to_contain_text("4 citations, 1 independent origin")
    page.get_by_role("button", name="Submit for approval").click()
    page.wait_for_url("**/desk/")
    expect(page.get_by_role("status")).to_contain_text(f"Submitted: “{HEADLINE}”.")
    admin.sign_out(page)


def _approve_and_tell(page: Page, site: str, editor: User) -> None:
    desk.sign_in(page, site, editor.username)
    page.get_by_role("region", name="Awaiting your approval").get_by_role("link", name=WORDING).click()
    differences = page.locator("#differences")
    expect(differences).to_contain_text("to what was published on")
    expect(differences.locator("ins").filter(has_text="13,200").first).to_be_visible()
    expect(page.locator("#since-earlier")).to_contain_text("Rating")
    page.get_by_role("button", name="Approve and publish").click()
    notice = page.get_by_role("group", name="What readers are told of the change")
    expect(notice).to_contain_text("Changed since: the rating, the evidence.")
    notice.get_by_label("What the change is").select_option(value="update")
    notice.get_by_label("What the page said").fill("12,800 to 13,000 killed up to the end of 2018.")
    notice.get_by_label("What is right").fill(UPDATE)
    notice.get_by_label("Who noticed").fill("A reader")
    page.get_by_role("button", name="Approve and publish").click()
    expect(page.get_by_role("status")).to_contain_text("Approved: the public sees it now.")
    admin.sign_out(page)


def _answer(page: Page, site: str, third: User) -> None:
    desk.sign_in(page, site, third.username)
    page.get_by_role("region", name="Disputes").get_by_role("link", name="Read and decide").click()
    step = page.locator("#step-decide")
    step.get_by_text("Decide", exact=True).first.click()
    step.get_by_label("Outcome").select_option("Upheld")
    step.get_by_label("Answer", exact=False).first.fill(ANSWER)
    step.get_by_label("Publish the answer on the page").check()
    step.get_by_role("button", name="Decide").click()
    expect(page.get_by_role("status")).to_contain_text("Decided and answered.")
    admin.sign_out(page)


def _read_as_the_public(page: Page, site: str, first: Publication) -> None:
    address = f"{site}/claims/{first.claim_id}-{first.slug}/"
    page.goto(address)
    main = page.get_by_role("main")
    for said in (SUMMARY, "Its own figure: 13,000 to 13,200, as of February 2020", "1 independent origin behind 4"):
        expect(main).to_contain_text(said)
    corrections = page.get_by_role("region", name="Corrections and updates")
    expect(corrections).to_contain_text("Update")
    for said in ("12,800 to 13,000 killed up to the end of 2018.", UPDATE, "A reader"):
        expect(corrections).to_contain_text(said)
    disputes = page.get_by_role("region", name="Disputes")
    expect(disputes).to_contain_text("1 dispute of this page was decided")
    expect(disputes).to_contain_text(ANSWER)
    page.get_by_role("link", name="as it stood on").first.click()
    expect(main).to_contain_text("This is an old state of the page.")
    expect(main).to_contain_text("Mostly true")
    expect(main).not_to_contain_text("13,200")


def _who_did_what(newsroom: Newsroom, third: User) -> None:
    now = Publication.objects.get(valid_until=None)
    assert (now.author, now.approver) == (newsroom.reviewer, newsroom.editor)
    assert Publication.objects.count() == 2
    correction = Correction.objects.get()
    assert (correction.publication, correction.kind) == (now, CorrectionKind.UPDATE)
    decision = DisputeDecision.objects.get()
    assert (decision.decided_by, decision.outcome) == (third, DisputeOutcome.UPHELD)
