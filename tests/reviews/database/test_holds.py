"""When a page that was set to a time begins, against raw SQL."""

from datetime import timedelta

import pytest
from django.utils import timezone

from reviews.enums import HoldKind
from reviews.models import Hold, Publication
from reviews.services.holds import place_hold
from tests.claims.factories import make_user
from tests.reviews.database.test_four_eyes import execute, publication_row, refused
from tests.reviews.factories import approve, make_publication, make_submitted_verdict

pytestmark = pytest.mark.django_db


def scheduled() -> Publication:
    return approve(make_submitted_verdict(), publish_at=timezone.now() + timedelta(hours=2))


def begins(publication: Publication, at: str) -> None:
    execute(f"UPDATE reviews_publication SET valid_from = {at} WHERE id = {publication.pk}")


@pytest.mark.parametrize("on", ["review", "article"])
def test_no_hold_is_placed_that_lets_what_is_set_come_out(on: str) -> None:
    publication = scheduled()
    target = {"review": publication.review} if on == "review" else {"article": publication.claim.article}
    hold = Hold(kind=HoldKind.LEGAL, reason="By hand.", placed_by=make_user("editor"), **target)
    refused(hold.save, "a publication would come out while it lasts")
    hold.pk, hold.until = None, publication.valid_from + timedelta(hours=1)
    refused(hold.save, "a publication would come out while it lasts")


def test_what_is_held_back_does_not_begin_before_the_hold_ends() -> None:
    publication = scheduled()
    place_hold(on=publication.review, kind=HoldKind.LEGAL, by=make_user("editor"), reason="Wait.")
    for at in ("set_for", "now()", "set_for + interval '1 day'"):
        refused(lambda at=at: begins(publication, at), "begins at the time set for it")  # type: ignore[misc]


def test_nothing_begins_before_or_after_its_set_time_without_a_hold() -> None:
    publication = scheduled()
    for at in ("now()", "now() - interval '1 day'", "set_for + interval '1 day'", "'9999-01-01 00:00+00'"):
        refused(lambda at=at: begins(publication, at), "begins at the time set for it")  # type: ignore[misc]


def test_what_has_begun_has_begun() -> None:
    publication = make_publication()
    refused(lambda: begins(publication, "now() + interval '1 day'"), "that is not changed")


def test_the_set_time_stands_and_is_that_of_the_page() -> None:
    publication = scheduled()
    refused(lambda: execute("UPDATE reviews_publication SET set_for = NULL"), "frozen")
    later = timezone.now() + timedelta(days=1)
    refused(publication_row(make_submitted_verdict(), valid_from=later).save, "begins open, at the time set for it")
    assert publication.set_for == publication.valid_from
