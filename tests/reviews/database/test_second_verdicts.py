"""The blind second verdict against raw SQL and races: the database refuses what the services would have refused."""

from collections.abc import Callable
from functools import partial

import pytest
from django.utils import timezone

from reviews.errors import ReviewsError, Sealed
from reviews.log_check import faulty_rows
from reviews.models import (
    Draft,
    Publication,
    Resolution,
    SecondDraft,
    SecondOpinion,
    SecondVerdict,
    Verdict,
)
from reviews.payload import build_payload, payload_sha256
from reviews.services.publishing import approve_verdict
from reviews.services.seconds import ask_second, save_second_draft, submit_second, take_second
from reviews.services.verdicts import submit_verdict
from tests.claims.factories import make_user
from tests.fixtures.databases import PrivateDatabase
from tests.reviews.database.test_four_eyes import execute, publication_row, refused
from tests.reviews.factories import (
    make_draft,
    make_publication,
    make_review,
    make_second,
    make_second_body,
    make_submitted_verdict,
    make_taken_review,
    rating,
)
from tests.reviews.threads import at_once


def opinion_on(verdict: Verdict) -> SecondOpinion:
    return ask_second(review=verdict.review, by=make_user("editor"), why="Much hangs on it.")


def second_row(opinion: SecondOpinion, **values: object) -> SecondVerdict:
    defaults: dict[str, object] = {
        "opinion": opinion,
        "author": opinion.reviewer or make_user("reviewer"),
        "rating": rating("true"),
        "findings": {},
        "reasoning": "x",
        "sources": "x",
    }
    return SecondVerdict(**(defaults | values))


@pytest.mark.django_db
class TestPublishing:
    def test_waits_for_both(self) -> None:
        verdict = make_submitted_verdict()
        opinion_on(verdict)
        refused(publication_row(verdict).save, "both are not in")

    def test_needs_the_resolution_of_a_difference_by_its_approver(self) -> None:
        verdict, approver = make_submitted_verdict(), make_user("editor")
        second = make_second(verdict.review, code="false")
        row = publication_row(verdict, approver=approver)
        refused(row.save, "has not said how that was resolved")
        by_another = Resolution(opinion=second.opinion, verdict=verdict, resolved_by=make_user(), how="Somehow.")
        by_another.save()
        refused(row.save, "has not said how that was resolved")

    def test_needs_it_for_a_finding_too(self) -> None:
        verdict = make_submitted_verdict()
        make_second(verdict.review, findings={verdict.review.claim_id: "not_said"})
        refused(publication_row(verdict).save, "has not said how that was resolved")

    def test_is_not_approved_by_whoever_took_the_second(self) -> None:
        verdict = make_submitted_verdict()
        second = make_second(verdict.review)
        refused(publication_row(verdict, approver=second.author).save, "took its second verdict")


@pytest.mark.django_db
class TestSides:
    def test_a_first_draft_is_not_the_second_reviewers(self) -> None:
        second = make_second()
        refused(Draft(review=second.opinion.review, author=second.author).save, "drafts nothing on the first")

    def test_a_second_draft_is_not_of_the_first_side(self) -> None:
        verdict = make_submitted_verdict()
        opinion = opinion_on(verdict)
        refused(SecondDraft(opinion=opinion, author=verdict.author).save, "hand in the first verdict")
        taken = make_taken_review()
        row = SecondDraft(opinion=ask_second(review=taken, by=make_user(), why="x"), author=taken.lease_holder)
        refused(row.save, "hand in the first verdict")

    def test_a_second_verdict_is_its_reviewers(self) -> None:
        opinion = ask_second(review=make_review(), by=make_user(), why="x", to=make_user("reviewer"))
        refused(second_row(opinion, author=make_user("reviewer")).save, "has not been given its second verdict")

    def test_nobody_is_put_down_as_its_reviewer_without_a_draft(self) -> None:
        opinion = opinion_on(make_submitted_verdict())
        sql = (
            f"UPDATE reviews_secondopinion SET reviewer_id = {make_user().pk}, taken_at = now() WHERE id = {opinion.pk}"
        )
        refused(lambda: execute(sql), "bars them from approving")


@pytest.mark.django_db
class TestRounds:
    def test_are_not_opened_before_both_are_in(self) -> None:
        verdict = make_submitted_verdict()
        opinion = ask_second(review=verdict.review, by=make_user(), why="x", to=make_user("reviewer"))
        sql = f"UPDATE reviews_secondopinion SET opened_at = now(), first_id = {verdict.pk} WHERE id = {opinion.pk}"
        refused(lambda: execute(sql), "opened once both are in")

    def test_are_not_called_off_once_the_second_is_in(self) -> None:
        second = make_second()
        sql = f"UPDATE reviews_secondopinion SET called_off_at = now(), called_off_by_id = {second.author_id}"
        refused(lambda: execute(sql), "neither called off")
        sql = "UPDATE reviews_secondopinion SET reviewer_id = NULL, taken_at = NULL"
        refused(lambda: execute(sql), "neither called off nor given to somebody else")

    def test_stand_once_they_are_opened(self) -> None:
        make_second(make_submitted_verdict().review)
        refused(lambda: execute("UPDATE reviews_secondopinion SET opened_at = NULL, first_id = NULL"), "and stands")

    def test_begin_sealed_before_approval_and_after_the_last_publication(self) -> None:
        review, editor = make_publication().review, make_user("editor")
        refused(SecondOpinion(review=review, why="x", asked_by=editor, after=1).save, "before approval")
        other = make_review()
        refused(SecondOpinion(review=other, why="x", asked_by=editor, after=3).save, "after the last published")
        row = SecondOpinion(review=other, why="x", asked_by=editor, opened_at=timezone.now())
        refused(row.save, "begins sealed")

    def test_are_one_at_a_time(self) -> None:
        opinion = opinion_on(make_submitted_verdict())
        row = SecondOpinion(review=opinion.review, why="x", asked_by=make_user())
        refused(row.save, "second_opinion_is_asked_once")


FROZEN = [
    ("reviews_secondverdict", "rating_id = rating_id + 1"),
    ("reviews_secondverdict", "reasoning = 'Other.'"),
    ("reviews_seconddraft", "author_id = author_id + 1"),
    ("reviews_secondopinion", "asked_by_id = asked_by_id + 1"),
    ("reviews_secondopinion", "after = after + 1"),
]


@pytest.mark.django_db
@pytest.mark.parametrize(("table", "change"), FROZEN)
def test_what_was_given_is_neither_rewritten_nor_removed(table: str, change: str) -> None:
    make_second()
    refused(lambda: execute(f"UPDATE {table} SET {change}"), "Cannot update rows")
    refused(lambda: execute(f"DELETE FROM {table}"), "Cannot delete rows")
    refused(lambda: execute(f"TRUNCATE {table} CASCADE"), "permission denied|never removed")


def test_of_both_submitted_at_once_the_last_opens_both(committing_db: PrivateDatabase) -> None:
    draft, reviewer = make_draft(), make_user("reviewer")
    opinion = ask_second(review=draft.review, by=make_user(), why="x", to=reviewer)
    saved = save_second_draft(opinion=opinion, author=reviewer, body=make_second_body(draft.review), version=1)
    lease = draft.review.lease_number
    first = partial(submit_verdict, review=draft.review, author=draft.author, lease_number=lease, version=draft.version)
    second = partial(submit_second, opinion=opinion, author=reviewer, version=saved.version)
    steps: list[Callable[[], object]] = [first, second]
    answers = at_once(steps)
    assert not [answer for answer in answers if isinstance(answer, Exception)]
    opinion.refresh_from_db()
    assert (opinion.first, opinion.opened_at is None) == (answers[0], False)
    assert list(draft.review.events.filter(kind="second_opened").values_list("kind", flat=True)) == ["second_opened"]
    assert not list(faulty_rows({}))


def test_an_approval_beside_the_second_submission_comes_before_neither(committing_db: PrivateDatabase) -> None:
    """It is refused as sealed, or it sees the second verdict, which differs, and asks for words."""
    verdict, reviewer = make_submitted_verdict(), make_user("reviewer")
    opinion = ask_second(review=verdict.review, by=make_user(), why="x", to=reviewer)
    body = make_second_body(verdict.review, code="false")
    saved = save_second_draft(opinion=opinion, author=reviewer, body=body, version=1)
    seen = payload_sha256(build_payload(verdict))
    approval = partial(approve_verdict, verdict=verdict, approver=make_user("editor"), payload_sha256=seen)
    second = partial(submit_second, opinion=opinion, author=reviewer, version=saved.version)
    steps: list[Callable[[], object]] = [approval, second]
    refusal, given = at_once(steps)
    assert isinstance(refusal, ReviewsError)
    assert isinstance(given, SecondVerdict)
    assert not Publication.objects.exists()


def test_an_approval_beside_the_wish_for_a_second_is_before_it_or_refused(committing_db: PrivateDatabase) -> None:
    verdict, editor = make_submitted_verdict(), make_user("editor")
    seen = payload_sha256(build_payload(verdict))
    steps: list[Callable[[], object]] = [
        partial(approve_verdict, verdict=verdict, approver=make_user("editor"), payload_sha256=seen),
        partial(ask_second, review=verdict.review, by=editor, why="x"),
    ]
    approval, wish = at_once(steps)
    approved, asked = isinstance(approval, Publication), isinstance(wish, SecondOpinion)
    assert approved != asked
    assert approved or isinstance(approval, Sealed)


def test_of_two_who_take_a_second_at_once_one_gets_it(committing_db: PrivateDatabase) -> None:
    opinion = opinion_on(make_submitted_verdict())
    people = [make_user("reviewer") for _ in range(4)]
    answers = at_once([partial(take_second, opinion=opinion, reviewer=person) for person in people])
    assert sum(isinstance(answer, SecondOpinion) for answer in answers) == 1
    assert SecondDraft.objects.count() == 1
