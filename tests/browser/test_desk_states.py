"""Every page of the desk in the states that people meet, for axe: empty, held, lost, in conflict, refused."""

from collections.abc import Iterator
from datetime import timedelta
from decimal import Decimal

import pytest
from django.contrib.auth.models import User
from django.db.models import F
from django.utils import timezone
from playwright.sync_api import Browser, Page, expect

from claims.enums import Bound, ClaimStatus
from claims.figures import FigureInput
from reviews.enums import ContactWay, HoldKind
from reviews.models import Review
from reviews.services.comments import comment_on
from reviews.services.contacts import record_contact
from reviews.services.identities import protect_source
from reviews.services.interests import declare_interest
from reviews.services.publishing import place_hold
from reviews.services.queue import take_review
from reviews.services.seconds import ask_second
from reviews.services.verdicts import request_changes
from reviews.services.waiting import wait_for_answer
from tests.browser.axe import faults
from tests.browser.desk import sign_in
from tests.claims.factories import make_claim, make_user
from tests.reviews.factories import (
    make_draft,
    make_evidence_input,
    make_next_verdict,
    make_review,
    make_skipped_for_all,
    make_submitted_verdict,
    make_taken_review,
)
from tests.reviews.services.test_disputes import make_dispute

LOOKS = [("light", 1280), ("dark", 360)]


@pytest.fixture(params=LOOKS, ids=str)
def window(request: pytest.FixtureRequest, browser: Browser) -> Iterator[Page]:
    scheme, width = request.param
    context = browser.new_context(viewport={"width": width, "height": 900}, color_scheme=scheme)
    context.set_default_timeout(20_000)
    yield context.new_page()
    context.close()


def test_the_first_page_empty_and_with_nothing_to_take(window: Page, live_site: str) -> None:
    sign_in(window, live_site, make_user("reviewer").username)
    found = faults(window, "empty")
    window.get_by_role("button", name="Take the next claim").click()
    expect(window.get_by_text("everything is checked")).to_be_visible()
    found += faults(window, "nothing to take")
    window.goto(f"{live_site}/desk/?kind=quote")
    found += faults(window, "filtered to nothing")
    window.goto(f"{live_site}/desk/interests/")
    found += faults(window, "no interests")
    assert not found


def test_an_editors_first_page_with_everything_on_it(window: Page, live_site: str) -> None:
    editor = make_user("editor")
    make_submitted_verdict()
    make_skipped_for_all()
    make_dispute()
    sign_in(window, live_site, editor.username)
    for name in ("Awaiting your approval", "Skipped for everybody: your decision", "Disputes"):
        expect(window.get_by_role("region", name=name)).to_be_visible()
    assert not faults(window, "editor")


def test_pages_of_claims_in_every_state(window: Page, live_site: str) -> None:
    reviewer = make_user("reviewer")
    pages = _pages(reviewer)
    sign_in(window, live_site, reviewer.username)
    found = []
    for name, (address, shows) in pages.items():
        window.goto(live_site + address)
        window.locator("details").evaluate_all("all => all.forEach(part => { part.open = true; })")
        expect(window.get_by_text(shows).first, name).to_be_visible()
        found += faults(window, name)
    assert not found


def test_what_is_said_when_saving_goes_wrong(window: Page, live_site: str) -> None:
    reviewer = make_user("reviewer")
    review = make_taken_review(reviewer)
    sign_in(window, live_site, reviewer.username)
    window.goto(f"{live_site}/desk/reviews/{review.pk}/")
    found = _in_conflict(window)
    window.get_by_role("button", name="Save what is here over it").click()
    window.get_by_role("button", name="Submit for approval").click()
    expect(window.get_by_role("heading", name="Not submitted yet")).to_be_visible()
    found += faults(window, "unfinished")
    window.get_by_label("Headline").fill("Longer than the lease")
    Review.objects.filter(pk=review.pk).update(lease_until=F("lease_until") - timedelta(hours=1))
    window.get_by_role("button", name="Submit for approval").click()
    expect(window.get_by_role("heading", name="Your time on this claim has ended")).to_be_visible()
    found += faults(window, "lease lost")
    assert not found


def test_what_somebody_signed_out_has_typed_is_shown_to_them(browser: Browser, live_site: str) -> None:
    """Without scripts: with them the page keeps the text itself."""
    reviewer = make_user("reviewer")
    review = make_taken_review(reviewer)
    context = browser.new_context(java_script_enabled=False)
    plain = context.new_page()
    sign_in(plain, live_site, reviewer.username)
    plain.goto(f"{live_site}/desk/reviews/{review.pk}/")
    context.clear_cookies(name="sessionid")
    plain.get_by_label("Headline").fill("Typed while signed out")
    plain.get_by_role("button", name="Save the draft").click()
    expect(plain.get_by_text("Typed while signed out")).to_be_visible()
    shown = plain.content()
    context.close()
    reader = browser.new_page()
    reader.route("**/signed-out", lambda route: route.fulfill(body=shown, content_type="text/html"))
    reader.goto(f"{live_site}/signed-out")
    assert not faults(reader, "signed out")
    reader.close()


def _in_conflict(window: Page) -> list[str]:
    other = window.context.new_page()
    other.goto(window.url)
    other.get_by_label("Headline").fill("From the other window")
    expect(other.locator("#save-state")).to_contain_text("Saved at")
    other.close()
    window.get_by_label("Headline").fill("From this window")
    expect(window.locator("#conflict")).to_be_visible()
    return faults(window, "conflict")


def _pages(reviewer: User) -> dict[str, tuple[str, str]]:
    """Address and something that is only there in that state, by name of the state."""
    editor = make_user("editor")
    second = ask_second(review=make_submitted_verdict().review, by=editor, why="Much hangs on it.")
    given = ask_second(review=make_submitted_verdict().review, by=editor, why="Once more.", to=reviewer)
    identities = _protected(reviewer)
    reviews = {
        "writing": (_rich_draft(reviewer), "Figures: "),
        "asked for changes": (_sent_back(reviewer, editor), "Your draft against verdict 2"),
        "held": (make_taken_review(), "is working on it"),
        "free": (make_review(), "Nobody has this claim"),
        "recused": (_of_interest(reviewer), "declared"),
        "parked": (make_skipped_for_all(), "Skipped for everybody"),
        "waiting": (_waiting(reviewer), "Resuming ends the wait"),
        "held back": (_held_back(editor), "Publication is held back"),
        "read": (make_submitted_verdict().review, "independent origin"),
    }
    pages = {name: (f"/desk/reviews/{review.pk}/", shows) for name, (review, shows) in reviews.items()}
    return pages | {
        "second, to be taken": (f"/desk/seconds/{second.pk}/", "Nobody gives it yet"),
        "second, writing": (f"/desk/seconds/{given.pk}/", "Submit for good"),
        "identities": (identities, "Identity protected"),
        "interests": ("/desk/interests/", "It ends today"),
    }


def _rich_draft(reviewer: User) -> Review:
    """Figures with cautions, evidence of every sort, a contact; all that has a place of its own on the page."""
    figure = FigureInput(value=Decimal(120), bound=Bound.MORE_THAN, unit="bridges")
    claim = make_claim(status=ClaimStatus.ACCEPTED, figures=[figure], stated_on="2022-01-03", dates=["2021"])
    review = make_review(claim)
    make_claim(status=ClaimStatus.DUPLICATE, canonical=claim)
    evidence = (
        make_evidence_input(figure_value="100", figure_upper="124", figure_as_of="2020", figure_basis="per_side"),
        make_evidence_input(published_on="1999", withheld_because="It names a witness."),
    )
    make_draft(review, reviewer, code="half_true", evidence=evidence, contact_exception="")
    record_contact(
        review=review,
        by=reviewer,
        whom="The ministry",
        way=ContactWay.PHONE,
        asked_on=timezone.localdate(),
        deadline=timezone.localdate() + timedelta(days=2),
    )
    return review


def _sent_back(reviewer: User, editor: User) -> Review:
    verdict = make_submitted_verdict(author=reviewer)
    request_changes(verdict=verdict, by=editor, reason="Name the register.")
    again = make_next_verdict(verdict.review, reviewer, summary="The register counts 124 bridges.")
    comment_on(verdict=again, part="summary", text="Which one?", by=editor)
    review = request_changes(verdict=again, by=editor, reason="See the comment.")
    return take_review(review=review, reviewer=reviewer)


def _of_interest(reviewer: User) -> Review:
    review = make_review()
    source = review.claim.article.source
    assert source is not None
    declare_interest(person=reviewer, about=source, note="My sister works there.")
    return review


def _waiting(reviewer: User) -> Review:
    taken = make_taken_review(reviewer)
    until = timezone.now() + timedelta(days=2)
    return wait_for_answer(
        review=taken, reviewer=reviewer, lease_number=taken.lease_number, what="a letter of the court", until=until
    )


def _held_back(editor: User) -> Review:
    review = make_review()
    place_hold(on=review, kind=HoldKind.LEGAL, by=editor, reason="A court looks at it.")
    return review


def _protected(reviewer: User) -> str:
    taken = make_taken_review(reviewer)
    protect_source(
        review=taken, by=reviewer, name="Ann Example", description="an engineer", because="She would lose her work."
    )
    return f"/desk/reviews/{taken.pk}/identities/"
