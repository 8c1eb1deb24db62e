"""Public pages read as a database role that may see nothing but what is published (`reviews.public_role`)."""

import re
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from typing import Final, cast

from django.db import connection, transaction
from django.http import HttpRequest, HttpResponse, StreamingHttpResponse
from psycopg.pq import TransactionStatus

from reviews.public.languages import without_language
from reviews.public.middleware import READING, STAFF_PATHS
from reviews.public_role import ROLE

HEALTH_PATHS: Final = ("/healthz", "/readyz")

SENDERS_PAGES: Final = (re.compile(r"/submit/[0-9a-f-]{36}/"), re.compile(r"/disputes/[0-9a-f-]{36}/"))
"""What became of a reader's own request or dispute, for whoever has its address: nobody else's page reads those tables.

With the writes of `middleware.READERS_WRITES` these are all that a reader reaches beyond what is published.
"""


class PublicRoleMiddleware:
    """Innermost of all: around the view, and around its body where that is read from the database while it is sent."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if not reads_as_the_public(request):
            return self.get_response(request)
        with public_role():
            response = self.get_response(request)
        if response.streaming:
            streamed = cast("StreamingHttpResponse", response)
            streamed.streaming_content = _read_later(cast("Iterable[bytes]", streamed.streaming_content))
        return response


def reads_as_the_public(request: HttpRequest) -> bool:
    """Whatever is not staff's, a probe of the service manager or a reader's own: also an address that leads nowhere."""
    path = request.path_info
    if request.method not in READING or path.startswith(STAFF_PATHS) or path in HEALTH_PATHS:
        return False
    return not any(page.fullmatch(without_language(path)) for page in SENDERS_PAGES)


@contextmanager
def public_role() -> Iterator[None]:
    """A transaction as the public's role; afterwards the connection is what it was, after an error too.

    Costs one statement besides BEGIN and COMMIT, which give the role back. Inside another transaction (in tests) the
    role is given back by a statement of its own. Neither passes Django's cursors, so both are in no count of queries.
    """
    if connection.in_atomic_block:
        with _until_given_back():
            yield
    else:
        with transaction.atomic():
            _take()
            yield


@contextmanager
def _until_given_back() -> Iterator[None]:
    _take()
    try:
        yield
    finally:
        # After an error the transaction can do nothing but end, and the role ends with it.
        if connection.connection.info.transaction_status == TransactionStatus.INTRANS:
            connection.connection.execute("RESET ROLE")


def _take() -> None:
    connection.ensure_connection()
    connection.connection.execute(f"SET LOCAL ROLE {ROLE}")


def _read_later(chunks: Iterable[bytes]) -> Iterator[bytes]:
    """Each body in a transaction of its own, which ends with it, also where the reader goes away in the middle."""
    with public_role():
        yield from chunks
