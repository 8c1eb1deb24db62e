"""The feeds as RFC 4287 wants them, read by a parser that knows nothing of the program that wrote them."""

from collections.abc import Iterator
from datetime import datetime
from http import HTTPStatus
from urllib.parse import urlsplit

import pytest
from django.test import Client
from lxml import etree, html
from pytest_django import Settings

from reviews.enums import CorrectionKind
from reviews.services.publishing import record_correction
from tests.claims.factories import make_user
from tests.reviews.factories import make_publication

pytestmark = pytest.mark.django_db

SITE = "https://facts.example"
NAMES = {"a": "http://www.w3.org/2005/Atom"}
HOSTILE = "A <b>bell</b> & ]]> &amp; \u202egnihton \u0007"
QUERIES = ("", "?rating=false", "?speaker=nobody", "?q=registers&kind=status", "?q=%22a%26b%22&source=")


@pytest.fixture(autouse=True)
def _site(settings: Settings) -> None:
    settings.SITE_URL = SITE


def faults(feed: etree._Element, address: str) -> Iterator[str]:
    """What RFC 4287, sections 3 and 4, finds wrong with a feed that was fetched from this address."""
    entries = feed.findall("a:entry", NAMES)
    if feed.tag != f"{{{NAMES['a']}}}feed":
        yield f"it is a {feed.tag}"
    for part in (feed, *entries):
        yield from _faults_of_a_part(part)
    itself = [link.get("href") for link in feed.findall("a:link", NAMES) if link.get("rel") == "self"]
    if itself != [f"{SITE}{address}"]:
        yield f"names itself {itself}"
    if not feed.findtext("a:author/a:name", "", NAMES).strip():
        yield "nobody wrote it"
    ids = [part.findtext("a:id", "", NAMES) for part in (feed, *entries)]
    if len(ids) != len({*ids}):
        yield f"an id twice: {ids}"
    updated = [part.findtext("a:updated", "", NAMES) for part in (feed, *entries)]
    if entries and updated[0] != max(updated[1:]):
        yield f"updated {updated[0]}, its entries {updated[1:]}"


def _faults_of_a_part(part: etree._Element) -> Iterator[str]:
    for name in ("id", "title", "updated"):
        if len(part.findall(f"a:{name}", NAMES)) != 1:
            yield f"not one {name}"
    if urlsplit(part.findtext("a:id", "", NAMES)).scheme != "https":
        yield "its id is no address"
    for name in ("updated", "published"):
        for moment in part.findall(f"a:{name}", NAMES):
            if datetime.fromisoformat(str(moment.text)).tzinfo is None:
                yield f"{name} without a zone"
    alternates = [link for link in part.findall("a:link", NAMES) if link.get("rel") == "alternate"]
    if len(alternates) != 1 or not str(alternates[0].get("href")).startswith(f"{SITE}/"):
        yield "not one page of ours that it stands for"
    for construct in (*part.findall("a:title", NAMES), *part.findall("a:summary", NAMES)):
        if len(construct) or construct.get("type", "text") not in {"text", "html"}:
            yield "markup in a text"


@pytest.mark.parametrize("language", ["", "/fr"])
@pytest.mark.parametrize("name", ["verdicts", "corrections"])
def test_a_feed_keeps_every_rule_with_every_filter_in_every_language(client: Client, name: str, language: str) -> None:
    by = make_user("editor")
    for headline in ("Bridges closed", HOSTILE):
        publication = make_publication(code="false", headline=headline, summary=HOSTILE)
        for now in ("Bridges", "The bridges"):
            record_correction(publication=publication, kind=CorrectionKind.MINOR, by=by, was=HOSTILE, now=now)
    for query in QUERIES:
        address = f"{language}/feeds/{name}.atom{query}"
        answer = client.get(address)
        assert answer.status_code == HTTPStatus.OK, address
        assert answer.headers["Content-Type"] == "application/atom+xml; charset=utf-8"
        assert list(faults(etree.fromstring(answer.content), address)) == [], address


def test_a_reader_who_asks_again_by_date_gets_a_304_until_something_changed(client: Client) -> None:
    publication = make_publication()
    for address in ("/feeds/verdicts.atom", "/fr/feeds/verdicts.atom?rating=true", "/feeds/corrections.atom"):
        seen = client.get(address).headers
        for known in ({"If-Modified-Since": seen["Last-Modified"]}, {"If-None-Match": seen["ETag"]}):
            again = client.get(address, headers=known)
            assert (again.status_code, again.content) == (HTTPStatus.NOT_MODIFIED, b""), address
            assert again.headers["ETag"] == seen["ETag"]
    known = {"If-None-Match": client.get("/feeds/verdicts.atom").headers["ETag"]}
    by = make_user("editor")
    record_correction(publication=publication, kind=CorrectionKind.MINOR, by=by, was="Bridge", now="Bridges")
    assert client.get("/feeds/verdicts.atom", headers=known).status_code == HTTPStatus.OK


def test_what_stands_in_a_summary_is_no_markup(client: Client) -> None:
    """The feed declares summaries to be HTML: read as that, they say what was written, sign for sign."""
    publication = make_publication(summary="Less < more <img src=x onerror=alert(1)> & <b>bold</b>")
    record_correction(
        publication=publication, kind=CorrectionKind.MINOR, by=make_user("editor"), was="<i>was</i>", now="R&amp;D"
    )
    for name, says in (("verdicts", publication.summary), ("corrections", "Was: <i>was</i> Now: R&amp;D")):
        [summary] = etree.fromstring(client.get(f"/feeds/{name}.atom").content).findall("a:entry/a:summary", NAMES)
        assert summary.get("type") == "html"
        read = html.fragment_fromstring(str(summary.text), create_parent="p")
        assert len(read) == 0
        assert says in str(read.text)
