import pytest
from django.test import RequestFactory
from pytest_django import Settings

from reviews.public.network import network_of

CASES = [
    (0, "198.51.100.7", "", "198.51.100.7"),
    (0, "198.51.100.7", "203.0.113.9", "198.51.100.7"),  # Nobody stands before us: the header is the client's own word.
    (1, "127.0.0.1", "203.0.113.9", "203.0.113.9"),
    (1, "127.0.0.1", "10.9.8.7, 203.0.113.9", "203.0.113.9"),
    (2, "127.0.0.1", "10.9.8.7, 203.0.113.9, 192.0.2.1", "203.0.113.9"),
    (2, "192.0.2.1", "203.0.113.9", "192.0.2.1"),
    (1, "", "", "unknown"),
    (1, "127.0.0.1", "not an address", "unknown"),
    (0, "2001:db8:1:2:3:4:5:6", "", "2001:db8:1:2::/64"),
    (0, "2001:db8:1:2:ffff::1", "", "2001:db8:1:2::/64"),
    (0, "::ffff:198.51.100.7", "", "198.51.100.7"),
]


@pytest.mark.parametrize(("proxies", "remote", "forwarded", "network"), CASES)
def test_the_network_is_what_our_outermost_proxy_saw(
    rf: RequestFactory, settings: Settings, proxies: int, remote: str, forwarded: str, network: str
) -> None:
    settings.ALLAUTH_TRUSTED_PROXY_COUNT = proxies
    headers = {"X-Forwarded-For": forwarded} if forwarded else {}
    assert network_of(rf.post("/submit/", headers=headers, REMOTE_ADDR=remote)) == network
