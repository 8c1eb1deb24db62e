"""What comes after publishing: corrections as public records, and retraction."""

from dataclasses import dataclass
from datetime import date

from django.contrib.auth.models import User
from django.db import transaction

from reviews.enums import CorrectionKind, EventKind
from reviews.errors import TransitionRefused
from reviews.models import Correction, Publication
from reviews.permissions import Action, require
from reviews.services.brake import lock_publication, refuse_ended
from reviews.services.events import record_event
from reviews.services.steps import database_now
from reviews.services.wording import required_text


@dataclass(frozen=True, slots=True)
class Notice:
    """What the public is told: what was wrong, what is right, and if known the cause, who noticed and when."""

    was: str
    now: str
    cause: str = ""
    noticed_by: str = ""
    reported_on: date | None = None


@transaction.atomic
def record_correction(
    *,
    publication: Publication,
    kind: CorrectionKind,
    by: User,
    was: str,
    now: str,
    cause: str = "",
    noticed_by: str = "",
    reported_on: date | None = None,
) -> Correction:
    """A public record that belongs to the page; a retraction has its own service, as it ends the page's validity."""
    require(by, Action.CORRECT)
    if kind == CorrectionKind.RETRACTION:
        raise TransitionRefused("A retraction ends the publication: use “Retract”.")
    current = lock_publication(publication)
    refuse_ended(current)
    _refuse_unseen(current)
    current.changed_at = database_now()
    current.save(update_fields=["changed_at"])
    notice = Notice(was, now, cause, noticed_by, reported_on)
    return _insert(current, CorrectionKind(kind), by, notice, EventKind.CORRECTED)


@transaction.atomic
def retract_publication(
    *, publication: Publication, by: User, was: str, now: str, cause: str = "", noticed_by: str = ""
) -> Correction:
    """End the publication at once, by one editor. The address keeps a page with the notice and no rating."""
    require(by, Action.RETRACT)
    current = lock_publication(publication)
    refuse_ended(current)
    _refuse_unseen(current)
    current.valid_until = current.changed_at = database_now()
    current.save(update_fields=["valid_until", "changed_at"])
    notice = Notice(was, now, cause, noticed_by)
    return _insert(current, CorrectionKind.RETRACTION, by, notice, EventKind.RETRACTED)


def _refuse_unseen(publication: Publication) -> None:
    """Nobody has seen a page that is still to be published: it is called off by reopening its review."""
    if publication.valid_from > database_now():
        raise TransitionRefused("This page is not public yet: reopen the review, which calls it off.")


def _insert(publication: Publication, kind: CorrectionKind, by: User, notice: Notice, event: EventKind) -> Correction:
    correction = Correction.objects.create(
        publication=publication,
        kind=kind,
        was=required_text(notice.was, "Say what the page said."),
        now=required_text(notice.now, "Say what is right."),
        cause=notice.cause.strip(),
        noticed_by=notice.noticed_by.strip(),
        reported_on=notice.reported_on,
        made_by=by,
    )
    record_event(
        review=publication.review,
        kind=event,
        actor=by,
        payload={"publication": publication.pk, "correction": correction.pk, "kind": kind.value, "now": correction.now},
    )
    return correction
