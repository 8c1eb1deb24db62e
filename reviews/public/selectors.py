"""What the public pages read besides `reviews.selectors`: corrections, editions, what hangs on an article or source."""

from datetime import datetime

from django.db import connection
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


_NEWEST_CHANGES = 50

_SITE_REVISION = """
    SELECT md5(string_agg(id || ' ' || changed_at, ',')), max(changed_at),
           (SELECT count(*) FILTER (WHERE lifted_at IS NULL AND (until IS NULL OR until > statement_timestamp()))
                   || ' ' || count(*) FROM reviews_hold),
           (SELECT max(ended_at) FROM (SELECT least(lifted_at, until) AS ended_at FROM reviews_hold) AS hold
             WHERE ended_at <= statement_timestamp())
      FROM (SELECT id, changed_at FROM reviews_publication WHERE changed_at <= statement_timestamp()
             ORDER BY changed_at DESC, id DESC LIMIT %s) AS newest
"""


def site_revision() -> tuple[tuple[str, str], datetime | None]:
    """What tells whether any list of publications is still the same, and since when it is. One query, of 50 index rows.

    Every change of a publication, its coming out and its end move its `changed_at`. The newest changes are looked at,
    not only the newest one: a change may become visible after one that was begun later, as transactions take their
    time. What a hold stopped comes out when the hold ends.
    """
    with connection.cursor() as cursor:
        cursor.execute(_SITE_REVISION, [_NEWEST_CHANGES])
        newest, changed_at, holds, hold_ended_at = cursor.fetchone()
    return (newest or "", holds), max((at for at in (changed_at, hold_ended_at) if at), default=None)


def revision(publications: QuerySet[Publication]) -> tuple[int, datetime | None]:
    """How many, and when one of them last changed or came out: for the few about an article or a source. One query."""
    row = publications.order_by().aggregate(count=Count("id"), latest=Max(Greatest("changed_at", "valid_from")))
    return row["count"], row["latest"]


def last_change() -> datetime | None:
    """When anything public last changed, came out or left. One query.

    For a list's Last-Modified: when its newest row is suspended, the newest of those that stay is an older one, and
    whoever asks by date alone would be told that nothing has changed.
    """
    return site_revision()[1]
