"""Re-checks against raw SQL: one open day per page, done once, confirmed by somebody who had no hand in it."""

import pytest
from django.utils import timezone
from django.utils.timezone import localdate

from reviews.enums import RecheckOutcome, RecheckReason
from reviews.models import Recheck
from reviews.services.publishing import confirm_still_right
from tests.claims.factories import make_user
from tests.reviews.database.test_four_eyes import execute, refused
from tests.reviews.factories import make_publication
from tests.reviews.rechecks import make_due

pytestmark = pytest.mark.django_db


def done_by(person: int) -> str:
    return f"UPDATE reviews_recheck SET outcome = 'confirmed', done_by_id = {person}, done_at = now()"


def test_one_day_is_open_at_a_time() -> None:
    publication = make_due()
    second = Recheck(
        publication=publication, due_on=localdate(), reason=RecheckReason.CHOSEN, planned_by=make_user("editor")
    )
    refused(second.save, "recheck_is_open_once_per_publication")


def test_who_saved_a_draft_is_not_put_down_as_confirming() -> None:
    publication = make_due()
    refused(lambda: execute(done_by(publication.author_id)), "so does not confirm it")
    row = Recheck(
        publication=make_publication(author=publication.author),
        due_on=localdate(),
        reason=RecheckReason.CHOSEN,
        planned_by=make_user("editor"),
        outcome=RecheckOutcome.CONFIRMED,
        done_by=publication.author,
        done_at=timezone.now(),
    )
    refused(row.save, "so does not confirm it")


def test_what_is_done_says_by_whom_and_stays_done() -> None:
    publication = make_due()
    refused(lambda: execute("UPDATE reviews_recheck SET outcome = 'confirmed'"), "recheck_done_says_by_whom")
    refused(
        lambda: execute(f"UPDATE reviews_recheck SET done_by_id = {make_user().pk}, done_at = now()"),
        "recheck_done_says_by_whom",
    )
    confirm_still_right(publication=publication, by=make_user("editor"))
    for change in ("outcome = 'postponed'", "outcome = '', done_by_id = NULL, done_at = NULL", "done_at = now()"):
        refused(lambda change=change: execute(f"UPDATE reviews_recheck SET {change}"), "done already")  # type: ignore[misc]


def test_day_reason_and_note_are_not_rewritten_and_no_row_goes() -> None:
    make_due()
    for change in ("due_on = due_on + 1", "reason = 'period_ends'", "note = 'Other.'"):
        refused(lambda change=change: execute(f"UPDATE reviews_recheck SET {change}"), "Cannot update rows")  # type: ignore[misc]
    refused(lambda: execute("DELETE FROM reviews_recheck"), "Cannot delete rows")
