"""What the public pages read besides `reviews.selectors`: corrections, editions, what hangs on an article or source."""

from datetime import datetime

from django.db.models import Count, F, Max, Q, QuerySet
from django.db.models.functions import Greatest, Now

from reviews.models import Correction, Publication

_CAME_OUT = Q(publication__valid_from__lte=Now()) & (
    Q(publication__valid_until=None) | Q(publication__valid_until__gt=F("publication__valid_from"))
)
"""A minor correction is on record from its approval on; its page may come out later, or never."""


def corrections_of(publication: Publication) -> list[Correction]:
    """Corrections of every edition about the claim that came out, newest first."""
    corrections = Correction.objects.filter(_CAME_OUT, publication__review=publication.review_id)
    return list(corrections.order_by("-made_at", "-id"))


def editions_of(publication: Publication) -> list[datetime]:
    """When each edition about the claim came out, oldest first; those that were never public left out."""
    was_seen = Q(valid_until=None) | Q(valid_until__gt=F("valid_from"))
    editions = Publication.objects.filter(was_seen, review=publication.review_id, valid_from__lte=Now())
    return list(editions.order_by("valid_from", "id").values_list("valid_from", flat=True))


def public_corrections() -> QuerySet[Correction]:
    """Corrections of what is or was public, newest first; sample data is not part of the record."""
    corrections = Correction.objects.filter(_CAME_OUT).select_related("publication")
    return corrections.defer("publication__payload", "publication__search").order_by("-made_at", "-id")


def revision(publications: QuerySet[Publication]) -> tuple[int, datetime | None]:
    """How many, and when one of them last changed or came out: tells whether a list is still the same. One query."""
    row = publications.order_by().aggregate(count=Count("id"), latest=Max(Greatest("changed_at", "valid_from")))
    return row["count"], row["latest"]


def last_change() -> datetime | None:
    """When anything public last changed, came out or left. One query.

    For a list's Last-Modified: when its newest row is suspended, the newest of those that stay is an older one, and
    whoever asks by date alone would be told that nothing has changed.
    """
    moments = Publication.objects.annotate(moment=Greatest("changed_at", "valid_from")).filter(moment__lte=Now())
    latest: datetime | None = moments.order_by().aggregate(latest=Max("moment"))["latest"]
    return latest
