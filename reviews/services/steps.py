"""What every change of state shares: lock the review, check the step, change the stage, write the event."""

from datetime import datetime
from typing import Any

from django.contrib.auth.models import User
from django.db import connection

from reviews.enums import EventKind, Stage
from reviews.errors import TransitionRefused
from reviews.models import Review
from reviews.services.events import record_event
from reviews.workflow import RULES, Step, is_legal, target

NO_LEASE: dict[str, Any] = {"lease_holder": None, "lease_until": None}
NO_WAIT: dict[str, Any] = {"wait_until": None, "wait_for": ""}


def lock(review: Review) -> Review:
    """The review as it is now, locked until the transaction ends."""
    return Review.objects.select_for_update(of=("self",)).select_related("claim", "assignee").get(pk=review.pk)


def database_now() -> datetime:
    """The database's clock: leases are set and compared by it alone, whatever the web servers' clocks say."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT statement_timestamp()")
        now: datetime = cursor.fetchone()[0]
    return now


def guard(review: Review, step: Step) -> None:
    """Raises TransitionRefused unless `workflow.STEPS` allows the step from the locked review's stage."""
    if is_legal(step, review.stage):
        return
    rule = RULES[step]
    needed = " or ".join(f"“{stage.label}”" for stage in rule.sources)
    raise TransitionRefused(
        f"The review of “{review.claim}” is in the stage “{Stage(review.stage).label}”. {rule.says} "
        f"That is possible only while it is {needed}. Reload to see what happened meanwhile."
    )


def move(
    review: Review,
    step: Step,
    *,
    actor: User | None,
    event: EventKind,
    payload: dict[str, Any] | None = None,
    **changes: Any,
) -> Review:
    """Take the step: guard, change, event. `review` is locked; `changes` are further columns of it."""
    guard(review, step)
    before, held_by = review.stage, _holder(review)
    review.stage = target(step)
    if before != review.stage:
        changes["stage_changed_at"] = database_now()
    for name, value in changes.items():
        setattr(review, name, value)
    review.save(update_fields=["stage", *changes])
    moved = {"step": step.value, "from": before, "to": review.stage}
    record_event(review=review, kind=event, actor=actor, payload=moved | (payload or {}), held_by=held_by)
    return review


def _holder(review: Review) -> int | None:
    """Whose work the locked review is: its assignee's, else that of who is editing it."""
    if review.assignee_id is not None or review.lease_until is None:
        return review.assignee_id
    return review.lease_holder_id if review.lease_until > database_now() else None
