from datetime import timedelta
from functools import partial

import pytest
from django.db import connection
from django.utils import timezone

from reviews.drafting import DraftBody
from reviews.errors import DraftConflict, DraftUnreadable, LeaseLost, NotAllowed, TransitionRefused
from reviews.models import Draft, Review
from reviews.services.assignment import assign_review
from reviews.services.drafts import save_draft
from reviews.services.queue import take_review
from tests.claims.factories import make_user
from tests.fixtures.databases import PrivateDatabase
from tests.reviews.factories import make_draft, make_draft_body, make_review, make_taken_review


@pytest.mark.django_db
class TestWhileTheLeaseLasts:
    def test_saving_makes_the_author_the_assignee_and_renews_the_lease(self) -> None:
        author = make_user("reviewer")
        taken = make_taken_review(author)
        soon = timezone.now() + timedelta(minutes=1)
        Review.objects.filter(pk=taken.pk).update(lease_until=soon)
        draft = save_draft(
            review=taken, author=author, body=make_draft_body(taken), version=0, lease_number=taken.lease_number
        )
        review = Review.objects.get(pk=taken.pk)
        assert (draft.version, review.assignee) == (1, author)
        assert review.lease_until is not None
        assert review.lease_until > soon + timedelta(minutes=20)

    def test_each_save_raises_the_version_and_only_the_first_is_an_event(self) -> None:
        draft = make_draft()
        review = Review.objects.get(pk=draft.review_id)
        again = save_draft(
            review=review,
            author=draft.author,
            body=DraftBody(headline="Half written"),
            version=1,
            lease_number=review.lease_number,
        )
        assert (again.version, again.body["headline"]) == (2, "Half written")
        assert review.events.filter(kind="draft_started").count() == 1

    def test_an_old_version_overwrites_nothing_and_shows_the_stored_draft(self) -> None:
        draft = make_draft()
        review = Review.objects.get(pk=draft.review_id)
        save = partial(save_draft, review=review, author=draft.author, lease_number=review.lease_number)
        save(body=DraftBody(headline="From the first tab"), version=1)
        with pytest.raises(DraftConflict) as conflict:
            save(body=DraftBody(headline="From the second tab"), version=1)
        assert conflict.value.draft.body["headline"] == "From the first tab"
        assert Draft.objects.get().body["headline"] == "From the first tab"

    def test_the_same_text_sent_again_is_saved_already(self) -> None:
        """The answer to the first was lost on its way: nobody else saved anything."""
        taken = make_taken_review(author := make_user("reviewer"))
        save = partial(save_draft, review=taken, author=author, version=0, lease_number=taken.lease_number)
        body = make_draft_body(taken)
        versions = [save(body=body).version for _ in range(3)]
        assert versions == [1, 1, 1]
        assert taken.events.filter(kind="draft_started").count() == 1
        with pytest.raises(DraftConflict):
            save(body=DraftBody(headline="Other words"))

    def test_what_comes_back_is_what_was_saved(self) -> None:
        taken = make_taken_review(author := make_user("reviewer"))
        body = make_draft_body(taken)
        save_draft(review=taken, author=author, body=body, version=0, lease_number=taken.lease_number)
        assert DraftBody.from_json(Draft.objects.get().body) == body

    @pytest.mark.parametrize("body", [DraftBody(headline="a\0b"), DraftBody(explanation="x" * 500_001)])
    def test_what_cannot_be_stored_is_refused(self, body: DraftBody) -> None:
        taken = make_taken_review(author := make_user("reviewer"))
        with pytest.raises(DraftUnreadable):
            save_draft(review=taken, author=author, body=body, version=0, lease_number=taken.lease_number)

    def test_an_editor_without_the_right_to_take_saves_nothing(self) -> None:
        taken = make_taken_review()
        with pytest.raises(NotAllowed):
            save_draft(review=taken, author=make_user("editor"), body=DraftBody(), version=0, lease_number=1)

    def test_who_never_took_the_claim_saves_nothing_and_stays_free_to_approve(self) -> None:
        taken, stranger = make_taken_review(), make_user("reviewer")
        with pytest.raises(TransitionRefused, match="take it first"):
            save_draft(review=taken, author=stranger, body=DraftBody(), version=0, lease_number=1)
        assert not Draft.objects.exists()


class TestAfterTheLease:
    """Over real commits: the text must be in the database although the answer was refused."""

    def late_save(self, review: Review, draft: Draft) -> Draft:
        with pytest.raises(LeaseLost, match="Your text is kept") as lost:
            save_draft(
                review=review,
                author=draft.author,
                body=DraftBody(headline="Written too late"),
                version=draft.version,
                lease_number=review.lease_number,
            )
        assert lost.value.draft.body["headline"] == "Written too late"
        connection.close()
        return Draft.objects.get(pk=draft.pk)

    def test_text_that_comes_after_the_end_is_refused_and_kept(self, committing_db: PrivateDatabase) -> None:
        draft = make_draft()
        Review.objects.filter(pk=draft.review_id).update(lease_until=timezone.now() - timedelta(seconds=1))
        review = Review.objects.get(pk=draft.review_id)
        assert self.late_save(review, draft).body["headline"] == "Written too late"

    def test_late_text_never_makes_a_second_assignee(self, committing_db: PrivateDatabase) -> None:
        draft = make_draft()
        late = Review.objects.get(pk=draft.review_id)
        other = make_user("reviewer")
        assign_review(review=late, to=other, by=make_user("editor"))
        taken = take_review(review=late, reviewer=other)
        assert self.late_save(late, draft).body["headline"] == "Written too late"
        now = Review.objects.get(pk=late.pk)
        assert (now.assignee, now.lease_holder, now.lease_number) == (other, other, taken.lease_number)
        assert now.lease_until == taken.lease_until

    def test_the_author_resumes_with_the_kept_text(self, committing_db: PrivateDatabase) -> None:
        draft = make_draft()
        Review.objects.filter(pk=draft.review_id).update(lease_until=timezone.now() - timedelta(seconds=1))
        kept = self.late_save(Review.objects.get(pk=draft.review_id), draft)
        again = take_review(review=draft.review, reviewer=draft.author)
        saved = save_draft(
            review=again,
            author=draft.author,
            body=DraftBody.from_json(kept.body),
            version=kept.version,
            lease_number=again.lease_number,
        )
        assert saved.version == kept.version + 1

    def test_a_first_save_that_is_late_is_kept_too(self, committing_db: PrivateDatabase) -> None:
        author = make_user("reviewer")
        taken = take_review(review=make_review(), reviewer=author)
        Review.objects.filter(pk=taken.pk).update(lease_until=timezone.now() - timedelta(seconds=1))
        with pytest.raises(LeaseLost):
            save_draft(
                review=taken,
                author=author,
                body=DraftBody(headline="Written too late"),
                version=0,
                lease_number=taken.lease_number,
            )
        assert Draft.objects.get(author=author).body["headline"] == "Written too late"
        assert Review.objects.get(pk=taken.pk).assignee is None
