"""In which state a publication is, for readers."""

from dataclasses import dataclass
from datetime import date, datetime

from django.utils import timezone

from reviews.enums import CorrectionKind
from reviews.models import Correction, Publication


@dataclass(frozen=True, slots=True)
class State:
    """`as_of`: the day whose page this is, None for the page as it stands now."""

    suspended_at: datetime | None = None
    suspension_reason: str = ""
    retraction: Correction | None = None
    as_of: date | None = None

    @property
    def shows_rating(self) -> bool:
        """Suspended and retracted verdicts have no rating any more, on any page."""
        return self.suspended_at is None and self.retraction is None


def state_of(publication: Publication, corrections: list[Correction], as_of: date | None = None) -> State:
    retractions = [
        item for item in corrections if item.kind == CorrectionKind.RETRACTION and item.publication_id == publication.pk
    ]
    return State(
        suspended_at=publication.suspended_at,
        suspension_reason=publication.suspension_reason,
        retraction=next(iter(retractions), None),
        as_of=as_of,
    )


def has_ended(publication: Publication) -> bool:
    """Replaced or retracted; an end that is still to come does not count."""
    return publication.valid_until is not None and publication.valid_until <= timezone.now()
