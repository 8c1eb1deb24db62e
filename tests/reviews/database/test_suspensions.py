"""Who lifts a suspension, against raw SQL: the row of the suspension holds both, the publication follows it."""

import pytest
from django.utils import timezone

from reviews.models import Publication, Suspension
from reviews.selectors import published
from reviews.services.publishing import lift_suspension, suspend_publication
from tests.claims.factories import make_user
from tests.reviews.database.test_four_eyes import execute, refused
from tests.reviews.factories import make_publication

pytestmark = pytest.mark.django_db

CLEAR = "UPDATE reviews_publication SET suspended_at = NULL, suspended_by_id = NULL, suspension_reason = ''"


def suspended() -> Publication:
    return suspend_publication(publication=make_publication(), by=make_user("editor"), reason="New figures.")


def test_each_suspension_is_a_row_with_who_lifted_it() -> None:
    publication, second = suspended(), make_user("editor")
    lift_suspension(publication=publication, by=second)
    suspend_publication(publication=publication, by=second, reason="Again.")
    rows = publication.suspensions.order_by("pk").values_list("suspended_by", "lifted_by", "reason")
    assert list(rows) == [(publication.suspended_by_id, second.pk, "New figures."), (second.pk, None, "Again.")]


def test_a_suspension_is_not_cleared_without_somebody_who_lifts_it() -> None:
    suspended()
    refused(lambda: execute(CLEAR), "not lifted by a second person")
    assert not published().exists()


def test_who_suspended_is_not_put_down_as_the_second_person() -> None:
    suspended()
    sql = "UPDATE reviews_suspension SET lifted_by_id = suspended_by_id, lifted_at = now()"
    refused(lambda: execute(sql), "lifted_by_a_second_person")


def test_the_author_is_not_put_down_as_the_second_person() -> None:
    publication = suspended()
    sql = f"UPDATE reviews_suspension SET lifted_by_id = {publication.author_id}, lifted_at = now()"
    refused(lambda: execute(sql), "its author does not lift")


def test_a_publication_is_not_suspended_without_its_row() -> None:
    publication = make_publication()
    publication.suspended_at, publication.suspended_by = timezone.now(), make_user("editor")
    publication.suspension_reason = "By hand."
    refused(publication.save, "no open suspension says so")


def test_the_reason_and_the_person_are_not_rewritten() -> None:
    suspended()
    refused(lambda: execute("UPDATE reviews_publication SET suspension_reason = 'Other.'"), "no open suspension")
    refused(lambda: execute("UPDATE reviews_suspension SET reason = 'Other.'"), "Cannot update rows")
    refused(lambda: execute("DELETE FROM reviews_suspension"), "Cannot delete rows")


def test_a_suspension_lifted_stays_lifted() -> None:
    lift_suspension(publication=suspended(), by=make_user("editor"))
    again = "UPDATE reviews_suspension SET lifted_by_id = NULL, lifted_at = NULL"
    other = f"UPDATE reviews_suspension SET lifted_by_id = {make_user('editor').pk}"
    refused(lambda: execute(other), "lifted already")
    refused(lambda: execute(again), "lifted already")


def test_two_suspensions_are_not_open_at_once() -> None:
    publication = suspended()
    row = Suspension(publication=publication, suspended_by=make_user(), suspended_at=timezone.now(), reason="Again.")
    refused(row.save, "suspension_is_open_once_per_publication")
