"""Who is told of what: each kind from the act that it tells, once, in the same transaction, never to who acted."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from django.contrib.auth.models import User
from django.db import transaction
from django.utils import timezone

from reviews.enums import (
    CloseReason,
    EventKind,
    NotificationKind,
    NotificationWay,
)
from reviews.models import Draft, Event, Notification, NotificationChoice, Review, Verdict
from reviews.notices import ABOUT, tells
from reviews.services.assignment import assign_review, close_review
from reviews.services.comments import answer_comment, comment_on
from reviews.services.interests import declare_interest
from reviews.services.leases import LEASE
from reviews.services.publishing import (
    cancel_reopening,
    reopen_review,
)
from reviews.services.queue import take_next_review, take_review
from reviews.services.seconds import ask_second, call_off_second, release_second, take_second
from reviews.services.settling import SETTLES
from reviews.services.telling import RULES, Happening, tell
from reviews.services.verdicts import request_changes, submit_verdict
from tests.claims.factories import make_user
from tests.reviews.factories import (
    approve,
    make_draft,
    make_publication,
    make_review,
    make_second,
    make_submitted_verdict,
    make_taken_review,
)
from tests.reviews.notified import newest, told, told_of

pytestmark = pytest.mark.django_db


def submit(draft: Draft) -> Verdict:
    lease = Review.objects.get(pk=draft.review_id).lease_number
    return submit_verdict(review=draft.review, author=draft.author, lease_number=lease, version=draft.version)


# --- Work -------------------------------------------------------------------------------------------------------------
def test_whoever_is_assigned_is_told_by_whom() -> None:
    reviewer, editor = make_user("reviewer"), make_user("editor")
    review = assign_review(review=make_review(), to=reviewer, by=editor)
    row = Notification.objects.get(person=reviewer)
    assert (row.kind, row.review, row.event) == (NotificationKind.ASSIGNED, review, review.events.last())
    assert newest(reviewer) == f"{editor} gave you this claim to check."
    assert told(editor) == []


def test_whose_work_is_given_to_another_is_told_too() -> None:
    first, second = make_user("reviewer"), make_user("reviewer")
    draft = make_draft(author=first)
    assign_review(review=draft.review, to=second, by=make_user("editor"))
    assert (told(first), told(second)) == ([NotificationKind.TAKEN_AWAY], [NotificationKind.ASSIGNED])
    assert "your text is kept" in newest(first)


def test_who_has_only_a_lease_loses_it_while_it_lasts_and_nothing_afterwards() -> None:
    for age, expected in ((timedelta(), [NotificationKind.TAKEN_AWAY]), (LEASE + timedelta(minutes=1), [])):
        reviewer = make_user("reviewer")
        review = make_taken_review(reviewer)
        Review.objects.filter(pk=review.pk).update(lease_until=timezone.now() + LEASE - age)
        assign_review(review=review, to=make_user("reviewer"), by=make_user("editor"))
        assert told(reviewer) == expected


def test_nobody_is_told_of_their_own_act() -> None:
    both = make_user("superuser")
    assign_review(review=make_review(), to=both, by=both)
    assert not Notification.objects.exists()


def test_closing_tells_whose_work_it_was() -> None:
    draft = make_draft()
    close_review(review=draft.review, reason=CloseReason.OVERTAKEN, note="Overtaken.", by=make_user("editor"))
    assert told(draft.author) == [NotificationKind.TAKEN_AWAY]


def test_a_reopening_tells_the_last_author_and_its_end_too() -> None:
    publication, editor = make_publication(), make_user("editor")
    review = reopen_review(review=publication.review, by=editor, reason="New figures.")
    assert newest(publication.author) == f"{editor} reopened this claim: it is yours again."
    cancel_reopening(review=review, by=editor)
    assert told(publication.author) == [NotificationKind.APPROVED, NotificationKind.TAKEN_AWAY]


# --- Verdicts ---------------------------------------------------------------------------------------------------------
def test_a_verdict_is_told_to_those_who_may_approve_it() -> None:
    editor, administrator, superuser = make_user("editor"), make_user("administrator"), make_user("superuser")
    verdict = make_submitted_verdict()
    people = (editor, administrator, superuser, verdict.author)
    assert told_of(NotificationKind.FOR_APPROVAL, *people) == {editor, superuser}


def test_changes_a_comment_and_its_answer_and_the_approval_reach_whom_they_are_for() -> None:
    editor = make_user("editor")
    verdict = make_submitted_verdict()
    comment = comment_on(verdict=verdict, part="headline", text="Which year?", by=editor)
    request_changes(verdict=verdict, by=editor, reason="The year is missing.")
    assert told(verdict.author) == [NotificationKind.COMMENT, NotificationKind.CHANGES_REQUESTED]
    assert told(editor) == []
    take_review(review=verdict.review, reviewer=verdict.author)
    answer_comment(comment=comment, text="2021: added.", by=verdict.author)
    assert newest(editor) == f"{verdict.author} answered your comment."
    again = make_submitted_verdict()
    publication = approve(again, editor)
    row = Notification.objects.get(person=again.author)
    assert (row.kind, row.publication) == (NotificationKind.APPROVED, publication)


def test_a_second_verdict_is_told_to_who_is_asked_and_to_both_when_it_opens() -> None:
    editor, other, reviewer = make_user("editor"), make_user("editor"), make_user("reviewer")
    first = make_submitted_verdict()
    assert told_of(NotificationKind.FOR_APPROVAL, editor, other) == {editor, other}
    opinion = ask_second(review=first.review, by=editor, why="Much hangs on it.", to=reviewer)
    assert told_of(NotificationKind.FOR_APPROVAL, editor, other) == set()
    assert newest(reviewer) == f"{editor} asks you for a blind second verdict."
    release_second(opinion=opinion, by=editor)
    assert newest(reviewer) == f"{editor} took this second verdict from you."
    take_second(opinion=opinion, reviewer=reviewer)
    call_off_second(opinion=opinion, by=editor, reason="No time.")
    assert newest(reviewer) == f"{editor} called the second verdict off."
    assert told_of(NotificationKind.FOR_APPROVAL, editor, other) == {other}


def test_opening_both_tells_the_first_author_and_those_who_may_approve() -> None:
    first = make_submitted_verdict()
    editor = make_user("editor")
    second = make_second(first.review)
    assert told(first.author) == [NotificationKind.SECOND]
    assert NotificationKind.SECOND not in told(second.author)
    assert told(editor) == [NotificationKind.FOR_APPROVAL]


def test_a_first_verdict_that_is_sealed_calls_nobody_to_approve_it() -> None:
    editor = make_user("editor")
    draft = make_draft()
    ask_second(review=draft.review, by=make_user("editor"), why="Much hangs on it.")
    submit(draft)
    assert told(editor) == []


# --- Who is not told --------------------------------------------------------------------------------------------------
def lose_the_right(person: User) -> None:
    person.groups.clear()


def become_inactive(person: User) -> None:
    User.objects.filter(pk=person.pk).update(is_active=False)


def choose_none(person: User) -> None:
    for kind in NotificationKind:
        NotificationChoice.objects.create(person=person, kind=kind, way=NotificationWay.NONE)


@pytest.mark.parametrize("happens", [lose_the_right, become_inactive, choose_none])
def test_who_lost_the_right_is_inactive_or_wants_it_so_is_not_told(happens: Callable[[User], None]) -> None:
    verdict, editor = make_submitted_verdict(), make_user("editor")
    happens(verdict.author)
    request_changes(verdict=verdict, by=editor, reason="The year is missing.")
    assert told(verdict.author) == []


def test_an_interest_keeps_the_call_to_approve_away() -> None:
    editor, other = make_user("editor"), make_user("editor")
    draft = make_draft()
    source = draft.review.claim.article.source
    assert source is not None
    declare_interest(person=editor, about=source, note="My sister owns it.")
    submit(draft)
    assert told_of(NotificationKind.FOR_APPROVAL, editor, other) == {other}


# --- One transaction, once --------------------------------------------------------------------------------------------
def test_what_is_rolled_back_tells_nobody() -> None:
    reviewer = make_user("reviewer")
    review = make_review()
    with pytest.raises(ZeroDivisionError), transaction.atomic():
        assign_review(review=review, to=reviewer, by=make_user("editor"))
        assert told(reviewer) == [NotificationKind.ASSIGNED]
        1 / 0  # noqa: B018 something fails after the service
    assert told(reviewer) == []


def test_an_event_told_twice_is_told_once() -> None:
    reviewer = make_user("reviewer")
    review = assign_review(review=make_review(), to=reviewer, by=make_user("editor"))
    event = Event.objects.get(review=review, kind=EventKind.ASSIGNED)
    tell(Happening(event, review, {"assignee": reviewer.pk}, None))
    assert Notification.objects.filter(person=reviewer).count() == 1


def test_work_that_is_taken_up_is_news_no_more() -> None:
    reviewer = make_user("reviewer")
    assign_review(review=make_review(), to=reviewer, by=make_user("editor"))
    take_next_review(reviewer=reviewer)
    assert told(reviewer) == []
    assert Notification.objects.get(person=reviewer).mail_after is None


def test_of_two_editors_the_second_is_not_called_to_what_the_first_has_approved() -> None:
    first, second = make_user("editor"), make_user("editor")
    verdict = make_submitted_verdict()
    approve(verdict, first)
    assert told_of(NotificationKind.FOR_APPROVAL, first, second) == set()
    assert told(second, unread_only=False) == [NotificationKind.FOR_APPROVAL]


# --- The tables -------------------------------------------------------------------------------------------------------
def test_every_kind_says_when_it_comes_and_every_rule_has_words() -> None:
    assert list(ABOUT) == list(NotificationKind)
    for event in RULES:
        assert any(tells(kind, event) for kind in NotificationKind), event
    assert SETTLES.keys() <= set(EventKind)


def test_a_notification_holds_no_word_that_somebody_wrote() -> None:
    """Texts could be sealed, protected or withheld; the one text column is a closed list."""
    texts = [field.name for field in Notification._meta.get_fields() if field.get_internal_type() in TEXT]
    assert texts == ["kind"]


TEXT = {"CharField", "TextField", "JSONField"}
