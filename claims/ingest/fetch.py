"""Fetches one page from the open internet, within bounds: no private server, no endless page, no slow drip."""

import socket
import ssl
import threading
import time
from collections.abc import Collection, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from email.message import Message
from http import HTTPStatus
from http.client import HTTPException
from urllib.parse import urljoin

from urllib3.connection import HTTPConnection, HTTPSConnection
from urllib3.exceptions import ConnectTimeoutError, HTTPError, NewConnectionError
from urllib3.response import HTTPResponse

from claims.errors import FetchFailed, FetchRefused
from claims.ingest.hosts import Target, find_target

DEADLINE = 20.0
"""Seconds for the whole way over all redirects."""
MOST_BYTES = 5 * 1024 * 1024
"""Of the unpacked page."""
MOST_REDIRECTS = 5
CONTENT_TYPES = frozenset({"text/html", "application/xhtml+xml", "text/plain"})
REDIRECTS = frozenset({301, 302, 303, 307, 308})
# Too many requests, or the server's own trouble: worth another try.
TEMPORARY = frozenset({429, 500, 502, 503, 504})
CHUNK = 64 * 1024
HEADERS = {
    "User-Agent": "Claimdesk (fact-checking; fetches single articles for review)",
    "Accept": "text/html, application/xhtml+xml, text/plain;q=0.8",
    "Accept-Encoding": "gzip, deflate",
    "Connection": "close",
}


@dataclass(frozen=True, slots=True)
class Fetched:
    """`address` is where the page was found after redirects; `charset` is what the server said, or empty."""

    address: str
    body: bytes
    content_type: str
    charset: str


def fetch_page(
    address: str,
    *,
    allowed_hosts: Collection[str] = (),
    deadline: float = DEADLINE,
    most_bytes: int = MOST_BYTES,
) -> Fetched:
    """The page's bytes. Each redirect is checked as the first address was.

    Raises FetchRefused, saying why; FetchFailed where a later try may succeed.
    """
    ends = time.monotonic() + deadline
    for _ in range(MOST_REDIRECTS + 1):
        target = find_target(address, allowed_hosts)
        found = _first_answer(target, ends, most_bytes)
        if isinstance(found, Fetched):
            return found
        address = urljoin(target.url, found)
    raise FetchRefused(f"The page led on more than {MOST_REDIRECTS} times: name the address where it ends.")


def _first_answer(target: Target, ends: float, most_bytes: int) -> Fetched | str:
    """The page, or the address that it leads on to. Tries the server's addresses until one answers the call."""
    problem: HTTPError | None = None
    for ip in target.addresses:
        _refuse_late(target, ends)
        try:
            with _response(target, ip, ends) as response:
                return _read(target, response, ends, most_bytes)
        except (NewConnectionError, ConnectTimeoutError) as error:
            problem = error
        except (HTTPError, HTTPException, OSError, ValueError) as error:
            # A certificate of another name is a ValueError of urllib3's; others come of nonsense in place of HTTP.
            _refuse_late(target, ends)
            raise FetchFailed(f"{target.host} could not be read: {error}.") from error
    raise FetchFailed(f"{target.host} does not answer: try later, or paste the text.") from problem


@contextmanager
def _response(target: Target, ip: str, ends: float) -> Iterator[HTTPResponse]:
    """Connects to the very address that was checked; the certificate must still be that of the name."""
    patience = ends - time.monotonic()
    connection: HTTPConnection
    if target.scheme == "https":
        context = ssl.create_default_context()
        connection = HTTPSConnection(
            ip,
            target.port,
            timeout=patience,
            ssl_context=context,
            server_hostname=target.host,
            assert_hostname=target.host,
        )
    else:
        connection = HTTPConnection(ip, target.port, timeout=patience)
    # A time-out of the socket starts anew with each byte; this one does not.
    cut = threading.Timer(patience, _shut, [connection])
    cut.daemon = True
    cut.start()
    try:
        connection.connect()
        headers = HEADERS | {"Host": target.netloc}
        connection.request("GET", target.path, headers=headers, preload_content=False)
        with closing(connection.getresponse()) as response:
            yield response
    finally:
        cut.cancel()
        connection.close()


def _shut(connection: HTTPConnection) -> None:
    if connection.sock is not None:
        try:
            connection.sock.shutdown(socket.SHUT_RDWR)
        except OSError:
            return  # Closed meanwhile: what was wanted.


def _read(target: Target, response: HTTPResponse, ends: float, most_bytes: int) -> Fetched | str:
    if response.status in REDIRECTS and (onward := response.headers.get("Location")):
        return onward
    if response.status != HTTPStatus.OK:
        reason = response.reason or "no reason given"
        refusal = FetchFailed if response.status in TEMPORARY else FetchRefused
        raise refusal(f"{target.host} answered {response.status} ({reason}): open the page and paste its text.")
    content_type, charset = _content_type(response)
    if content_type not in CONTENT_TYPES:
        raise FetchRefused(f"{target.url} is {content_type or 'of unknown type'}, not a page of text.")
    return Fetched(target.url, _body(target, response, ends, most_bytes), content_type, charset)


def _content_type(response: HTTPResponse) -> tuple[str, str]:
    header = Message()
    header["Content-Type"] = response.headers.get("Content-Type") or "unknown/unknown"
    return header.get_content_type(), str(header.get_param("charset") or "")


def _body(target: Target, response: HTTPResponse, ends: float, most_bytes: int) -> bytes:
    """`read1` returns what has come, so that the deadline is looked at between two drips."""
    body = bytearray()
    while chunk := response.read1(CHUNK, decode_content=True):
        body += chunk
        if len(body) > most_bytes:
            raise FetchRefused(f"{target.url} is larger than {most_bytes // 1024:,} KB: paste the article's text.")
        _refuse_late(target, ends)
    _refuse_late(target, ends)
    return bytes(body)


def _refuse_late(target: Target, ends: float) -> None:
    if time.monotonic() >= ends:
        raise FetchFailed(f"{target.host} took too long to send the page: try later, or paste the text.")
