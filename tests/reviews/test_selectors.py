"""What lists hold, and that their queries do not grow with their rows."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from django.utils.timezone import localdate
from pytest_django import DjangoAssertNumQueries

from claims.enums import ClaimStatus
from reviews.models import Review, Verdict
from reviews.payload import build_payload
from reviews.selectors import (
    QueueCounts,
    approval_list,
    my_work,
    page_of_claim,
    published,
    queue_counts,
    queue_list,
    skipped_for_all,
    work_in_hand,
)
from reviews.services.assignment import assign_review, set_due_date
from tests.claims.factories import make_article, make_claim, make_user
from tests.reviews.factories import (
    make_draft,
    make_evidence_input,
    make_publication,
    make_review,
    make_skipped_for_all,
    make_submitted_verdict,
    make_taken_review,
)

pytestmark = pytest.mark.django_db


def test_my_work_is_what_i_edit_then_what_is_assigned_to_me() -> None:
    me, editor = make_user("reviewer"), make_user("editor")
    assigned = assign_review(review=make_review(), to=me, by=editor)
    editing = make_taken_review(me)
    make_taken_review()
    make_review()
    assert list(my_work(me)) == [editing, assigned]


def test_what_i_waited_for_is_on_top_and_what_still_waits_is_last() -> None:
    me = make_user("reviewer")
    over, waits, editing = (make_draft(author=me).review for _ in range(3))
    for review, days in ((over, -1), (waits, 2)):
        moment = timezone.now() + timedelta(days=days)
        Review.objects.filter(pk=review.pk).update(
            wait_until=moment, wait_for="a letter", lease_until=None, lease_holder=None
        )
    assert list(my_work(me)) == [over, editing, waits]
    assert list(work_in_hand(me)) == [over, editing]


def test_the_list_can_have_the_soonest_due_first() -> None:
    first, later, soon = (make_review() for _ in range(3))
    editor = make_user("editor")
    set_due_date(review=later, due_on=localdate() + timedelta(days=9), by=editor)
    set_due_date(review=soon, due_on=localdate() + timedelta(days=1), by=editor)
    me = make_user("reviewer")
    assert list(queue_list(me)) == [first, later, soon]
    assert list(queue_list(me, soonest_due=True)) == [soon, later, first]


def test_what_was_skipped_for_everybody_is_listed_for_editors_and_not_in_the_queue() -> None:
    review = make_skipped_for_all(reason="The court has sealed the file.")
    assert list(queue_list(make_user("reviewer"))) == []
    [listed] = skipped_for_all()
    assert listed == review
    assert [skip.reason for skip in vars(listed)["asked"]] == ["The court has sealed the file."]


def test_each_open_review_is_counted_where_it_belongs() -> None:
    me = make_user("reviewer")
    for _ in range(3):
        make_review()
    make_taken_review()
    make_draft()
    make_draft(author=me)
    make_submitted_verdict()
    make_skipped_for_all()
    assert queue_counts(me) == QueueCounts(waiting=3, held=2, mine=1, submitted=1, for_editors=1)
    assert queue_counts(make_user("reviewer")) == QueueCounts(waiting=3, held=3, mine=0, submitted=1, for_editors=1)


def test_what_awaits_approval_is_shown_to_those_who_may_give_it() -> None:
    author = make_user("superuser")
    verdict = make_submitted_verdict(author=author)
    assert list(approval_list(make_user("editor"))) == [verdict.review]
    assert not approval_list(author).exists()


def row(review: Review) -> str:
    who = review.assignee or review.lease_holder
    return f"{review.claim} {review.claim.article.source} {review.claim.speaker} {who}"


@pytest.mark.parametrize(
    "listed",
    [lambda: queue_list(make_user("reviewer")), lambda: approval_list(make_user("editor"))],
    ids=["queue", "approval"],
)
def test_a_list_takes_one_query_however_long(
    listed: Callable[[], object], django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    for _ in range(4):
        make_draft()
        make_submitted_verdict()
    reviews = listed()
    with django_assert_num_queries(1):
        assert len([row(review) for review in reviews]) == 4  # type: ignore[attr-defined]


def test_the_page_of_a_claim_takes_one_query(django_assert_num_queries: DjangoAssertNumQueries) -> None:
    publication = make_publication()
    with django_assert_num_queries(1):
        assert page_of_claim(publication.claim_id) == publication
    with django_assert_num_queries(1):
        assert [item.headline for item in published()]


def test_building_a_page_takes_as_many_queries_for_eight_citations_as_for_two() -> None:
    few = make_submitted_verdict()
    canonical = make_claim(status=ClaimStatus.ACCEPTED)
    for _ in range(3):
        make_claim(make_article(), status=ClaimStatus.DUPLICATE, canonical=canonical)
    many = make_submitted_verdict(make_review(canonical), evidence=tuple(make_evidence_input() for _ in range(8)))
    counts = []
    for verdict in (few, many):
        fresh = Verdict.objects.select_related("review__claim").get(pk=verdict.pk)
        with CaptureQueriesContext(connection) as queries:
            payload = build_payload(fresh)
        counts.append(len(queries))
    assert (len(payload["evidence"]), len(payload["sightings"])) == (8, 4)
    assert counts[0] == counts[1]
