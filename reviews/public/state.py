"""In which state a publication is, for readers."""

from dataclasses import dataclass
from datetime import date, datetime

from django.utils import timezone

from reviews.enums import CorrectionKind
from reviews.models import Correction, Publication, Withholding
from reviews.public.merged import Successor, successor_of


@dataclass(frozen=True, slots=True)
class State:
    """`as_of`: the day whose page this is, None for the page as it stands now; `merged`: where it leads instead."""

    suspended_at: datetime | None = None
    retraction: Correction | None = None
    merged: Successor | None = None
    withheld_at: datetime | None = None
    as_of: date | None = None

    @property
    def shows_rating(self) -> bool:
        """Suspended, retracted, merged and withheld verdicts have no rating any more, on any page."""
        return self.suspended_at is None and self.retraction is None and not self.merged and not self.withheld_at

    @property
    def leads_on(self) -> bool:
        """Whether its article and sources have pages for sure: what is not in force may be all that named them."""
        return self.shows_rating and self.as_of is None


def state_of(publication: Publication, corrections: list[Correction], as_of: date | None = None) -> State:
    """No query of its own for a page that is in force."""
    retractions = [
        item for item in corrections if item.kind == CorrectionKind.RETRACTION and item.publication_id == publication.pk
    ]
    retraction = next(iter(retractions), None)
    return State(
        merged=successor_of(publication) if has_ended(publication) and not retraction and as_of is None else None,
        withheld_at=withheld_since(publication),
        suspended_at=publication.suspended_at,
        retraction=retraction,
        as_of=as_of,
    )


def withheld_since(publication: Publication) -> datetime | None:
    """Since when its text is gone; None for a page that has one, without a query."""
    if publication.payload:
        return None
    withheld = Withholding.objects.filter(verdict=publication.verdict_id, confirmed_at__isnull=False)
    return withheld.order_by("confirmed_at").values_list("confirmed_at", flat=True).first()


def has_ended(publication: Publication) -> bool:
    """Replaced or retracted; an end that is still to come does not count."""
    return publication.valid_until is not None and publication.valid_until <= timezone.now()
