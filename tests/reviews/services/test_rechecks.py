"""Re-checks: the day that a rule or a person sets, putting off, “still right”, and what is on the list."""

from datetime import date, timedelta

import pytest
from django.utils import timezone
from django.utils.timezone import localdate

from reviews.enums import EventKind, RecheckOutcome, RecheckReason
from reviews.errors import FourEyesRefused, NotAllowed, Recused, TransitionRefused
from reviews.models import Publication, Recheck
from reviews.recheck_rules import first_recheck
from reviews.rechecks import last_confirmed, open_recheck, rechecks_due, rechecks_planned
from reviews.services.interests import declare_interest
from reviews.services.publishing import (
    confirm_still_right,
    plan_recheck,
    reopen_review,
    retract_publication,
    suspend_publication,
)
from tests.claims.factories import make_user
from tests.reviews.changed_texts import REWORDED, change, publish_again, published_claim
from tests.reviews.days import day
from tests.reviews.factories import approve, make_publication, make_submitted_verdict
from tests.reviews.rechecks import make_due

pytestmark = pytest.mark.django_db

TODAY = date(2026, 11, 27)


@pytest.mark.parametrize(
    ("kind", "period_to", "expected"),
    [
        ("event", "2026-12", (date(2027, 1, 1), RecheckReason.PERIOD_ENDS)),
        ("event", "2026-11-27", (date(2026, 11, 28), RecheckReason.PERIOD_ENDS)),
        ("quantity", "2028-02", (date(2028, 3, 1), RecheckReason.PERIOD_ENDS)),
        ("quantity", "2030", (date(2031, 1, 1), RecheckReason.PERIOD_ENDS)),
        ("quantity", "", (date(2027, 11, 27), RecheckReason.FIGURES_AGE)),
        ("quantity", "2026-10", None),
        ("event", "", None),
        ("status", "2021", None),
    ],
)
def test_the_first_day_follows_from_the_period_or_the_kind(
    kind: str, period_to: str, expected: tuple[date, RecheckReason] | None
) -> None:
    assert first_recheck(kind=kind, period_to=period_to, today=TODAY) == expected


def soon(days: int = 10) -> date:
    return localdate() + timedelta(days=days)


def test_an_approval_sets_the_approvers_day_else_that_of_the_rule() -> None:
    verdict = make_submitted_verdict(period_to=str(localdate().year + 1))
    assert approve(verdict).rechecks.get().reason == RecheckReason.PERIOD_ENDS
    chosen = approve(make_submitted_verdict(), recheck_on=soon())
    planned = chosen.rechecks.get()
    assert (planned.due_on, planned.reason, planned.planned_by) == (soon(), RecheckReason.CHOSEN, chosen.approver)
    assert f'"recheck_on":"{soon()}"' in chosen.review.events.get(kind=EventKind.APPROVED).payload.text
    assert not make_publication().rechecks.exists()
    with pytest.raises(TransitionRefused, match="choose a later day"):
        approve(make_submitted_verdict(), recheck_on=localdate())


def test_a_day_is_planned_and_put_off_and_both_are_in_the_log() -> None:
    publication, editor = make_publication(), make_user("editor")
    first = plan_recheck(publication=publication, due_on=soon(), by=editor, note=" The new register. ")
    assert (first.reason, first.note) == (RecheckReason.CHOSEN, "The new register.")
    second = plan_recheck(publication=publication, due_on=soon(20), by=make_user("editor"))
    first.refresh_from_db()
    assert (first.outcome, first.done_by) == (RecheckOutcome.POSTPONED, second.planned_by)
    assert open_recheck(publication) == second
    kinds = list(publication.review.events.order_by("sequence").values_list("kind", flat=True))
    assert kinds[-2:] == [EventKind.RECHECK_PLANNED, EventKind.RECHECK_POSTPONED]


def test_still_right_ends_the_day_and_tells_the_page() -> None:
    publication, editor = make_due(), make_user("editor")
    planned = confirm_still_right(publication=publication, by=editor, again_on=soon(), note="Read again.")
    assert planned is not None
    assert (planned.due_on, planned.outcome) == (soon(), "")
    done = publication.rechecks.exclude(pk=planned.pk).get()
    assert (done.outcome, done.done_by) == (RecheckOutcome.CONFIRMED, editor)
    assert last_confirmed(publication) == done.done_at
    assert Publication.objects.get(pk=publication.pk).changed_at > publication.changed_at


def test_somebody_may_look_again_without_a_day_for_it() -> None:
    publication = make_publication()
    assert confirm_still_right(publication=publication, by=make_user("editor")) is None
    assert publication.rechecks.get().outcome == RecheckOutcome.CONFIRMED


@pytest.mark.parametrize("days", [0, -1])
def test_a_day_that_is_due_at_once_is_refused_and_nothing_is_confirmed(days: int) -> None:
    publication = make_due()
    with pytest.raises(TransitionRefused, match="choose a later day"):
        confirm_still_right(publication=publication, by=make_user("editor"), again_on=day(days))
    assert publication.rechecks.get().outcome == ""
    assert last_confirmed(publication) is None


def test_a_colleague_may_be_asked_to_look_today_not_yesterday() -> None:
    publication, editor = make_publication(), make_user("editor")
    with pytest.raises(TransitionRefused, match="today or a later one"):
        plan_recheck(publication=publication, due_on=soon(-1), by=editor)
    plan_recheck(publication=publication, due_on=localdate(), by=editor)
    assert list(rechecks_due(timezone.now())) == [publication]


def test_who_wrote_it_does_not_confirm_it_but_may_plan_it() -> None:
    author = make_user("superuser")
    publication = make_publication(author=author)
    with pytest.raises(FourEyesRefused, match="must confirm it"):
        confirm_still_right(publication=publication, by=author)
    plan_recheck(publication=publication, due_on=soon(), by=author)


def test_an_interest_recuses_from_confirming() -> None:
    publication, editor = make_publication(), make_user("editor")
    source = publication.review.claim.article.source
    assert source is not None
    declare_interest(person=editor, about=source, note="Shares.")
    with pytest.raises(Recused):
        confirm_still_right(publication=publication, by=editor)


def test_what_is_not_in_force_is_not_confirmed() -> None:
    editor, publication = make_user("editor"), make_publication()
    suspend_publication(publication=publication, by=make_user("editor"), reason="New figures.")
    with pytest.raises(TransitionRefused, match="not in force"):
        confirm_still_right(publication=publication, by=editor)
    retract_publication(publication=publication, by=make_user("editor"), was="124", now="Forged.")
    with pytest.raises(TransitionRefused, match="has ended"):
        confirm_still_right(publication=publication, by=editor)
    with pytest.raises(TransitionRefused, match="has ended"):
        plan_recheck(publication=publication, due_on=soon(), by=editor)
    to_come = approve(make_submitted_verdict(), publish_at=timezone.now() + timedelta(days=1))
    with pytest.raises(TransitionRefused, match="not public yet"):
        confirm_still_right(publication=to_come, by=editor)


@pytest.mark.parametrize("role", ["reviewer", "administrator", None])
def test_it_is_an_editors_right(role: str | None) -> None:
    publication, somebody = make_publication(), make_user(role)
    with pytest.raises(NotAllowed, match="confirm that a verdict is still right"):
        confirm_still_right(publication=publication, by=somebody)
    with pytest.raises(NotAllowed, match="plan re-checks"):
        plan_recheck(publication=publication, due_on=soon(), by=somebody)
    assert not Recheck.objects.exists()


def test_the_list_holds_what_is_due_and_in_force_the_longest_due_first() -> None:
    now = timezone.now()
    late, later, other = make_due(days_ago=1), make_due(days_ago=9), make_due(days_ago=5)
    plan_recheck(publication=make_publication(), due_on=soon(), by=make_user("editor"))
    suspend_publication(publication=other, by=make_user("editor"), reason="New figures.")
    assert list(rechecks_due(now)) == [later, late]
    assert list(rechecks_due(now + timedelta(days=11)))[:2] == [later, late]
    assert rechecks_due(now + timedelta(days=11)).count() == 3
    assert rechecks_planned().count() == 3


def test_while_a_review_is_taken_up_again_somebody_looks_already() -> None:
    publication = make_due()
    reopen_review(review=publication.review, by=make_user("editor"), reason="New figures.")
    assert not rechecks_due(timezone.now()).exists()


def test_a_changed_article_is_due_until_somebody_looked_after_the_change() -> None:
    publication = published_claim()
    plan_recheck(publication=publication, due_on=soon(), by=make_user("editor"))
    assert not rechecks_due(timezone.now()).exists()
    change(publication.claim.article, REWORDED)
    assert list(rechecks_due(timezone.now())) == [publication]
    confirm_still_right(publication=publication, by=make_user("editor"))
    assert not rechecks_due(timezone.now()).exists()
    change(publication.claim.article, "")
    assert list(rechecks_due(timezone.now())) == [publication]


def test_a_new_verdict_replaces_the_day_of_the_one_before() -> None:
    publication = make_due(published_claim())
    newer = publish_again(publication)
    assert publication.rechecks.get().outcome == RecheckOutcome.REPLACED
    assert not rechecks_due(timezone.now()).filter(pk__in=[publication.pk, newer.pk]).exists()
