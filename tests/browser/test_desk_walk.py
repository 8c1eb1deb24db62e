"""A reviewer's way through the desk in a real browser, with and without scripts, and by keyboard only."""

import pytest
from playwright.sync_api import Browser, Page, Route, expect

from reviews.enums import Stage
from reviews.models import Draft, Review, Verdict
from tests.browser.desk import row, saved, sign_in, write_evidence, write_verdict
from tests.claims.factories import make_source, make_user
from tests.reviews.factories import make_review


def test_take_write_save_by_itself_and_submit(page: Page, live_site: str) -> None:
    reviewer, review = make_user("reviewer"), make_review()
    sign_in(page, live_site, reviewer.username)
    page.get_by_role("button", name="Take the next claim").click()
    page.wait_for_url(f"**/desk/reviews/{review.pk}/")
    write_verdict(page)
    write_evidence(page, 1)
    page.get_by_role("button", name="Add evidence").click()
    write_evidence(page, 2)
    saved(page)
    expect(page.locator("#standing")).to_contain_text("2 citations, 2 independent origins")
    expect(page.locator("#standing")).to_contain_text("Nothing is missing")
    review.refresh_from_db()
    assert review.assignee == reviewer
    page.get_by_role("button", name="Submit for approval").click()
    page.wait_for_url("**/desk/")
    expect(page.get_by_text("Submitted: “What the registers say”.")).to_be_visible()
    verdict = Verdict.objects.get(review=review)
    assert [item.title for item in verdict.evidence.all()] == ["Register 1", "Register 2"]


def test_without_evidence_the_submission_is_refused_and_the_first_problem_has_the_focus(
    page: Page, live_site: str
) -> None:
    reviewer, review = make_user("reviewer"), make_review()
    sign_in(page, live_site, reviewer.username)
    page.get_by_role("button", name="Take the next claim").click()
    write_verdict(page, headline="")
    page.get_by_role("button", name="Submit for approval").click()
    expect(page.get_by_role("heading", name="Not submitted yet")).to_be_visible()
    expect(page.get_by_label("Headline")).to_be_focused()
    expect(page.locator("#evidence")).to_contain_text("no verdict is submitted without a source")
    expect(page.get_by_label("Summary")).to_have_value("Two registers count 124 closed bridges.")
    review.refresh_from_db()
    assert review.stage == Stage.IN_REVIEW


def test_rows_move_and_go_without_a_round_trip(page: Page, live_site: str) -> None:
    reviewer, review = make_user("reviewer"), make_review()
    sign_in(page, live_site, reviewer.username)
    page.get_by_role("button", name="Take the next claim").click()
    for number in (1, 2, 3):
        if number > 1:
            page.get_by_role("button", name="Add evidence").click()
        row(page, number).get_by_label("Title").fill(f"Title {number}")
    row(page, 3).get_by_role("button", name="Move up").click()
    row(page, 1).get_by_role("button", name="Remove").click()
    expect(page.locator("[data-evidence]")).to_have_count(2)
    expect(row(page, 1).get_by_label("Title")).to_have_value("Title 3")
    page.keyboard.press("Control+s")
    saved(page)
    rows = Draft.objects.get(review=review).body["evidence"]
    assert [item["title"] for item in rows] == ["Title 3", "Title 2"]


def test_a_button_that_moves_away_while_it_is_pressed_is_clicked_all_the_same(page: Page, live_site: str) -> None:
    reviewer = make_user("reviewer")
    make_review()
    sign_in(page, live_site, reviewer.username)
    page.get_by_role("button", name="Take the next claim").click()
    row(page, 1).get_by_label("Address").fill("https://records.example/1")
    add = page.get_by_role("button", name="Add evidence")
    add.scroll_into_view_if_needed()
    before = add.bounding_box()
    assert before is not None
    page.mouse.move(before["x"] + before["width"] / 2, before["y"] + before["height"] / 2)
    # Leaves the field, whose address is looked up now; what is found stands above the button.
    page.mouse.down()
    expect(row(page, 1).locator("[data-row-status]")).to_contain_text("Not filled in")
    page.evaluate("document.querySelector('[data-row-status]').after(document.createElement('textarea'))")
    page.mouse.up()
    expect(page.locator("[data-evidence]")).to_have_count(2)
    # Whoever slides away from a button has changed their mind; one click is one row.
    after = add.bounding_box()
    assert after is not None
    page.mouse.move(after["x"] + 5, after["y"] + 5)
    page.mouse.down()
    page.mouse.move(after["x"] + 5, after["y"] + 300)
    page.mouse.up()
    expect(page.locator("[data-evidence]")).to_have_count(2)
    add.click()
    expect(page.locator("[data-evidence]")).to_have_count(3)


def test_a_pasted_address_names_its_source(page: Page, live_site: str) -> None:
    make_source("Zenith Statistics Office", domains=["zso.example"])
    reviewer = make_user("reviewer")
    make_review()
    sign_in(page, live_site, reviewer.username)
    page.get_by_role("button", name="Take the next claim").click()
    row(page, 1).get_by_label("Address").fill("https://data.zso.example/table/7")
    row(page, 1).get_by_label("Title").focus()
    expect(row(page, 1).get_by_label("Source")).to_have_value("Zenith Statistics Office")


def test_a_late_answer_about_another_address_names_no_source(page: Page, live_site: str) -> None:
    make_source("Zenith Statistics Office", domains=["zso.example"])
    make_source("Nadir Register", domains=["nadir.example"])
    reviewer = make_user("reviewer")
    make_review()
    sign_in(page, live_site, reviewer.username)
    page.get_by_role("button", name="Take the next claim").click()
    late: list[Route] = []
    page.route(lambda address: "sources/?address" in address and "zso" in address, lambda route: late.append(route))
    row(page, 1).get_by_label("Address").fill("https://data.zso.example/table/7")
    row(page, 1).get_by_label("Title").focus()
    row(page, 1).get_by_label("Address").fill("https://nadir.example/9")
    with page.expect_response(lambda answer: "zso" in answer.url):
        late[0].continue_()
    row(page, 1).get_by_label("Title").focus()
    expect(row(page, 1).get_by_label("Source")).to_have_value("Nadir Register")


def test_the_preview_shows_the_explanation(page: Page, live_site: str) -> None:
    reviewer = make_user("reviewer")
    make_review()
    sign_in(page, live_site, reviewer.username)
    page.get_by_role("button", name="Take the next claim").click()
    page.get_by_label("Explanation", exact=True).fill("A **bold** word")
    page.get_by_role("button", name="Preview the explanation").click()
    expect(page.locator("#preview strong")).to_have_text("bold")


def test_the_whole_way_by_keyboard_only(page: Page, live_site: str) -> None:
    reviewer, review = make_user("reviewer"), make_review()
    sources = [make_source(), make_source()]
    sign_in(page, live_site, reviewer.username)
    keys = page.keyboard
    keys.press("?")
    expect(page.get_by_role("dialog")).to_be_visible()
    keys.press("Escape")
    keys.press("n")
    page.wait_for_url(f"**/desk/reviews/{review.pk}/")
    page.locator("main").focus()
    keys.press("r")
    keys.press("Space")
    keys.press("h")
    keys.type("What the registers say")
    keys.press("Tab")
    keys.type("Two registers count 124 closed bridges?")  # A letter or a ? in a field is text, not a command.
    keys.press("Tab")
    keys.type("They agree.")
    keys.press("Escape")
    for number, source in enumerate(sources):
        keys.press("e" if number == 0 else "a")
        keys.type(source.name)
        keys.press("Tab")
        keys.type(f"Register {number}")
        keys.press("Tab")
        keys.type(f"https://records.example/{number}")
        keys.press("Escape")
    page.locator("#findings-" + str(review.claim_id)).get_by_label("Said so").focus()
    keys.press("Space")
    keys.press("Control+Enter")
    page.wait_for_url("**/desk/")
    assert Verdict.objects.get(review=review).rating.code == "true"


def test_single_keys_can_be_switched_off(page: Page, live_site: str) -> None:
    make_review()
    sign_in(page, live_site, make_user("reviewer").username)
    page.keyboard.press("?")
    page.get_by_label("Single keys are on").uncheck()
    page.keyboard.press("Escape")
    page.reload()
    page.keyboard.press("n")
    page.keyboard.press("?")
    expect(page.get_by_label("Single keys are on")).not_to_be_checked()
    assert page.url.endswith("/desk/")


def test_the_queue_is_walked_with_j_and_taken_with_t(page: Page, live_site: str) -> None:
    reviewer = make_user("reviewer")
    make_review()
    second = make_review()
    sign_in(page, live_site, reviewer.username)
    for key in ("j", "j", "k", "j", "t"):
        page.keyboard.press(key)
    page.wait_for_url(f"**/desk/reviews/{second.pk}/")
    assert Review.objects.get(pk=second.pk).lease_holder == reviewer


@pytest.mark.browser
def test_everything_essential_works_without_scripts(browser: Browser, live_site: str) -> None:
    reviewer, review = make_user("reviewer"), make_review()
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    sign_in(page, live_site, reviewer.username)
    page.get_by_role("button", name="Take the next claim").click()
    write_verdict(page)
    write_evidence(page, 1)
    page.get_by_role("button", name="Add evidence").click()
    write_evidence(page, 2)
    page.get_by_role("button", name="Move up evidence 2").click()
    page.get_by_label("Summary").fill("Written before keeping it longer.")
    page.get_by_role("button", name="Keep longer").click()
    page.get_by_role("button", name="Submit for approval").click()
    expect(page.get_by_text("Submitted: “What the registers say”.")).to_be_visible()
    context.close()
    verdict = Verdict.objects.get(review=review)
    assert [item.title for item in verdict.evidence.all()] == ["Register 2", "Register 1"]
    assert verdict.summary == "Written before keeping it longer."
