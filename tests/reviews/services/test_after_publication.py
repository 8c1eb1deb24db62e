from datetime import timedelta

import pytest
from django.contrib.auth.models import User
from django.utils import timezone

from claims.enums import Priority
from claims.models import Claim
from reviews.enums import CloseReason, CorrectionKind, HoldKind, Stage
from reviews.errors import FourEyesRefused, NotAllowed, ReasonMissing, TransitionRefused
from reviews.models import Publication, Review
from reviews.selectors import page_of_claim, publication_on, published
from reviews.services.assignment import assign_review, close_review, set_review_priority
from reviews.services.holds import lift_hold, place_hold
from reviews.services.publishing import (
    cancel_reopening,
    lift_suspension,
    record_correction,
    reopen_review,
    retract_publication,
    suspend_publication,
)
from reviews.services.queue import take_next_review
from tests.claims.factories import make_user
from tests.reviews.factories import make_draft, make_publication, make_review, make_submitted_verdict

pytestmark = pytest.mark.django_db


def test_one_editor_suspends_at_once_and_the_rating_leaves_every_list() -> None:
    publication = make_publication()
    suspended = suspend_publication(publication=publication, by=make_user("editor"), reason="New figures.")
    assert suspended.suspended_at is not None
    assert not published().exists()
    assert page_of_claim(publication.claim_id) == publication
    assert suspended.changed_at > publication.changed_at


@pytest.mark.parametrize("role", ["editor", "superuser"])
def test_who_suspended_does_not_lift_the_suspension(role: str) -> None:
    publication, editor = make_publication(), make_user(role)
    suspend_publication(publication=publication, by=editor, reason="New figures.")
    with pytest.raises(FourEyesRefused, match="second person"):
        lift_suspension(publication=publication, by=editor)
    lifted = lift_suspension(publication=publication, by=make_user("editor"))
    assert (lifted.suspended_at, lifted.suspended_by, lifted.suspension_reason) == (None, None, "")
    assert list(published()) == [publication]


def test_the_author_does_not_lift_the_suspension_of_their_own_verdict() -> None:
    publication = make_publication()
    suspend_publication(publication=publication, by=make_user("editor"), reason="New figures.")
    User.objects.filter(pk=publication.author_id).update(is_superuser=True)
    with pytest.raises(FourEyesRefused, match="wrote this verdict"):
        lift_suspension(publication=publication, by=User.objects.get(pk=publication.author_id))
    assert not published().exists()


def test_suspending_twice_and_lifting_nothing_are_refused() -> None:
    publication, editor = make_publication(), make_user("editor")
    with pytest.raises(TransitionRefused, match="not suspended"):
        lift_suspension(publication=publication, by=editor)
    suspend_publication(publication=publication, by=editor, reason="New figures.")
    with pytest.raises(TransitionRefused, match=f"by {editor}"):
        suspend_publication(publication=publication, by=make_user("editor"), reason="Again.")


def test_a_retraction_ends_the_publication_and_keeps_its_page_with_the_notice() -> None:
    publication = make_publication()
    correction = retract_publication(
        publication=publication, by=make_user("editor"), was="124 bridges", now="The register was forged."
    )
    assert (correction.kind, CorrectionKind(correction.kind).is_error) == (CorrectionKind.RETRACTION, True)
    assert not published(include_suspended=True).exists()
    page = page_of_claim(publication.claim_id)
    assert page == publication
    assert page.corrections.get() == correction
    assert publication_on(publication.claim_id, publication.valid_from) == publication
    with pytest.raises(TransitionRefused, match="has ended"):
        suspend_publication(publication=publication, by=make_user("editor"), reason="Too late.")


@pytest.mark.parametrize("kind", [kind for kind in CorrectionKind if kind != CorrectionKind.RETRACTION])
def test_a_correction_is_a_record_of_its_own_and_the_page_knows_when_it_changed(kind: CorrectionKind) -> None:
    publication = make_publication()
    correction = record_correction(
        publication=publication,
        kind=kind,
        by=make_user("editor"),
        was="The register of 2020.",
        now="The register of 2021.",
        noticed_by="A reader",
        reported_on=timezone.localdate(),
    )
    assert (correction.kind, correction.noticed_by) == (kind, "A reader")
    assert Publication.objects.get(pk=publication.pk).changed_at > publication.changed_at
    assert publication.review.events.filter(kind="corrected").exists()


def test_a_correction_says_what_was_wrong_and_what_is_right() -> None:
    publication, editor = make_publication(), make_user("editor")
    with pytest.raises(ReasonMissing, match="what is right"):
        record_correction(publication=publication, kind=CorrectionKind.MINOR, by=editor, was="2020", now=" ")
    with pytest.raises(TransitionRefused, match="Retract"):
        record_correction(publication=publication, kind=CorrectionKind.RETRACTION, by=editor, was="a", now="b")


def test_a_reopened_review_returns_to_its_last_author_and_the_page_stays() -> None:
    publication = make_publication()
    review = reopen_review(review=publication.review, by=make_user("editor"), reason="A new figure.")
    assert (review.stage, review.assignee) == (Stage.IN_REVIEW, publication.author)
    assert list(published()) == [publication]
    assert take_next_review(reviewer=publication.author) == review


def test_a_reopening_is_cancelled_while_nothing_was_submitted_since() -> None:
    publication, editor = make_publication(), make_user("editor")
    review = reopen_review(review=publication.review, by=editor, reason="A new figure.")
    cancelled = cancel_reopening(review=review, by=editor)
    assert (cancelled.stage, cancelled.assignee) == (Stage.APPROVED, None)


def test_what_was_never_published_has_no_reopening_to_cancel() -> None:
    draft = make_draft()
    with pytest.raises(TransitionRefused, match="no reopening to cancel"):
        cancel_reopening(review=draft.review, by=make_user("editor"))


def test_closing_needs_a_note_and_lets_a_claim_that_was_never_published_go() -> None:
    review, editor = make_review(), make_user("editor")
    with pytest.raises(ReasonMissing):
        close_review(review=review, reason=CloseReason.OVERTAKEN, note="", by=editor)
    closed = close_review(review=review, reason=CloseReason.OVERTAKEN, note="A new count is out.", by=editor)
    assert (closed.stage, closed.close_reason) == (Stage.CLOSED, CloseReason.OVERTAKEN)
    assert Claim.objects.get(pk=review.claim_id).frozen_at is None


def test_the_claim_of_a_published_verdict_stays_frozen_when_its_review_is_closed() -> None:
    publication = make_publication()
    close_review(
        review=publication.review, reason=CloseReason.WITHDRAWN, note="No longer ours.", by=make_user("editor")
    )
    assert Claim.objects.get(pk=publication.claim_id).frozen_at is not None
    assert list(published()) == [publication]


def test_assigning_takes_the_lease_away_and_keeps_the_draft() -> None:
    draft, other = make_draft(), make_user("reviewer")
    review = assign_review(review=draft.review, to=other, by=make_user("editor"))
    assert (review.stage, review.assignee, review.lease_holder) == (Stage.WAITING, other, None)
    assert review.drafts.get() == draft


def test_work_is_assigned_only_to_people_who_may_take_it() -> None:
    with pytest.raises(NotAllowed, match="choose a reviewer"):
        assign_review(review=make_review(), to=make_user("editor"), by=make_user("editor"))


def test_a_draft_is_handed_over_only_where_there_is_one_and_overwrites_none() -> None:
    editor, other = make_user("editor"), make_user("reviewer")
    with pytest.raises(TransitionRefused, match="no draft to hand over"):
        assign_review(review=make_review(), to=other, by=editor, hand_over_draft=True)
    draft = make_draft()
    assign_review(review=draft.review, to=other, by=editor, hand_over_draft=True)
    with pytest.raises(TransitionRefused, match="has a draft of this review already"):
        assign_review(review=draft.review, to=draft.author, by=editor, hand_over_draft=True)


def test_a_hold_ends_by_itself_or_by_lifting_once() -> None:
    review, editor = make_review(), make_user("editor")
    with pytest.raises(TransitionRefused, match="in the past"):
        place_hold(on=review, kind=HoldKind.LEGAL, by=editor, reason="x", until=timezone.now() - timedelta(days=1))
    hold = lift_hold(hold=place_hold(on=review, kind=HoldKind.LEGAL, by=editor, reason="Lawyers."), by=editor)
    with pytest.raises(TransitionRefused, match="lifted already"):
        lift_hold(hold=hold, by=editor)


def test_the_priority_is_an_editors_and_in_the_log() -> None:
    review = make_review()
    set_review_priority(review=review, priority=Priority.HIGH, by=make_user("editor"))
    assert Review.objects.get(pk=review.pk).priority == Priority.HIGH
    assert review.events.filter(kind="prioritised").exists()


@pytest.mark.parametrize("role", ["reviewer", "administrator", None])
def test_what_is_an_editors_is_refused_to_everybody_else(role: str | None) -> None:
    somebody, publication, review = make_user(role), make_publication(), make_review()
    verdict = make_submitted_verdict()
    for refused in (
        lambda: suspend_publication(publication=publication, by=somebody, reason="x"),
        lambda: lift_suspension(publication=publication, by=somebody),
        lambda: retract_publication(publication=publication, by=somebody, was="a", now="b"),
        lambda: record_correction(publication=publication, kind=CorrectionKind.MINOR, by=somebody, was="a", now="b"),
        lambda: reopen_review(review=publication.review, by=somebody, reason="x"),
        lambda: cancel_reopening(review=publication.review, by=somebody),
        lambda: place_hold(on=verdict.review, kind=HoldKind.LEGAL, by=somebody, reason="x"),
        lambda: assign_review(review=review, to=None, by=somebody),
        lambda: set_review_priority(review=review, priority=Priority.HIGH, by=somebody),
        lambda: close_review(review=review, reason=CloseReason.OVERTAKEN, note="x", by=somebody),
    ):
        with pytest.raises(NotAllowed):
            refused()
