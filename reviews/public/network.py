"""Which network a request comes from: to count what it sends, never to store it."""

from ipaddress import IPv6Address, ip_address, ip_network

from django.conf import settings
from django.http import HttpRequest

# A household or a phone gets this much of IPv6; within it, addresses are changed at will.
_IPV6_PREFIX = 64


def network_of(request: HttpRequest) -> str:
    """The IPv4 address or the IPv6 prefix; one word for all whose address nobody can tell.

    Behind N proxies of ours, the N-th entry from the end of X-Forwarded-For is what the outermost of them saw.
    """
    proxies = settings.ALLAUTH_TRUSTED_PROXY_COUNT
    forwarded = [part.strip() for part in request.headers.get("X-Forwarded-For", "").split(",") if part.strip()]
    entry = forwarded[-proxies] if proxies and len(forwarded) >= proxies else request.META.get("REMOTE_ADDR", "")
    try:
        address = ip_address(entry)
    except ValueError:
        return "unknown"
    if isinstance(address, IPv6Address):
        if address.ipv4_mapped is not None:
            return str(address.ipv4_mapped)
        return str(ip_network((address.packed, _IPV6_PREFIX), strict=False))
    return str(address)
