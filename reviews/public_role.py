"""What the database lets public pages read: one list, granted after each migrate, and nothing else.

Public pages and the API run as the role `claimdesk_public` (`reviews.public.reading_role`), which may change nothing
and see nothing but this: no draft, no verdict, no event, nobody's name, no contact, no request. Tables with something
in them that is no reader's business are granted by columns; where a page needs no more than that a row is there, by
the columns that tell.
"""

from typing import Any, Final

from django.db import connections, transaction
from django.db.backends.utils import CursorWrapper

ROLE: Final = "claimdesk_public"

EVERY_COLUMN: Final[tuple[str, ...]] = ()

READABLE: Final[dict[str, tuple[str, ...]]] = {
    # What was published.
    "reviews_publication": EVERY_COLUMN,
    "reviews_publishedsighting": EVERY_COLUMN,
    "reviews_publishedsource": EVERY_COLUMN,
    "reviews_correction": EVERY_COLUMN,
    "reviews_disputedecision": EVERY_COLUMN,
    "reviews_searchword": EVERY_COLUMN,
    "reviews_keptcounts": EVERY_COLUMN,
    "reviews_scale": EVERY_COLUMN,
    "reviews_rating": EVERY_COLUMN,
    # Who publishes and is cited; what sources let us show is asked at each reading.
    "claims_source": EVERY_COLUMN,
    # Under whose name a speaker's record was merged.
    "reviews_mergedspeaker": EVERY_COLUMN,
    # That a record of a source changed, and when; never what it was, by whom or why.
    "claims_sourcehistory": ("pgh_id", "pgh_created_at"),
    # The article's own page: its head, and the text of those that may be shown whole (policies: see the migration).
    "claims_article": (
        *("id", "source_id", "address", "title", "byline", "published_on", "published_origin"),
        *("carrier", "language", "is_sample", "created_at"),
    ),
    "claims_articletext": ("id", "article_id", "number", "text"),
    "claims_credit": ("id", "article_id", "name", "start"),
    # Whether something stands against a publication, or followed it; never by whom or why.
    "claims_claim": ("id", "article_id"),
    "reviews_review": ("id", "claim_id"),
    "reviews_withholding": ("id", "verdict_id", "confirmed_at"),
    "reviews_merge": ("id", "winner_id", "ended_id", "merged_at"),
    "reviews_fullstory": ("id", "publication_id", "address"),
    "reviews_recheck": ("id", "publication_id", "outcome", "done_at"),
}


def grant_what_is_public(sender: Any, using: str = "default", **_: Any) -> None:
    """post_migrate: takes every right on tables from the role, then gives those of the list. Twice changes nothing."""
    with transaction.atomic(using=using), connections[using].cursor() as cursor:
        _grant(cursor)


def _grant(cursor: CursorWrapper) -> None:
    quote = cursor.db.ops.quote_name
    cursor.execute(f"REVOKE ALL ON ALL TABLES IN SCHEMA public FROM {ROLE}")
    # Only what is there: after `migrate claims` alone, or on the way back, some of it is not.
    tables = set(cursor.db.introspection.table_names(cursor, include_views=True))
    for table, columns in READABLE.items():
        if table in tables:
            named = f" ({', '.join(map(quote, columns))})" if columns else ""
            cursor.execute(f"GRANT SELECT{named} ON {quote(table)} TO {ROLE}")
