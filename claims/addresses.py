"""One address, one spelling: `normalise_address` gives two links to the same page the same text."""

import re
from urllib.parse import parse_qsl, quote, unquote_to_bytes, urlencode, urlsplit, urlunsplit

from claims.errors import IngestRefused

ADDRESS_LIMIT = 2000
"""Characters; the width of the column."""

DEFAULT_PORTS = {"http": 80, "https": 443}
# What campaigns, networks and mailing programs append; it never chooses the page's content.
TRACKING = re.compile(
    r"utm_\w+|fbclid|gclid|dclid|gbraid|wbraid|msclkid|yclid|mc_[ce]id|igshid|twclid|_ga|_hs(enc|mi)", re.I
)
# Unreserved and sub-delimiter characters of a path (RFC 3986): they stand for themselves.
PATH_SAFE = "/!$&'()*+,;=:@~-._"
FORBIDDEN = re.compile(r"[\x00-\x20\x7f\\]")


def normalise_address(address: str) -> str:
    """An http(s) address with scheme and host in lower case, without default port, fragment and tracking parameters.

    The order of the remaining parameters stands, since servers may read it. Idempotent.
    Raises IngestRefused for anything that is not a web address.
    """
    address = address.strip()
    if FORBIDDEN.search(address):
        raise IngestRefused(f"“{address[:100]}” is not a web address: it holds a space or a control character.")
    try:
        parts = urlsplit(address)
        host, port = ascii_host(parts.hostname or ""), parts.port
    except ValueError as error:
        raise IngestRefused(f"“{address[:100]}” is not a web address: {error}.") from error
    if parts.scheme not in DEFAULT_PORTS:
        raise IngestRefused(f"“{address[:100]}” is not a web address: it must begin with https:// or http://.")
    if parts.username is not None or parts.password is not None:
        raise IngestRefused("An address with a user name or password in it is not accepted: leave them out.")
    if not host:
        raise IngestRefused(f"“{address[:100]}” names no server.")
    netloc = f"[{host}]" if ":" in host else host
    if port not in (None, DEFAULT_PORTS[parts.scheme]):
        netloc += f":{port}"
    normal = urlunsplit((parts.scheme, netloc, _path(parts.path), _query(parts.query), ""))
    if len(normal) > ADDRESS_LIMIT:
        raise IngestRefused(f"The address has {len(normal)} characters; {ADDRESS_LIMIT} are the limit.")
    return normal


def ascii_host(host: str) -> str:
    """The name as DNS knows it: lower case, no final dot, international names in their ASCII form (ValueError)."""
    host = host.rstrip(".").lower()
    return host if host.isascii() else host.encode("idna").decode("ascii")


def _path(path: str) -> str:
    """Percent signs where they are needed, in capitals; an empty path is `/`."""
    return "/".join(quote(unquote_to_bytes(part), safe=PATH_SAFE.replace("/", "")) for part in path.split("/")) or "/"


def _query(query: str) -> str:
    pairs = parse_qsl(query, keep_blank_values=True, encoding="utf-8", errors="surrogateescape")
    kept = [(name, value) for name, value in pairs if not TRACKING.fullmatch(name)]
    if len(kept) == len(pairs):
        # Nothing to take away: the query stands as it came, since a server may read more from it than its pairs.
        return quote(query, safe="%" + PATH_SAFE + "?[]")
    return urlencode(kept, encoding="utf-8", errors="surrogateescape")
