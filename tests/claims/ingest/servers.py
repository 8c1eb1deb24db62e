"""A web server on this machine, with pages good and bad; only CLAIMDESK_FETCH_ALLOW_HOSTS makes it reachable."""

import gzip
import time
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread

from claims.ingest import fetch

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

ARTICLE = b"""<html lang="en"><head>
<meta property="og:title" content="Bridges closed"><meta name="author" content="Ann Lee"></head><body><article>
<p>More than 120 bridges were closed in 2021, the transport ministry said on Monday.</p>
<p>Repairs cost 3.5 million euros, according to the ministry, which counts them each year in the spring.</p>
</article></body></html>"""

ANSWERS: dict[str, Answer] = {
    "/page": lambda h: send(h, 200, PAGE),
    "/article": lambda h: send(h, 200, ARTICLE),
    "/empty": lambda h: send(h, 200, b"<html></html>"),
    "/plain": lambda h: send(h, 200, b"Plain words.", Content_Type="text/plain"),
    "/packed": lambda h: send(h, 200, gzip.compress(PAGE), Content_Encoding="gzip"),
    "/moved": lambda h: send(h, 302, Location="/article"),
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
        assert isinstance(self.server, Server)
        self.server.seen.append((self.path, self.headers["Host"]))
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

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), Handler)
        self.seen: list[tuple[str, str]] = []

    @property
    def host(self) -> str:
        return f"127.0.0.1:{self.server_port}"

    def address(self, path: str) -> str:
        return f"http://{self.host}{path}"


def serve() -> Iterator[Server]:
    server = Server()
    thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    yield server
    server.shutdown()
    thread.join()
    server.server_close()
