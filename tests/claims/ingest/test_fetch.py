"""Fetching from a real server on this machine, which only the setting for allowed hosts makes reachable."""

import gzip
import socket
import time
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread

import pytest

from claims.errors import FetchFailed, FetchRefused
from claims.ingest import fetch
from claims.ingest.fetch import fetch_page

PAGE = b"<html><body><p>More than 120 bridges were closed in 2021.</p></body></html>"
Answer = Callable[[BaseHTTPRequestHandler], object]


def send(handler: BaseHTTPRequestHandler, status: int, body: bytes = b"", **headers: str) -> None:
    handler.send_response(status)
    for name, value in ({"Content_Type": "text/html; charset=utf-8"} | headers).items():
        handler.send_header(name.replace("_", "-"), value)
    handler.end_headers()
    handler.wfile.write(body)


def drip(handler: BaseHTTPRequestHandler, *, after: bytes) -> None:
    """One byte at a time, each well before any time-out of the socket."""
    handler.wfile.write(after)
    for _ in range(200):
        handler.wfile.write(b"x")
        handler.wfile.flush()
        time.sleep(0.05)


START = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n"
BOMB = gzip.compress(b"\0" * 50 * 1024 * 1024)

ANSWERS: dict[str, Answer] = {
    "/page": lambda h: send(h, 200, PAGE),
    "/plain": lambda h: send(h, 200, b"Plain words.", Content_Type="text/plain"),
    "/packed": lambda h: send(h, 200, gzip.compress(PAGE), Content_Encoding="gzip"),
    "/moved": lambda h: send(h, 302, Location="/page"),
    "/loop": lambda h: send(h, 302, Location="/loop"),
    "/to-metadata": lambda h: send(h, 302, Location="http://169.254.169.254/latest/"),
    "/to-file": lambda h: send(h, 302, Location="file:///etc/passwd"),
    "/to-neighbour": lambda h: send(h, 307, Location="http://127.0.0.1:1/"),
    "/missing": lambda h: send(h, 404),
    "/busy": lambda h: send(h, 503),
    "/pdf": lambda h: send(h, 200, b"%PDF-1.7", Content_Type="application/pdf"),
    "/untyped": lambda h: send(h, 200, PAGE, Content_Type=""),
    "/large": lambda h: send(h, 200, b"x" * (fetch.MOST_BYTES + 1)),
    "/bomb": lambda h: send(h, 200, BOMB, Content_Encoding="gzip"),
    "/slow-body": lambda h: drip(h, after=START + b"\r\n"),
    "/slow-head": lambda h: drip(h, after=START + b"X-Filler: "),
    "/broken": lambda h: h.wfile.write(b"this is no HTTP\r\n\r\n"),
}


class Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.0"

    def do_GET(self) -> None:
        self.server.seen.append((self.path, self.headers["Host"]))  # type: ignore[attr-defined]
        ANSWERS[self.path.partition("?")[0]](self)

    def log_message(self, *args: object) -> None:
        """Quiet."""

    def handle(self) -> None:
        try:
            super().handle()
        except (BrokenPipeError, ConnectionResetError):
            self.close_connection = True  # The reader left, as it should.


class Server(ThreadingHTTPServer):
    daemon_threads = True

    @property
    def host(self) -> str:
        return f"127.0.0.1:{self.server_port}"

    def address(self, path: str) -> str:
        return f"http://{self.host}{path}"


@pytest.fixture
def server() -> Iterator[Server]:
    server = Server(("127.0.0.1", 0), Handler)
    server.seen = []  # type: ignore[attr-defined]
    thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    yield server
    server.shutdown()
    thread.join()
    server.server_close()


def get(server: Server, path: str, **options: float) -> fetch.Fetched:
    return fetch_page(server.address(path), allowed_hosts=[server.host], **options)  # type: ignore[arg-type]


def test_a_page_is_fetched_with_its_type_and_charset(server: Server) -> None:
    found = get(server, "/page?id=7")
    assert (found.body, found.content_type, found.charset) == (PAGE, "text/html", "utf-8")
    assert found.address == server.address("/page?id=7")
    assert server.seen == [("/page?id=7", server.host)]  # type: ignore[attr-defined]


def test_plain_and_packed_pages_are_read(server: Server) -> None:
    assert get(server, "/plain").body == b"Plain words."
    assert get(server, "/packed").body == PAGE


def test_a_redirect_is_followed_to_its_end(server: Server) -> None:
    assert get(server, "/moved").address == server.address("/page")


@pytest.mark.parametrize("path", ["/to-metadata", "/to-file", "/to-neighbour"])
def test_a_redirect_is_checked_as_the_first_address_was(server: Server, path: str) -> None:
    with pytest.raises(FetchRefused):
        get(server, path)
    assert len(server.seen) == 1  # type: ignore[attr-defined]


def test_redirects_end_after_five(server: Server) -> None:
    with pytest.raises(FetchRefused, match="more than 5 times"):
        get(server, "/loop")
    assert len(server.seen) == 1 + fetch.MOST_REDIRECTS  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    ("path", "says"),
    [
        ("/missing", "404"),
        ("/pdf", "application/pdf"),
        ("/untyped", "not a page of text"),
        ("/large", "larger than"),
        ("/bomb", "larger than"),
    ],
)
def test_what_is_no_page_is_refused_for_good(server: Server, path: str, says: str) -> None:
    with pytest.raises(FetchRefused, match=says) as caught:
        get(server, path)
    assert not isinstance(caught.value, FetchFailed)


@pytest.mark.parametrize("path", ["/busy", "/broken"])
def test_trouble_that_may_pass_is_worth_another_try(server: Server, path: str) -> None:
    with pytest.raises(FetchFailed):
        get(server, path)


@pytest.mark.parametrize("path", ["/slow-body", "/slow-head"])
def test_the_deadline_holds_against_a_drip(server: Server, path: str) -> None:
    began = time.monotonic()
    with pytest.raises(FetchFailed, match="too long"):
        get(server, path, deadline=0.5)
    assert time.monotonic() - began < 2


def test_a_silent_port_is_a_failure_that_may_pass() -> None:
    with socket.socket() as silent:
        silent.bind(("127.0.0.1", 0))  # Ours, and nobody listens there.
        host = f"127.0.0.1:{silent.getsockname()[1]}"
        with pytest.raises(FetchFailed, match="does not answer"):
            fetch_page(f"http://{host}/", allowed_hosts=[host])


def test_without_the_setting_this_machine_is_not_reachable(server: Server) -> None:
    with pytest.raises(FetchRefused):
        fetch_page(server.address("/page"))
    assert server.seen == []  # type: ignore[attr-defined]
