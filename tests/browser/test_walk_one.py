"""The first walk: a figure is checked against the UN's range, with wires that rest on it, waits for an answer, and is
published. Everything that a person does is done in the browser."""

from datetime import timedelta

from django.utils.timezone import localdate
from playwright.sync_api import Page, expect

from reviews.models import Publication, Review
from tests.browser import admin, desk
from tests.browser.passing_time import let_pass
from tests.browser.toll import COUNT, EXCEPTION, HEADLINE, SPEAKER, WORDING, Newsroom, open_newsroom
from tests.fixtures.databases import PrivateDatabase

ANSWER = "He says that he relied on the figure of the UN."


def test_checked_against_the_range_waited_for_approved_and_public(
    page: Page, live_site: str, committing_db: PrivateDatabase
) -> None:
    newsroom = open_newsroom()
    desk.sign_in(page, live_site, newsroom.reviewer.username)
    page.keyboard.press("n")
    page.wait_for_url(f"**/desk/reviews/{newsroom.review.pk}/")
    _read_the_claim(page)
    _write(page)
    _cite(page, newsroom)
    _ask_and_wait(page)
    _nothing_else_to_do(page)
    let_pass(committing_db, days=3)
    _take_up_again(page, newsroom.review)
    _submit(page)
    admin.sign_out(page)
    admin.sign_in(page, live_site, newsroom.editor.username)
    _approve(page)
    admin.sign_out(page)
    _read_as_the_public(page, live_site)


def _read_the_claim(page: Page) -> None:
    facts = page.get_by_role("region", name="Claim and article")
    expect(facts).to_contain_text("more than 13,000 people killed, since April 2014, no as-of day stated")
    expect(facts).to_contain_text(f"{SPEAKER}, Deputy Minister")
    asked = f"Did {SPEAKER} say on 9 September 2019 that “{WORDING.rstrip('.')}” (as quoted by The Capital Post)?"
    expect(page.get_by_role("group", name=asked)).to_be_visible()
    expect(page.get_by_role("group", name=f"Is it so that “{WORDING.rstrip('.')}”?")).to_be_visible()
    expect(page.get_by_text("Judged as of 9 September 2019, the day it was said.")).to_be_visible()


def _write(page: Page) -> None:
    page.get_by_label("Said so").check()
    page.get_by_label("Mostly true").check()
    page.get_by_label("Holds from").fill("2014-04")
    page.get_by_label("Holds until").fill("2019-09")
    page.get_by_label("Headline").fill(HEADLINE)
    page.get_by_label("Summary").fill("The UN counted 12,800 to 13,000 killed up to the end of 2018.")
    page.get_by_label("Explanation", exact=True).fill("The UN counts the dead of **all sides**.\n\nWires pass it on.")


def _cite(page: Page, newsroom: Newsroom) -> None:
    sources = (newsroom.un, *newsroom.wires)
    for number, source in enumerate(sources, start=1):
        if number > 1:
            page.get_by_role("button", name="Add evidence").click()
        desk.write_evidence(page, number, source)
        fields = desk.row(page, number)
        fields.get_by_label("Date", exact=True).fill("2019-01-22")
        desk.write_figure(page, number, value="12,800", upper="13,000", as_of="2018-12-31")
        if number == 1:
            fields.get_by_label("Excerpt", exact=True).fill(COUNT)
            fields.get_by_label("Primary").check()
        else:
            fields.get_by_label("Rests on").fill(newsroom.un.name)
    standing = page.locator("#standing")
    expect(standing).to_contain_text("3 citations, 1 independent origin")
    expect(standing).to_contain_text("Claimed: more than 13,000 people killed. Evidence 1: 12,800 to 13,000.")
    expect(standing).to_contain_text("No part of the evidence’s range is more than 13,000.")
    expect(standing).to_contain_text(
        "It counts up to 31 December 2018, before the day that is judged (9 September 2019)."
    )
    expect(standing).to_contain_text("“Mostly true” needs 2 origins")


def _ask_and_wait(page: Page) -> None:
    page.get_by_text("Record an attempt").click()
    page.get_by_label("Whom you asked").select_option(SPEAKER)
    page.get_by_label("They may answer until").fill((localdate() + timedelta(days=2)).isoformat())
    page.get_by_role("button", name="Record the attempt").click()
    contacts = page.locator("#contacts")
    expect(contacts).to_contain_text(f"We asked {SPEAKER} by e-mail on")
    expect(page.get_by_label("Headline")).to_have_value(HEADLINE)  # What stood on the page is kept.
    contacts.get_by_text("Record the answer, wait for it").click()
    contacts.get_by_role("button", name="Wait until").click()
    page.wait_for_url("**/desk/")
    expect(page.get_by_role("status")).to_contain_text(f"Laid aside until {SPEAKER} has answered")
    mine = page.get_by_role("region", name="Your work")
    expect(mine).to_contain_text(f"for an answer: {SPEAKER}")


def _nothing_else_to_do(page: Page) -> None:
    page.get_by_role("button", name="Take the next claim").click()
    expect(page.get_by_role("main")).to_contain_text(f"waiting for an answer: {SPEAKER} until")


def _take_up_again(page: Page, review: Review) -> None:
    page.reload()
    mine = page.get_by_role("region", name="Your work")
    expect(mine).to_contain_text("The wait is over")
    page.get_by_role("button", name="Take the next claim").click()
    page.wait_for_url(f"**/desk/reviews/{review.pk}/")
    expect(page.get_by_label("Headline")).to_have_value(HEADLINE)
    contacts = page.locator("#contacts")
    contacts.get_by_text("Record the answer, wait for it").click()
    contacts.get_by_label("What they answered").fill(ANSWER)
    contacts.get_by_role("button", name="Record the answer").click()
    expect(contacts).to_contain_text(ANSWER)


def _submit(page: Page) -> None:
    page.get_by_role("button", name="Submit for approval").click()
    expect(page.get_by_role("heading", name="Not submitted yet")).to_be_visible()
    page.get_by_label("Exception from the rule of two origins").fill(EXCEPTION)
    page.get_by_role("button", name="Submit for approval").click()
    page.wait_for_url("**/desk/")
    expect(page.get_by_role("status")).to_contain_text(f"Submitted: “{HEADLINE}”.")


def _approve(page: Page) -> None:
    page.goto(page.url.replace("/admin/", "/desk/"))
    page.get_by_role("region", name="Awaiting your approval").get_by_role("link", name=WORDING).click()
    framed = page.get_by_role("region", name="The public page")
    expect(framed).to_contain_text("1 independent origin behind 3 citations")
    page.get_by_role("button", name="Approve and publish").click()
    expect(page.get_by_role("status")).to_contain_text("Approved: the public sees it now.")


def _read_as_the_public(page: Page, site: str) -> None:
    published = Publication.objects.get()
    page.goto(f"{site}/")
    page.get_by_role("link", name=HEADLINE).first.click()
    expect(page).to_have_url(f"{site}/claims/{published.claim_id}-{published.slug}/")
    expect(page.get_by_role("heading", level=1)).to_have_text(HEADLINE)
    main = page.get_by_role("main")
    for said in (
        "Mostly true",
        f"Did {SPEAKER} say on 9 September 2019 that",
        f"Is it so that “{WORDING.rstrip('.')}”?",
        "Mostly true, for the time from April 2014 to September 2019.",
        "Its own figure: 12,800 to 13,000, as of 31 December 2018",
        "Rests on OHCHR.",
        "1 independent origin behind 3 citations.",
        f"Fewer than two, because: {EXCEPTION}",
        f"We asked {SPEAKER} by e-mail on",
        ANSWER,
    ):
        expect(main).to_contain_text(said)
