"""Which addresses may be fetched: public web servers only, judged by where the name really leads.

The check and the connection use the same answer of the name service, so a name cannot lead elsewhere a moment later.
"""

import re
import socket
from collections.abc import Collection
from dataclasses import dataclass
from ipaddress import IPv4Address, IPv4Network, IPv6Address, IPv6Network, ip_address
from urllib.parse import urlsplit

from claims.addresses import DEFAULT_PORTS, ascii_host, normalise_address
from claims.errors import FetchFailed, FetchRefused, IngestRefused

# Each of these carries an IPv4 address inside an IPv6 one, so that a private server could hide behind it.
TUNNELS = (
    IPv6Network("64:ff9b::/96"),  # NAT64
    IPv6Network("64:ff9b:1::/48"),  # NAT64, local
    IPv6Network("2002::/16"),  # 6to4
    IPv6Network("2001::/32"),  # Teredo
    IPv6Network("::/96"),  # IPv4-compatible, given up long ago
)
# The relays of 6to4, given up as well, which `ipaddress` still counts as global.
RELAYS = IPv4Network("192.88.99.0/24")
# 2130706433, 0x7f000001, 127.1, 017700000001: other spellings of numbers that a browser would accept as an address.
NUMBER = re.compile(r"(.*\.)?(\d+|0x[0-9a-f]*)", re.I)


@dataclass(frozen=True, slots=True)
class Target:
    """One page and where to connect for it. `addresses` are in the name service's order and all allowed."""

    url: str
    scheme: str
    host: str
    port: int
    path: str
    addresses: tuple[str, ...]

    @property
    def netloc(self) -> str:
        host = f"[{self.host}]" if ":" in self.host else self.host
        return host if self.port == DEFAULT_PORTS[self.scheme] else f"{host}:{self.port}"


def find_target(address: str, allowed_hosts: Collection[str] = ()) -> Target:
    """Looks the name up once and refuses unless every answer is a public address (FetchRefused).

    `allowed_hosts` names hosts (`intranet.example`, `127.0.0.1:8080`) that are exempt from that: the setting
    CLAIMDESK_FETCH_ALLOW_HOSTS, empty unless a newsroom reads its own servers. The name lookup has no deadline of its
    own; the caller's task has.
    """
    try:
        url = normalise_address(address)
    except IngestRefused as error:
        raise FetchRefused(str(error)) from error
    parts = urlsplit(url)
    host, port = ascii_host(parts.hostname or ""), parts.port or DEFAULT_PORTS[parts.scheme]
    exempt = (host in allowed_hosts and parts.port is None) or f"{host}:{port}" in allowed_hosts
    if not exempt:
        _refuse_odd_hosts(host, port, parts.scheme)
    answers = _look_up(host, port)
    if not exempt and not all(is_public(answer) for answer in answers):
        raise FetchRefused(f"{host} leads to an address inside a private network: only public pages are fetched.")
    path = parts.path + (f"?{parts.query}" if parts.query else "")
    return Target(url, parts.scheme, host, port, path, tuple(answers))


def is_public(address: str) -> bool:
    """Whether an IP address is one of the open internet, a mapped or tunnelled private one not."""
    ip: IPv4Address | IPv6Address = ip_address(address.partition("%")[0])
    if isinstance(ip, IPv6Address):
        if ip.ipv4_mapped is not None:
            return is_public(str(ip.ipv4_mapped))
        if any(ip in tunnel for tunnel in TUNNELS) or ip.is_site_local:
            return False
    elif ip in RELAYS:
        return False
    return ip.is_global and not (ip.is_multicast or ip.is_reserved or ip.is_unspecified or ip.is_loopback)


def _refuse_odd_hosts(host: str, port: int, scheme: str) -> None:
    if port != DEFAULT_PORTS[scheme]:
        raise FetchRefused(f"Port {port} is not fetched from: news pages are at the usual port of {scheme}.")
    if ":" not in host and NUMBER.fullmatch(host) and not _is_plain_ip(host):
        raise FetchRefused(f"{host} is a number in place of a name: write the site's name.")


def _is_plain_ip(host: str) -> bool:
    try:
        return str(ip_address(host)) == host
    except ValueError:
        return False


def _look_up(host: str, port: int) -> list[str]:
    try:
        answers = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError) as error:
        if isinstance(error, socket.gaierror) and error.errno == socket.EAI_AGAIN:
            raise FetchFailed(f"{host} cannot be looked up now: the name service does not answer.") from error
        raise FetchRefused(f"No server is known by the name {host}: look for a typing error.") from error
    return list(dict.fromkeys(str(answer[4][0]) for answer in answers))
