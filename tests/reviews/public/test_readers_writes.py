"""The only public writes: what both have in common."""

from http import HTTPStatus
from typing import Any

import pytest
from django.core import mail
from django.test import Client
from django.urls.resolvers import URLPattern

from claims.models import Request
from reviews.models import Dispute, Event, ReaderWrite
from reviews.public.middleware import READERS_WRITES, methods_of
from reviews.public.urls import urlpatterns
from reviews.services.throttle import LIMITS
from tests.claims.factories import make_user
from tests.reviews.factories import make_publication
from tests.reviews.public.addresses import pages_of
from tests.reviews.public.forms import DISPUTE, STATEMENT, dispute_path, from_our_page, send
from tests.reviews.public.html import complaints
from tests.reviews.public.pages import text_of

pytestmark = pytest.mark.django_db

OVERRIDE = "\u202e"
SCRIPT = "<script>alert(1)</script> is what the mayor said"

FORMS = ["submit", "dispute"]


@pytest.fixture(params=FORMS)
def form(request: pytest.FixtureRequest) -> tuple[str, dict[str, str]]:
    """Address and good values of one of the two."""
    if request.param == "submit":
        return "/submit/", dict(STATEMENT)
    return dispute_path(make_publication()), dict(DISPUTE)


def kept() -> tuple[int, ...]:
    return tuple(model.objects.count() for model in (Request, Dispute, Event, ReaderWrite))


def test_sending_leads_to_a_page_of_its_own_and_sets_no_cookie(
    client: Client, form: tuple[str, dict[str, str]]
) -> None:
    path, values = form
    response = send(client, path, values)
    assert response.status_code == HTTPStatus.SEE_OTHER
    assert not response.cookies
    page = client.get(response["Location"])
    assert page.status_code == HTTPStatus.OK
    assert "We have it" in page.content.decode()
    assert page["Cache-Control"] == "no-store"
    assert page["Referrer-Policy"] == "no-referrer"
    assert page["X-Robots-Tag"] == "noindex, nofollow"
    assert '<meta name="robots" content="noindex">' in page.content.decode()
    assert not page.cookies
    assert complaints(page.content.decode()) == []


def test_the_forms_are_valid_pages_without_script_token_or_cookie(
    client: Client, form: tuple[str, dict[str, str]]
) -> None:
    path = form[0]
    for response in (client.get(path), send(client, path, {})):
        page = response.content.decode()
        assert complaints(page) == []
        assert "csrf" not in page
        assert "<script" not in page
        assert not response.cookies
        assert "days after the answer" in page


@pytest.mark.parametrize("headers", [{}, {"Origin": "https://evil.example"}], ids=["nothing", "elsewhere"])
def test_what_another_site_sends_is_refused_and_not_shown_again(
    form: tuple[str, dict[str, str]], headers: dict[str, str]
) -> None:
    path, values = form
    before = kept()
    response = Client(enforce_csrf_checks=True).post(path, values, headers=headers)
    assert response.status_code == HTTPStatus.FORBIDDEN
    page = response.content.decode()
    assert "Your browser" in page
    assert all(value not in page for value in values.values() if len(value) > 10)
    assert kept() == before


def test_a_signed_in_browser_is_a_reader_like_any_other(client: Client, form: tuple[str, dict[str, str]]) -> None:
    path, values = form
    client.force_login(make_user("editor"))
    response = send(client, path, values)
    assert response.status_code == HTTPStatus.SEE_OTHER
    assert "Vary" not in response or "Cookie" not in response["Vary"]


BAD = {
    "control characters": {"{text}": "It is \x07 not so at all."},
    "overridden direction": {"{text}": f"It is {OVERRIDE} not so at all."},
    "an isolate": {"{text}": "It is \u2067 not so at all."},
    "four links": {"{text}": "See " + " ".join(f"https://x.example/{number}" for number in range(4))},
    "two words": {"{text}": "Not so"},
    "too long": {"{text}": "It is so. " * 1000},
    "a javascript address": {"address": "javascript:alert(1)"},
    "an ftp address": {"address": "ftp://x.example/"},
    "a broken address": {"address": "https://[x"},
    "an override in the address": {"address": f"https://x.example/{OVERRIDE}a"},
    "no mail address": {"mail": "nobody"},
    "a header in the mail address": {"mail": "a@x.example\nBcc: b@x.example"},
    "two mail addresses": {"mail": "a@x.example, b@x.example"},
    "the honeypot": {"homepage": "https://pills.example"},
}


@pytest.mark.parametrize("bad", BAD.values(), ids=BAD.keys())
def test_bad_input_brings_the_form_back_with_its_text_and_changes_nothing(
    client: Client, form: tuple[str, dict[str, str]], bad: dict[str, str]
) -> None:
    path, values = form
    first = next(iter(values))
    changed = values | {first if name == "{text}" else name: value for name, value in bad.items()}
    before = kept()
    response = send(client, path, changed | {"mail": changed.get("mail", "ann@reader.example")})
    page = response.content.decode()
    assert response.status_code == HTTPStatus.UNPROCESSABLE_ENTITY
    assert response["Cache-Control"] == "no-store"
    assert "errorlist" in page
    assert 'aria-invalid="true"' in page
    assert all(value in page for name, value in values.items() if name not in {first, "sender"} | set(bad))
    assert kept() == before
    assert mail.outbox == []


def test_a_script_is_text_on_the_page_of_whoever_sent_it(client: Client, form: tuple[str, dict[str, str]]) -> None:
    path, values = form
    values |= {name: SCRIPT for name in values if name != "sender"}
    values |= {"address": "https://x.example/?q=<script>alert(1)</script>"}
    page = client.get(send(client, path, values)["Location"]).content.decode()
    assert "<script>" not in page
    assert complaints(page) == []
    again = send(client, path, values | {"mail": "<script>"}).content.decode()
    assert "<script>" not in again
    assert complaints(again) == []


def test_the_same_text_again_leads_to_the_same_page_and_adds_nothing(
    client: Client, form: tuple[str, dict[str, str]]
) -> None:
    path, values = form
    first = send(client, path, values)
    before = kept()[:3]
    spaced = {name: f"  {value.upper()} " if name != "sender" else value for name, value in values.items()}
    again = send(client, path, spaced | {"mail": "somebody-else@reader.example"})
    assert again["Location"] == first["Location"]
    assert kept()[:3] == before
    assert not Request.objects.exclude(mail="").exists()
    assert not Dispute.objects.exclude(mail="").exists()


def test_too_many_from_one_network_are_told_when_to_come_back_and_keep_their_text(
    client: Client, form: tuple[str, dict[str, str]]
) -> None:
    path, values = form
    first = next(iter(values))
    for number in range(LIMITS[0].most):
        assert (
            send(client, path, values | {first: f"Text number {number} of mine."}).status_code == HTTPStatus.SEE_OTHER
        )
    before = kept()
    response = send(client, path, values | {first: "One more text of mine."})
    assert response.status_code == HTTPStatus.TOO_MANY_REQUESTS
    assert 3500 < int(response["Retry-After"]) <= 3600
    assert "One more text of mine." in response.content.decode()
    assert "Try again in 60 minutes" in response.content.decode()
    assert kept() == before
    elsewhere = send(client, path, values | {first: "One more text of mine."}, network="203.0.113.77")
    assert elsewhere.status_code == HTTPStatus.SEE_OTHER


def test_a_body_that_no_form_of_ours_makes_is_refused_before_it_is_read(
    client: Client, form: tuple[str, dict[str, str]]
) -> None:
    path, values = form
    response = send(client, path, values | {"more": "x" * 200_000})
    assert response.status_code == HTTPStatus.REQUEST_ENTITY_TOO_LARGE
    assert not ReaderWrite.objects.exists()


def addresses() -> list[URLPattern]:
    return list(urlpatterns)


def test_no_other_public_address_takes_a_write(client: Client) -> None:
    token = "0b9b8a52-0c52-4a39-9d5c-6d1c3f1e0f00"
    given: dict[str, Any] = {"claim_id": 1, "slug": "x", "token": token, "article_id": 1, "source_id": 1, "name": "x"}
    paths = set()
    for item in addresses():
        path = "/" + str(item.pattern)
        for converter in item.pattern.converters:
            kind = type(item.pattern.converters[converter]).__name__.removesuffix("Converter").lower()
            path = path.replace(f"<{'' if kind == 'string' else f'{kind}:'}{converter}>", str(given[converter]))
        paths.add(path)
    assert {"/submit/", "/claims/1/dispute/", f"/submit/{token}/", f"/disputes/{token}/", "/"} <= paths
    writable = {path for path in paths if "POST" in methods_of(path)}
    assert writable == {"/submit/", "/claims/1/dispute/"}
    assert len(READERS_WRITES) == len(writable)
    for path in paths - writable:
        for method in (client.post, client.put, client.patch, client.delete):
            assert method(path, headers=from_our_page(path)).status_code == HTTPStatus.METHOD_NOT_ALLOWED, path
    for path in writable:
        for method in (client.put, client.patch, client.delete):
            response = method(path, headers=from_our_page(path))
            assert response.status_code == HTTPStatus.METHOD_NOT_ALLOWED, path
            assert response["Allow"] == "GET, HEAD, OPTIONS, POST"


def test_pages_that_look_like_the_exceptions_are_none(client: Client) -> None:
    for path in (
        "/submit",
        "/submit/x",
        "/x/submit/",
        "/claims/1/dispute",
        "/claims/٣/dispute/",
        "/claims/1-x/dispute/",
        "/submit/%0A",
    ):
        assert client.post(path).status_code == HTTPStatus.METHOD_NOT_ALLOWED, path


def test_a_page_by_token_is_found_by_its_token_only(client: Client) -> None:
    for path in (
        "/submit/0b9b8a52-0c52-4a39-9d5c-6d1c3f1e0f00/",
        "/disputes/0b9b8a52-0c52-4a39-9d5c-6d1c3f1e0f00/",
        "/disputes/1/",
    ):
        assert client.get(path).status_code == HTTPStatus.NOT_FOUND


def test_no_public_page_shows_what_readers_sent(client: Client) -> None:
    publication = make_publication()
    send(client, "/submit/", STATEMENT | {"note": "My neighbour told me so.", "mail": "ann@reader.example"})
    send(client, dispute_path(publication), DISPUTE | {"mail": "bob@reader.example"})
    sent = ["two million containers", "My neighbour", "ann@reader", "bob@reader", "131 of them"]
    for address in [*pages_of(publication), "/feeds/verdicts.atom", "/sitemap.xml", dispute_path(publication)]:
        page = client.get(address).getvalue().decode()
        assert not [text for text in sent if text in page], address
    assert "No dispute of this page has been decided" in text_of(client, pages_of(publication)[1])
