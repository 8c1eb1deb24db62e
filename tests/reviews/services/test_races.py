"""Two or more people at once, over real connections with real commits."""

from collections import Counter
from collections.abc import Callable
from contextlib import suppress
from functools import partial

from django.contrib.auth.models import User
from pytest_django import Settings

from claims.enums import ClaimStatus
from claims.models import Topic
from reviews.enums import NothingReason, SkipScope, Stage
from reviews.errors import LeaseLost, LimitReached, NothingToTake, TransitionRefused
from reviews.log_check import faulty_rows
from reviews.models import Publication, Review, Verdict
from reviews.payload import build_payload, payload_sha256
from reviews.permissions import interest_in
from reviews.selectors import skipped_for_all
from reviews.services.assignment import assign_review
from reviews.services.intake import pull_accepted_claims
from reviews.services.interests import declare_interest
from reviews.services.leases import release_review
from reviews.services.publishing import approve_verdict, lift_suspension, reopen_review, suspend_publication
from reviews.services.queue import take_next_review, take_review, take_siblings
from reviews.services.skips import put_back, skip_review
from reviews.services.verdicts import submit_verdict
from tests.claims.factories import make_article, make_claim, make_user
from tests.fixtures.databases import PrivateDatabase
from tests.reviews.factories import make_draft, make_publication, make_review, make_submitted_verdict
from tests.reviews.threads import at_once


def make_reviews(count: int) -> None:
    article, editor = make_article(), make_user("editor")
    for _ in range(count):
        make_claim(article, status=ClaimStatus.ACCEPTED, by=editor)
    pull_accepted_claims()


def test_thirty_two_reviewers_get_thirty_two_claims(committing_db: PrivateDatabase) -> None:
    make_reviews(32)
    people = [make_user("reviewer") for _ in range(32)]
    taken = at_once([partial(take_next_review, reviewer=person) for person in people])
    assert not [error for error in taken if isinstance(error, Exception)]
    assert len({review.pk for review in taken if isinstance(review, Review)}) == 32
    assert Counter(Review.objects.values_list("stage", "lease_number")) == {(Stage.IN_REVIEW, 1): 32}
    assert not list(faulty_rows({}))


def test_of_thirty_two_reviewers_ten_get_the_ten_claims_and_the_rest_hear_who_has_them(
    committing_db: PrivateDatabase,
) -> None:
    make_reviews(10)
    people = [make_user("reviewer") for _ in range(32)]
    answers = at_once([partial(take_next_review, reviewer=person) for person in people])
    taken = [answer for answer in answers if isinstance(answer, Review)]
    refused = [answer for answer in answers if isinstance(answer, NothingToTake)]
    assert len({review.pk for review in taken}) == len(taken) == 10
    assert [refusal.reason for refusal in refused] == [NothingReason.HELD] * 22


def test_however_often_four_reviewers_press_at_once_each_gets_as_many_as_the_limit_lets(
    committing_db: PrivateDatabase, settings: Settings
) -> None:
    settings.CLAIMDESK_OPEN_WORK_LIMIT = 5
    make_reviews(40)
    people = [make_user("reviewer") for _ in range(4)]
    chosen = list(Review.objects.order_by("-id"))
    presses = [
        partial(take_next_review, reviewer=person)
        if press % 2
        else partial(take_review, review=chosen[press * 4 + place], reviewer=person)
        for press in range(8)
        for place, person in enumerate(people)
    ]
    answers = at_once(presses)
    refused = [answer for answer in answers if isinstance(answer, Exception)]
    assert {type(refusal) for refusal in refused} == {LimitReached}
    assert Counter(Review.objects.filter(stage=Stage.IN_REVIEW).values_list("lease_holder", flat=True)) == {
        person.pk: 5 for person in people
    }
    assert not list(faulty_rows({}))


def test_an_articles_claims_taken_together_by_many_go_to_one_each(
    committing_db: PrivateDatabase, settings: Settings
) -> None:
    settings.CLAIMDESK_OPEN_WORK_LIMIT = 4
    make_reviews(32)
    people = [make_user("reviewer") for _ in range(8)]
    firsts = [take_next_review(reviewer=person) for person in people]
    together = [
        partial(take_siblings, review=first, reviewer=person) for first, person in zip(firsts, people, strict=True)
    ]
    answers = at_once([*together, *together])
    taken = [review.pk for answer in answers if isinstance(answer, list) for review in answer]
    assert len(set(taken)) == len(taken)
    assert all(isinstance(answer, NothingToTake) for answer in answers if isinstance(answer, Exception))
    in_hand = Counter(
        assignee or holder
        for assignee, holder in Review.objects.filter(stage=Stage.IN_REVIEW).values_list("assignee", "lease_holder")
    )
    assert max(in_hand.values()) <= 4
    # Who came while a row was locked by another did not wait for it; nothing is lost by that.
    assert sum(in_hand.values()) + Review.objects.filter(stage=Stage.WAITING).count() == 32
    assert not list(faulty_rows({}))


def test_two_reviewers_who_choose_the_same_claim_do_not_both_get_it(committing_db: PrivateDatabase) -> None:
    review = make_review()
    people = [make_user("reviewer") for _ in range(2)]
    answers = at_once([partial(take_review, review=review, reviewer=person) for person in people])
    assert sorted(type(answer).__name__ for answer in answers) == ["HeldByAnother", "Review"]


def test_two_sweeps_take_each_claim_in_once(committing_db: PrivateDatabase) -> None:
    article, editor = make_article(), make_user("editor")
    for _ in range(20):
        make_claim(article, status=ClaimStatus.ACCEPTED, by=editor)
    counts = at_once([pull_accepted_claims] * 4)
    assert sum(count if isinstance(count, int) else 0 for count in counts) == 20
    assert Review.objects.count() == 20
    assert not list(faulty_rows({}))


def test_a_verdict_submitted_twice_at_once_is_one_verdict(committing_db: PrivateDatabase) -> None:
    draft = make_draft()
    lease_number = Review.objects.get(pk=draft.review_id).lease_number
    submit = partial(
        submit_verdict, review=draft.review, author=draft.author, lease_number=lease_number, version=draft.version
    )
    answers = at_once([submit, submit])
    assert sorted(type(answer).__name__ for answer in answers) == ["TransitionRefused", "Verdict"]
    assert Verdict.objects.count() == 1


def test_submitting_and_taking_away_at_once_leave_one_story(committing_db: PrivateDatabase) -> None:
    draft = make_draft()
    review, editor = Review.objects.get(pk=draft.review_id), make_user("editor")
    submit = partial(
        submit_verdict, review=review, author=draft.author, lease_number=review.lease_number, version=draft.version
    )
    actions: list[Callable[[], Review | Verdict]] = [submit, partial(assign_review, review=review, to=None, by=editor)]
    answers = at_once(actions)
    refused = [answer for answer in answers if isinstance(answer, Exception)]
    assert len(refused) == 1
    assert isinstance(refused[0], TransitionRefused | LeaseLost)
    review.refresh_from_db()
    assert review.stage == (Stage.SUBMITTED if Verdict.objects.exists() else Stage.WAITING)
    assert not list(faulty_rows({}))


def test_of_two_approvers_one_publishes(committing_db: PrivateDatabase) -> None:
    verdict = make_submitted_verdict()
    seen = payload_sha256(build_payload(verdict))
    people = [make_user("editor") for _ in range(2)]
    answers = at_once(
        [partial(approve_verdict, verdict=verdict, approver=person, payload_sha256=seen) for person in people]
    )
    assert sorted(type(answer).__name__ for answer in answers) == ["Publication", "TransitionRefused"]
    assert Publication.objects.count() == 1


def test_of_two_editors_one_suspends(committing_db: PrivateDatabase) -> None:
    publication = make_publication()
    people = [make_user("editor") for _ in range(2)]
    answers = at_once(
        [partial(suspend_publication, publication=publication, by=person, reason="New figures.") for person in people]
    )
    assert sorted(type(answer).__name__ for answer in answers) == ["Publication", "TransitionRefused"]
    assert publication.review.events.filter(kind="suspended").count() == 1


def test_taking_and_releasing_in_a_crowd_neither_loses_a_claim_nor_deadlocks(committing_db: PrivateDatabase) -> None:
    make_reviews(8)

    def work(person: User) -> int:
        done = 0
        for _ in range(5):
            try:
                taken = take_next_review(reviewer=person)
            except NothingToTake:
                continue
            release_review(review=taken, reviewer=person, lease_number=taken.lease_number)
            done += 1
        return done

    counts = at_once([partial(work, make_user("reviewer")) for _ in range(12)])
    assert not [error for error in counts if isinstance(error, Exception)]
    assert Review.objects.filter(stage=Stage.WAITING).count() == 8
    assert not list(faulty_rows({}))


def test_in_a_crowd_nobody_gets_what_was_skipped_for_everybody(committing_db: PrivateDatabase) -> None:
    make_reviews(16)
    editors = [make_user("editor") for _ in range(2)]

    def skip_for_all(person: User) -> int:
        try:
            taken = take_next_review(reviewer=person)
        except NothingToTake:
            return 0
        number = taken.lease_number
        skip_review(review=taken, reviewer=person, lease_number=number, reason="Sealed.", scope=SkipScope.ALL)
        return 1

    def put_all_back(editor: User) -> int:
        done = 0
        for review in skipped_for_all():
            with suppress(TransitionRefused):  # The other editor was first.
                put_back(review=review, by=editor)
                done += 1
        return done

    crowd = [partial(skip_for_all, make_user("reviewer")) for _ in range(30)]
    answers = at_once([*crowd, *(partial(put_all_back, editor) for editor in editors)])
    counts = [answer for answer in answers if isinstance(answer, int)]
    assert len(counts) == 32
    skipped, back = sum(counts[:30]), sum(counts[30:])
    parked = Review.objects.exclude(skipped_for_all_at=None)
    assert skipped - back == parked.count()
    assert not parked.exclude(lease_holder=None, assignee=None, stage=Stage.WAITING).exists()
    assert Review.objects.filter(stage=Stage.WAITING).count() == 16
    assert not list(faulty_rows({}))


def test_of_two_editors_one_reopens(committing_db: PrivateDatabase) -> None:
    review = make_publication().review
    people = [make_user("editor") for _ in range(2)]
    answers = at_once([partial(reopen_review, review=review, by=person, reason="New figures.") for person in people])
    assert sorted(type(answer).__name__ for answer in answers) == ["Review", "TransitionRefused"]
    assert review.events.filter(kind="reopened").count() == 1


def test_lifting_and_suspending_at_once_leave_a_log_that_holds(committing_db: PrivateDatabase) -> None:
    first, second, publication = make_user("editor"), make_user("editor"), make_publication()
    suspend_publication(publication=publication, by=first, reason="New figures.")
    lift = partial(lift_suspension, publication=publication, by=second)
    answers = at_once([lift, lift])
    assert sorted(type(answer).__name__ for answer in answers) == ["Publication", "TransitionRefused"]
    assert not list(faulty_rows({}))


def test_thirty_two_takers_with_interests_get_no_claim_twice_and_none_that_touches_them(
    committing_db: PrivateDatabase,
) -> None:
    make_reviews(32)
    topics = [Topic.objects.create(name=f"Topic {number}", slug=f"topic-{number}") for number in range(4)]
    for number, review in enumerate(Review.objects.order_by("pk")):
        review.claim.topics.add(topics[number % 4])
    people = [make_user("reviewer") for _ in range(32)]
    for number, person in enumerate(people):
        declare_interest(person=person, about=topics[number % 4], note="A relative.")
    taken = at_once([partial(take_next_review, reviewer=person) for person in people])
    reviews = [review for review in taken if isinstance(review, Review)]
    assert len({review.pk for review in reviews}) == len(reviews)
    assert not [error for error in taken if isinstance(error, Exception) and not isinstance(error, NothingToTake)]
    for review in Review.objects.exclude(lease_holder=None).select_related("lease_holder"):
        assert review.lease_holder is not None
        assert interest_in(review.lease_holder, review.claim_id) is None
    assert not list(faulty_rows({}))


def test_declaring_and_taking_at_once_leaves_nobody_with_a_claim_that_touches_them(
    committing_db: PrivateDatabase,
) -> None:
    make_reviews(8)
    topic = Topic.objects.create(name="Bridges")
    for review in Review.objects.all():
        review.claim.topics.add(topic)
    people = [make_user("reviewer") for _ in range(8)]
    declaring: list[Callable[[], object]] = [
        partial(declare_interest, person=person, about=topic, note="Shares.") for person in people
    ]
    taking: list[Callable[[], object]] = [partial(take_next_review, reviewer=person) for person in people]
    answers = at_once([*declaring, *taking])
    refused = [answer for answer in answers if isinstance(answer, Exception)]
    assert {type(error) for error in refused} <= {NothingToTake}
    assert not Review.objects.exclude(lease_holder=None).exists()
    assert not list(faulty_rows({}))
