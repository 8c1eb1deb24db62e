"""The emergency brake: one editor suspends at once, a second one lifts it.

The row of the suspension says who did what; the publication's columns, which readers of it use, only follow it.
"""

from django.contrib.auth.models import User
from django.db import transaction

from reviews.enums import EventKind
from reviews.errors import TransitionRefused
from reviews.models import Publication, Suspension
from reviews.permissions import Action, require
from reviews.services.events import record_event
from reviews.services.identities import refuse_revealing
from reviews.services.steps import database_now, lock
from reviews.services.wording import required_text


@transaction.atomic
def suspend_publication(*, publication: Publication, by: User, reason: str) -> Publication:
    """The rating leaves every output at once; the page says “under re-examination since …”."""
    require(by, Action.SUSPEND)
    current = lock_publication(publication)
    if current.suspended_at is not None:
        raise TransitionRefused(f"This publication is suspended already, by {current.suspended_by}.")
    refuse_ended(current)
    refuse_revealing(current.review, reason=reason)
    current.suspension_reason = required_text(reason, "Say why the publication is suspended.")
    current.suspended_at = database_now()
    current.changed_at = max(current.suspended_at, current.valid_from)
    current.suspended_by = by
    Suspension.objects.create(
        publication=current, suspended_by=by, suspended_at=current.suspended_at, reason=current.suspension_reason
    )
    current.save(update_fields=["suspended_at", "suspended_by", "suspension_reason", "changed_at"])
    record_event(
        review=current.review,
        kind=EventKind.SUSPENDED,
        actor=by,
        payload={"publication": current.pk, "reason": current.suspension_reason},
    )
    return current


@transaction.atomic
def lift_suspension(*, publication: Publication, by: User) -> Publication:
    """The page stands again as it was. Raises FourEyesRefused for whoever suspended it or wrote the verdict."""
    current = lock_publication(publication)
    require(by, Action.LIFT, current)
    if current.suspended_at is None:
        raise TransitionRefused("This publication is not suspended: there is nothing to lift.")
    payload = {"publication": current.pk, "suspended_by": current.suspended_by_id}
    lifted_at = database_now()
    current.changed_at = max(lifted_at, current.valid_from)
    current.suspensions.filter(lifted_at=None).update(lifted_by=by, lifted_at=lifted_at)
    current.suspended_at, current.suspended_by, current.suspension_reason = None, None, ""
    current.save(update_fields=["suspended_at", "suspended_by", "suspension_reason", "changed_at"])
    record_event(review=current.review, kind=EventKind.SUSPENSION_LIFTED, actor=by, payload=payload)
    return current


def lock_publication(publication: Publication) -> Publication:
    """The publication as it is now. Its review is locked, which every change to a publication locks first."""
    lock(publication.review)
    return Publication.objects.select_related("review").get(pk=publication.pk)


def refuse_ended(publication: Publication) -> None:
    """Raises TransitionRefused where the publication has ended. One that another follows at a set time still stands."""
    if publication.valid_until is not None and publication.valid_until <= database_now():
        raise TransitionRefused("This publication has ended: the public sees another one, or a retraction.")
