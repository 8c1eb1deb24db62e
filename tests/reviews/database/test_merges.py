"""Merges against raw SQL: once, without loops, done in full, by somebody who wrote neither."""

import pytest
from django.utils import timezone

from reviews.models import Merge, Publication
from reviews.services.publishing import merge_review, suspend_publication
from tests.claims.factories import make_user
from tests.reviews.database.test_four_eyes import execute, refused
from tests.reviews.factories import make_draft, make_publication, make_review

pytestmark = pytest.mark.django_db


def merged() -> Merge:
    loser, winner = make_publication(), make_publication()
    return merge_review(
        review=loser.review, into=winner.review, treatment="asserts", reason="The same.", by=make_user("editor")
    )


def row(loser: Publication, winner: Publication, **values: object) -> Merge:
    """As somebody would write it by hand, past the service."""
    defaults: dict[str, object] = {
        "loser": loser.review,
        "winner": winner.review,
        "ended": loser,
        "reason": "By hand.",
        "merged_by": make_user("editor"),
        "merged_at": timezone.now(),
    }
    return Merge(**(defaults | values))


def test_a_merge_is_not_made_by_its_row_alone() -> None:
    refused(row(make_publication(), make_publication()).save, "does not follow the merge")


def test_nothing_is_merged_twice_or_into_itself_or_in_a_ring() -> None:
    done = merged()
    loser, winner = done.ended, make_publication()
    assert loser is not None
    refused(row(loser, winner).save, "loser_id|Key")
    refused(row(winner, winner).save, "merge_is_of_two")
    refused(row(winner, loser).save, "was merged into another one")


def test_readers_are_led_to_a_page_that_stands() -> None:
    loser, winner = make_publication(), make_publication()
    suspend_publication(publication=winner, by=make_user("editor"), reason="New figures.")
    refused(row(loser, winner).save, "no page to which readers could be led")
    unpublished = make_review()
    row_to_it = row(loser, winner)
    row_to_it.winner = unpublished
    refused(row_to_it.save, "no page to which readers could be led")


def test_an_open_page_is_ended_by_the_merge_and_no_other_page_is() -> None:
    loser, winner, other = make_publication(), make_publication(), make_publication()
    refused(row(loser, winner, ended=None).save, "another publication than that of the merge is open")
    refused(row(loser, winner, ended=other).save, "another publication than that of the merge is open")


@pytest.mark.parametrize("which", ["loser", "winner"])
def test_who_saved_a_draft_of_either_is_not_put_down_as_merging(which: str) -> None:
    loser, winner = make_publication(), make_publication()
    hand = loser.author if which == "loser" else winner.author
    refused(row(loser, winner, merged_by=hand).save, "so does not merge them")


def test_it_says_why() -> None:
    refused(row(make_publication(), make_publication(), reason="").save, "merge_says_why")


def test_a_merge_stands_as_it_was_made() -> None:
    merged()
    refused(lambda: execute("UPDATE reviews_merge SET reason = 'Other.'"), "Cannot update rows")
    refused(lambda: execute("DELETE FROM reviews_merge"), "Cannot delete rows")
    refused(lambda: execute("TRUNCATE reviews_merge CASCADE"), "permission denied|never removed|must be owner")


def test_a_merged_review_is_not_opened_by_hand() -> None:
    done = merged()
    sql = f"UPDATE reviews_review SET stage = 'in_review', close_reason = '' WHERE id = {done.loser_id}"
    refused(lambda: execute(sql), "closed|stage")


def test_a_draft_alone_does_not_bar_from_merging_what_was_never_published() -> None:
    draft, winner = make_draft(author=make_user("superuser")), make_publication()
    assert draft.review.publications.count() == 0
    unpublished = row(winner, winner, ended=None, merged_by=draft.author)
    unpublished.loser = draft.review
    refused(unpublished.save, "does not follow the merge")
