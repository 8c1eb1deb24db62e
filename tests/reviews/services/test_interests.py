"""Declared interests: what they touch, what they refuse, and that stepping back is in the log."""

from datetime import timedelta
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.db import DatabaseError, transaction

from claims.enums import ClaimStatus, SpeakerKind
from claims.models import Source, Speaker, Topic
from reviews.enums import EventKind, NothingReason, NotificationKind, Stage
from reviews.errors import InterestRefused, NothingToTake, ReasonMissing, Recused
from reviews.log_check import faulty_rows
from reviews.models import Draft, Event, Interest, Notification, Publication, Review
from reviews.permissions import Action, interest_in, why_not
from reviews.selectors import approval_list, queue_counts
from reviews.services.assignment import assign_review
from reviews.services.interests import declare_interest, end_interest
from reviews.services.publishing import lift_suspension, suspend_publication
from reviews.services.queue import take_next_review, take_review, take_siblings
from reviews.services.verdicts import request_changes, submit_verdict
from tests.claims.factories import make_article, make_claim, make_source, make_user
from tests.reviews.database.test_four_eyes import publication_row
from tests.reviews.days import day
from tests.reviews.factories import approve, make_draft, make_publication, make_review, make_submitted_verdict
from tests.reviews.notified import told

pytestmark = pytest.mark.django_db

DAY = timedelta(days=1)


@pytest.fixture
def reviewer() -> User:
    return make_user("reviewer")


def tied(person: User, about: Source | Speaker | Topic, **values: object) -> Interest:
    return declare_interest(person=person, about=about, note="A relative works there.", **values)  # type: ignore[arg-type]


def source_of(review: Review) -> Source:
    source = review.claim.article.source
    assert source is not None
    return source


def speaker(name: str, **values: object) -> Speaker:
    return Speaker.objects.create(name=name, kind=SpeakerKind.PUBLIC_FIGURE, **values)


class TestWhatIsTouched:
    def test_the_publisher(self, reviewer: User) -> None:
        review = make_review()
        interest = tied(reviewer, source_of(review))
        assert interest_in(reviewer, review.claim_id) == interest
        assert interest_in(make_user("reviewer"), review.claim_id) is None
        assert interest_in(reviewer, make_review().claim_id) is None

    def test_who_owns_the_publisher_up_to_the_last_and_in_a_circle(self, reviewer: User) -> None:
        holding = make_source()
        middle = make_source(owner=holding)
        Source.objects.filter(pk=holding.pk).update(owner=middle)
        review = make_review(article=make_article(source=make_source(owner=middle)))
        tied(reviewer, holding)
        assert interest_in(reviewer, review.claim_id)

    def test_what_the_publisher_owns_is_another_matter(self, reviewer: User) -> None:
        holding = make_source()
        review = make_review(article=make_article(source=holding))
        tied(reviewer, make_source(owner=holding))
        assert interest_in(reviewer, review.claim_id) is None

    @pytest.mark.parametrize("role", ["speaker", "via"])
    def test_who_said_it_and_who_passed_it_on(self, reviewer: User, role: str) -> None:
        person = speaker("Minister A")
        values: dict[str, Any] = {"speaker": speaker("Minister B")} | {role: person}
        review = make_review(**values)
        tied(reviewer, person)
        assert interest_in(reviewer, review.claim_id)

    def test_a_topic(self, reviewer: User) -> None:
        topic = Topic.objects.create(name="Bridges")
        review = make_review()
        tied(reviewer, topic)
        assert interest_in(reviewer, review.claim_id) is None
        review.claim.topics.add(topic)
        assert interest_in(reviewer, review.claim_id)

    @pytest.mark.parametrize("declared_on", ["merged", "target"])
    def test_merged_records_are_one(self, reviewer: User, declared_on: str) -> None:
        target, merged = make_source(), make_source()
        review = make_review(article=make_article(source=merged))
        Source.objects.filter(pk=merged.pk).update(merged_into=target)
        tied(reviewer, merged if declared_on == "merged" else target)
        assert interest_in(reviewer, review.claim_id)

    def test_merged_speakers_are_one(self, reviewer: User) -> None:
        target = speaker("Minister A")
        merged = speaker("A., Minister")
        review = make_review(speaker=target)
        Speaker.objects.filter(pk=merged.pk).update(merged_into=target)
        tied(reviewer, merged)
        assert interest_in(reviewer, review.claim_id)

    def test_where_else_it_was_said(self, reviewer: User) -> None:
        review = make_review()
        again = make_claim(status=ClaimStatus.DUPLICATE, canonical=review.claim)
        assert again.article.source is not None
        tied(reviewer, again.article.source)
        assert interest_in(reviewer, review.claim_id)

    @pytest.mark.parametrize(
        ("since", "until", "touches"),
        [(0, None, True), (-9, 0, True), (-9, 5, True), (1, None, False), (1, 5, False)],
    )
    def test_only_while_it_lasts(self, reviewer: User, since: int, until: int | None, touches: bool) -> None:
        review = make_review()
        tied(
            reviewer,
            source_of(review),
            since=day(since),
            until=day(until) if until is not None else None,
        )
        assert bool(interest_in(reviewer, review.claim_id)) == touches


class TestTaking:
    def test_next_passes_over_it_and_gives_it_to_somebody_else(self, reviewer: User) -> None:
        touched, free = make_review(), make_review()
        tied(reviewer, source_of(touched))
        assert queue_counts(reviewer).waiting == 1
        assert take_next_review(reviewer=reviewer) == free
        assert take_next_review(reviewer=make_user("reviewer")) == touched

    def test_nothing_to_take_says_that_only_touched_claims_are_left(self, reviewer: User) -> None:
        review = make_review()
        tied(reviewer, source_of(review))
        with pytest.raises(NothingToTake, match="interests that you declared") as refusal:
            take_next_review(reviewer=reviewer)
        assert refusal.value.reason == NothingReason.CONFLICT

    def test_by_choice_it_is_refused_and_logged_once(self, reviewer: User) -> None:
        review = make_review()
        interest = tied(reviewer, source_of(review))
        for _ in range(2):
            with pytest.raises(Recused, match="declared an interest in the source"):
                take_review(review=review, reviewer=reviewer)
        event = review.events.get(kind=EventKind.RECUSED)
        assert (event.actor, f'"interest":{interest.pk}' in event.payload.text) == (reviewer, True)
        assert "relative" not in event.payload.text
        assert not list(faulty_rows({}))

    def test_the_articles_other_claims_come_without_it(self, reviewer: User) -> None:
        article = make_article()
        first, second = (make_review(make_claim(article, status=ClaimStatus.ACCEPTED)) for _ in range(2))
        topic = Topic.objects.create(name="Bridges")
        second.claim.topics.add(topic)
        tied(reviewer, topic)
        take_review(review=first, reviewer=reviewer)
        with pytest.raises(NothingToTake) as refusal:
            take_siblings(review=first, reviewer=reviewer)
        assert refusal.value.reason == NothingReason.CONFLICT

    def test_superusers_are_held_by_it_too(self) -> None:
        person, review = make_user("superuser"), make_review()
        tied(person, source_of(review))
        with pytest.raises(Recused):
            take_review(review=review, reviewer=person)

    def test_nobody_is_assigned_to_it_who_is_tied(self, reviewer: User) -> None:
        review = make_review()
        tied(reviewer, source_of(review))
        with pytest.raises(Recused, match=f"{reviewer} has declared .* choose somebody else"):
            assign_review(review=review, to=reviewer, by=make_user("editor"))
        review.refresh_from_db()
        assert review.assignee is None


class TestSteppingBack:
    def test_declaring_gives_open_work_back_and_keeps_the_text(self, reviewer: User) -> None:
        draft, other = make_draft(author=reviewer), make_draft(author=reviewer)
        tied(reviewer, source_of(draft.review))
        review = Review.objects.get(pk=draft.review_id)
        assert (review.stage, review.assignee, review.lease_holder) == (Stage.WAITING, None, None)
        assert Draft.objects.get(pk=draft.pk).body == draft.body
        assert review.events.filter(kind=EventKind.RECUSED, actor=reviewer).count() == 1
        assert Review.objects.get(pk=other.review_id).assignee == reviewer
        assert not list(faulty_rows({}))

    def test_assigned_work_that_waits_goes_back_too(self, reviewer: User) -> None:
        review = make_review()
        assign_review(review=review, to=reviewer, by=make_user("editor"))
        tied(reviewer, source_of(review))
        review.refresh_from_db()
        assert (review.stage, review.assignee) == (Stage.WAITING, None)
        assert review.events.filter(kind=EventKind.RECUSED).exists()

    def test_what_was_told_of_that_work_asks_for_nothing_any_more(self, reviewer: User) -> None:
        colleague, review, other = make_user("reviewer"), make_review(), make_review()
        assign_review(review=review, to=colleague, by=make_user("editor"))
        assign_review(review=review, to=reviewer, by=make_user("editor"))
        assign_review(review=other, to=reviewer, by=make_user("editor"))
        tied(reviewer, source_of(review))
        unread = Notification.objects.filter(read_at=None)
        assert not unread.filter(person=reviewer, review=review).exists()
        assert unread.filter(person=reviewer, review=other).exists()
        assert told(colleague) == [NotificationKind.TAKEN_AWAY]

    def test_what_begins_later_still_keeps_from_submitting(self, reviewer: User) -> None:
        draft = make_draft(author=reviewer)
        topic = Topic.objects.create(name="Bridges")
        tied(reviewer, topic)
        draft.review.claim.topics.add(topic)
        number = Review.objects.get(pk=draft.review_id).lease_number
        with pytest.raises(Recused):
            submit_verdict(review=draft.review, author=reviewer, lease_number=number, version=draft.version)


class TestApproving:
    def test_it_is_refused_logged_and_not_listed(self) -> None:
        editor, verdict = make_user("editor"), make_submitted_verdict()
        assert list(approval_list(editor)) == [verdict.review]
        tied(editor, source_of(verdict.review))
        assert list(approval_list(editor)) == []
        with pytest.raises(Recused):
            approve(verdict, editor)
        assert Event.objects.filter(kind=EventKind.RECUSED, actor=editor, review=verdict.review).count() == 1
        with pytest.raises(Recused):
            request_changes(verdict=verdict, by=editor, reason="Too harsh.")
        approve(verdict, make_user("editor"))

    def test_raw_sql_is_refused_too(self) -> None:
        editor, verdict = make_user("editor"), make_submitted_verdict()
        tied(editor, source_of(verdict.review))
        with pytest.raises(DatabaseError, match="declared an interest"), transaction.atomic():
            Publication.objects.bulk_create([publication_row(verdict, approver=editor)])

    def test_the_brake_is_free_for_everybody_and_lifting_it_is_not(self) -> None:
        publication, tied_editor = make_publication(), make_user("editor")
        tied(tied_editor, source_of(publication.review))
        suspend_publication(publication=publication, by=tied_editor, reason="It is wrong.")
        another, third = make_user("editor"), make_user("editor")
        tied(another, source_of(publication.review))
        with pytest.raises(Recused):
            lift_suspension(publication=publication, by=another)
        lift_suspension(publication=publication, by=third)

    def test_the_page_says_why_not_before_anybody_tries(self) -> None:
        editor, verdict = make_user("editor"), make_submitted_verdict()
        tied(editor, source_of(verdict.review))
        assert "somebody else must do this" in str(why_not(editor, Action.APPROVE, verdict))


class TestDeclaring:
    def test_it_needs_words_and_possible_days(self, reviewer: User) -> None:
        source = make_source()
        with pytest.raises(ReasonMissing):
            declare_interest(person=reviewer, about=source, note=" ")
        for since, until in ((day(), day(-1)), (day(-9), day(-1)), (day(5), day(1))):
            with pytest.raises(InterestRefused):
                tied(reviewer, source, since=since, until=until)
        tied(reviewer, source)
        with pytest.raises(InterestRefused, match="already"):
            tied(reviewer, source)

    def test_only_the_person_ends_it_and_not_in_the_past(self, reviewer: User) -> None:
        review = make_review()
        interest = tied(reviewer, source_of(review))
        with pytest.raises(InterestRefused):
            end_interest(interest=interest, by=make_user("editor"))
        with pytest.raises(InterestRefused):
            end_interest(interest=interest, by=reviewer, until=day(-1))
        assert end_interest(interest=interest, by=reviewer).until == day()
        assert interest_in(reviewer, review.claim_id)

    def test_rows_stand(self, reviewer: User) -> None:
        interest = tied(reviewer, make_source())
        for change in (lambda: Interest.objects.filter(pk=interest.pk).delete(), lambda: _rewrite(interest)):
            with pytest.raises(DatabaseError, match="Cannot"), transaction.atomic():
                change()


def _rewrite(interest: Interest) -> None:
    Interest.objects.filter(pk=interest.pk).update(note="Nothing of note.")
