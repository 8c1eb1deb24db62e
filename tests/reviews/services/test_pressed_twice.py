"""A form that a browser without scripts sent twice: one row, one event; the same later, or by somebody else, counts."""

from collections.abc import Callable
from datetime import timedelta
from functools import partial
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.db import connection
from django.db.models import Model
from django.utils.timezone import localdate

from reviews.enums import ContactWay, CorrectionKind, HoldKind
from reviews.models import Comment, Contact, Correction, Event, Hold, Review
from reviews.services import pressed_twice
from reviews.services.comments import comment_on
from reviews.services.contacts import record_contact, withdraw_contact
from reviews.services.holds import lift_hold, place_hold
from reviews.services.publishing import record_correction
from tests.claims.factories import make_user
from tests.fixtures.databases import PrivateDatabase
from tests.reviews.factories import make_publication, make_review, make_submitted_verdict, make_taken_review
from tests.reviews.threads import at_once

Step = Callable[..., Any]


def contact(review: Review) -> Step:
    return partial(record_contact, review=review, whom="The mayor", way=ContactWay.PHONE, asked_on=localdate())


def correction() -> Step:
    kind = CorrectionKind.CLARIFICATION
    return partial(record_correction, publication=make_publication(), kind=kind, was=" 124 ", now="142", cause=" ")


def comment() -> Step:
    return partial(comment_on, verdict=make_submitted_verdict(), part="headline", text=" Shorter. ")


def hold() -> Step:
    return partial(place_hold, on=make_review(), kind=HoldKind.LEGAL, reason="A letter from a lawyer. ")


ADDING: dict[type[Model], Callable[[], Step]] = {Correction: correction, Comment: comment, Hold: hold}
OTHER = {Correction: {"now": "143"}, Comment: {"text": "Longer."}, Hold: {"reason": "A second letter."}}


@pytest.mark.django_db
@pytest.mark.parametrize("model", ADDING)
def test_the_same_twice_is_one_row_and_one_event(model: type[Model], monkeypatch: pytest.MonkeyPatch) -> None:
    step, editor = ADDING[model](), make_user("editor")
    first = step(by=editor)
    events = Event.objects.count()
    assert step(by=editor) == first
    assert (model._default_manager.count(), Event.objects.count()) == (1, events)
    step(by=make_user("editor"))
    step(by=editor, **OTHER[model])
    assert model._default_manager.count() == 3
    monkeypatch.setattr(pressed_twice, "WITHIN", timedelta(0))
    step(by=editor)
    assert model._default_manager.count() == 4


@pytest.mark.django_db
def test_an_attempt_that_was_withdrawn_is_recorded_anew() -> None:
    reviewer = make_user("reviewer")
    step = contact(make_taken_review(reviewer))
    first = step(by=reviewer)
    assert step(by=reviewer) == first
    assert step(by=reviewer, role="mayor") != first
    withdraw_contact(contact=first, by=reviewer, because="By mistake.")
    assert step(by=reviewer) != first


@pytest.mark.django_db
def test_a_hold_that_was_lifted_is_placed_anew() -> None:
    step, editor = hold(), make_user("editor")
    first = step(by=editor)
    lift_hold(hold=first, by=editor)
    assert step(by=editor) != first


def test_both_at_the_same_moment_too(committing_db: PrivateDatabase) -> None:
    reviewer: User = make_user("reviewer")
    steps = [partial(contact(make_taken_review(reviewer)), by=reviewer)] * 4
    steps += [partial(correction(), by=make_user("editor"))] * 4
    steps += [partial(hold(), by=make_user("editor"))] * 4
    answers = at_once(steps)
    assert not [answer for answer in answers if isinstance(answer, Exception)]
    assert [Contact.objects.count(), Correction.objects.count(), Hold.objects.count()] == [1, 1, 1]
    with connection.cursor() as cursor:
        cursor.execute("SELECT count(*) FROM reviews_event WHERE kind IN ('contacted', 'corrected', 'held')")
        assert cursor.fetchone() == (3,)
