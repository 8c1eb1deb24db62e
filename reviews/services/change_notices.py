"""What readers are told when a new verdict takes the place of one that they have read: asked for at the approval."""

from dataclasses import dataclass, replace
from datetime import datetime

from django.utils.timezone import localdate

from reviews.enums import CorrectionKind, EventKind
from reviews.errors import ChangeUnexplained
from reviews.models import Correction, MinorCorrection, Publication
from reviews.replacing import RATING, judged_anew
from reviews.services.corrections import Notice, record_notice

KEEPS_THE_RATING = frozenset({CorrectionKind.CLARIFICATION, CorrectionKind.MINOR})
"""Kinds that say that no conclusion changed."""


@dataclass(frozen=True, slots=True)
class ChangeNotice:
    """Any kind but a retraction, which has no verdict that follows."""

    kind: CorrectionKind
    notice: Notice


def told_since_reopening(replaced: Publication) -> bool:
    """Whether an editor has put a correction of the page on record since its review was reopened."""
    reopened = _reopened_at(replaced)
    return reopened is not None and Correction.objects.filter(publication=replaced, made_at__gte=reopened).exists()


def announce_change(publication: Publication, replaced: Publication | None, change: ChangeNotice | None) -> None:
    """The public record of what the new page changes; part of approving it.

    Raises ChangeUnexplained where rating, finding, period or evidence differ and nothing says so to readers, and for a
    kind that says something else than what happened.
    """
    if replaced is None or MinorCorrection.objects.filter(verdict=publication.verdict_id).exists():
        return
    changed = judged_anew(replaced.payload, publication.payload)
    if change is None:
        if changed and not told_since_reopening(replaced):
            raise ChangeUnexplained(
                f"Readers know this page, and {' and '.join(changed)} changed: say what was wrong or what is new."
            )
        return
    kind = CorrectionKind(change.kind)
    if kind == CorrectionKind.RETRACTION:
        raise ChangeUnexplained("A retraction has no verdict that follows it: choose what this one is.")
    if RATING in changed and kind in KEEPS_THE_RATING:
        raise ChangeUnexplained(
            f"The rating changed, so it is no {kind.label.lower()}: choose an update or a substantive correction."
        )
    # Put right on the day when readers get the page.
    notice = replace(change.notice, fixed_on=localdate(publication.valid_from))
    record_notice(publication, kind, publication.approver, notice, EventKind.CORRECTED)


def _reopened_at(publication: Publication) -> datetime | None:
    reopened = publication.review.events.filter(kind=EventKind.REOPENED)
    return reopened.order_by("-sequence").values_list("at", flat=True).first()
