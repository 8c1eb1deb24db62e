"""Two decisions on one review in the same moment, over real connections: both fit together, or one is refused."""

import time
from collections.abc import Callable
from datetime import timedelta
from functools import partial

import pytest
from django.contrib.auth.models import User
from django.utils import timezone

from claims.enums import Treatment
from reviews.enums import CloseReason, EventKind, HoldKind, Stage
from reviews.errors import HeldBack, HeldByAnother, LeaseLost, ReviewsError, TransitionRefused
from reviews.log_check import faulty_rows
from reviews.models import Draft, Publication, Review, Verdict
from reviews.payload import build_payload, payload_sha256
from reviews.selectors import published
from reviews.services.assignment import close_review
from reviews.services.brake import lift_suspension, suspend_publication
from reviews.services.corrections import retract_publication
from reviews.services.drafts import save_draft
from reviews.services.holds import place_hold
from reviews.services.merging import merge_review
from reviews.services.publishing import approve_verdict
from reviews.services.queue import take_review
from reviews.services.reopening import cancel_reopening, reopen_review
from reviews.services.verdicts import request_changes, submit_verdict
from reviews.services.withholding import ask_withholding, confirm_withholding
from tests.claims.factories import make_user
from tests.fixtures.databases import PrivateDatabase
from tests.reviews.changed_texts import submit_again
from tests.reviews.factories import UPDATE, make_draft_body, make_publication, make_review, make_submitted_verdict
from tests.reviews.threads import at_once
from tests.reviews.workflow.any_order.forbidden import forbidden

ROUNDS = range(4)
"""A race is not lost each time."""

Step = Callable[[], object]


def two(*steps: Step) -> list[object]:
    """What each of them came to. Nothing forbidden is in the database afterwards, and the log stands."""
    answers: list[object] = list(at_once(steps))
    unexpected = [
        answer for answer in answers if isinstance(answer, Exception) and not isinstance(answer, ReviewsError)
    ]
    assert not unexpected
    assert forbidden() == []
    assert not list(faulty_rows({}))
    return answers


def names(answers: list[object]) -> list[str]:
    return sorted(type(answer).__name__ for answer in answers)


def approving(verdict: Verdict, by: User, **values: object) -> Step:
    seen = payload_sha256(build_payload(verdict))
    return partial(approve_verdict, verdict=verdict, approver=by, payload_sha256=seen, **values)  # type: ignore[arg-type]


@pytest.fixture
def editors(committing_db: PrivateDatabase) -> list[User]:
    return [make_user("editor") for _ in range(3)]


def test_approving_and_asking_for_changes(editors: list[User]) -> None:
    for _ in ROUNDS:
        verdict = make_submitted_verdict()
        changes = partial(request_changes, verdict=verdict, by=editors[1], reason="Which year?")
        answers = two(approving(verdict, editors[0]), changes)
        assert "TransitionRefused" in names(answers)
        stage = Review.objects.get(pk=verdict.review_id).stage
        assert stage == (Stage.APPROVED if Publication.objects.filter(verdict=verdict).exists() else Stage.IN_REVIEW)


def test_approving_and_holding_back(editors: list[User]) -> None:
    for _ in ROUNDS:
        verdict = make_submitted_verdict()
        hold = partial(place_hold, on=verdict.review, kind=HoldKind.LEGAL, by=editors[1], reason="A court.")
        approved, held = two(approving(verdict, editors[0]), hold)
        assert not isinstance(held, Exception)
        kinds = list(verdict.review.events.order_by("sequence").values_list("kind", flat=True))
        if isinstance(approved, Exception):
            assert isinstance(approved, HeldBack)
            assert EventKind.APPROVED not in kinds
        else:
            assert kinds.index(EventKind.APPROVED) < kinds.index(EventKind.HELD)


def test_approving_for_later_and_holding_back_leaves_nothing_to_read(editors: list[User]) -> None:
    soon = timezone.now()
    for _ in ROUNDS:
        verdict = make_submitted_verdict()
        soon = timezone.now() + timedelta(seconds=8)
        hold = partial(place_hold, on=verdict.review, kind=HoldKind.EMBARGO, by=editors[1], reason="Until Monday.")
        approved, _ = two(approving(verdict, editors[0], publish_at=soon), hold)
        # On a busy machine the time may have passed before anybody came to approve.
        assert isinstance(approved, Publication | HeldBack | TransitionRefused)
    time.sleep(max(0.0, (soon - timezone.now()).total_seconds()) + 0.2)
    assert not published(include_suspended=True).exists()


def test_approving_the_next_edition_and_suspending_the_last(editors: list[User]) -> None:
    for _ in ROUNDS:
        first = make_publication(approver=editors[2])
        verdict = submit_again(first)
        brake = partial(suspend_publication, publication=first, by=editors[1], reason="New figures.")
        approved, suspended = two(approving(verdict, editors[0], change=UPDATE), brake)
        assert isinstance(approved, Publication)
        assert isinstance(suspended, Publication | TransitionRefused)
        now = published(include_suspended=True).get(review=first.review_id)
        assert now.pk == approved.pk


def test_reopening_and_suspending_both_happen(editors: list[User]) -> None:
    for _ in ROUNDS:
        page = make_publication(approver=editors[2])
        reopen = partial(reopen_review, review=page.review, by=editors[0], reason="A new figure.")
        brake = partial(suspend_publication, publication=page, by=editors[1], reason="New figures.")
        assert not [answer for answer in two(reopen, brake) if isinstance(answer, Exception)]
        page.refresh_from_db()
        assert (page.suspended_by, page.review.stage) == (editors[1], Stage.IN_REVIEW)


def test_reopening_what_was_to_come_and_holding_it(editors: list[User]) -> None:
    for _ in ROUNDS:
        verdict = make_submitted_verdict()
        page = approving(verdict, editors[2], publish_at=timezone.now() + timedelta(hours=1))()
        reopen = partial(reopen_review, review=verdict.review, by=editors[0], reason="A new figure.")
        hold = partial(place_hold, on=verdict.review, kind=HoldKind.SAFETY, by=editors[1], reason="A witness.")
        assert not [answer for answer in two(reopen, hold) if isinstance(answer, Exception)]
        assert isinstance(page, Publication)
        page.refresh_from_db()
        assert page.valid_until == page.valid_from


def test_cancelling_a_reopening_and_taking_the_claim(editors: list[User]) -> None:
    for _ in ROUNDS:
        page = make_publication(approver=editors[2])
        reopen_review(review=page.review, by=editors[0], reason="A new figure.")
        cancel = partial(cancel_reopening, review=page.review, by=editors[1])
        take = partial(take_review, review=page.review, reviewer=page.author)
        cancelled, taken = two(cancel, take)
        assert not isinstance(cancelled, Exception)
        assert isinstance(taken, Review | TransitionRefused)
        assert Review.objects.get(pk=page.review_id).stage == Stage.APPROVED


@pytest.mark.parametrize("end", ["retract", "lift"])
def test_ending_a_suspension_in_two_ways(editors: list[User], end: str) -> None:
    page = make_publication(approver=editors[2])
    suspend_publication(publication=page, by=editors[0], reason="New figures.")
    lift = partial(lift_suspension, publication=page, by=editors[1])
    other: Step = partial(retract_publication, publication=page, by=editors[0], was="One.", now="Two.")
    answers = two(lift, other if end == "retract" else partial(lift_suspension, publication=page, by=editors[2]))
    if end == "lift":
        assert names(answers) == ["Publication", "TransitionRefused"]
    assert len([answer for answer in answers if not isinstance(answer, Exception)]) >= 1


def test_the_first_draft_and_the_next_taker_when_the_lease_ends(committing_db: PrivateDatabase) -> None:
    for _ in ROUNDS:
        first, second, review = make_user("reviewer"), make_user("reviewer"), make_review()
        taken = take_review(review=review, reviewer=first)
        body = make_draft_body(taken)
        Review.objects.filter(pk=review.pk).update(lease_until=timezone.now() + timedelta(milliseconds=60))
        save = partial(save_draft, review=taken, author=first, body=body, version=0, lease_number=taken.lease_number)
        saved, took = two(save, partial(take_review, review=review, reviewer=second))
        assert isinstance(saved, Draft | LeaseLost)
        assert isinstance(took, Review | HeldByAnother)
        now = Review.objects.get(pk=review.pk)
        assert now.lease_holder == (second if isinstance(took, Review) else first)
        assert isinstance(saved, LeaseLost) or not isinstance(took, Review)


def test_submitting_and_closing(editors: list[User]) -> None:
    for _ in ROUNDS:
        verdict = make_submitted_verdict()
        request_changes(verdict=verdict, by=editors[0], reason="Which year?")
        taken = take_review(review=verdict.review, reviewer=verdict.author)
        draft = Draft.objects.get(review=taken, author=verdict.author)
        number, version = taken.lease_number, draft.version
        submit = partial(submit_verdict, review=taken, author=verdict.author, lease_number=number, version=version)
        close = partial(close_review, review=taken, reason=CloseReason.OVERTAKEN, note="Old.", by=editors[1])
        submitted, closed = two(submit, close)
        assert not isinstance(closed, Exception)
        assert isinstance(submitted, Verdict | TransitionRefused | LeaseLost)
        assert Review.objects.get(pk=taken.pk).stage == Stage.CLOSED


def test_merging_in_both_directions_merges_once(editors: list[User]) -> None:
    one, other = (make_publication(approver=editors[2]).review for _ in range(2))
    how = {"treatment": Treatment.ASSERTS, "reason": "The same figure."}
    forth = partial(merge_review, review=one, into=other, by=editors[0], **how)
    back = partial(merge_review, review=other, into=one, by=editors[1], **how)
    assert names(two(forth, back)) == ["Merge", "TransitionRefused"]


def test_a_withholding_is_confirmed_once(editors: list[User]) -> None:
    page = make_publication(approver=editors[2])
    asked = ask_withholding(target=page.verdict, legal_basis="Order 7 of the court.", by=editors[0])
    confirm = [partial(confirm_withholding, withholding=asked, by=editor) for editor in editors[1:]]
    assert names(two(*confirm)) == ["TransitionRefused", "Withholding"]


def test_thirty_two_editors_decide_on_eight_verdicts_at_once(committing_db: PrivateDatabase) -> None:
    verdicts = [make_submitted_verdict() for _ in range(8)]
    steps: list[Step] = []
    for verdict in verdicts:
        people = [make_user("editor") for _ in range(4)]
        steps += [approving(verdict, people[0]), approving(verdict, people[1])]
        steps.append(partial(request_changes, verdict=verdict, by=people[2], reason="Which year?"))
        steps.append(partial(place_hold, on=verdict.review, kind=HoldKind.LEGAL, by=people[3], reason="A court."))
    answers = two(*steps)
    refused = {type(answer) for answer in answers if isinstance(answer, Exception)}
    assert refused <= {TransitionRefused, HeldBack}
    for verdict in verdicts:
        kinds = set(verdict.review.events.values_list("kind", flat=True))
        assert len(kinds & {EventKind.APPROVED, EventKind.CHANGES_REQUESTED}) == 1
        assert EventKind.HELD in kinds
