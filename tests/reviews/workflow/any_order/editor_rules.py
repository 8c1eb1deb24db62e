"""What editors do with work that is not theirs, up to the publication."""

from datetime import timedelta

from django.utils import timezone
from django.utils.timezone import localdate
from hypothesis import strategies as st
from hypothesis.stateful import rule

from claims.enums import Priority
from reviews.enums import CloseReason, HoldKind, Stage
from reviews.selectors import latest_verdict
from reviews.services.assignment import assign_review, close_review, set_due_date, set_review_priority
from reviews.services.holds import lift_hold, place_hold
from reviews.services.reopening import cancel_reopening, reopen_review
from reviews.services.skips import put_back
from reviews.services.verdicts import request_changes
from tests.reviews.factories import approve
from tests.reviews.workflow.any_order.desk_rules import Desk
from tests.reviews.workflow.any_order.newsroom import somebody


class Editors(Desk):
    @rule(who=somebody)
    def carry_on(self, who: int) -> None:
        """What usually comes next, so that the walk also gets far."""
        review = self.now()
        if review.stage == Stage.SUBMITTED:
            self.judge(who=who, what="approve")
        else:
            person = self.people.index(review.assignee) if review.assignee else who
            self.take(who=person, by_choice=True)
            self.save(who=person, late=False)
            self.submit(who=person)

    @rule(who=somebody, to=somebody, hand_over=st.booleans())
    def assign(self, who: int, to: int, hand_over: bool) -> None:
        by, heir = self.people[who], self.people[to] if to != who else None
        self.attempt(lambda: assign_review(review=self.review, to=heir, by=by, hand_over_draft=hand_over))

    @rule(who=somebody, what=st.sampled_from(["approve", "approve for later", "changes"]))
    def judge(self, who: int, what: str) -> None:
        verdict, person = latest_verdict(self.review), self.people[who]
        if verdict is None:
            return
        soon = timezone.now() + timedelta(seconds=0.5)
        steps = {
            "approve": lambda: approve(verdict, person),
            "approve for later": lambda: approve(verdict, person, publish_at=soon),
            "changes": lambda: request_changes(verdict=verdict, by=person, reason="Which year?"),
        }
        self.attempt(steps[what])

    @rule(who=somebody, what=st.sampled_from(["reopen", "cancel", "put back", "urgent", "due"]))
    def decide(self, who: int, what: str) -> None:
        review, by = self.review, self.people[who]
        steps = {
            "reopen": lambda: reopen_review(review=review, by=by, reason="A new figure."),
            "cancel": lambda: cancel_reopening(review=review, by=by),
            "put back": lambda: put_back(review=review, by=by),
            "urgent": lambda: set_review_priority(review=review, priority=Priority.HIGH, by=by),
            "due": lambda: set_due_date(review=review, due_on=localdate() + timedelta(days=2), by=by),
        }
        self.attempt(steps[what])

    @rule(who=somebody, rare=st.integers(0, 9))
    def stop(self, who: int, rare: int) -> None:
        by = self.people[who]
        if rare == 0:
            self.attempt(lambda: close_review(review=self.review, reason=CloseReason.OVERTAKEN, note="Old.", by=by))
        if rare == 1:
            self.attempt(lambda: place_hold(on=self.review, kind=HoldKind.LEGAL, by=by, reason="Lawyers."))
        if rare > 5:
            for hold in self.review.holds.filter(lifted_at=None):
                self.attempt(lambda hold=hold: lift_hold(hold=hold, by=by))  # type: ignore[misc]
