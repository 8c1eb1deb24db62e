"""What comes after publishing: corrections as public records, and retraction."""

from dataclasses import dataclass
from datetime import date

from django.contrib.auth.models import User
from django.db import transaction
from django.utils.timezone import localdate

from reviews.enums import CorrectionKind, EventKind
from reviews.errors import CorrectionRefused, TransitionRefused
from reviews.models import Correction, Publication, Review
from reviews.permissions import Action, require
from reviews.services.brake import lock_publication, refuse_ended
from reviews.services.events import record_event
from reviews.services.identities import refuse_revealing
from reviews.services.pressed_twice import just_added
from reviews.services.steps import database_now
from reviews.services.wording import required_text


@dataclass(frozen=True, slots=True)
class Notice:
    """What the public is told: what was wrong, what is right, and if known the cause, who noticed and when.

    `fixed_on` None: on the day when it is recorded.
    """

    was: str
    now: str
    cause: str = ""
    noticed_by: str = ""
    reported_on: date | None = None
    fixed_on: date | None = None


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
    fixed_on: date | None = None,
) -> Correction:
    """A public record that belongs to the page; a retraction has its own service, as it ends the page's validity.

    The same by the same person within a minute is the one that is there already: readers are told once.
    """
    require(by, Action.CORRECT)
    if kind == CorrectionKind.RETRACTION:
        raise TransitionRefused("A retraction ends the publication: use “Retract”.")
    current = lock_publication(publication)
    refuse_ended(current)
    refuse_unseen(current)
    notice = Notice(was, now, cause, noticed_by, reported_on, fixed_on)
    known = just_added(Correction.objects.filter(publication=current, kind=kind, made_by=by, **_texts(notice)))
    if known is not None:
        return known
    current.changed_at = database_now()
    current.save(update_fields=["changed_at"])
    return record_notice(current, CorrectionKind(kind), by, notice, EventKind.CORRECTED)


@transaction.atomic
def retract_publication(
    *,
    publication: Publication,
    by: User,
    was: str,
    now: str,
    cause: str = "",
    noticed_by: str = "",
    reported_on: date | None = None,
) -> Correction:
    """End the publication at once, by one editor. The address keeps a page with the notice and no rating."""
    require(by, Action.RETRACT)
    current = lock_publication(publication)
    refuse_ended(current)
    refuse_unseen(current)
    current.valid_until = current.changed_at = database_now()
    current.save(update_fields=["valid_until", "changed_at"])
    notice = Notice(was, now, cause, noticed_by, reported_on)
    return record_notice(current, CorrectionKind.RETRACTION, by, notice, EventKind.RETRACTED)


def refuse_wrong_dates(reported_on: date | None, fixed_on: date) -> None:
    """A mistake is reported before it is put right, and nothing is reported in the future."""
    if reported_on is not None and reported_on > localdate():
        raise CorrectionRefused("It can't have been reported on a day that is still to come.")
    if reported_on is not None and fixed_on < reported_on:
        raise CorrectionRefused("It can't have been put right before it was reported: look at the two dates.")


def refuse_unseen(publication: Publication) -> None:
    """Nobody has seen a page that is to come or held back: it is called off by reopening its review.

    A withheld page says nothing any more, and a notice would only repeat what had to go.
    """
    if publication.waits_for_a_hold:
        raise TransitionRefused(
            "This page is held back, and no reader has seen it: reopen the review, which calls it off."
        )
    if publication.valid_from > database_now():
        raise TransitionRefused("This page is not public yet: reopen the review, which calls it off.")
    if not publication.payload:
        raise TransitionRefused("The text of this page is withheld: it says nothing that could be put right.")


def refuse_revealing_notice(review: Review, notice: Notice) -> None:
    """Raises IdentityRefused where the notice holds the name of a protected source."""
    refuse_revealing(
        review,
        what_was_wrong=notice.was,
        what_is_right=notice.now,
        cause=notice.cause,
        who_noticed=notice.noticed_by,
    )


def record_notice(
    publication: Publication, kind: CorrectionKind, by: User, notice: Notice, event: EventKind
) -> Correction:
    """The public row and its event; the publication's review is locked.

    Raises ReasonMissing, CorrectionRefused, IdentityRefused.
    """
    fixed_on = notice.fixed_on or localdate()
    refuse_wrong_dates(notice.reported_on, fixed_on)
    refuse_revealing_notice(publication.review, notice)
    correction = Correction.objects.create(
        publication=publication,
        kind=kind,
        **_texts(notice),
        reported_on=notice.reported_on,
        fixed_on=fixed_on,
        made_by=by,
    )
    record_event(
        review=publication.review,
        kind=event,
        actor=by,
        payload={"publication": publication.pk, "correction": correction.pk, "kind": kind.value, "now": correction.now},
    )
    return correction


def _texts(notice: Notice) -> dict[str, str]:
    """As the row has them. Raises ReasonMissing."""
    return {
        "was": required_text(notice.was, "Say what the page said."),
        "now": required_text(notice.now, "Say what is right."),
        "cause": notice.cause.strip(),
        "noticed_by": notice.noticed_by.strip(),
    }
