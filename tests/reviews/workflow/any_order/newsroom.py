"""Four people and a claim: how a step is attempted, and what must hold after each."""

from collections.abc import Callable

from django.contrib.auth.models import User
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant

from claims.errors import ClaimsError
from reviews.enums import Stage
from reviews.errors import Recused, ReviewsError
from reviews.log_check import faulty_rows
from reviews.models import Draft, Publication, Review
from tests.claims.factories import make_user
from tests.reviews.factories import make_publication, make_review
from tests.reviews.workflow.any_order.forbidden import forbidden, frozen

somebody = st.integers(0, 3)


class Newsroom(RuleBasedStateMachine):
    """A reviewer, an editor, and two who may do everything. `other` is a second claim, published by others."""

    @initialize()
    def open(self) -> None:
        self.people: list[User] = [make_user(role) for role in ("reviewer", "editor", "superuser", "superuser")]
        self.review = make_review()
        self.other = make_publication().review
        self.written: dict[str, dict[int, str]] = {}

    def now(self) -> Review:
        return Review.objects.get(pk=self.review.pk)

    def page(self) -> Publication | None:
        """The newest edition."""
        return self.review.publications.order_by("-pk").first()

    def version(self, person: User) -> int:
        return sum(Draft.objects.filter(review=self.review, author=person).values_list("version", flat=True))

    def attempt(self, step: Callable[[], object]) -> None:
        """Done, or refused in our words with everything as before; that an interest forbade it is logged."""
        before = self.now()
        try:
            step()
        except (ReviewsError, ClaimsError) as refusal:
            after = self.now()
            assert after.stage == before.stage
            assert after.event_count - before.event_count in ({0, 1} if isinstance(refusal, Recused) else {0})

    @invariant()
    def nothing_forbidden_is_in_the_database(self) -> None:
        assert forbidden() == []

    @invariant()
    def what_was_written_stays_as_it_was(self) -> None:
        now = frozen(self.review.pk)
        if now:
            for what, rows in self.written.items():
                assert {key: now[what].get(key) for key in rows} == rows, what
        self.written = now

    def teardown(self) -> None:
        assert list(faulty_rows({})) == []
        # The next example's `next` must find its own review.
        Review.objects.exclude(stage=Stage.CLOSED).update(priority=-1)
