"""A minor correction: words change, rating and evidence stay, a second person approves, readers are told."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.utils import timezone
from django.utils.timezone import localdate

from reviews.enums import CorrectionKind, EventKind, HoldKind, Stage
from reviews.errors import (
    CorrectionRefused,
    FourEyesRefused,
    HeldBack,
    NotAllowed,
    ReasonMissing,
    Recused,
    TransitionRefused,
    VerdictIncomplete,
)
from reviews.log_check import faulty_rows
from reviews.models import Correction, Draft, MinorCorrection, Publication, Verdict
from reviews.selectors import minor_returned, published
from reviews.services.assignment import assign_review
from reviews.services.corrections import Notice
from reviews.services.holds import place_hold
from reviews.services.interests import declare_interest
from reviews.services.minor_corrections import Wording, returned_to, submit_minor_correction
from reviews.services.publishing import reopen_review, retract_publication, suspend_publication
from reviews.services.verdicts import request_changes
from tests.claims.factories import make_user
from tests.reviews.database.test_four_eyes import check_deferred
from tests.reviews.factories import approve, make_publication, make_second, make_submitted_verdict

pytestmark = pytest.mark.django_db

NOTICE = Notice("“for the year”", "“for 2021”", "A slip.", "A reader")


def wording_of(publication: Publication, **values: str) -> Wording:
    verdict = publication.verdict
    words = {"headline": verdict.headline, "summary": "Both count 124 for 2021.", "explanation": verdict.explanation}
    return Wording(**(words | values))


def correct(publication: Publication, by: User | None = None, notice: Notice = NOTICE, **words: str) -> Verdict:
    """The page was published in a transaction of its own, and checked at its end."""
    check_deferred()
    wording = wording_of(publication, **words)
    by = by or make_user("editor")
    return submit_minor_correction(publication=publication, wording=wording, notice=notice, by=by)


def evidence_of(verdict: Verdict) -> list[dict[str, Any]]:
    return [{k: v for k, v in row.items() if k not in {"id", "verdict_id"}} for row in verdict.evidence.values()]


def test_it_is_a_new_verdict_of_the_editor_that_waits_for_a_second_person() -> None:
    publication, editor = make_publication(), make_user("editor")
    verdict = correct(publication, editor)
    review = verdict.review
    review.refresh_from_db()
    assert (review.stage, review.assignee, review.last_author) == (Stage.SUBMITTED, editor, editor)
    assert (verdict.summary, verdict.number, verdict.author) == ("Both count 124 for 2021.", 2, editor)
    assert verdict.rating == publication.verdict.rating
    assert evidence_of(verdict) == evidence_of(publication.verdict)
    assert list(published()) == [publication]
    assert not Correction.objects.exists()
    assert Draft.objects.filter(review=review, author=editor).exists()
    kinds = list(review.events.order_by("sequence").values_list("kind", flat=True))
    assert kinds[-3:] == [EventKind.REOPENED, EventKind.DRAFT_STARTED, EventKind.SUBMITTED]


def test_with_the_approval_the_page_changes_and_readers_are_told() -> None:
    publication, editor = make_publication(), make_user("editor")
    newer = approve(correct(publication, editor))
    assert list(published()) == [newer]
    assert (newer.summary, newer.label, newer.author) == ("Both count 124 for 2021.", publication.label, editor)
    told = Correction.objects.get()
    assert (told.publication, told.kind, told.was, told.now) == (newer, CorrectionKind.MINOR, NOTICE.was, NOTICE.now)
    assert (told.cause, told.noticed_by, told.fixed_on) == ("A slip.", "A reader", localdate())
    assert not list(faulty_rows({}))


@pytest.mark.parametrize("role", ["editor", "superuser"])
def test_who_corrects_does_not_approve(role: str) -> None:
    editor = make_user(role)
    verdict = correct(make_publication(), editor)
    with pytest.raises(FourEyesRefused):
        approve(verdict, editor)


def test_the_author_of_the_verdict_may_correct_their_words_too() -> None:
    author = make_user("superuser")
    publication = make_publication(author=author)
    assert correct(publication, author).number == 2
    assert Draft.objects.filter(author=author).count() == 1


def test_sent_back_it_is_submitted_again_by_its_author_alone() -> None:
    publication, editor = make_publication(), make_user("editor")
    verdict = correct(publication, editor)
    request_changes(verdict=verdict, by=make_user("editor"), reason="Which register?")
    review = verdict.review
    review.refresh_from_db()
    assert returned_to(review, editor)
    assert list(minor_returned(editor)) == [review]
    other = make_user("editor")
    assert not returned_to(review, other)
    with pytest.raises(TransitionRefused):
        correct(publication, other)
    again = correct(publication, editor, summary="The ministry’s register counts 124 for 2021.")
    assert again.number == 3
    assert not minor_returned(editor).exists()
    newer = approve(again)
    assert newer.summary == "The ministry’s register counts 124 for 2021."
    assert Correction.objects.count() == 1
    assert not list(faulty_rows({}))


def test_assigned_to_a_reviewer_it_is_not_theirs_any_more() -> None:
    publication, editor = make_publication(), make_user("editor")
    verdict = correct(publication, editor)
    request_changes(verdict=verdict, by=make_user("editor"), reason="Check it anew.")
    assign_review(review=verdict.review, to=publication.author, by=make_user("editor"))
    verdict.review.refresh_from_db()
    assert not returned_to(verdict.review, editor)
    with pytest.raises(TransitionRefused):
        correct(publication, editor)


def test_nothing_changed_is_no_correction() -> None:
    publication = make_publication()
    with pytest.raises(TransitionRefused, match="Nothing is changed"):
        correct(publication, summary=f" {publication.verdict.summary} ")
    assert Verdict.objects.count() == 1


@pytest.mark.parametrize(
    ("words", "field"),
    [
        ({"headline": ""}, "headline"),
        ({"headline": "x" * 76}, "headline"),
        ({"headline": "False: the bridges"}, "headline"),
        ({"summary": ""}, "summary"),
        ({"summary": "x" * 601}, "summary"),
        ({"explanation": " "}, "explanation"),
    ],
    ids=str,
)
def test_words_that_no_verdict_may_have_are_named_at_their_field(words: dict[str, str], field: str) -> None:
    publication = make_publication()
    wording = wording_of(publication, **words)
    with pytest.raises(VerdictIncomplete) as refused:
        submit_minor_correction(publication=publication, wording=wording, notice=NOTICE, by=make_user("editor"))
    assert list(refused.value.problems) == [field]
    assert Verdict.objects.count() == 1


@pytest.mark.parametrize(
    "notice", [Notice(" ", "b", "c"), Notice("a", " ", "c"), Notice("a", "b", " ")], ids=["was", "now", "cause"]
)
def test_readers_are_told_what_was_wrong_what_is_right_and_how_it_came_about(notice: Notice) -> None:
    with pytest.raises(ReasonMissing):
        correct(make_publication(), notice=notice)
    assert Verdict.objects.count() == 1


def test_it_was_not_reported_on_a_day_that_is_to_come() -> None:
    tomorrow = localdate() + timedelta(days=1)
    with pytest.raises(CorrectionRefused):
        correct(make_publication(), notice=Notice("a", "b", "c", reported_on=tomorrow))


def _suspended() -> Publication:
    return suspend_publication(publication=make_publication(), by=make_user("editor"), reason="New figures.")


def _retracted() -> Publication:
    publication = make_publication()
    retract_publication(publication=publication, by=make_user("editor"), was="124", now="Forged.")
    return publication


def _reopened() -> Publication:
    publication = make_publication()
    reopen_review(review=publication.review, by=make_user("editor"), reason="New figures.")
    return publication


def _to_come() -> Publication:
    return approve(make_submitted_verdict(), publish_at=timezone.now() + timedelta(days=1))


def _submitted() -> Publication:
    publication = make_publication()
    correct(publication)
    return publication


def _to_be_followed() -> Publication:
    publication = make_publication()
    approve(correct(publication), publish_at=timezone.now() + timedelta(days=2))
    publication.refresh_from_db()
    return publication


@pytest.mark.parametrize(
    ("made", "says"),
    [
        (_suspended, "not in force"),
        (_retracted, "has ended"),
        (_reopened, "Being checked"),
        (_to_come, "not public yet"),
        (_submitted, "Awaiting approval"),
        (_to_be_followed, "Another page is to follow at a set time"),
    ],
)
def test_what_is_not_settled_is_settled_first(made: Callable[[], Publication], says: str) -> None:
    publication = made()
    before = Verdict.objects.count()
    with pytest.raises(TransitionRefused, match=says):
        correct(publication, headline="Bridges closed in 2021, counted by two registers")
    assert Verdict.objects.count() == before


def test_who_gave_the_second_verdict_does_not_correct_the_first() -> None:
    verdict, editor = make_submitted_verdict(), make_user("superuser")
    make_second(verdict.review, editor)
    publication = approve(verdict)
    with pytest.raises(FourEyesRefused, match="second verdict"):
        correct(publication, editor)


def test_an_interest_recuses_and_a_hold_stops_the_approval() -> None:
    publication, editor = make_publication(), make_user("editor")
    source = publication.review.claim.article.source
    assert source is not None
    declare_interest(person=editor, about=source, note="Shares.")
    with pytest.raises(Recused):
        correct(publication, editor)
    verdict = correct(publication)
    place_hold(on=verdict.review, kind=HoldKind.LEGAL, by=make_user("editor"), reason="Lawyers.")
    with pytest.raises(HeldBack):
        approve(verdict)
    assert list(published()) == [publication]


@pytest.mark.parametrize("role", ["reviewer", "administrator", None])
def test_it_is_an_editors_right(role: str | None) -> None:
    with pytest.raises(NotAllowed, match="record corrections"):
        correct(make_publication(), make_user(role))


def test_a_correction_whose_page_is_to_come_is_told_when_that_comes() -> None:
    publication = make_publication()
    newer = approve(correct(publication), publish_at=timezone.now() + timedelta(days=2))
    assert Correction.objects.get().fixed_on == localdate() + timedelta(days=2)
    assert list(published()) == [publication]
    reopen_review(review=newer.review, by=make_user("editor"), reason="Not yet.")
    assert MinorCorrection.objects.count() == 1
    assert list(published()) == [publication]
