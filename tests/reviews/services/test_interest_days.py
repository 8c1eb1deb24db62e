"""The first and the last day of an interest are the newsroom's, in services, queue and trigger alike.

At any time one of the two zones has another day than UTC.
"""

from collections.abc import Iterator
from datetime import timedelta
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.db import DatabaseError, connection, transaction
from django.utils import timezone
from django.utils.timezone import localdate

from claims.models import Source
from reviews.enums import Stage
from reviews.errors import InterestRefused, NothingToTake, Recused
from reviews.models import Interest, Publication, Review
from reviews.permissions import interest_in
from reviews.selectors import approval_list
from reviews.services.interests import declare_interest, end_interest
from reviews.services.queue import take_next_review
from tests.claims.factories import make_user
from tests.reviews.database.test_four_eyes import publication_row
from tests.reviews.factories import approve, make_draft, make_review, make_submitted_verdict

pytestmark = pytest.mark.django_db

DAY = timedelta(days=1)


@pytest.fixture(params=["Pacific/Kiritimati", "Pacific/Pago_Pago"], autouse=True)
def zone(request: pytest.FixtureRequest, db: None) -> Iterator[None]:
    """As CLAIMDESK_TIME_ZONE would set it, which the connection tells the database from its first moment."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT set_config('claimdesk.time_zone', %s, true)", [request.param])
    with timezone.override(request.param):
        yield


def tied(person: User, review: Review, **values: Any) -> Interest:
    source = review.claim.article.source
    assert isinstance(source, Source)
    return declare_interest(person=person, about=source, note="A relative works there.", **values)


def put_in_as_approved(review: Review, editor: User) -> None:
    """By raw SQL, past every service."""
    verdict = review.verdicts.get()
    with transaction.atomic():
        Publication.objects.bulk_create([publication_row(verdict, approver=editor)])


def test_declared_today_it_is_in_force_at_once_and_gives_open_work_back() -> None:
    reviewer = make_user("reviewer")
    review = make_draft(author=reviewer).review
    interest = tied(reviewer, review)
    assert interest.since == localdate()
    assert interest_in(reviewer, review.claim_id) == interest
    review.refresh_from_db()
    assert (review.stage, review.assignee) == (Stage.WAITING, None)
    with pytest.raises(NothingToTake):
        take_next_review(reviewer=reviewer)


def test_ended_today_it_holds_until_the_end_of_the_day() -> None:
    reviewer, review = make_user("reviewer"), make_review()
    interest = tied(reviewer, review, since=localdate() - 9 * DAY)
    with pytest.raises(InterestRefused, match="is past"):
        end_interest(interest=interest, by=reviewer, until=localdate() - DAY)
    assert end_interest(interest=interest, by=reviewer).until == localdate()
    assert interest_in(reviewer, review.claim_id) == interest


@pytest.mark.parametrize(("since", "until"), [(-9, 0), (0, None), (0, 0)])
def test_who_is_tied_today_approves_nothing_not_by_raw_sql_either(since: int, until: int | None) -> None:
    editor, review = make_user("editor"), make_submitted_verdict().review
    last = None if until is None else localdate() + until * DAY
    tied(editor, review, since=localdate() + since * DAY, until=last)
    assert list(approval_list(editor)) == []
    with pytest.raises(Recused):
        approve(review.verdicts.get(), editor)
    with pytest.raises(DatabaseError, match="declared an interest"):
        put_in_as_approved(review, editor)


def test_from_tomorrow_on_it_touches_nothing_today() -> None:
    editor, review = make_user("editor"), make_submitted_verdict().review
    tied(editor, review, since=localdate() + DAY)
    assert interest_in(editor, review.claim_id) is None
    assert list(approval_list(editor)) == [review]
    approve(review.verdicts.get(), editor)
