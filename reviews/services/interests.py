"""Declared interests: people say what ties them to a source, a speaker or a topic, and keep away from its claims."""

from datetime import date

from django.contrib.auth.models import User
from django.db import transaction
from django.utils.timezone import localdate

from claims.models import Source, Speaker, Topic
from reviews.enums import EventKind, Stage
from reviews.errors import InterestRefused
from reviews.models import Interest, Review
from reviews.permissions import interest_in
from reviews.services.open_work import lock_reviewer
from reviews.services.recusal import log_recusal
from reviews.services.settling import settle_own_work
from reviews.services.steps import NO_LEASE, NO_WAIT, database_now, lock, move
from reviews.services.wording import required_text
from reviews.workflow import OPEN_STAGES, Step


@transaction.atomic
def declare_interest(
    *, person: User, about: Source | Speaker | Topic, note: str, since: date | None = None, until: date | None = None
) -> Interest:
    """From `since` (today) on, to the end of `until` (None: it lasts). What it touches of the person's open work goes
    back to the queue at once; their text stays in their draft, and the log says why.

    Raises InterestRefused for dates that can't be and for what is declared already.
    """
    # The queue's pick locks the same row, so it sees the interest or is seen by `_step_back`.
    lock_reviewer(person)
    today = localdate(database_now())
    begin = since or today
    if until is not None and until < max(begin, today):
        raise InterestRefused("It would have ended before it begins, or is over already: choose a later last day.")
    things = {type(about).__name__.lower(): about}
    if Interest.objects.filter(person=person, until=None, **things).exists():
        raise InterestRefused(f"You have declared an interest in “{about}” already.")
    interest = Interest.objects.create(
        person=person, since=begin, until=until, note=required_text(note, "Say what the tie is."), **things
    )
    _step_back(person)
    return interest


@transaction.atomic
def end_interest(*, interest: Interest, by: User, until: date | None = None) -> Interest:
    """Its last day: today or later. Only the person themselves ends it."""
    locked = Interest.objects.select_for_update(of=("self",)).get(pk=interest.pk)
    if locked.person_id != by.pk:
        raise InterestRefused("Only the person who declared an interest can end it.")
    today = localdate(database_now())
    last = until or today
    if last < max(today, locked.since):
        raise InterestRefused("Its last day is past, or before its first: choose today or a later day.")
    if locked.until is not None and locked.until < today:
        raise InterestRefused(f"This interest ended on {locked.until:%d %B %Y}: declare a new one if it is back.")
    locked.until = last
    locked.save(update_fields=["until"])
    return locked


def _step_back(person: User) -> None:
    """The reviews are locked in the order of their ids, like everywhere that locks several."""
    mine = Review.objects.filter(stage__in=OPEN_STAGES, assignee=person) | Review.objects.filter(
        stage__in=OPEN_STAGES, lease_holder=person
    )
    for review in mine.order_by("pk"):
        interest = interest_in(person, review.claim_id)
        if interest is not None:
            _give_back(lock(review), person, interest)


def _give_back(review: Review, person: User, interest: Interest) -> None:
    if person.pk not in (review.assignee_id, review.lease_holder_id) or review.stage not in OPEN_STAGES:
        return
    settle_own_work(person.pk, review.pk)
    if review.stage == Stage.IN_REVIEW:
        released = {"assignee": None, **NO_LEASE, **NO_WAIT}
        payload = {"interest": interest.pk, "from": "work"}
        move(review, Step.RELEASE, actor=person, event=EventKind.RECUSED, payload=payload, **released)
        return
    review.assignee = None
    review.save(update_fields=["assignee"])
    log_recusal(review, person, interest.pk, action="work")
