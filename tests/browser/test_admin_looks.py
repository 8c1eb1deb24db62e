"""The admin's pages for eyes, screen readers and small screens."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, ViewportSize

from claims.enums import ClaimStatus, RequestOrigin
from claims.models import Request
from reviews.enums import CorrectionKind, HoldKind
from reviews.services.publishing import place_hold, record_correction
from reviews.services.withholding import ask_withholding
from tests.browser.admin import prove, sign_in
from tests.claims.factories import make_article, make_claim, make_user
from tests.reviews.factories import make_publication, make_review, make_submitted_verdict
from tests.reviews.rechecks import make_due

PHONE = ViewportSize(width=360, height=740)
DESKTOP = ViewportSize(width=1280, height=900)
# Django's form styles import others; to look into those axe would add style elements, which our policy refuses.
AXE = {"preload": False}
LONG = "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft" * 3


def newsroom() -> list[str]:
    """Addresses of the pages, with what makes pages wide on them."""
    editor = make_user("editor")
    article = make_article(f"{LONG}\n\nMore than 120 bridges were closed in 2021, {LONG} said.")
    make_claim(article, quote="More than 120 bridges were closed", wording=LONG)
    claim = make_claim()
    make_claim(status=ClaimStatus.DUPLICATE, canonical=claim)
    review = make_review(wording=f"{LONG} twice")
    place_hold(on=review, kind=HoldKind.LEGAL, by=editor, reason=LONG)
    verdict = make_submitted_verdict()
    publication = make_publication()
    record_correction(publication=publication, kind=CorrectionKind.MINOR, by=editor, was=LONG, now=LONG)
    asked = ask_withholding(target=publication.verdict, legal_basis=LONG, by=editor)
    make_due(note=LONG)
    event = publication.review.events.get(kind="corrected")
    wish = Request.objects.create(origin=RequestOrigin.READER, statement=LONG)
    pages = ["", "claims/article/", "claims/article/add/", f"claims/article/{article.pk}/change/", "claims/claim/"]
    pages += [f"claims/claim/{claim.pk}/change/", f"claims/claim/{claim.pk}/history/", "claims/source/"]
    pages += [f"claims/source/{article.source_id}/change/", "claims/topic/add/", f"claims/request/{wish.pk}/change/"]
    pages += ["reviews/review/", f"reviews/review/{review.pk}/change/", f"reviews/verdict/{verdict.pk}/change/"]
    pages += [f"reviews/verdict/{verdict.pk}/approve/", f"reviews/publication/{publication.pk}/change/"]
    pages += [f"reviews/review/{review.pk}/merge/?into={publication.review_id}", "reviews/publication/rechecks/"]
    pages += [f"reviews/publication/{publication.pk}/minor/", f"reviews/withholding/{asked.pk}/change/"]
    pages += [f"reviews/withholding/add/?page={publication.claim_id}", f"reviews/event/{event.pk}/change/"]
    pages += ["reviews/event/", "reviews/scale/add/", "auth/user/", f"auth/user/{editor.pk}/change/"]
    return pages


@pytest.mark.slow
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("viewport", [PHONE, DESKTOP], ids=["phone", "desktop"])
def test_no_page_has_a_serious_fault_or_scrolls_sideways(
    page: Page, live_site: str, viewport: ViewportSize, scheme: str
) -> None:
    pages = newsroom()
    page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
    page.set_viewport_size(viewport)
    sign_in(page, live_site, make_user("superuser").username)
    prove(page, live_site)
    faults: dict[str, object] = {}
    for path in pages:
        answer = page.goto(f"{live_site}/admin/{path}")
        assert answer is not None
        assert answer.status == 200, path
        page.locator("details").evaluate_all("all => all.forEach(part => { part.open = true; })")
        wider = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
        if wider > 0:
            faults[f"{path} is wider than the screen"] = wider
        for violation in Axe().run(page, options=AXE).response["violations"]:
            if violation["impact"] in {"serious", "critical"}:
                faults[f"{path} {violation['id']}"] = [node["html"] for node in violation["nodes"]][:3]
    assert not faults


def test_each_column_of_a_list_that_begins_with_another_row_is_in_sight(page: Page, live_site: str) -> None:
    """Django keeps the first words of such a list, here a whole claim, in one line."""
    long = "More than 120 bridges of the northern counties were closed to lorries for repairs during the year 2021" * 2
    publication = make_publication(make_review(wording=f"{long}."))
    record_correction(
        publication=publication, kind=CorrectionKind.MINOR, by=make_user("editor"), was="One", now="Another"
    )
    page.set_viewport_size(DESKTOP)
    sign_in(page, live_site, make_user("superuser").username)
    for path in ("event", "finding", "correction"):
        page.goto(f"{live_site}/admin/reviews/{path}/")
        hidden = page.locator(".results").evaluate("box => box.scrollWidth - box.clientWidth")
        assert hidden <= 0, path
