"""The blind second verdict: who gives it, what it waits for, what approval asks of it."""

import json
from collections.abc import Callable

import pytest
from django.contrib.auth.models import User

from reviews.decision_log import digest
from reviews.enums import CloseReason, EventKind, FindingValue, NothingReason, Stage
from reviews.errors import (
    DifferenceUnresolved,
    DraftConflict,
    FourEyesRefused,
    NotAllowed,
    NothingToTake,
    ReasonMissing,
    ReviewsError,
    Sealed,
    TransitionRefused,
    VerdictIncomplete,
)
from reviews.models import Review, SecondOpinion, SecondVerdict
from reviews.sealing import may_see_verdict, payload_reader, visible_evidence, visible_findings, visible_verdicts
from reviews.second_drafting import SecondBody
from reviews.services.assignment import assign_review, close_review
from reviews.services.drafts import save_draft
from reviews.services.publishing import reopen_review
from reviews.services.queue import take_next_review, take_review
from reviews.services.seconds import (
    ask_second,
    call_off_second,
    release_second,
    save_second_draft,
    submit_second,
    take_second,
)
from reviews.services.verdicts import request_changes, submit_verdict
from tests.claims.factories import make_user
from tests.reviews.factories import (
    approve,
    make_draft,
    make_draft_body,
    make_publication,
    make_review,
    make_second,
    make_second_body,
    make_submitted_verdict,
)

pytestmark = pytest.mark.django_db


def ask(review: Review | None = None, to: User | None = None) -> SecondOpinion:
    return ask_second(review=review or make_review(), by=make_user("editor"), why="Much hangs on it.", to=to)


def kinds(review: Review) -> list[str]:
    return list(review.events.order_by("sequence").values_list("kind", flat=True))


def test_whoever_comes_last_opens_both() -> None:
    second = make_second()
    first = make_submitted_verdict(second.opinion.review)
    opinion = SecondOpinion.objects.get()
    assert (opinion.first, opinion.opened_at is None) == (first, False)
    assert kinds(first.review)[-2:] == [EventKind.SUBMITTED, EventKind.SECOND_OPENED]
    other = make_submitted_verdict()
    given = make_second(other.review)
    given.opinion.refresh_from_db()
    assert given.opinion.first == other
    assert kinds(other.review)[-2:] == [EventKind.SECOND_SUBMITTED, EventKind.SECOND_OPENED]


def test_each_side_sees_its_own_until_both_are_in() -> None:
    first = make_submitted_verdict()
    opinion = ask(first.review, to=(reviewer := make_user("reviewer")))
    stranger = make_user("superuser")
    assert may_see_verdict(first.author, first)
    for person in (reviewer, stranger, opinion.asked_by):
        assert not may_see_verdict(person, first)
        assert not visible_evidence(person).exists()
        assert not visible_findings(person).exists()
    draft = save_second_draft(opinion=opinion, author=reviewer, body=make_second_body(first.review), version=1)
    submit_second(opinion=opinion, author=reviewer, version=draft.version)
    assert all(may_see_verdict(person, first) for person in (reviewer, stranger, first.author))


def test_a_second_verdict_that_waits_for_the_first_is_its_authors_alone() -> None:
    second = make_second()
    draft = make_draft(second.opinion.review)
    for person in (draft.author, make_user("superuser"), make_user("editor")):
        assert not may_see_verdict(person, second)
    assert may_see_verdict(second.author, second)


def test_what_was_published_before_stays_visible() -> None:
    publication = make_publication()
    review = reopen_review(review=publication.review, by=make_user("editor"), reason="A new figure.")
    reviewer = make_user("reviewer")
    opinion = ask(review, to=reviewer)
    assert (opinion.after, list(visible_verdicts(reviewer))) == (1, [publication.verdict])


def test_approval_and_changes_wait_for_the_second() -> None:
    first = make_submitted_verdict()
    opinion = ask(first.review)
    with pytest.raises(Sealed, match="nobody has submitted it"):
        approve(first)
    with pytest.raises(Sealed):
        request_changes(verdict=first, by=make_user("editor"), reason="Too harsh.")
    call_off_second(opinion=opinion, by=make_user("editor"), reason="Nobody has time.")
    assert approve(first).verdict == first


def test_where_both_agree_nothing_has_to_be_said() -> None:
    first = make_submitted_verdict()
    make_second(first.review)
    assert approve(first).verdict == first


@pytest.mark.parametrize("differs", ["rating", "finding"])
def test_where_they_differ_the_approver_says_how_it_was_resolved(differs: str) -> None:
    first = make_submitted_verdict()
    findings = {first.review.claim_id: FindingValue.NOT_SAID.value}
    make_second(first.review, **({"code": "false"} if differs == "rating" else {"findings": findings}))
    with pytest.raises(DifferenceUnresolved, match="Rating: True and False" if differs == "rating" else "Said in"):
        approve(first, resolution="  ")
    publication = approve(first, approver := make_user("editor"), resolution="The auditors count by another rule.")
    assert first.resolution.resolved_by == approver
    event = publication.review.events.get(kind=EventKind.APPROVED)
    # Its digest alone: the words may have to go, and the log forgets nothing.
    assert digest("The auditors count by another rule.") in event.payload.text
    assert "another rule" not in event.payload.text


def test_after_a_change_that_brings_them_together_nothing_has_to_be_said() -> None:
    first = make_submitted_verdict()
    make_second(first.review, code="false")
    review = request_changes(verdict=first, by=make_user("editor"), reason="The second reviewer is right.")
    taken = take_review(review=review, reviewer=first.author)
    version = first.review.drafts.get().version
    body = make_draft_body(taken, code="false")
    draft = save_draft(review=taken, author=first.author, body=body, version=version, lease_number=taken.lease_number)
    again = submit_verdict(review=taken, author=first.author, lease_number=taken.lease_number, version=draft.version)
    assert approve(again).rating_code == "false"


@pytest.mark.parametrize("hand", ["drafted", "assigned", "asked for changes"])
def test_who_has_a_hand_in_the_first_does_not_give_the_second(hand: str) -> None:
    person = make_user("superuser")
    if hand == "drafted":
        review = make_draft(author=person).review
        assign_review(review=review, to=make_user("reviewer"), by=make_user("editor"))
    elif hand == "assigned":
        review = assign_review(review=make_review(), to=person, by=make_user("editor"))
    else:
        review = request_changes(verdict=make_submitted_verdict(), by=person, reason="Too harsh.")
    with pytest.raises(FourEyesRefused):
        take_second(opinion=ask(review), reviewer=person)


def test_who_took_the_second_has_no_hand_in_the_first_even_after_giving_it_back() -> None:
    reviewer, review = make_user("superuser"), make_review()
    opinion = ask(review, to=reviewer)
    for _ in range(2):
        with pytest.raises(FourEyesRefused, match="no hand in its first"):
            take_review(review=review, reviewer=reviewer)
        with pytest.raises(FourEyesRefused, match="no hand in its first"):
            assign_review(review=review, to=reviewer, by=make_user("editor"))
        with pytest.raises(NothingToTake, match="The only free claim is one whose second verdict you took") as nothing:
            take_next_review(reviewer=reviewer)
        assert nothing.value.reason == NothingReason.SECOND
        if opinion.reviewer:
            opinion = release_second(opinion=opinion, by=reviewer)
    first = make_submitted_verdict(review)
    take_second(opinion=opinion, reviewer=(other := make_user("reviewer")))
    draft = save_second_draft(opinion=opinion, author=other, body=make_second_body(review), version=1)
    submit_second(opinion=opinion, author=other, version=draft.version)
    with pytest.raises(FourEyesRefused, match="second verdict"):
        approve(first, reviewer)


def test_a_draft_saved_in_two_windows_is_not_overwritten() -> None:
    opinion = ask(to=(reviewer := make_user("reviewer")))
    for _ in ("a save", "the same again, as the first answer was lost"):
        saved = save_second_draft(opinion=opinion, author=reviewer, body=SecondBody(reasoning="One."), version=1)
        assert saved.version == 2
    with pytest.raises(DraftConflict):
        save_second_draft(opinion=opinion, author=reviewer, body=SecondBody(reasoning="Two."), version=1)
    with pytest.raises(VerdictIncomplete) as refusal:
        submit_second(opinion=opinion, author=reviewer, version=2)
    assert {"rating", "sources", f"findings-{opinion.review.claim_id}"} == set(refusal.value.problems)


def refusals() -> list[tuple[str, Callable[[SecondVerdict], object]]]:
    return [
        ("awaited any more", lambda second: call_off_second(opinion=second.opinion, by=make_user(), reason="x")),
        ("awaited any more", lambda second: release_second(opinion=second.opinion, by=second.author)),
        ("awaited any more", lambda second: take_second(opinion=second.opinion, reviewer=make_user("reviewer"))),
        ("asked for already", lambda second: ask(second.opinion.review)),
    ]


@pytest.mark.parametrize(("says", "step"), refusals())
def test_what_was_opened_stands(says: str, step: Callable[[SecondVerdict], object]) -> None:
    second = make_second(make_submitted_verdict().review)
    with pytest.raises(TransitionRefused, match=says):
        step(second)


def test_a_second_that_is_in_is_neither_called_off_nor_given_away() -> None:
    second = make_second()
    with pytest.raises(TransitionRefused, match="stands as submitted"):
        call_off_second(opinion=second.opinion, by=make_user(), reason="x")
    with pytest.raises(TransitionRefused, match="stands as submitted"):
        release_second(opinion=second.opinion, by=make_user())


def test_it_is_asked_for_by_editors_with_a_reason_before_approval() -> None:
    with pytest.raises(NotAllowed):
        ask_second(review=make_review(), by=make_user("reviewer"), why="x")
    with pytest.raises(ReasonMissing):
        ask_second(review=make_review(), by=make_user("editor"), why=" ")
    with pytest.raises(TransitionRefused, match="reopen"):
        ask(make_publication().review)
    with pytest.raises(NotAllowed, match="choose a reviewer"):
        ask(to=make_user("editor"))


def test_closing_the_review_unseals_it() -> None:
    second = make_second()
    review = close_review(review=second.opinion.review, reason=CloseReason.OVERTAKEN, note="Old.", by=make_user())
    assert review.stage == Stage.CLOSED
    assert may_see_verdict(make_user("editor"), second)


def test_the_log_says_nothing_of_either_until_both_are_in() -> None:
    second = make_second(code="half_true")
    review = second.opinion.review
    first = make_draft(review, code="false")
    assert "half_true" not in texts(review)
    assert second.reasoning not in texts(review)
    reader = payload_reader(first.author, review)
    assert [event.kind for event in review.events.all() if not reader(event)] == [EventKind.SECOND_SUBMITTED]


def test_a_submission_logged_before_the_second_was_asked_for_is_not_read_while_it_is_sealed() -> None:
    first = make_submitted_verdict(code="false")
    ask(first.review, to=(reviewer := make_user("reviewer")))
    hidden = [event.kind for event in first.review.events.all() if not payload_reader(reviewer, first.review)(event)]
    assert hidden == [EventKind.SUBMITTED]
    assert all(map(payload_reader(first.author, first.review), first.review.events.all()))


def test_the_log_tells_both_ratings_once_they_are_open() -> None:
    first = make_submitted_verdict(code="false")
    make_second(first.review, code="half_true")
    said = json.loads(first.review.events.get(kind=EventKind.SECOND_OPENED).payload.text)["data"]
    assert (said["first"]["rating"], said["second"]["rating"]) == ("false", "half_true")


def texts(review: Review) -> str:
    return "\n".join(review.events.values_list("payload__text", flat=True))


def test_nonsense_is_not_stored() -> None:
    opinion = ask(to=(reviewer := make_user("reviewer")))
    for body in (SecondBody(findings={1: "perhaps"}), SecondBody(reasoning="\0")):
        with pytest.raises(ReviewsError):
            save_second_draft(opinion=opinion, author=reviewer, body=body, version=1)
