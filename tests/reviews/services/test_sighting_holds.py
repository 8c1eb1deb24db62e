"""A hold on an article stops every page that quotes it, also where the article is a sighting of the claim."""

from datetime import timedelta

import pytest
from django.utils import timezone
from pytest_django import Settings

from claims.enums import Treatment
from claims.models import Article
from claims.services.triage import mark_sighting, unlink_sighting
from reviews.enums import HoldKind
from reviews.errors import HeldBack, NothingToTake
from reviews.models import Hold, Publication, Review
from reviews.models.holds import WHEN_LIFTED
from reviews.services.holds import lift_hold, place_hold
from reviews.services.queue import take_review, take_siblings
from tests.claims.factories import make_article, make_claim, make_user
from tests.reviews.database.test_four_eyes import execute, publication_row, refused
from tests.reviews.factories import approve, make_publication, make_review, make_submitted_verdict
from tests.reviews.services.test_open_work import make_siblings

pytestmark = pytest.mark.django_db

NOON = timedelta(hours=12)


def link(review: Review) -> Article:
    """Another article that says the same."""
    article = make_article()
    mark_sighting(
        claim=make_claim(article), canonical=review.claim, treatment=Treatment.REPORTS, by=make_user("editor")
    )
    return article


def hold(on: Article) -> Hold:
    return place_hold(on=on, kind=HoldKind.EMBARGO, by=make_user("editor"), reason="Until the agency says so.")


def set_to_noon() -> tuple[Publication, Article]:
    """A page that quotes the article, to come out at noon."""
    review = make_review()
    article = link(review)
    return approve(make_submitted_verdict(review), publish_at=timezone.now() + NOON), article


def begins(page: Publication) -> object:
    page.refresh_from_db()
    return page.valid_from


def test_it_refuses_approval_until_it_is_lifted_and_is_in_the_log() -> None:
    review = make_review()
    article = link(review)
    verdict = make_submitted_verdict(review)
    held = hold(article)
    with pytest.raises(HeldBack, match="Until the agency says so"):
        approve(verdict)
    refused(publication_row(verdict).save, "a hold forbids publishing")
    assert review.events.filter(kind="held").count() == 1
    lift_hold(hold=held, by=make_user("editor"))
    assert approve(verdict).sightings.filter(article=article).exists()


def test_it_moves_what_is_set_and_lifting_lets_it_out_at_its_time() -> None:
    page, article = set_to_noon()
    noon = page.valid_from
    held = hold(article)
    assert begins(page) == WHEN_LIFTED
    refused(lambda: execute("UPDATE reviews_publication SET valid_from = set_for"), "begins at the time set for it")
    lift_hold(hold=held, by=make_user("editor"))
    assert begins(page) == noon


@pytest.mark.parametrize("unlinked", ["before the hold", "after it"])
def test_a_page_that_quotes_it_is_stopped_though_the_link_is_taken_away(unlinked: str) -> None:
    page, article = set_to_noon()
    noon = page.valid_from
    held = None if unlinked == "before the hold" else hold(article)
    unlink_sighting(claim=article.claims.get(), by=make_user("editor"))
    held = held or hold(article)
    assert begins(page) == WHEN_LIFTED
    lift_hold(hold=held, by=make_user("editor"))
    assert begins(page) == noon


def test_no_hold_is_written_by_hand_that_lets_what_quotes_it_come_out() -> None:
    _, article = set_to_noon()
    by_hand = Hold(kind=HoldKind.LEGAL, reason="By hand.", placed_by=make_user("editor"), article=article)
    refused(by_hand.save, "a publication would come out while it lasts")


def test_a_claim_whose_sighting_is_held_is_not_taken_along_with_its_siblings(settings: Settings) -> None:
    settings.CLAIMDESK_OPEN_WORK_LIMIT = 5
    first, second, third = make_siblings(3)
    hold(link(third))
    reviewer = make_user("reviewer")
    take_review(review=first, reviewer=reviewer)
    assert take_siblings(review=first, reviewer=reviewer) == [second]
    with pytest.raises(NothingToTake, match="held back"):
        take_siblings(review=first, reviewer=reviewer)


def test_what_is_linked_later_leaves_the_frozen_page_and_stops_the_next_approval() -> None:
    public = make_publication()
    later = approve(make_submitted_verdict(), publish_at=timezone.now() + NOON)
    for page in (public, later):
        begun = page.valid_from
        hold(link(page.review))
        assert begins(page) == begun


def test_the_approval_after_such_a_link_waits_for_the_hold() -> None:
    verdict = make_submitted_verdict()
    held = hold(link(verdict.review))
    with pytest.raises(HeldBack):
        approve(verdict)
    lift_hold(hold=held, by=make_user("editor"))
    assert approve(verdict).verdict == verdict
