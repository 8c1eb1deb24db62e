"""What the public pages read besides `reviews.selectors`: corrections, editions, what hangs on an article or source."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.apps import apps
from django.db import connection
from django.db.models import Count, Max, QuerySet, Subquery
from django.db.models.functions import Greatest, Now

from reviews.models import Correction, Publication
from reviews.selectors import came_out


def corrections_of(publication: Publication) -> list[Correction]:
    """Corrections of every edition about the claim that came out, newest first; `told_at`: since when readers know.

    What goes with a page that was approved for a later time is told with it.
    """
    editions = came_out().filter(review=publication.review_id).order_by().values("pk")
    corrections = Correction.objects.filter(publication__in=editions)
    corrections = corrections.annotate(told_at=Greatest("made_at", "publication__valid_from"))
    return list(corrections.order_by("-made_at", "-id"))


def editions_of(publication: Publication) -> list[datetime]:
    """When each edition about the claim came out, oldest first; those that were never public left out."""
    editions = came_out().filter(review=publication.review_id)
    return list(editions.order_by("valid_from", "id").values_list("valid_from", flat=True))


def public_corrections() -> QuerySet[Correction]:
    """Corrections of what is or was public, newest first. The record of a page that comes out later waits for it."""
    corrections = Correction.objects.filter(publication__in=came_out().order_by().values("pk"))
    corrections = corrections.select_related("publication")
    return corrections.defer("publication__payload", "publication__search").order_by("-made_at", "-id")


_NEWEST_CHANGES = 50

_SITE_REVISION = """
    SELECT published.mark, records.mark, (SELECT max(id) FROM reviews_rating),
           (SELECT md5(string_agg(name || ' ' || kept, ',')) FROM reviews_mergedspeaker),
           GREATEST(published.changed_at, records.changed_at)
      FROM (SELECT md5(string_agg(id || ' ' || changed_at, ',')) AS mark, max(changed_at) AS changed_at
              FROM (SELECT id, changed_at FROM reviews_publication WHERE changed_at <= statement_timestamp()
                     ORDER BY changed_at DESC, id DESC LIMIT %s) AS newest) AS published,
           (SELECT md5(string_agg(pgh_id::text, ',')) AS mark, max(pgh_created_at) AS changed_at
              FROM (SELECT pgh_id, pgh_created_at FROM claims_sourcehistory
                     ORDER BY pgh_id DESC LIMIT %s) AS newest) AS records
"""


def site_revision() -> tuple[tuple[str, ...], datetime | None]:
    """What tells whether any list of publications is still the same, and since when it is. One query, of index rows.

    Every change of a publication, its coming out and its end move its `changed_at`. The newest changes are looked at,
    not only the newest one: a change may become visible after one that was begun later, as transactions take their
    time. Sources' names and mergers, those of speakers, and the scale move what the lists are narrowed by.
    """
    with connection.cursor() as cursor:
        cursor.execute(_SITE_REVISION, [_NEWEST_CHANGES, _NEWEST_CHANGES])
        *marks, changed_at = cursor.fetchone()
    return tuple(str(mark or "") for mark in marks), changed_at


@dataclass(frozen=True, slots=True)
class Revision:
    """`count` publications, of which one changed or came out at `latest`; `changed_at`: when anything public did."""

    count: int
    latest: datetime | None
    changed_at: datetime | None


def revision(publications: QuerySet[Publication]) -> Revision:
    """Of the few about an article or a source. One query.

    `changed_at` is for Last-Modified, as in `last_change`: what was suspended is not among them any more. Sources'
    records are looked at too, as the page names some.
    """
    history: QuerySet[Any] = apps.get_model("claims", "SourceHistory").objects.order_by("-pgh_id")
    changes = Publication.objects.filter(changed_at__lte=Now()).order_by("-changed_at").values("changed_at")
    row = publications.order_by().aggregate(
        count=Count("id"),
        latest=Max(Greatest("changed_at", "valid_from")),
        changed_at=Max(Greatest(Subquery(changes[:1]), Subquery(history.values("pgh_created_at")[:1]))),
    )
    return Revision(**row)


def last_change() -> datetime | None:
    """When anything public last changed, came out or left. One query.

    For a list's Last-Modified: when its newest row is suspended, the newest of those that stay is an older one, and
    whoever asks by date alone would be told that nothing has changed.
    """
    return site_revision()[1]
