"""What reviewers do, each with a lease that may be late."""

from datetime import timedelta
from typing import Any

from django.contrib.auth.models import User
from django.db import connection
from django.utils import timezone
from django.utils.timezone import localdate
from hypothesis import strategies as st
from hypothesis.stateful import rule

from reviews.enums import ContactWay, SkipScope
from reviews.models import SecondDraft, SecondOpinion
from reviews.services.contacts import record_answer, record_contact, withdraw_contact
from reviews.services.drafts import save_draft
from reviews.services.interests import declare_interest, end_interest
from reviews.services.leases import release_review, renew_lease
from reviews.services.queue import take_next_review, take_review
from reviews.services.seconds import ask_second, call_off_second, release_second, save_second_draft, submit_second
from reviews.services.seconds import take_second as take_second_verdict
from reviews.services.skips import skip_review
from reviews.services.verdicts import submit_verdict
from reviews.services.waiting import wait_for_answer
from tests.reviews.factories import make_draft_body, make_second_body
from tests.reviews.workflow.any_order.newsroom import Newsroom, somebody


def give_second(opinion: SecondOpinion, person: User) -> None:
    """Saved and submitted, as a draft that agrees with what the others write."""
    body = make_second_body(opinion.review)
    version = sum(SecondDraft.objects.filter(opinion=opinion, author=person).values_list("version", flat=True))
    saved = save_second_draft(opinion=opinion, author=person, body=body, version=version)
    submit_second(opinion=opinion, author=person, version=saved.version)


class Desk(Newsroom):
    @rule(who=somebody, by_choice=st.booleans())
    def take(self, who: int, by_choice: bool) -> None:
        person, review = self.people[who], self.review
        self.attempt(
            lambda: take_review(review=review, reviewer=person) if by_choice else take_next_review(reviewer=person)
        )

    @rule(who=somebody, late=st.booleans())
    def save(self, who: int, late: bool) -> None:
        person, review = self.people[who], self.now()
        self.attempt(
            lambda: save_draft(
                review=review,
                author=person,
                body=make_draft_body(review),
                version=self.version(person),
                lease_number=review.lease_number - late,
            )
        )

    @rule(who=somebody)
    def submit(self, who: int) -> None:
        person, review = self.people[who], self.now()
        number, version = review.lease_number, self.version(person)
        self.attempt(lambda: submit_verdict(review=review, author=person, lease_number=number, version=version))

    @rule(who=somebody, what=st.sampled_from(["renew", "release", "skip", "skip for all", "wait"]), late=st.booleans())
    def lay_aside(self, who: int, what: str, late: bool) -> None:
        review = self.now()
        held: dict[str, Any] = {
            "review": review,
            "reviewer": self.people[who],
            "lease_number": review.lease_number - late,
        }
        tomorrow = timezone.now() + timedelta(days=1)
        steps = {
            "renew": lambda: renew_lease(**held),
            "release": lambda: release_review(**held),
            "skip": lambda: skip_review(**held, reason="Not mine."),
            "skip for all": lambda: skip_review(**held, reason="Sealed.", scope=SkipScope.ALL),
            "wait": lambda: wait_for_answer(**held, what="The ministry", until=tomorrow),
        }
        self.attempt(steps[what])

    @rule()
    def time_passes(self) -> None:
        """Leases and waits are over; whoever comes next may take over what is nobody's."""
        with connection.cursor() as cursor:
            cursor.execute(
                "UPDATE reviews_review SET lease_until = lease_until - interval '1 day',"
                " wait_until = wait_until - interval '3 days' WHERE id = %s",
                [self.review.pk],
            )

    @rule(who=somebody, what=st.sampled_from(["ask", "answer", "withdraw"]))
    def hear(self, who: int, what: str) -> None:
        person, review = self.people[who], self.review
        contact = review.contacts.order_by("-pk").first()
        today = localdate()
        if contact is None or what == "ask":
            asked: dict[str, Any] = {"whom": "The mayor", "way": ContactWay.PHONE, "asked_on": today}
            self.attempt(lambda: record_contact(review=review, by=person, **asked))
        elif what == "answer":
            self.attempt(lambda: record_answer(contact=contact, by=person, answered_on=today, answer="It is so."))
        else:
            self.attempt(lambda: withdraw_contact(contact=contact, by=person, because="The wrong mayor."))

    @rule(who=somebody, rare=st.integers(0, 5))
    def declare(self, who: int, rare: int) -> None:
        """An interest in the claim's source, or its end."""
        person, source = self.people[who], self.review.claim.article.source
        assert source is not None
        if rare == 0:
            self.attempt(lambda: declare_interest(person=person, about=source, note="Shares."))
        for interest in person.interests.filter(until=None) if rare == 1 else ():
            self.attempt(lambda interest=interest: end_interest(interest=interest, by=person))  # type: ignore[misc]

    @rule(who=somebody, to=somebody, what=st.sampled_from(["ask", "take", "give", "release", "call off"]))
    def second(self, who: int, to: int, what: str) -> None:
        person, opinion = self.people[who], self.review.second_opinions.first()
        if opinion is None or what == "ask":
            heir = self.people[to] if to != who else None
            self.attempt(lambda: ask_second(review=self.review, by=person, why="Much hangs on it.", to=heir))
            return
        steps = {
            "take": lambda: take_second_verdict(opinion=opinion, reviewer=person),
            "give": lambda: give_second(opinion, person),
            "release": lambda: release_second(opinion=opinion, by=person),
            "call off": lambda: call_off_second(opinion=opinion, by=person, reason="No time."),
        }
        self.attempt(steps[what])
