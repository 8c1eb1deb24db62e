"""Bytes from files and pages to an article's text and what the page says about itself."""

from datetime import date

import pytest

from claims.errors import IngestRefused
from claims.ingest.decoding import decode
from claims.ingest.files import read_file
from claims.ingest.html import looks_like_html, read_page

BODY = """<article><h1>Bridges closed</h1>
<p>More than 120 bridges were closed in 2021, the transport ministry said on Monday in a statement.</p>
<p>Repairs cost 3.5 million euros, according to the ministry, which counts them each year in the spring.</p>
<p>With reporting by Reuters and AFP</p></article>"""
LINKED = """<script type="application/ld+json">{"@context": "https://schema.org", "@graph": [
  {"@type": "WebPage", "headline": "Not this one"},
  {"@type": ["NewsArticle"], "headline": "Bridges  closed", "datePublished": "2021-03-04T23:30:00+02:00",
   "author": [{"@type": "Person", "name": "Ann Lee"}, {"name": "Bo Ray"}, "Cy Doe", "https://gazette.example/ann"],
   "publisher": {"@type": "Organization", "name": "Gazette"}}]}</script>"""


def page(head: str = "", body: str = BODY, language: str = "en-GB") -> str:
    return f"<!DOCTYPE html><html lang='{language}'><head>{head}</head><body><nav>Home Sport</nav>{body}</body></html>"


def test_the_text_has_a_paragraph_per_line_and_no_menu() -> None:
    lines = read_page(page()).text.split("\n")
    assert lines[-1] == "With reporting by Reuters and AFP"
    assert any(line.startswith("More than 120 bridges") for line in lines)
    assert not any("Sport" in line for line in lines)


def test_the_page_says_title_authors_day_and_publisher_itself() -> None:
    read = read_page(page(LINKED))
    assert (read.title, read.byline, read.site) == ("Bridges closed", "Ann Lee, Bo Ray, Cy Doe", "Gazette")
    # The page's own clock: in UTC it was still the 4th, in Tokyo the 5th.
    assert read.published_on == date(2021, 3, 4)


def test_meta_elements_do_where_there_is_no_linked_data() -> None:
    head = """<meta property="og:title" content="Bridges closed"><meta name="author" content="Ann Lee">
        <meta name="author" content="Bo Ray"><meta property="article:published_time" content="2021-03-04">
        <meta property="og:site_name" content="Gazette">"""
    read = read_page(page(head))
    assert (read.title, read.byline, read.site) == ("Bridges closed", "Ann Lee, Bo Ray", "Gazette")
    assert read.published_on == date(2021, 3, 4)


def test_a_year_in_the_text_or_the_copyright_line_is_not_the_articles_day() -> None:
    assert read_page(page(body=BODY + "<footer>Copyright 2024</footer>")).published_on is None
    dated = BODY.replace("</h1>", "</h1><time datetime='2022-01-05'>5 January</time>")
    assert read_page(page(body=dated)).published_on == date(2022, 1, 5)


@pytest.mark.parametrize(
    "data", ["{", "[]", "null", '"text"', '{"@graph": 5}', '{"@type": "NewsArticle", "author": {"name": 5}}', "[[[[[[["]
)
def test_broken_linked_data_stops_nothing(data: str) -> None:
    assert "120 bridges" in read_page(page(f'<script type="application/ld+json">{data}</script>')).text


def test_the_pages_language_is_kept() -> None:
    assert read_page(page(language="fr-FR")).language == "fr"


@pytest.mark.parametrize(
    "markup", ["", " \n", "<html></html>", "<p>", "<div>" * 60_000, "<!-- nothing -->", "<script>alert(1)</script>"]
)
def test_a_page_without_an_article_is_refused_with_what_to_do(markup: str) -> None:
    with pytest.raises(IngestRefused, match="paste"):
        read_page(markup)


@pytest.mark.parametrize(
    ("data", "charset"),
    [
        ("Élysée “says”".encode(), ""),
        ("Élysée “says”".encode("utf-8-sig"), ""),
        ("Élysée “says”".encode("utf-16"), ""),
        ("Élysée “says”".encode("cp1252"), ""),
        ("Élysée “says”".encode("cp1252"), "windows-1252"),
        ("Élysée “says”".encode(), "no-such-charset"),
        ("Élysée “says”".encode(), "base64"),
    ],
)
def test_text_is_read_in_its_encoding(data: bytes, charset: str) -> None:
    assert decode(data, charset) == "Élysée “says”"


def test_a_pages_own_charset_counts() -> None:
    markup = '<html><meta charset="windows-1251"><p>Мосты закрыты'
    assert "Мосты" in decode(markup.encode("windows-1251"))


@pytest.mark.parametrize(
    "charset", ["punycode", "idna", "unicode_escape", "raw_unicode_escape", "undefined", "utf-7", "base64", "x" * 40]
)
def test_a_charset_that_no_browser_reads_is_passed_over(charset: str) -> None:
    """`punycode` is one: what it takes to read it grows with the square of the page."""
    assert decode("café".encode(), charset) == "café"
    assert decode(f'<meta charset="{charset}">café'.encode()).endswith("café")


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (b"", "empty"),
        (b" \r\n ", "empty"),
        (b"%PDF-1.7 ...", "a PDF"),
        (b"PK\x03\x04....", "Office file"),
        (b"\x89PNG\r\n", "a picture"),
        (b"abc\0def", "binary"),
        (b"x" * (5 * 1024 * 1024 + 1), "limit"),
    ],
)
def test_a_file_that_is_no_text_says_what_it_is(data: bytes, says: str) -> None:
    with pytest.raises(IngestRefused, match=says):
        read_file(data)


def test_the_content_decides_between_html_and_text() -> None:
    assert read_file(page(LINKED).encode()).title == "Bridges closed"
    assert read_file(b"Plain words < 5 and > 3.").text == "Plain words < 5 and > 3."
    assert looks_like_html("\ufeff\n <!doctype HTML><html>")
    assert not looks_like_html("The <b>bold</b> word")
