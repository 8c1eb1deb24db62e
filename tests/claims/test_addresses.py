"""Two links to the same page are the same text."""

import pytest

from claims.addresses import ADDRESS_LIMIT, normalise_address
from claims.errors import IngestRefused


@pytest.mark.parametrize(
    ("address", "normal"),
    [
        ("https://site.example", "https://site.example/"),
        (" HTTPS://Site.EXAMPLE:443/A ", "https://site.example/A"),
        ("http://site.example.:80/", "http://site.example/"),
        ("http://site.example:8080/", "http://site.example:8080/"),
        ("https://site.example/a#part", "https://site.example/a"),
        ("https://site.example/a?utm_source=x&id=7&fbclid=y&UTM_Campaign=z", "https://site.example/a?id=7"),
        ("https://site.example/a?gclid=1", "https://site.example/a"),
        ("https://site.example/a?b=2&a=1", "https://site.example/a?b=2&a=1"),
        ("https://site.example/a?flag", "https://site.example/a?flag"),
        ("https://site.example/a?empty=&utm_id=1", "https://site.example/a?empty="),
        ("https://site.example/%7euser/%c3%a9", "https://site.example/~user/%C3%A9"),
        ("https://site.example/é", "https://site.example/%C3%A9"),
        ("https://site.example/a%2Fb", "https://site.example/a%2Fb"),
        ("https://bücher.example/", "https://xn--bcher-kva.example/"),
        ("http://[2001:DB8::1]/", "http://[2001:db8::1]/"),
    ],
)
def test_one_spelling(address: str, normal: str) -> None:
    assert normalise_address(address) == normal
    assert normalise_address(normal) == normal


@pytest.mark.parametrize(
    "address",
    ["", "site.example/a", "ftp://site.example/", "https://", "https://u:p@site.example/", "https://site.example/a b",
     "https://site.example/\x00", "https://site.example:port/", "https://[::1/", "javascript:alert(1)",
     "https://site.example/" + "a" * ADDRESS_LIMIT],
)  # fmt: skip
def test_what_is_no_web_address_is_refused(address: str) -> None:
    with pytest.raises(IngestRefused):
        normalise_address(address)
