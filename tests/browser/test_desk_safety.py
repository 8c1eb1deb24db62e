"""What the desk does when two windows, a clock or a lost connection come in between."""

import re
from collections.abc import Callable
from datetime import timedelta

import pytest
from django.contrib.auth.models import User
from django.db.models import F
from playwright.sync_api import Dialog, Page, Route, expect

from reviews.models import Draft, Review
from reviews.services.queue import take_review
from tests.browser.desk import row, saved, sign_in
from tests.claims.factories import make_user
from tests.reviews.factories import make_taken_review


@pytest.fixture
def reviewer(live_site: str) -> User:
    return make_user("reviewer")


@pytest.fixture
def review(reviewer: User) -> Review:
    return make_taken_review(reviewer)


@pytest.fixture
def window(page: Page, live_site: str, reviewer: User, review: Review) -> Page:
    sign_in(page, live_site, reviewer.username)
    page.goto(f"{live_site}/desk/reviews/{review.pk}/")
    return page


def _headline() -> str:
    return str(Draft.objects.get().body["headline"])


def _begins(start: str) -> re.Pattern[str]:
    return re.compile(f"^{start}")


def _end_lease(review: Review) -> None:
    Review.objects.filter(pk=review.pk).update(lease_until=F("lease_until") - timedelta(hours=1))


def test_two_windows_do_not_overwrite_each_other(window: Page) -> None:
    other = window.context.new_page()
    other.goto(window.url)
    other.get_by_label("Headline").fill("From the other window")
    saved(other)
    window.get_by_label("Headline").fill("From this window")
    conflict = window.locator("#conflict")
    expect(conflict).to_contain_text("From this window")
    expect(conflict).to_contain_text("From the other window")
    assert _headline() == "From the other window"
    window.get_by_role("button", name="Save what is here over it").click()
    saved(window)
    expect(conflict).to_be_hidden()
    assert _headline() == "From this window"


def test_the_saved_text_can_be_chosen_instead(window: Page) -> None:
    other = window.context.new_page()
    other.goto(window.url)
    other.get_by_label("Headline").fill("From the other window")
    saved(other)
    window.get_by_label("Headline").fill("From this window")
    window.get_by_role("link", name="Go on with the saved text").click()
    expect(window.get_by_label("Headline")).to_have_value("From the other window")


def test_a_late_answer_is_refused_kept_and_resumed(window: Page, review: Review) -> None:
    _end_lease(review)
    window.get_by_label("Headline").fill("Written too late")
    expect(window.locator("#lease-lost")).to_contain_text("Your text is kept")
    assert _headline() == "Written too late"
    window.get_by_role("button", name="Take it again").click()
    expect(window.get_by_label("Headline")).to_have_value("Written too late")
    window.get_by_label("Summary").fill("And on it goes.")
    saved(window)


def test_submitting_after_a_late_answer_says_the_same_again(window: Page, review: Review) -> None:
    _end_lease(review)
    take_review(review=review, reviewer=make_user("reviewer", "quicker"))
    window.get_by_label("Headline").fill("Written too late")
    expect(window.locator("#lease-lost")).to_contain_text("quicker has it now")
    window.get_by_role("button", name="Submit for approval").click()
    window.wait_for_url("**/submit/")
    expect(window.locator("#lease-lost")).to_contain_text("quicker has it now")
    expect(window.locator("#conflict")).to_have_count(0)


def test_after_somebody_else_took_it_the_kept_text_is_still_shown(window: Page, review: Review) -> None:
    _end_lease(review)
    take_review(review=review, reviewer=make_user("reviewer", "quicker"))
    window.get_by_label("Headline").fill("Written too late")
    expect(window.locator("#lease-lost")).to_contain_text("quicker has it now")
    window.get_by_role("link", name="Show the kept text").click()
    expect(window.get_by_role("heading", name="quicker is working on it")).to_be_visible()
    expect(window.locator("#kept")).to_contain_text("Written too late")


def test_a_lost_connection_loses_no_text(window: Page) -> None:
    window.route("**/draft/", lambda route: route.abort())
    window.get_by_label("Headline").fill("Written in a tunnel")
    row(window, 1).get_by_label("Title").fill("A register")
    expect(window.locator("#save-state")).to_contain_text("no connection")
    window.on("dialog", lambda dialog: dialog.accept())
    window.reload()
    expect(window.get_by_label("Headline")).to_have_value("Written in a tunnel")
    expect(row(window, 1).get_by_label("Title")).to_have_value("A register")
    window.unroute("**/draft/")
    saved(window)
    assert _headline() == "Written in a tunnel"


def test_text_of_a_lost_connection_meets_what_another_window_saved_meanwhile(window: Page) -> None:
    window.route("**/draft/", lambda route: route.abort())
    window.get_by_label("Headline").fill("Written in a tunnel")
    expect(window.locator("#save-state")).to_contain_text("no connection")
    other = window.context.new_page()
    other.goto(window.url)
    other.get_by_label("Headline").fill("From the other window")
    saved(other)
    window.unroute("**/draft/")
    window.on("dialog", lambda dialog: dialog.accept())
    window.reload()
    expect(window.locator("#conflict")).to_contain_text("Written in a tunnel")
    expect(window.locator("#conflict")).to_contain_text("From the other window")
    assert _headline() == "From the other window"


def _spoil_the_first_answer(window: Page, spoil: Callable[[Route], None]) -> None:
    spoiled: list[Route] = []

    def answer(route: Route) -> None:
        if spoiled:
            return route.continue_()
        spoiled.append(route)
        return spoil(route)

    window.route("**/draft/", answer)
    window.get_by_label("Headline").fill("Written where the tunnel begins")
    expect(window.locator("#save-state")).to_contain_text("no connection")


def _lose(route: Route) -> None:
    """The server gets and stores it; the page hears nothing."""
    route.fetch()
    route.abort()


def _break_off(route: Route) -> None:
    route.fulfill(status=200, content_type="application/json", body='{"version": 1, "sav')


def test_a_save_whose_answer_was_lost_is_not_taken_for_another_windows(window: Page) -> None:
    _spoil_the_first_answer(window, _lose)
    saved(window)
    expect(window.locator("#conflict")).to_be_hidden()
    assert Draft.objects.get().version == 1


def test_nor_is_it_where_more_was_typed_meanwhile(window: Page) -> None:
    _spoil_the_first_answer(window, _lose)
    window.get_by_label("Headline").fill("Written where the tunnel ends")
    saved(window)
    expect(window.locator("#conflict")).to_be_hidden()
    assert _headline() == "Written where the tunnel ends"


def test_nor_where_the_claim_is_submitted_first(window: Page) -> None:
    _spoil_the_first_answer(window, _lose)
    window.get_by_label("Headline").fill("Written where the tunnel ends")
    window.get_by_role("button", name="Submit for approval").click()
    expect(window.locator("#unfinished")).to_be_visible()
    expect(window.locator("#conflict")).to_be_hidden()
    assert _headline() == "Written where the tunnel ends"


def test_an_answer_that_breaks_off_ends_no_saving(window: Page) -> None:
    _spoil_the_first_answer(window, _break_off)
    saved(window)
    assert _headline() == "Written where the tunnel begins"


def test_closing_the_window_during_a_save_asks_first(window: Page) -> None:
    held: list[Route] = []
    asked: list[str] = []

    def stay(dialog: Dialog) -> None:
        asked.append(dialog.type)
        dialog.dismiss()

    window.on("dialog", stay)
    window.route("**/draft/", lambda route: held.append(route))
    window.get_by_label("Headline").fill("On its way")
    expect(window.locator("#save-state")).to_contain_text("Saving")
    window.close(run_before_unload=True)
    window.wait_for_timeout(0)
    expect(window.get_by_label("Headline")).to_have_value("On its way")
    held[0].continue_()
    saved(window)
    assert asked == ["beforeunload"]


def test_what_was_typed_just_before_a_submission_that_failed_comes_back(window: Page) -> None:
    """Too short before it for the page to have saved by itself."""
    here = window.url
    window.route("**/submit/", lambda route: route.abort())
    window.get_by_label("Headline").fill("Written on the way into a tunnel")
    window.get_by_role("button", name="Submit for approval").click()
    window.wait_for_url(lambda url: url != here)
    window.unroute("**/submit/")
    window.goto(here)
    expect(window.get_by_label("Headline")).to_have_value("Written on the way into a tunnel")
    saved(window)
    assert _headline() == "Written on the way into a tunnel"


def test_a_stale_form_token_is_renewed_unseen(window: Page) -> None:
    window.context.clear_cookies(name="csrftoken")
    window.get_by_label("Headline").fill("Written with an old token")
    saved(window)
    assert _headline() == "Written with an old token"


def test_signed_out_in_between_the_page_saves_after_the_next_sign_in(
    window: Page, live_site: str, reviewer: User
) -> None:
    window.context.clear_cookies(name="sessionid")
    window.get_by_label("Headline").fill("Written while signed out")
    expect(window.locator("#save-state")).to_contain_text("signed out")
    sign_in(window.context.new_page(), live_site, reviewer.username)
    saved(window)
    assert _headline() == "Written while signed out"


def test_the_countdown_warns_before_the_end(window: Page, review: Review) -> None:
    Review.objects.filter(pk=review.pk).update(lease_until=F("lease_until") - timedelta(minutes=27))
    window.reload()
    expect(window.get_by_role("timer")).to_have_text(_begins("2:"))
    expect(window.get_by_text("Less than five minutes left.")).to_be_visible()
    window.get_by_role("button", name="Keep longer").click()
    expect(window.get_by_role("timer")).to_have_text(_begins("29:"))
    expect(window.get_by_text("Less than five minutes left.")).to_be_hidden()


def test_working_on_the_page_renews_the_lease(window: Page, review: Review) -> None:
    Review.objects.filter(pk=review.pk).update(lease_until=F("lease_until") - timedelta(minutes=15))
    window.reload()
    window.mouse.wheel(0, 200)
    expect(window.get_by_role("timer")).to_have_text(_begins("29:"))


def test_a_slow_save_does_not_lose_what_is_typed_meanwhile(window: Page) -> None:
    held: list[Route] = []
    window.route("**/draft/", lambda route: route.continue_() if held else held.append(route))
    window.get_by_label("Headline").fill("First")
    expect(window.locator("#save-state")).to_contain_text("Saving")
    window.get_by_label("Headline").fill("First and second")
    held[0].continue_()
    saved(window)
    assert _headline() == "First and second"
