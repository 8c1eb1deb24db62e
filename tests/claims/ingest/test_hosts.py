"""The attack list: every way known to us to make a server fetch from its own network."""

import socket
from typing import Any

import pytest

from claims.errors import FetchFailed, FetchRefused
from claims.ingest.hosts import find_target, is_public

PUBLIC = "93.184.215.14"


@pytest.fixture
def names(monkeypatch: pytest.MonkeyPatch) -> dict[str, list[str]]:
    """What the name service answers; other names are looked up for real, which needs no network for numbers."""
    known: dict[str, list[str]] = {}
    real = socket.getaddrinfo

    def answer(host: str, port: int, **options: Any) -> list[Any]:
        if host in known:
            return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (ip, port)) for ip in known[host]]
        return list(real(host, port, flags=socket.AI_NUMERICHOST, type=options["type"]))

    monkeypatch.setattr(socket, "getaddrinfo", answer)
    return known


@pytest.mark.parametrize(
    "address",
    [
        "http://127.0.0.1/",
        "http://127.1/",
        "http://2130706433/",
        "http://0x7f000001/",
        "http://0x7f.1/",
        "http://017700000001/",
        "http://0/",
        "http://[::1]/",
        "http://[::]/",
        "http://[::ffff:127.0.0.1]/",
        "http://[::ffff:10.0.0.1]/",
        "http://[64:ff9b::7f00:1]/",
        "http://[64:ff9b:1::a00:1]/",
        "http://[2002:7f00:1::]/",
        "http://[2001:0:7f00:1::]/",
        "http://[::7f00:1]/",
        "http://[fd00::1]/",
        "http://[fe80::1]/",
        "http://[fec0::1]/",
        "http://[ff02::1]/",
        "http://169.254.169.254/latest/meta-data/",
        "http://10.1.2.3/",
        "http://172.16.0.1/",
        "http://192.168.1.1/",
        "http://100.64.0.1/",
        "http://192.0.2.1/",
        "http://192.88.99.1/",
        "http://198.18.0.1/",
        "http://224.0.0.1/",
        "http://240.0.0.1/",
        "http://255.255.255.255/",
        "http://localhost/",
        "http://127.0.0.1.:80/",
    ],
)
def test_no_private_address_in_any_spelling(address: str, names: dict[str, list[str]]) -> None:
    names["localhost"] = ["127.0.0.1"]
    with pytest.raises(FetchRefused):
        find_target(address)


@pytest.mark.parametrize(
    "address",
    [
        "file:///etc/passwd",
        "gopher://site.example/",
        "ftp://site.example/",
        "javascript:alert(1)",
        "//site.example/",
        "site.example",
        "http://",
        "http:///path",
        "http://user@site.example/",
        "http://user:secret@site.example/",
        "http://site.example:22/",
        "https://site.example:80/",
        "http://site.example:99999/",
        "http://site.example\\@127.0.0.1/",
        "http://site.example/\r\nHost: other",
        "http://site .example/",
        "http://[site.example/",
        "http://" + "a" * 64 + "…example/",
    ],
)
def test_no_other_scheme_port_user_or_trick(address: str, names: dict[str, list[str]]) -> None:
    names["site.example"] = [PUBLIC]
    with pytest.raises(FetchRefused):
        find_target(address)


def test_a_name_with_one_private_answer_among_public_ones_is_refused(names: dict[str, list[str]]) -> None:
    names["mixed.example"] = [PUBLIC, "10.0.0.1"]
    with pytest.raises(FetchRefused, match="private network"):
        find_target("https://mixed.example/")


def test_an_unknown_name_is_refused_with_a_hint(names: dict[str, list[str]]) -> None:
    with pytest.raises(FetchRefused, match="typing error"):
        find_target("https://no-such-name.invalid/")


def test_a_name_service_that_is_silent_is_worth_another_try(monkeypatch: pytest.MonkeyPatch) -> None:
    def silent(*args: Any, **options: Any) -> Any:
        raise socket.gaierror(socket.EAI_AGAIN, "Temporary failure in name resolution")

    monkeypatch.setattr(socket, "getaddrinfo", silent)
    with pytest.raises(FetchFailed):
        find_target("https://site.example/")


def test_a_public_site_is_found_by_name_and_by_number(names: dict[str, list[str]]) -> None:
    names["site.example"] = [PUBLIC, PUBLIC]
    target = find_target("HTTPS://Site.Example./a?b=1#c")
    assert (target.host, target.port, target.path, target.addresses) == ("site.example", 443, "/a?b=1", (PUBLIC,))
    assert target.netloc == "site.example"
    assert find_target(f"http://{PUBLIC}/").addresses == (PUBLIC,)


def test_an_allowed_host_is_that_host_and_port_only(names: dict[str, list[str]]) -> None:
    names["intranet.example"] = ["10.0.0.5"]
    assert find_target("http://intranet.example/", ["intranet.example"]).addresses == ("10.0.0.5",)
    assert find_target("http://127.0.0.1:8080/", ["127.0.0.1:8080"]).netloc == "127.0.0.1:8080"
    for address in ("http://intranet.example:8080/", "http://127.0.0.1:8081/", "http://x.intranet.example/"):
        names["x.intranet.example"] = ["10.0.0.6"]
        with pytest.raises(FetchRefused):
            find_target(address, ["intranet.example", "127.0.0.1:8080"])


@pytest.mark.parametrize("address", [PUBLIC, "8.8.8.8", "2606:2800:21f:cb07:6820:80da:af6b:8b2c", "::ffff:8.8.8.8"])
def test_public_addresses_are_public(address: str) -> None:
    assert is_public(address)
