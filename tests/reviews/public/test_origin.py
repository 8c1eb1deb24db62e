"""Who is believed to have sent a form, without a cookie and without a token."""

import pytest
from django.test import RequestFactory
from pytest_django import Settings

from reviews.public.origin import why_not_ours

OURS = "https://facts.example"
HEADERS = {"site": "Sec-Fetch-Site", "origin": "Origin", "referer": "Referer"}

TAKEN = [
    {"site": "same-origin", "origin": OURS, "referer": f"{OURS}/submit/"},
    {"site": "same-origin", "origin": OURS},
    {"site": "same-origin"},
    {"origin": OURS},
    {"origin": f"{OURS}:443"},
    {"origin": "HTTPS://FACTS.EXAMPLE"},
    {"referer": f"{OURS}/submit/"},
    {"referer": OURS},
    # Origin is what counts; a privacy add-on may have changed the other.
    {"origin": OURS, "referer": "https://elsewhere.example/"},
]

REFUSED = [
    {},
    {"site": "cross-site", "origin": OURS},
    {"site": "same-site", "origin": OURS},
    {"site": "none"},
    {"site": "nonsense", "origin": OURS},
    {"site": "same-origin", "origin": "https://evil.example"},
    {"site": "same-origin", "origin": "null"},
    {"site": "same-origin", "referer": "https://evil.example/"},
    {"origin": "null"},
    {"origin": ""},
    {"origin": "null", "referer": f"{OURS}/submit/"},
    {"origin": "http://facts.example"},
    {"origin": "https://facts.example:8443"},
    {"origin": "https://facts.example.evil.example"},
    {"origin": "https://evil.example", "referer": f"{OURS}/submit/"},
    {"origin": "https://facts.example@evil.example"},
    {"origin": "https://[broken"},
    {"origin": "https://facts.example:notaport"},
    {"referer": "https://evil.example/?https://facts.example"},
    {"referer": "about:blank"},
    {"referer": ""},
]


@pytest.fixture(autouse=True)
def ours(settings: Settings) -> None:
    settings.SITE_URL = OURS


def judged(rf: RequestFactory, said: dict[str, str]) -> str:
    headers = {HEADERS[name]: value for name, value in said.items()}
    return why_not_ours(rf.post("/submit/", headers=headers | {"Host": "evil.example"}))


@pytest.mark.parametrize("said", TAKEN, ids=str)
def test_what_our_own_page_sends_is_taken(rf: RequestFactory, said: dict[str, str]) -> None:
    assert judged(rf, said) == ""


@pytest.mark.parametrize("said", REFUSED, ids=str)
def test_everything_else_is_refused_with_the_reason(rf: RequestFactory, said: dict[str, str]) -> None:
    assert judged(rf, said).startswith("Your browser")


def test_the_host_that_was_asked_speaks_for_nobody(rf: RequestFactory) -> None:
    request = rf.post("/submit/", headers={"Host": "evil.example", "Origin": "https://evil.example"})
    assert why_not_ours(request)
