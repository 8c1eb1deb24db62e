"""How many requests an address may send: so many in each minute."""

from dataclasses import dataclass

from django.conf import settings
from django.http import HttpRequest
from django.utils.crypto import salted_hmac

from reviews.public.network import network_of
from reviews.services.api_windows import count_request

WINDOW = 60
"""Seconds."""


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
    return salted_hmac("reviews.api.throttling", network_of(request), algorithm="sha256").hexdigest()
