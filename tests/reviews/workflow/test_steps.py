"""Every step from every stage: what the table allows happens, everything else is refused and changes nothing."""

from collections.abc import Callable

import pytest
from django.db import DatabaseError, connection, transaction

from reviews.enums import CloseReason, Stage
from reviews.errors import TransitionRefused
from reviews.models import Review
from reviews.services.assignment import assign_review, close_review
from reviews.services.drafts import save_draft
from reviews.services.leases import release_review
from reviews.services.publishing import cancel_reopening, reopen_review
from reviews.services.queue import take_review
from reviews.services.skips import skip_review
from reviews.services.verdicts import request_changes, submit_verdict
from reviews.workflow import STEPS, Step, is_legal, stage_changes, target
from tests.reviews.factories import approve, make_draft_body
from tests.reviews.workflow.stages import Case, reopened, review_in

pytestmark = pytest.mark.django_db


def submit(case: Case) -> None:
    draft = case.review.drafts.get(author=case.author)
    submit_verdict(review=case.review, author=case.author, lease_number=case.review.lease_number, version=draft.version)


TAKEN: dict[Step, Callable[[Case], object]] = {
    Step.TAKE: lambda case: take_review(review=case.review, reviewer=case.author),
    Step.RELEASE: lambda case: release_review(
        review=case.review, reviewer=case.author, lease_number=case.review.lease_number
    ),
    Step.SKIP: lambda case: skip_review(
        review=case.review, reviewer=case.author, lease_number=case.review.lease_number, reason="I know the speaker."
    ),
    Step.REASSIGN: lambda case: assign_review(review=case.review, to=None, by=case.editor),
    Step.SUBMIT: submit,
    Step.REQUEST_CHANGES: lambda case: request_changes(verdict=case.verdict, by=case.editor, reason="Which year?"),
    Step.APPROVE: lambda case: approve(case.verdict, case.editor),
    Step.REOPEN: lambda case: reopen_review(review=case.review, by=case.editor, reason="A new figure."),
    Step.CANCEL_REOPENING: lambda case: cancel_reopening(review=case.review, by=case.editor),
    Step.CLOSE: lambda case: close_review(
        review=case.review, reason=CloseReason.OVERTAKEN, note="A new count is out.", by=case.editor
    ),
}
EVERY = [(step, stage) for step in Step for stage in Stage]
NO_STEP = [
    (before, after)
    for before in Stage
    for after in Stage
    if before != after and (before.value, after.value) not in stage_changes()
]


def test_every_step_has_one_rule_and_a_way_to_take_it() -> None:
    assert [rule.step for rule in STEPS] == list(Step) == list(TAKEN)


@pytest.mark.parametrize(("step", "stage"), [pair for pair in EVERY if is_legal(*pair)])
def test_a_legal_step_leads_to_its_target_and_writes_one_event(step: Step, stage: Stage) -> None:
    case = reopened() if step is Step.CANCEL_REOPENING else review_in(stage)
    before = case.review.event_count
    TAKEN[step](case)
    review = Review.objects.get(pk=case.review.pk)
    assert review.stage == target(step)
    assert review.event_count == before + 1
    assert f'"step":"{step}"' in review.events.get(sequence=before + 1).payload.text


@pytest.mark.parametrize(("step", "stage"), [pair for pair in EVERY if not is_legal(*pair)])
def test_an_illegal_step_is_refused_and_changes_nothing(step: Step, stage: Stage) -> None:
    case = review_in(stage)
    before = Review.objects.filter(pk=case.review.pk).values().get()
    with pytest.raises(TransitionRefused, match="stage"), transaction.atomic():
        TAKEN[step](case)
    assert Review.objects.filter(pk=case.review.pk).values().get() == before


@pytest.mark.parametrize(("before", "after"), NO_STEP)
def test_the_database_refuses_stage_changes_that_no_step_makes(before: Stage, after: Stage) -> None:
    case = review_in(before)
    reason = CloseReason.OVERTAKEN if after == Stage.CLOSED else ""
    was = Review.objects.filter(pk=case.review.pk).values().get()
    with pytest.raises(DatabaseError, match=r"transition|approved needs|submitted needs"), transaction.atomic():
        set_stage(case, after, reason)
    assert Review.objects.filter(pk=case.review.pk).values().get() == was


def test_the_database_knows_the_application_by_a_role_that_owns_nothing() -> None:
    """So that what the others here show is shown for the role that runs in production."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT current_user, count(*) FILTER (WHERE tableowner = current_user) FROM pg_tables")
        assert cursor.fetchone() == ("claimdesk", 0)


@pytest.mark.parametrize("before", [Stage.IN_REVIEW, Stage.SUBMITTED])
def test_the_database_refuses_approved_without_a_publication_of_the_latest_verdict(before: Stage) -> None:
    with pytest.raises(DatabaseError, match="approved needs a publication"), transaction.atomic():
        set_stage(review_in(before), Stage.APPROVED)


def test_the_database_refuses_approved_by_hand_after_a_second_verdict_was_sent_back() -> None:
    case = reopened()
    taken = take_review(review=case.review, reviewer=case.author)
    body = make_draft_body(taken)
    draft = save_draft(review=taken, author=case.author, body=body, version=1, lease_number=taken.lease_number)
    second = submit_verdict(review=taken, author=case.author, lease_number=taken.lease_number, version=draft.version)
    request_changes(verdict=second, by=case.editor, reason="Which year?")
    with pytest.raises(DatabaseError, match="approved needs a publication"), transaction.atomic():
        set_stage(case, Stage.APPROVED)


def test_the_database_refuses_submitted_without_a_new_verdict() -> None:
    with pytest.raises(DatabaseError, match="submitted needs a verdict"), transaction.atomic():
        set_stage(reopened(), Stage.SUBMITTED)


def set_stage(case: Case, stage: Stage, reason: str = "") -> None:
    with connection.cursor() as cursor:
        cursor.execute(
            "UPDATE reviews_review SET stage = %s, close_reason = %s, lease_holder_id = NULL, lease_until = NULL"
            " WHERE id = %s",
            [stage, reason, case.review.pk],
        )
