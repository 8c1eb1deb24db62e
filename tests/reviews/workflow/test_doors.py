"""Every step from every stage through the doors that people use: the admin's buttons and the desk's forms."""

from collections.abc import Callable
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.test import Client
from django.urls import reverse

from reviews.enums import CloseReason, Stage
from reviews.models import Draft, Event, Publication, Review, Skip, Verdict
from reviews.payload import build_payload, payload_sha256
from reviews.services.assignment import close_review
from reviews.services.leases import release_review
from reviews.services.verdicts import submit_verdict
from reviews.workflow import Step, is_legal, target
from tests.claims.admin.pages import address, take, told
from tests.claims.factories import make_user
from tests.reviews.desk.pages import address as desk_address
from tests.reviews.desk.pages import open_form
from tests.reviews.factories import approve, make_draft
from tests.reviews.workflow.stages import Case, reopened, review_in

pytestmark = pytest.mark.django_db


def press_approve(client: Client, case: Case) -> Any:
    seen = payload_sha256(build_payload(case.verdict))
    return client.post(address(case.verdict, "approve"), {"payload_sha256": seen})


ADMIN: dict[Step, Callable[[Client, Case], Any]] = {
    Step.REASSIGN: lambda client, case: take(client, case.review, "assign", to=""),
    Step.REQUEST_CHANGES: lambda client, case: take(client, case.verdict, "request-changes", reason="Which year?"),
    Step.APPROVE: press_approve,
    Step.REOPEN: lambda client, case: take(client, case.review, "reopen", reason="A new figure."),
    Step.CANCEL_REOPENING: lambda client, case: take(client, case.review, "cancel-reopening"),
    Step.CLOSE: lambda client, case: take(client, case.review, "close", reason=CloseReason.OVERTAKEN, note="Old."),
}
DESK = {Step.TAKE: "take", Step.RELEASE: "release", Step.SKIP: "skip", Step.SUBMIT: "submit"}


def footprint(review: Review) -> dict[str, list[dict[str, Any]]]:
    """Everything that a step could change, as it is in the database; drafts apart, which are never refused."""
    rows: dict[str, Any] = {
        "review": Review.objects.filter(pk=review.pk).values(),
        "verdicts": Verdict.objects.filter(review=review).values("pk", "number"),
        "publications": Publication.objects.filter(review=review).values(
            "pk", "valid_from", "valid_until", "changed_at"
        ),
        "events": Event.objects.filter(review=review).values("pk", "hash"),
        "skips": Skip.objects.filter(review=review).values("pk"),
    }
    return {name: list(query.order_by("pk")) for name, query in rows.items()}


def judged(step: Step, stage: Stage, review: Review, act: Callable[[], Any]) -> Any:
    """Legal: at its target with one more event. Illegal: everything as before. The answer, to read what it says."""
    before = footprint(review)
    answer = act()
    assert answer.status_code < 500
    after = footprint(review)
    if is_legal(step, stage):
        assert after["review"][0]["stage"] == target(step)
        assert len(after["events"]) == len(before["events"]) + 1
    else:
        assert after == before
    return answer


def test_every_step_has_a_door() -> None:
    assert {*ADMIN, *DESK} == set(Step)


@pytest.mark.parametrize("stage", Stage)
@pytest.mark.parametrize("step", ADMIN)
def test_in_the_admin(client: Client, step: Step, stage: Stage) -> None:
    case = reopened() if (step, stage) == (Step.CANCEL_REOPENING, Stage.IN_REVIEW) else review_in(stage)
    client.force_login(case.editor)
    answer = judged(step, stage, case.review, lambda: ADMIN[step](client, case))
    if not is_legal(step, stage):
        assert "Nothing was" in told(client, answer)


@pytest.mark.parametrize("stage", Stage)
def test_taking_at_the_desk(client: Client, stage: Stage) -> None:
    case = review_in(stage)
    client.force_login(case.author)
    judged(Step.TAKE, stage, case.review, lambda: client.post(desk_address("take", case.review)))


@pytest.mark.parametrize("stage", Stage)
@pytest.mark.parametrize("step", [Step.RELEASE, Step.SKIP, Step.SUBMIT])
def test_with_a_page_of_the_desk_that_was_opened_before(client: Client, step: Step, stage: Stage) -> None:
    """The other tab, or an editor, was faster: the form is that of work in hand, the stage no longer."""
    draft = make_draft()
    client.force_login(draft.author)
    form = open_form(client, draft.review)
    drive(draft, stage, make_user("editor"))
    page = desk_address(DESK[step], draft.review)
    judged(step, stage, draft.review, lambda: client.post(page, form | {"reason": "I know the speaker."}))
    assert Draft.objects.get(pk=draft.pk).body["headline"] == draft.body["headline"]


def drive(draft: Draft, stage: Stage, editor: User) -> None:
    """From work in hand to `stage`, past the page that is open."""
    number = Review.objects.get(pk=draft.review_id).lease_number
    if stage == Stage.WAITING:
        release_review(review=draft.review, reviewer=draft.author, lease_number=number)
    if stage in {Stage.SUBMITTED, Stage.APPROVED}:
        verdict = submit_verdict(review=draft.review, author=draft.author, lease_number=number, version=draft.version)
        if stage == Stage.APPROVED:
            approve(verdict, editor)
    if stage == Stage.CLOSED:
        close_review(review=draft.review, reason=CloseReason.OVERTAKEN, note="Old.", by=editor)


@pytest.mark.parametrize("step", ADMIN)
@pytest.mark.parametrize("role", ["reviewer", "administrator"])
def test_who_has_no_right_presses_in_vain(client: Client, step: Step, role: str) -> None:
    stage = next(stage for stage in Stage if is_legal(step, stage))
    case = reopened() if step is Step.CANCEL_REOPENING else review_in(stage)
    before = footprint(case.review)
    client.force_login(make_user(role))
    assert ADMIN[step](client, case).status_code == 403
    assert footprint(case.review) == before
    assert client.get(reverse("admin:index")).status_code == 200
