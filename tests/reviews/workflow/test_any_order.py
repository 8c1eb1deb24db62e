"""Any people, any steps, in any order: each is done or refused in our words, and the database says what must hold."""

from collections.abc import Callable

import pytest
from django.contrib.auth.models import User
from django.db import connection
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule, run_state_machine_as_test

from reviews.enums import CloseReason, HoldKind, Stage
from reviews.errors import ReviewsError
from reviews.log_check import faulty_rows
from reviews.models import Draft, Review, SecondDraft, SecondOpinion
from reviews.selectors import latest_verdict
from reviews.services.assignment import assign_review, close_review
from reviews.services.drafts import save_draft
from reviews.services.leases import release_review
from reviews.services.publishing import (
    cancel_reopening,
    lift_suspension,
    place_hold,
    reopen_review,
    retract_publication,
    suspend_publication,
)
from reviews.services.queue import take_next_review, take_review
from reviews.services.seconds import (
    ask_second,
    call_off_second,
    release_second,
    save_second_draft,
    submit_second,
    take_second,
)
from reviews.services.skips import skip_review
from reviews.services.verdicts import request_changes, submit_verdict
from tests.claims.factories import make_user
from tests.fixtures.databases import PrivateDatabase
from tests.reviews.factories import approve, make_draft_body, make_review, make_second_body

FORBIDDEN = {
    "a publication whose approver had saved a draft of the review": """
        SELECT p.id FROM reviews_publication p
          JOIN reviews_draft d ON d.review_id = p.review_id AND d.author_id = p.approver_id
         WHERE d.created_at < p.approved_at""",
    "approved without a publication of the latest verdict": """
        SELECT r.id FROM reviews_review r WHERE r.stage = 'approved' AND NOT EXISTS (
            SELECT 1 FROM reviews_verdict v JOIN reviews_publication p ON p.verdict_id = v.id
             WHERE v.review_id = r.id
               AND v.number = (SELECT max(number) FROM reviews_verdict WHERE review_id = r.id))""",
    "submitted with a published verdict": """
        SELECT r.id FROM reviews_review r JOIN reviews_publication p ON p.review_id = r.id
          JOIN reviews_verdict v ON v.id = p.verdict_id
         WHERE r.stage = 'submitted'
           AND v.number = (SELECT max(number) FROM reviews_verdict WHERE review_id = r.id)""",
    "a lease on work that is not being checked": """
        SELECT id FROM reviews_review WHERE lease_holder_id IS NOT NULL AND stage <> 'in_review'""",
    "a lease of somebody else on assigned work": """
        SELECT id FROM reviews_review
         WHERE lease_holder_id <> assignee_id AND lease_until > clock_timestamp()""",
    "a verdict without evidence": """
        SELECT v.id FROM reviews_verdict v
         WHERE NOT EXISTS (SELECT 1 FROM reviews_evidence e WHERE e.verdict_id = v.id)""",
    "a publication while a second verdict was awaited, or approved by who took it": """
        SELECT p.id FROM reviews_publication p JOIN reviews_secondopinion o ON o.review_id = p.review_id
         WHERE o.asked_at < p.approved_at
           AND (COALESCE(o.opened_at, o.called_off_at, 'infinity') > p.approved_at
             OR EXISTS (SELECT 1 FROM reviews_seconddraft d
                         WHERE d.opinion_id = o.id AND d.author_id = p.approver_id
                           AND d.created_at < p.approved_at))""",
    "somebody on both sides of a blind round": """
        SELECT d.id FROM reviews_draft d
          JOIN reviews_secondopinion o ON o.review_id = d.review_id
          JOIN reviews_seconddraft s ON s.opinion_id = o.id AND s.author_id = d.author_id""",
    "a suspension that was lifted by whoever placed it": """
        SELECT id FROM reviews_suspension WHERE lifted_by_id = suspended_by_id""",
    "two pages at once": """
        SELECT review_id FROM reviews_publication WHERE valid_until IS NULL GROUP BY review_id HAVING count(*) > 1""",
    "a page that ends before it begins": "SELECT id FROM reviews_publication WHERE valid_until < valid_from",
}

somebody = st.integers(0, 3)


def give_second(opinion: SecondOpinion, person: User) -> None:
    """Saved and submitted, as a draft that agrees with what the others write."""
    body = make_second_body(opinion.review)
    version = sum(SecondDraft.objects.filter(opinion=opinion, author=person).values_list("version", flat=True))
    saved = save_second_draft(opinion=opinion, author=person, body=body, version=version)
    submit_second(opinion=opinion, author=person, version=saved.version)


class Newsroom(RuleBasedStateMachine):
    @initialize()
    def open(self) -> None:
        both = [make_user("reviewer"), make_user("editor"), make_user("superuser"), make_user("superuser")]
        self.people: list[User] = both
        self.review = make_review()

    def now(self) -> Review:
        return Review.objects.get(pk=self.review.pk)

    def attempt(self, step: Callable[[], object]) -> None:
        before = self.now()
        try:
            step()
        except ReviewsError:
            after = self.now()
            assert (after.stage, after.event_count) == (before.stage, before.event_count)

    @rule(who=somebody, by_choice=st.booleans())
    def take(self, who: int, by_choice: bool) -> None:
        person = self.people[who]
        self.attempt(
            lambda: take_review(review=self.review, reviewer=person) if by_choice else take_next_review(reviewer=person)
        )

    @rule(who=somebody, late=st.booleans())
    def save(self, who: int, late: bool) -> None:
        person, review = self.people[who], self.now()
        draft = Draft.objects.filter(review=review, author=person).first()
        self.attempt(
            lambda: save_draft(
                review=review,
                author=person,
                body=make_draft_body(review),
                version=draft.version if draft else 0,
                lease_number=review.lease_number - late,
            )
        )

    @rule(who=somebody)
    def submit(self, who: int) -> None:
        person, review = self.people[who], self.now()
        version = sum(Draft.objects.filter(review=review, author=person).values_list("version", flat=True))
        self.attempt(
            lambda: submit_verdict(review=review, author=person, lease_number=review.lease_number, version=version)
        )

    @rule(who=somebody)
    def carry_on(self, who: int) -> None:
        """What usually comes next, so that the walk also gets far."""
        review = self.now()
        if review.stage == Stage.SUBMITTED:
            self.judge(who=who, changes=False)
        else:
            person = self.people.index(review.assignee) if review.assignee else who
            self.take(who=person, by_choice=True)
            self.save(who=person, late=False)
            self.submit(who=person)

    @rule(who=somebody, skip=st.booleans())
    def give_back(self, who: int, skip: bool) -> None:
        person, number = self.people[who], self.now().lease_number
        self.attempt(
            lambda: (
                skip_review(review=self.review, reviewer=person, lease_number=number, reason="Not mine.")
                if skip
                else release_review(review=self.review, reviewer=person, lease_number=number)
            )
        )

    @rule(who=somebody, to=somebody, hand_over=st.booleans())
    def assign(self, who: int, to: int, hand_over: bool) -> None:
        by, heir = self.people[who], self.people[to]
        self.attempt(lambda: assign_review(review=self.review, to=heir, by=by, hand_over_draft=hand_over))

    @rule(who=somebody, changes=st.booleans())
    def judge(self, who: int, changes: bool) -> None:
        verdict, person = latest_verdict(self.review), self.people[who]
        if verdict is not None:
            self.attempt(
                lambda: (
                    request_changes(verdict=verdict, by=person, reason="Which year?")
                    if changes
                    else approve(verdict, person)
                )
            )

    @rule(who=somebody, to=somebody, what=st.sampled_from(["ask", "take", "give", "release", "call off"]))
    def second(self, who: int, to: int, what: str) -> None:
        person, opinion = self.people[who], self.review.second_opinions.first()
        if opinion is None or what == "ask":
            heir = self.people[to] if to != who else None
            self.attempt(lambda: ask_second(review=self.review, by=person, why="Much hangs on it.", to=heir))
            return
        steps: dict[str, Callable[[], object]] = {
            "take": lambda: take_second(opinion=opinion, reviewer=person),
            "give": lambda: give_second(opinion, person),
            "release": lambda: release_second(opinion=opinion, by=person),
            "call off": lambda: call_off_second(opinion=opinion, by=person, reason="No time."),
        }
        self.attempt(steps[what])

    @rule(who=somebody, cancel=st.booleans())
    def reopen(self, who: int, cancel: bool) -> None:
        person = self.people[who]
        self.attempt(
            lambda: (
                cancel_reopening(review=self.review, by=person)
                if cancel
                else reopen_review(review=self.review, by=person, reason="A new figure.")
            )
        )

    @rule(who=somebody, what=st.sampled_from(["suspend", "lift", "retract"]))
    def brake(self, who: int, what: str) -> None:
        publication, person = self.review.publications.first(), self.people[who]
        if publication is None:
            return
        steps: dict[str, Callable[[], object]] = {
            "suspend": lambda: suspend_publication(publication=publication, by=person, reason="New figures."),
            "lift": lambda: lift_suspension(publication=publication, by=person),
            "retract": lambda: retract_publication(publication=publication, by=person, was="a", now="b"),
        }
        self.attempt(steps[what])

    @rule(who=somebody, rare=st.integers(0, 9))
    def end(self, who: int, rare: int) -> None:
        person = self.people[who]
        if rare == 0:
            self.attempt(lambda: close_review(review=self.review, reason=CloseReason.OVERTAKEN, note="Old.", by=person))
        if rare == 1:
            self.attempt(lambda: place_hold(on=self.review, kind=HoldKind.LEGAL, by=person, reason="Lawyers."))

    @invariant()
    def nothing_forbidden_is_in_the_database(self) -> None:
        with connection.cursor() as cursor:
            for what, sql in FORBIDDEN.items():
                cursor.execute(sql)
                assert not cursor.fetchall(), what

    def teardown(self) -> None:
        assert list(faulty_rows({})) == []
        # The next example's `next` must find its own review.
        Review.objects.exclude(stage=Stage.CLOSED).update(priority=-1)


@pytest.mark.slow
def test_whatever_people_do_the_database_holds_what_was_promised(committing_db: PrivateDatabase) -> None:
    run_state_machine_as_test(
        Newsroom,
        settings=settings(
            max_examples=10, stateful_step_count=30, deadline=None, suppress_health_check=list(HealthCheck)
        ),
    )
