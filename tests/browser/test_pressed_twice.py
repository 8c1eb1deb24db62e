"""A button that is pressed twice sends its form once."""

from playwright.sync_api import Page, expect

from reviews.models import Contact, Correction
from tests.browser.desk import sign_in
from tests.claims.factories import make_user
from tests.reviews.factories import make_publication, make_taken_review

# Both before the first has led anywhere; true where the second was stopped.
TWICE = """button => {
  let stopped;
  button.click();
  document.addEventListener("submit", (event) => { stopped = event.defaultPrevented; }, { once: true });
  button.click();
  return stopped;
}"""


def test_a_correction_that_was_sent_twice_is_recorded_once(page: Page, live_site: str) -> None:
    publication = make_publication()
    sign_in(page, live_site, make_user("editor").username)
    page.goto(f"{live_site}/admin/reviews/publication/{publication.pk}/change/")
    step = page.locator("#step-correct")
    step.locator("summary").click()
    step.locator("select").select_option("update")
    step.get_by_label("What the page said").fill("124 bridges.")
    step.get_by_label("What is right").fill("142 bridges.")
    assert step.get_by_role("button", name="Record a correction").evaluate(TWICE)
    expect(page.get_by_role("status")).to_contain_text("Recorded")
    assert Correction.objects.count() == 1


def test_an_attempt_to_reach_somebody_is_recorded_once(page: Page, live_site: str) -> None:
    """The page keeps the draft first, and sends the form then."""
    reviewer = make_user("reviewer")
    review = make_taken_review(reviewer)
    sign_in(page, live_site, reviewer.username)
    page.goto(f"{live_site}/desk/reviews/{review.pk}/")
    page.keyboard.press("c")
    page.get_by_label("or somebody else, by name").fill("The mayor")
    page.get_by_role("button", name="Record the attempt").evaluate("button => { button.click(); button.click(); }")
    expect(page.get_by_role("status").first).to_contain_text("Recorded.")
    assert Contact.objects.count() == 1
