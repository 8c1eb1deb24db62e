"""How many requests an address may send: so many in each minute."""

import ipaddress
from dataclasses import dataclass

from django.conf import settings
from django.http import HttpRequest
from django.utils.crypto import salted_hmac
from rest_framework.request import Request
from rest_framework.throttling import BaseThrottle

from reviews.services.api_windows import count_request

WINDOW = 60
"""Seconds."""

IPV6_NETWORK = 64
"""Bits: whoever has one IPv6 address has all of its network."""


@dataclass(frozen=True, slots=True)
class Allowance:
    """`remaining`: requests left in this window; `resets_in`: seconds until the next one."""

    limit: int
    remaining: int
    resets_in: int
    exceeded: bool

    def headers(self) -> dict[str, str]:
        always = {
            "RateLimit-Limit": str(self.limit),
            "RateLimit-Remaining": str(self.remaining),
            "RateLimit-Reset": str(self.resets_in),
        }
        return always | {"Retry-After": str(self.resets_in)} if self.exceeded else always


def count(request: HttpRequest) -> Allowance:
    """Counts this request. One query."""
    requests, resets_in = count_request(client_of(request))
    limit = settings.CLAIMDESK_API_RATE
    return Allowance(limit, max(0, limit - requests), resets_in, exceeded=requests > limit)


def client_of(request: HttpRequest) -> str:
    """Who asks, as a keyed hash: no address of a reader is stored."""
    address = BaseThrottle().get_ident(Request(request)) or ""
    try:
        parsed = ipaddress.ip_address(address.strip())
    except ValueError:
        pass  # A socket has no address; what a proxy invents still names it.
    else:
        mapped = parsed.ipv4_mapped if isinstance(parsed, ipaddress.IPv6Address) else None
        bits = 32 if mapped or parsed.version == 4 else IPV6_NETWORK
        address = str(ipaddress.ip_network(f"{mapped or parsed}/{bits}", strict=False))
    return salted_hmac("reviews.api.throttling", address, algorithm="sha256").hexdigest()
