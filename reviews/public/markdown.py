"""The explanation of a verdict, from Markdown to HTML that can do no harm."""

from collections.abc import Sequence
from dataclasses import dataclass

import nh3
from django.utils.safestring import SafeString, mark_safe
from markdown_it import MarkdownIt
from markdown_it.token import Token

_TAGS = {"p", "br", "em", "strong", "ul", "ol", "li", "blockquote", "code", "pre", "h3", "h4", "a", "hr"}
_ATTRIBUTES = {"a": {"href", "title"}, "ol": {"start"}}
_HEADINGS = {"h1": "h3", "h2": "h3", "h5": "h4", "h6": "h4"}

_parser = MarkdownIt("commonmark", {"html": False})
_parser.disable("image")


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph, list, quotation or heading. Its lines are `begin` to before `end`, counted from 0."""

    html: SafeString
    begin: int
    end: int


def render(text: str) -> SafeString:
    """HTML of a Markdown text. Raw HTML shows as text, pictures as links; headings go below the page's own."""
    return _cleaned(_parse(text))


def blocks(text: str) -> list[Block]:
    """The same HTML in its outermost blocks, so that something can stand between them."""
    found: list[Block] = []
    held: list[Token] = []
    for token in _parse(text):
        held.append(token)
        if token.level == 0 and token.nesting != 1:
            begin, end = held[0].map or (0, 0)
            found.append(Block(_cleaned(held), begin, end))
            held = []
    return found


def _parse(text: str) -> list[Token]:
    tokens = _parser.parse(text)
    for token in tokens:
        token.tag = _HEADINGS.get(token.tag, token.tag)
    return tokens


def _cleaned(tokens: Sequence[Token]) -> SafeString:
    html = _parser.renderer.render(tokens, _parser.options, {})
    return mark_safe(  # noqa: S308 cleaned by nh3
        nh3.clean(
            html,
            tags=_TAGS,
            attributes=_ATTRIBUTES,
            url_schemes={"http", "https"},
            link_rel="nofollow noopener noreferrer",
        )
    )
