"""Whatever an article, a source or a person writes is text in every public output: pages, pictures, feeds, files."""

import csv
import io
import json
from typing import Any
from urllib.parse import quote

import pytest
from django.test import Client
from lxml import etree

from claims.enums import ClaimStatus, SpeakerKind
from claims.models import Speaker, Topic
from reviews.enums import CorrectionKind, DisputeOutcome
from reviews.models import Publication
from reviews.public.statistics.sheets import FORMULA_STARTS
from reviews.services.disputes import decide_dispute
from reviews.services.publishing import record_correction, retract_publication, suspend_publication
from tests.claims.factories import make_article, make_claim, make_source, make_user
from tests.reviews.factories import make_evidence_input, make_publication, make_review
from tests.reviews.public.everything import outputs
from tests.reviews.public.html import complaints
from tests.reviews.services.test_disputes import make_dispute

pytestmark = pytest.mark.django_db

TEXTS = (
    "<script>alert(1)</script><img src=x onerror=alert(1)>\"'",
    "javascript:alert(1)//</title></style></textarea><svg onload=alert(1)>",
    '=HYPERLINK("https://evil.example";"click")',
    "@SUM(1+1)\u202egnihton\u2066 \u202b",
    "]]>--><!-- &lt;script&gt; ${7*7} {{7*7}} {% now %}",
)
OURS = ("drf_spectacular_sidecar", "reviews/api.js", "application/ld+json")
"""Of the scripts that our own pages have: the API's documentation, and the ClaimReview, which is data."""


def hostile(text: str) -> tuple[Publication, str]:
    """A publication with this text in every field that somebody fills in, and the token of a dispute of it."""
    speaker = Speaker.objects.create(name=text, kind=SpeakerKind.PUBLIC_FIGURE, party=text[:100])
    source = make_source(text, interests=text, full_text_allowed=True, control_reference=text)
    article = make_article(f"{text} was said so.", source=source, title=text, byline=text, address="https://a.example/")
    claim = make_claim(article, quote=text, wording=text, status=ClaimStatus.ACCEPTED, speaker=speaker)
    claim.topics.add(Topic.objects.create(name=text[:80]))
    row: dict[str, Any] = {"title": text, "excerpt": text, "excerpt_translation": text}
    publication = make_publication(
        make_review(claim),
        headline=text[:75],
        summary=text,
        explanation=text,
        evidence=(make_evidence_input(**row), make_evidence_input(source, **row), make_evidence_input()),
    )
    by = make_user("editor")
    record_correction(publication=publication, kind=CorrectionKind.MINOR, by=by, was=text, now=text, cause=text)
    dispute = make_dispute(publication, objection=text, grounds=text)
    decide_dispute(
        dispute=dispute, outcome=DisputeOutcome.REJECTED, answer=text, is_public=True, by=make_user("editor")
    )
    return publication, str(dispute.token)


def look_at(answer: Any, address: str) -> None:
    """Each kind of output by the parser of those who read it."""
    content = b"".join(answer) if answer.streaming else answer.content
    kind = answer.headers.get("Content-Type", "").partition(";")[0]
    assert answer.headers["X-Content-Type-Options"] == "nosniff", address
    if kind == "text/html":
        look_at_page(content.decode(), address)
    elif kind.endswith("xml"):
        look_at_xml(content, address)
    elif kind == "text/csv":
        look_at_sheet(content.decode(), address)
    elif kind.endswith("json"):
        json.loads(content)
    else:
        assert kind in {"image/png", "text/plain", "application/vnd.oai.openapi", ""}, f"{address} is {kind}"


def look_at_page(page: str, address: str) -> None:
    assert complaints(page) == [], address
    scripts = [piece.partition(">")[0] for piece in page.split("<script")[1:]]
    assert [script for script in scripts if not any(name in script for name in OURS)] == [], address
    for forbidden in ("<img", "<svg onload", 'href="javascript:', "49 49"):
        assert forbidden not in page, address


def look_at_xml(content: bytes, address: str) -> None:
    for element in etree.fromstring(content).iter(etree.Element):
        name = etree.QName(element).localname
        assert name not in {"script", "foreignObject", "img", "iframe", "a"}, address
        for attribute, value in element.attrib.items():
            assert not str(attribute).startswith("on"), address
            assert not str(value).lower().startswith("javascript:"), address


def look_at_sheet(content: str, address: str) -> None:
    for row in csv.reader(io.StringIO(content.removeprefix("\ufeff"), newline=""), strict=True):
        for cell in row:
            number = cell.removeprefix("-").replace(".", "", 1).isdecimal()
            assert number or not cell.lstrip(" ").startswith(FORMULA_STARTS), f"{address}: {cell}"


@pytest.mark.parametrize("text", TEXTS)
def test_it_is_text_in_every_output(client: Client, text: str) -> None:
    publication, token = hostile(text)
    for name, addresses in outputs(publication, word=text[:60], token=token).items():
        for address in addresses:
            answer = client.get(address, follow=True)
            assert answer.status_code < 500, address
            look_at(answer, f"{name} {address}")


@pytest.mark.parametrize("text", TEXTS)
@pytest.mark.parametrize("act", ["suspended", "retracted"])
def test_it_is_text_where_a_verdict_is_not_in_force(client: Client, text: str, act: str) -> None:
    publication, _ = hostile(text)
    by = make_user("editor")
    if act == "suspended":
        suspend_publication(publication=publication, by=by, reason=text)
    else:
        retract_publication(publication=publication, by=by, was=text, now=text)
    claim = publication.claim_id
    for path in (
        f"/claims/{claim}-{publication.slug}/",
        f"/embed/{claim}/",
        f"/claims/{claim}/dispute/",
        "/corrections/",
    ):
        for address in (path, f"/fr{path}"):
            look_at(client.get(address), address)
    for address in (f"/claims/{claim}/share.svg", "/feeds/corrections.atom", "/statistics/verdicts.csv"):
        look_at(client.get(address), address)


@pytest.mark.parametrize("text", TEXTS)
def test_it_is_text_where_a_reader_typed_it(client: Client, text: str) -> None:
    typed = quote(text)
    queries = (
        f"q={typed}",
        f"speaker={typed}",
        f"topic={typed}",
        f"rating={typed}",
        f"since={typed}",
        f"after={typed}",
    )
    for query in queries:
        for path in ("/", "/fr/", "/feeds/verdicts.atom", "/api/v1/verdicts/", "/v1alpha1/claims:search"):
            look_at(client.get(f"{path}?{query}"), f"{path}?{query}")
    look_at(client.get(f"/{typed}/"), "nowhere")
    for address in ("/submit/", "/fr/submit/"):
        sent = {"statement": text, "address": text, "seen": text, "note": text, "mail": text}
        look_at(client.post(address, sent, headers={"Sec-Fetch-Site": "same-origin"}), address)
