"""Whatever an article, a source or a person writes, readers get words."""

import copy
from typing import Any

import pytest
from django.template.loader import render_to_string
from django.test import Client

from claims.enums import ClaimStatus, SpeakerKind
from claims.models import Speaker
from reviews.enums import CorrectionKind
from reviews.models import Publication
from reviews.public.markdown import render
from reviews.public.reading import verdict_content
from reviews.public.state import State
from reviews.public.terms import Terms, web_address
from reviews.services.publishing import record_correction
from tests.claims.factories import make_article, make_claim, make_source, make_user
from tests.reviews.factories import make_evidence_input, make_publication, make_review
from tests.reviews.public.addresses import article_of, pages_of, source_of, verdict_of
from tests.reviews.public.html import complaints, judged

pytestmark = pytest.mark.django_db

SCRIPT = "<script>alert(1)</script><img src=x onerror=alert(1)>\"'"
OVERRIDE = "\u202egnihton\u202c \u2066 \u202b"
LONG = "W" * 10_000

# Words that the page looks up; everything else in a payload is free text.
CODES = {"kind", "treatment", "finding", "stance", "question", "control", "tone", "code", "figure_basis", "language"}


def hostile_publication() -> Publication:
    speaker = Speaker.objects.create(name=f"Ada {SCRIPT}", kind=SpeakerKind.PUBLIC_FIGURE)
    via = Speaker.objects.create(name=f"Via {SCRIPT}", kind=SpeakerKind.BODY)
    source = make_source(f"Post {SCRIPT}", interests=SCRIPT, full_text_allowed=True)
    text = f"{SCRIPT} said {OVERRIDE} and then {LONG} it was so."
    article = make_article(text, source=source, title=f"Title {SCRIPT}", byline=f"By {SCRIPT}")
    claim = make_claim(article, quote=text, wording=SCRIPT, status=ClaimStatus.ACCEPTED, speaker=speaker, via=via)
    explanation = f"{SCRIPT} [click](javascript:alert(1)) ![x](https://x.example/p.png) {OVERRIDE} {LONG}"
    publication = make_publication(
        make_review(claim),
        headline=SCRIPT,
        summary=f"{SCRIPT} {OVERRIDE}",
        explanation=explanation,
        evidence=(make_evidence_input(title=SCRIPT, excerpt=f"{SCRIPT} {LONG}"), make_evidence_input()),
    )
    by = make_user("editor")
    record_correction(publication=publication, kind=CorrectionKind.MINOR, by=by, was=SCRIPT, now=SCRIPT, cause=SCRIPT)
    return publication


def test_scripts_in_every_field_are_text_on_every_page(client: Client) -> None:
    for address in [*pages_of(hostile_publication()), "/?q=%3Cscript%3Ealert(1)%3C/script%3E&speaker=%22onload=%22"]:
        page = client.get(address).content.decode()
        assert "<script>" not in page, address
        assert "<img" not in page, address
        if not address.endswith(".txt"):
            assert complaints(page) == [], address


def with_every_text(payload: Any, text: str, key: str = "") -> Any:
    """The payload with `text` in place of each of its free texts."""
    if isinstance(payload, dict):
        return {name: with_every_text(value, text, name) for name, value in payload.items()}
    if isinstance(payload, list):
        return [with_every_text(value, text, key) for value in payload]
    return payload if key in CODES or not isinstance(payload, str) else text


@pytest.mark.parametrize("text", [SCRIPT, "javascript:alert(1)", "data:text/html,<script>alert(1)</script>", OVERRIDE])
def test_no_text_of_a_frozen_page_becomes_more_than_text(text: str) -> None:
    payload = with_every_text(copy.deepcopy(make_publication().payload), text)
    page = render_to_string("includes/verdict.html", {"content": verdict_content(payload, Terms([])), "state": State()})
    judge = judged(page)
    assert judge.complaints == []
    assert "<script" not in page
    assert all(address.startswith(("/", "#")) for address in judge.addresses), judge.addresses


def test_text_that_overrides_its_direction_cannot_turn_its_neighbours(client: Client) -> None:
    publication = hostile_publication()
    for address in (verdict_of(publication), article_of(publication), source_of(publication), "/"):
        page = client.get(address).content.decode()
        for before in page.split(OVERRIDE)[:-1]:
            isolated = before.rfind("<bdi>") > before.rfind("</bdi>")
            paragraph = before.rfind('<div class="prose') > before.rfind("</div>")
            own_box = before.rfind(' dir="auto"') > max(before.rfind(f"</{tag}>") for tag in ("p", "dd", "h1"))
            in_head = "<main" not in before
            assert isolated or paragraph or own_box or in_head, before[-200:]


@pytest.mark.parametrize(
    "markdown",
    [
        "[x](javascript:alert(1))",
        "[x](JaVaScRiPt:alert(1))",
        "[x](data:text/html;base64,PHNjcmlwdD4=)",
        "[x](vbscript:x)",
        "<a href='javascript:x'>y</a>",
        "<javascript:alert(1)>",
        "<svg onload=alert(1)>",
        "![x](https://x.example/track.png)",
        "[x]: javascript:alert(1)\n\n[x]",
    ],
)
def test_markdown_makes_neither_scripts_nor_pictures(markdown: str) -> None:
    html = render(markdown)
    judge = judged(html)
    assert "<img" not in html
    assert "<svg" not in html
    assert all(address.startswith("https://") for address in judge.addresses)


def test_markdown_keeps_what_writers_need() -> None:
    html = render("# Head\n\n**bold** *it* `code`\n\n- one\n\n> said\n\n[UN](https://un.example/a?b=1&c=2 'T')")
    for part in ("<h3>Head</h3>", "<strong>bold</strong>", "<em>it</em>", "<li>one</li>", "<blockquote>"):
        assert part in html, part
    assert 'href="https://un.example/a?b=1&amp;c=2"' in html
    assert 'rel="nofollow noopener noreferrer"' in html


@pytest.mark.parametrize(
    ("address", "shown"),
    [
        ("https://un.example/", True),
        ("HTTPS://UN.example/", True),
        ("http://un.example", True),
        ("javascript:alert(1)", False),
        ("//un.example/", False),
        ("https:///nohost", False),
        ("https://[broken", False),
        ("ftp://un.example/", False),
        ("", False),
    ],
)
def test_only_web_addresses_become_links(address: str, shown: bool) -> None:
    assert web_address(address) == (address if shown else "")
