"""Fetching from a real server on this machine, which only the setting for allowed hosts makes reachable."""

import socket

import pytest

from claims.errors import FetchFailed, FetchRefused
from claims.ingest import fetch
from claims.ingest.fetch import fetch_page
from tests.claims.ingest.servers import PAGE, Server


def get(server: Server, path: str, **options: float) -> fetch.Fetched:
    return fetch_page(server.address(path), allowed_hosts=[server.host], **options)  # type: ignore[arg-type]


def test_a_page_is_fetched_with_its_type_and_charset(server: Server) -> None:
    found = get(server, "/page?id=7")
    assert (found.body, found.content_type, found.charset) == (PAGE, "text/html", "utf-8")
    assert found.address == server.address("/page?id=7")
    assert server.seen == [("/page?id=7", server.host)]


def test_plain_and_packed_pages_are_read(server: Server) -> None:
    assert get(server, "/plain").body == b"Plain words."
    assert get(server, "/packed").body == PAGE


def test_a_redirect_is_followed_to_its_end(server: Server) -> None:
    assert get(server, "/moved").address == server.address("/article")


@pytest.mark.parametrize("path", ["/to-metadata", "/to-file", "/to-neighbour"])
def test_a_redirect_is_checked_as_the_first_address_was(server: Server, path: str) -> None:
    with pytest.raises(FetchRefused):
        get(server, path)
    assert len(server.seen) == 1


def test_redirects_end_after_five(server: Server) -> None:
    with pytest.raises(FetchRefused, match="more than 5 times"):
        get(server, "/loop")
    assert len(server.seen) == 1 + fetch.MOST_REDIRECTS


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
    with pytest.raises(FetchFailed, match="too long"):
        get(server, path, deadline=0.5)


def test_a_silent_port_is_a_failure_that_may_pass() -> None:
    with socket.socket() as silent:
        silent.bind(("127.0.0.1", 0))  # Ours, and nobody listens there.
        host = f"127.0.0.1:{silent.getsockname()[1]}"
        with pytest.raises(FetchFailed, match="does not answer"):
            fetch_page(f"http://{host}/", allowed_hosts=[host])


def test_without_the_setting_this_machine_is_not_reachable(server: Server) -> None:
    with pytest.raises(FetchRefused):
        fetch_page(server.address("/page"))
    assert server.seen == []
