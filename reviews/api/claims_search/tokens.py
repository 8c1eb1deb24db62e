"""Page tokens: the row that a page ended with, bound to the other parameters of its request."""

import base64
import binascii
import hashlib

from django.http import QueryDict

from reviews.public.paging import Cursor

BOUND_TO = ("query", "languageCode", "reviewPublisherSiteFilter", "maxAgeDays", "sample")


def make_token(cursor: str, query: QueryDict) -> str:
    return base64.urlsafe_b64encode(f"{cursor}.{_digest(query)}".encode()).decode().rstrip("=")


def read_token(token: str, query: QueryDict) -> Cursor | None:
    """The cursor; None for anything that `make_token` did not write for these parameters."""
    try:
        text = base64.b64decode(token + "=" * (-len(token) % 4), altchars=b"-_", validate=True).decode("ascii")
    except (binascii.Error, ValueError):
        return None
    cursor, _, digest = text.partition(".")
    return Cursor.read(cursor) if digest == _digest(query) else None


def _digest(query: QueryDict) -> str:
    return hashlib.sha256(repr([query.get(name, "") for name in BOUND_TO]).encode()).hexdigest()[:12]
