"""Holds move the time of what is set: when it begins, what the page before it does, and what the log says of it."""

import json
from datetime import timedelta
from typing import Any

import pytest
from django.utils import timezone

from reviews.enums import HoldKind
from reviews.errors import TransitionRefused
from reviews.log_check import faulty_rows
from reviews.models import Hold, Publication, Purge
from reviews.models.holds import WHEN_LIFTED
from reviews.selectors import publication_on
from reviews.services.holds import lift_hold, place_hold
from reviews.services.publishing import record_correction, reopen_review, suspend_publication
from tests.claims.factories import make_user
from tests.reviews.factories import approve, make_publication
from tests.reviews.services.test_approval import second_verdict

pytestmark = pytest.mark.django_db

NOON = timedelta(hours=12)


def followed() -> tuple[Publication, Publication]:
    """A page, and the one that is set to follow it at noon."""
    first = make_publication()
    return first, approve(second_verdict(first), publish_at=timezone.now() + NOON)


def held(publication: Publication, **values: object) -> Hold:
    values = {"on": publication.review, "kind": HoldKind.LEGAL, "by": make_user("editor"), "reason": "Wait."} | values
    return place_hold(**values)  # type: ignore[arg-type]


def times(first: Publication, second: Publication) -> tuple[object, object]:
    """When the first ends, and when the second begins."""
    first.refresh_from_db()
    second.refresh_from_db()
    return first.valid_until, second.valid_from


def told(publication: Publication, kind: str) -> dict[str, Any]:
    """What the log says of the one event of that kind."""
    data: dict[str, Any] = json.loads(publication.review.events.get(kind=kind).payload.text)["data"]
    return data


def test_a_hold_without_an_end_moves_both_until_it_is_lifted() -> None:
    first, second = followed()
    noon = second.valid_from
    hold = held(second)
    assert times(first, second) == (WHEN_LIFTED, WHEN_LIFTED)
    assert publication_on(first.claim_id, noon + NOON) == first
    lift_hold(hold=hold, by=make_user("editor"))
    assert times(first, second) == (noon, noon)
    assert second.changed_at == noon


def test_of_several_holds_the_last_to_end_decides_those_of_the_article_too() -> None:
    first, second = followed()
    noon = second.valid_from
    endless, until = held(second), held(second, on=second.claim.article, until=noon + NOON)
    lift_hold(hold=endless, by=make_user("editor"))
    assert times(first, second) == (noon + NOON, noon + NOON)
    lift_hold(hold=until, by=make_user("editor"))
    assert times(first, second) == (noon, noon)


def test_a_hold_that_ends_before_the_set_time_moves_nothing() -> None:
    first, second = followed()
    noon = second.valid_from
    held(second, until=noon - timedelta(hours=1))
    assert times(first, second) == (noon, noon)
    assert "valid_from" not in told(second, "held")


def test_the_log_says_when_a_page_begins_that_was_moved() -> None:
    _, second = followed()
    noon = second.valid_from
    lift_hold(hold=held(second), by=make_user("editor"))
    assert told(second, "held").items() >= {"publication": second.pk, "valid_from": None}.items()
    assert told(second, "hold_lifted").items() >= {"publication": second.pk, "valid_from": noon.isoformat()}.items()
    assert not list(faulty_rows({}))


def test_what_is_public_already_is_not_touched() -> None:
    publication = make_publication()
    begun = publication.valid_from
    held(publication)
    publication.refresh_from_db()
    assert (publication.valid_from, publication.set_for) == (begun, None)
    assert publication_on(publication.claim_id, timezone.now()) == publication


def test_reopening_calls_off_what_is_held_back_and_the_page_before_goes_on() -> None:
    first, second = followed()
    noon = second.valid_from
    held(second)
    with pytest.raises(TransitionRefused, match="held back, and no reader has seen it"):
        record_correction(publication=second, kind="minor", by=make_user("editor"), was="a", now="b")  # type: ignore[arg-type]
    reopen_review(review=first.review, by=make_user("editor"), reason="Too early.")
    assert times(first, second) == (None, noon)
    assert second.called_off


def test_what_was_suspended_before_it_began_is_seen_by_lists_when_it_begins() -> None:
    _, second = followed()
    assert (
        suspend_publication(publication=second, by=make_user("editor"), reason="Odd.").changed_at == second.valid_from
    )


def test_a_cache_is_told_when_it_comes_out_and_never_of_a_time_that_nobody_knows() -> None:
    first, second = followed()
    hold = held(second)
    assert not Purge.objects.filter(due_at__gte=WHEN_LIFTED).exists()
    lift_hold(hold=hold, by=make_user("editor"))
    times(first, second)
    assert Purge.objects.filter(publication=second, due_at=second.valid_from).exists()
