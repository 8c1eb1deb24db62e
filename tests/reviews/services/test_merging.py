"""Merging two claims that say the same: what ends, what stays, who may, and what is refused."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone

from claims.enums import ClaimStatus, Treatment
from claims.errors import ClaimInvalid
from claims.models import Claim
from reviews.enums import CloseReason, CorrectionKind, EventKind, HoldKind, Stage
from reviews.errors import FourEyesRefused, HeldBack, NotAllowed, ReasonMissing, Recused, TransitionRefused
from reviews.log_check import faulty_rows
from reviews.models import Correction, Merge, Publication, Review
from reviews.selectors import page_of_claim, published
from reviews.services.assignment import close_review
from reviews.services.holds import place_hold
from reviews.services.interests import declare_interest
from reviews.services.publishing import (
    merge_review,
    reopen_review,
    retract_publication,
    suspend_publication,
)
from tests.claims.factories import make_claim, make_user
from tests.reviews.factories import (
    approve,
    make_draft,
    make_publication,
    make_review,
    make_submitted_verdict,
    make_taken_review,
)
from tests.reviews.public.addresses import verdict_of
from tests.reviews.public.everything import body
from tests.reviews.services.test_disputes import make_dispute

pytestmark = pytest.mark.django_db

REASON = "Both count the bridges that were closed in 2021."


def merge(loser: Review, winner: Review, **values: object) -> Merge:
    chosen: dict[str, object] = {"treatment": Treatment.ASSERTS.value, "reason": REASON, "by": None} | values
    return merge_review(review=loser, into=winner, **(chosen | {"by": chosen["by"] or make_user("editor")}))  # type: ignore[arg-type]


def fresh(review: Review) -> Review:
    return Review.objects.select_related("claim").get(pk=review.pk)


def test_the_losers_page_ends_and_leads_to_the_other() -> None:
    loser, winner, editor = make_publication(), make_publication(), make_user("editor")
    done = merge(loser.review, winner.review, by=editor)
    review = fresh(loser.review)
    assert (review.stage, review.close_reason, review.assignee) == (Stage.CLOSED, CloseReason.MERGED, None)
    assert (done.ended, done.merged_by, done.reason) == (loser, editor, REASON)
    assert list(published()) == [winner]
    assert page_of_claim(loser.claim_id) == loser
    claim = review.claim
    assert (claim.status, claim.canonical, claim.treatment) == (
        ClaimStatus.DUPLICATE, winner.review.claim, Treatment.ASSERTS,
    )  # fmt: skip
    assert claim.frozen_at is not None
    assert fresh(winner.review).stage == Stage.APPROVED
    for each in (loser.review, winner.review):
        assert each.events.filter(kind=EventKind.MERGED).count() == 1
    assert not list(faulty_rows({}))


def test_its_sightings_go_with_it() -> None:
    loser, winner = make_publication(), make_publication()
    sighting = make_claim(status=ClaimStatus.DUPLICATE, canonical=loser.review.claim)
    merge(loser.review, winner.review)
    assert Claim.objects.get(pk=sighting.pk).canonical == winner.review.claim


def test_readers_are_told_without_the_other_pages_words() -> None:
    loser, winner = make_publication(), make_publication()
    merge(loser.review, winner.review)
    told = Correction.objects.get()
    assert (told.publication, told.kind, told.cause) == (loser, CorrectionKind.CLARIFICATION, REASON)
    # What the other page says may have to go one day: then it must not stand here.
    assert winner.headline not in told.now + told.was
    assert f"claim {winner.claim_id}" in told.now


def test_where_the_two_pages_had_other_labels_it_was_a_mistake_that_readers_relied_on() -> None:
    loser, winner = make_publication(code="true"), make_publication(code="false")
    merge(loser.review, winner.review)
    told = Correction.objects.get()
    assert told.kind == CorrectionKind.SUBSTANTIVE
    assert f"“{loser.label}”" in told.was
    assert f"“{winner.label}”" not in told.was + told.now


def test_the_label_of_the_page_that_stands_is_nowhere_once_that_is_suspended(client: Client) -> None:
    loser, winner = make_publication(code="false"), make_publication(code="false")
    merge(loser.review, winner.review)
    suspend_publication(publication=winner, by=make_user("editor"), reason="A register was withdrawn.")
    for address in (verdict_of(loser), "/corrections/", "/feeds/corrections.atom", "/api/v1/corrections/"):
        assert f"“{winner.label}”" not in body(client, address), address
        assert "had a page of its own" in body(client, address) or address == verdict_of(loser)


def test_the_same_merge_again_is_the_merge_that_was_made() -> None:
    loser, winner = make_publication(), make_publication()
    first = merge(loser.review, winner.review)
    assert merge(loser.review, winner.review) == first
    assert Correction.objects.count() == 1


def test_a_claim_that_was_never_published_is_merged_without_a_notice() -> None:
    draft, winner = make_draft(), make_publication()
    done = merge(draft.review, winner.review)
    assert done.ended is None
    assert not Correction.objects.exists()
    assert page_of_claim(draft.review.claim_id) is None


def test_two_claims_that_are_being_checked_are_merged_and_nobodys_work_is_lost() -> None:
    draft, winner = make_draft(), make_taken_review()
    merge(draft.review, winner)
    review = fresh(draft.review)
    assert (review.stage, review.lease_holder, review.drafts.get()) == (Stage.CLOSED, None, draft)


@pytest.mark.parametrize("which", ["loser", "winner"])
def test_nobody_merges_a_page_that_they_wrote(which: str) -> None:
    author = make_user("superuser")
    loser = make_publication(author=author if which == "loser" else None)
    winner = make_publication(author=author if which == "winner" else None)
    with pytest.raises(FourEyesRefused, match="somebody who had no hand in it must merge it"):
        merge(loser.review, winner.review, by=author)
    assert published().count() == 2


def test_an_interest_recuses() -> None:
    loser, winner, editor = make_publication(), make_publication(), make_user("editor")
    source = winner.review.claim.article.source
    assert source is not None
    declare_interest(person=editor, about=source, note="Shares.")
    with pytest.raises(Recused):
        merge(loser.review, winner.review, by=editor)


@pytest.mark.parametrize("role", ["reviewer", "administrator", None])
def test_it_is_an_editors_right(role: str | None) -> None:
    loser, winner = make_publication(), make_publication()
    with pytest.raises(NotAllowed, match="merge claims"):
        merge(loser.review, winner.review, by=make_user(role))


def _suspended() -> Publication:
    return suspend_publication(publication=make_publication(), by=make_user("editor"), reason="New figures.")


def _reopened() -> Publication:
    publication = make_publication()
    reopen_review(review=publication.review, by=make_user("editor"), reason="New figures.")
    return publication


def _retracted() -> Publication:
    publication = make_publication()
    retract_publication(publication=publication, by=make_user("editor"), was="124", now="Forged.")
    return publication


def _to_come() -> Publication:
    return approve(make_submitted_verdict(), publish_at=timezone.now() + timedelta(days=1))


def _disputed() -> Publication:
    return make_dispute().publication


def _merged() -> Publication:
    publication = make_publication()
    merge(publication.review, make_publication().review)
    return publication


@pytest.mark.parametrize(
    ("loser", "says"),
    [
        (_suspended, "lift the suspension or retract it first"),
        (_reopened, "cancel its reopening"),
        (_retracted, "nothing to merge"),
        (_to_come, "still to come"),
        (_disputed, "decide it first"),
        (_merged, "was merged already"),
    ],
)
def test_a_page_that_is_not_settled_is_not_ended(loser: Callable[[], Publication], says: str) -> None:
    refused, winner = loser(), make_publication()
    with pytest.raises(TransitionRefused, match=says):
        merge(refused.review, winner.review)
    assert not Merge.objects.filter(winner=winner.review).exists()


@pytest.mark.parametrize(
    ("winner", "says"),
    [
        (_suspended, "lift the suspension or retract it first"),
        (_retracted, "no public page to which readers could be led"),
        (_to_come, "still to come"),
        (_merged, "merge into that one instead"),
    ],
)
def test_readers_are_led_only_to_a_page_that_stands(winner: Callable[[], Publication], says: str) -> None:
    loser, refused = make_publication(), winner()
    with pytest.raises(TransitionRefused, match=says):
        merge(loser.review, refused.review)
    assert page_of_claim(loser.claim_id) == loser
    assert fresh(loser.review).stage == Stage.APPROVED


def test_a_hold_on_either_stops_it() -> None:
    loser, winner = make_publication(), make_publication()
    place_hold(on=winner.review, kind=HoldKind.LEGAL, by=make_user("editor"), reason="Lawyers.")
    with pytest.raises(HeldBack):
        merge(loser.review, winner.review)


def test_a_claim_is_not_merged_into_itself_nor_into_one_that_is_closed_without_a_page() -> None:
    publication, closed = make_publication(), make_review()
    with pytest.raises(TransitionRefused, match="into itself"):
        merge(publication.review, publication.review)
    close_review(review=closed, reason=CloseReason.OVERTAKEN, note="A new count.", by=make_user("editor"))
    with pytest.raises(TransitionRefused, match="closed without a page"):
        merge(make_review(), closed)


@pytest.mark.parametrize(
    ("values", "error"), [({"reason": " "}, ReasonMissing), ({"treatment": "likes"}, ClaimInvalid)]
)
def test_it_says_why_and_how_the_article_treats_it(values: dict[str, str], error: type[Exception]) -> None:
    loser, winner = make_publication(), make_publication()
    with pytest.raises(error):
        merge(loser.review, winner.review, **values)


def test_a_merged_review_is_not_taken_up_again() -> None:
    loser, winner = make_publication(), make_publication()
    merge(loser.review, winner.review)
    with pytest.raises(TransitionRefused):
        reopen_review(review=loser.review, by=make_user("editor"), reason="Again.")
    with pytest.raises(TransitionRefused, match="has ended"):
        suspend_publication(publication=loser, by=make_user("editor"), reason="Again.")


def test_closing_by_hand_is_no_merge() -> None:
    with pytest.raises(TransitionRefused, match="use “Merge”"):
        close_review(review=make_review(), reason=CloseReason.MERGED, note="x", by=make_user("editor"))
