"""Looking again at what is published: a day for it, a later day, or “still right”."""

from datetime import date

from django.contrib.auth.models import User
from django.db import transaction
from django.utils.timezone import localdate

from reviews.enums import EventKind, RecheckOutcome, RecheckReason
from reviews.errors import TransitionRefused
from reviews.models import Publication, Recheck
from reviews.permissions import Action, require
from reviews.recheck_rules import first_recheck
from reviews.rechecks import open_recheck
from reviews.services.brake import lock_publication, refuse_ended
from reviews.services.events import record_event
from reviews.services.identities import refuse_revealing
from reviews.services.steps import database_now


@transaction.atomic
def plan_recheck(*, publication: Publication, due_on: date, by: User, note: str = "") -> Recheck:
    """From that day on the verdict is on the list of re-checks, today included; a day set before is postponed to it."""
    require(by, Action.PLAN_RECHECK)
    current = lock_publication(publication)
    refuse_ended(current)
    if due_on < localdate():
        raise TransitionRefused("This day is past: choose today or a later one.")
    refuse_revealing(current.review, note=note)
    before = open_recheck(current)
    if before is not None:
        _done(before, RecheckOutcome.POSTPONED, by)
    planned = _plan(current, due_on, before.reason if before else RecheckReason.CHOSEN, by, note)
    kind = EventKind.RECHECK_POSTPONED if before else EventKind.RECHECK_PLANNED
    payload = {"publication": current.pk, "due_on": due_on.isoformat(), "note": planned.note}
    record_event(review=current.review, kind=kind, actor=by, payload=payload)
    return planned


@transaction.atomic
def confirm_still_right(
    *, publication: Publication, by: User, again_on: date | None = None, note: str = ""
) -> Recheck | None:
    """Looked at again and found right; the public page says so. Returns the re-check planned for `again_on`.

    Raises FourEyesRefused for who had a hand in it, TransitionRefused for what is suspended or ended.
    """
    current = lock_publication(publication)
    require(by, Action.CONFIRM_STILL_RIGHT, current)
    refuse_ended(current)
    if current.suspended_at is not None or not current.payload:
        raise TransitionRefused("This verdict is not in force: it can't be confirmed as still right.")
    if current.valid_from > database_now():
        raise TransitionRefused("This page is not public yet: there is nothing to look at again.")
    if again_on is not None:
        _refuse_at_once(again_on)
    refuse_revealing(current.review, note=note)
    looked = open_recheck(current) or _plan(current, localdate(), RecheckReason.CHOSEN, by, note)
    _done(looked, RecheckOutcome.CONFIRMED, by)
    current.changed_at = database_now()
    current.save(update_fields=["changed_at"])
    payload = {
        "publication": current.pk,
        "again_on": again_on.isoformat() if again_on else None,
        "note": note.strip(),
    }
    record_event(review=current.review, kind=EventKind.RECHECK_CONFIRMED, actor=by, payload=payload)
    return _plan(current, again_on, RecheckReason.CHOSEN, by, note) if again_on else None


def plan_after_approval(*, publication: Publication, by: User, chosen: date | None) -> Recheck | None:
    """The approver's day, else that of the rule; days set for earlier editions are done. Approving tells the log."""
    earlier = Recheck.objects.filter(publication__review=publication.review_id, outcome="")
    for recheck in earlier:
        _done(recheck, RecheckOutcome.REPLACED, by)
    today = localdate(publication.valid_from)
    if chosen is not None:
        _refuse_at_once(chosen)
        return _plan(publication, chosen, RecheckReason.CHOSEN, by)
    rule = first_recheck(kind=publication.kind, period_to=publication.payload["period"]["to"], today=today)
    return _plan(publication, *rule, by) if rule else None


def _plan(publication: Publication, due_on: date, reason: str, by: User, note: str = "") -> Recheck:
    values = {"due_on": due_on, "reason": reason, "note": note.strip(), "planned_by": by}
    return Recheck.objects.create(publication=publication, **values)


def _done(recheck: Recheck, outcome: RecheckOutcome, by: User) -> None:
    recheck.outcome, recheck.done_by, recheck.done_at = outcome, by, database_now()
    recheck.save(update_fields=["outcome", "done_by", "done_at"])


def _refuse_at_once(day: date) -> None:
    if day <= localdate():
        raise TransitionRefused("The re-check would be due already: choose a later day.")
