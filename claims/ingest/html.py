"""An article out of a web page: trafilatura for the text, the page's own statements for title, byline and date."""

from dataclasses import dataclass
from datetime import date

import trafilatura
from lxml import etree
from lxml import html as lxml_html
from trafilatura.metadata import extract_metadata

from claims.errors import IngestRefused
from claims.ingest.decoding import decode
from claims.ingest.linked_data import stated_facts

# Only a day that the page gives as its own: looked for everywhere, "unemployment fell in 2018" would date the article.
DATES = {"extensive_search": False, "original_date": True, "outputformat": "%Y-%m-%d"}
NO_ARTICLE = "No article text was found on this page: open it, select the article and paste its text."


@dataclass(frozen=True, slots=True)
class Page:
    """`text` has one paragraph per line. What the page does not say is empty or None."""

    text: str
    title: str
    byline: str
    published_on: date | None
    site: str
    language: str


@dataclass(frozen=True, slots=True)
class PageFacts:
    """What a page says of itself; empty or None where it says nothing."""

    title: str
    published_on: date | None
    language: str


def read_page(page: bytes | str, *, charset: str = "") -> Page:
    """Raises IngestRefused where there is no article in it."""
    tree = _tree(page, charset)
    if tree is None:
        raise IngestRefused(NO_ARTICLE)
    stated = stated_facts(tree)
    found = trafilatura.bare_extraction(
        tree, with_metadata=True, include_comments=False, include_tables=True, date_extraction_params=DATES
    )
    # The dict is what an older way of calling returned.
    if found is None or isinstance(found, dict) or not found.text or not found.text.strip():
        raise IngestRefused(NO_ARTICLE)
    return Page(
        text=found.text,
        title=stated.get("title") or found.title or "",
        byline=stated.get("byline") or found.author or "",
        published_on=_date(stated.get("published", "")) or _date(found.date or ""),
        site=stated.get("site") or found.sitename or "",
        language=stated.get("language", "en"),
    )


def read_facts(page: bytes, *, charset: str = "") -> PageFacts:
    """Of any page, an article or not: a table or a register has a title too."""
    tree = _tree(page, charset)
    if tree is None:
        return PageFacts("", None, "")
    stated = stated_facts(tree)
    guessed = extract_metadata(tree, date_config=DATES, extensive=False)
    titles = (stated.get("title"), guessed.title, tree.findtext(".//title"))
    return PageFacts(
        title=" ".join(next((title for title in titles if title), "").split()),
        published_on=_date(stated.get("published", "")) or _date(guessed.date or ""),
        language=stated.get("language", ""),
    )


def _tree(page: bytes | str, charset: str) -> lxml_html.HtmlElement | None:
    """None where there is nothing to read in it."""
    markup = decode(page, charset) if isinstance(page, bytes) else page
    if not markup.strip():
        return None
    try:
        # As bytes, since lxml refuses text that declares an encoding.
        parser = lxml_html.HTMLParser(encoding="utf-8", no_network=True)
        return lxml_html.fromstring(markup.replace("\0", "").encode("utf-8", "replace"), parser=parser)
    except (etree.LxmlError, ValueError):
        return None


def looks_like_html(text: str) -> bool:
    """Judged by the content, since file names lie."""
    start = text[:2048].lstrip("\ufeff \t\r\n").lower()
    return start.startswith(("<!doctype html", "<html", "<?xml", "<!--", "<head", "<body", "<article", "<div", "<p>"))


def _date(written: str) -> date | None:
    """The day as the page's own clock has it: an article of 23:30 in Kyiv is not of the next day in Tokyo."""
    try:
        return date.fromisoformat(written.strip()[:10])
    except ValueError:
        return None
