"""What a page says about itself in JSON-LD and meta elements: all of its authors, which trafilatura reports not."""

import json
from collections.abc import Iterator
from typing import Any

from lxml import html as lxml_html

ARTICLE_TYPES = frozenset(
    {
        "AnalysisNewsArticle",
        "Article",
        "AskPublicNewsArticle",
        "BackgroundNewsArticle",
        "BlogPosting",
        "LiveBlogPosting",
        "NewsArticle",
        "OpinionNewsArticle",
        "Report",
        "ReportageNewsArticle",
        "ReviewNewsArticle",
        "WebPage",
    }
)
META = {
    "title": ("og:title", "twitter:title"),
    "published": ("article:published_time", "datePublished", "date", "dc.date", "parsely-pub-date"),
    "site": ("og:site_name",),
}
AUTHORS = ("author", "article:author", "dc.creator", "parsely-author")


def stated_facts(tree: lxml_html.HtmlElement) -> dict[str, str]:
    """`title`, `byline`, `published` (as written), `site`, `language`; each absent where the page says nothing."""
    meta = _meta(tree)
    facts = {fact: value for fact, names in META.items() if (value := _first(meta, names))}
    if authors := [name for key in AUTHORS for name in meta.get(key, ()) if not name.startswith(("http:", "https:"))]:
        facts["byline"] = ", ".join(dict.fromkeys(authors))
    if language := tree.get("lang", ""):
        facts["language"] = language.split("-")[0].lower()
    for article in _articles(tree):
        facts |= _article_facts(article)
        break
    return {fact: " ".join(value.split()) for fact, value in facts.items() if value.strip()}


def _article_facts(article: dict[str, Any]) -> dict[str, str]:
    facts = {
        "title": _text(article.get("headline")),
        "published": _text(article.get("datePublished")),
        "byline": ", ".join(dict.fromkeys(_names(article.get("author")))),
        "site": ", ".join(_names(article.get("publisher"))[:1]),
    }
    return {fact: value for fact, value in facts.items() if value}


def _articles(tree: lxml_html.HtmlElement) -> Iterator[dict[str, Any]]:
    """The page's articles, most telling type first: a page may describe itself as WebPage and as NewsArticle."""
    found = [node for node in _nodes(tree) if _types(node) & ARTICLE_TYPES]
    yield from sorted(found, key=lambda node: "WebPage" in _types(node))


def _nodes(tree: lxml_html.HtmlElement) -> Iterator[dict[str, Any]]:
    for script in tree.iter("script"):
        if (script.get("type") or "").strip().lower() != "application/ld+json":
            continue
        try:
            data = json.loads(script.text or "", strict=False)
        except (ValueError, RecursionError):
            continue
        for node in data if isinstance(data, list) else [data]:
            if isinstance(node, dict):
                yield node
                graph = node.get("@graph")
                yield from (part for part in graph if isinstance(part, dict)) if isinstance(graph, list) else ()


def _types(node: dict[str, Any]) -> set[str]:
    kind = node.get("@type")
    return {part for part in (kind if isinstance(kind, list) else [kind]) if isinstance(part, str)}


def _names(value: Any) -> list[str]:
    """A name, an object with a name, or a list of either."""
    if isinstance(value, list):
        return [name for part in value[:50] for name in _names(part)]
    name = _text(value.get("name") if isinstance(value, dict) else value)
    return [name] if name and not name.startswith(("http:", "https:")) else []


def _text(value: Any) -> str:
    return value.strip() if isinstance(value, str) else ""


def _meta(tree: lxml_html.HtmlElement) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for element in tree.iter("meta"):
        name = (element.get("property") or element.get("name") or element.get("itemprop") or "").strip()
        if content := (element.get("content") or "").strip():
            found.setdefault(name.lower(), []).append(content)
    return found


def _first(meta: dict[str, list[str]], names: tuple[str, ...]) -> str:
    return next((meta[name.lower()][0] for name in names if name.lower() in meta), "")
