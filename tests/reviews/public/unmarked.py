"""Finds words in templates and code that readers would see and that nobody marked for translation."""

import ast
import re
from collections.abc import Iterator
from html.parser import HTMLParser

from tests.catalogue.collecting import CALLS

MARKED = re.compile(r"{%\s*blocktrans(?:late)?\b.*?%}.*?{%\s*endblocktrans(?:late)?\s*%}", re.DOTALL)
CODE = re.compile(r"{%.*?%}|{{.*?}}|{#.*?#}", re.DOTALL)
LETTERS = re.compile(r"[^\W\d_]{2,}")
READ_OUT = {"title", "aria-label", "placeholder", "alt", "content", "label", "value"}
NAMES = {"ClaimReview"}
NO_WORDS = {"nofollow noopener noreferrer", "Cursor | None"}
SENTENCE = re.compile(r"^[A-Z“][^\n]*[a-z]{2,} [^\n]*[a-z]|[a-z]{3,} [a-z]{2,} [a-z]{2,}")


class _Words(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.found: list[str] = []
        self.hidden = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.hidden += tag in {"script", "style"}
        values = dict(attrs)
        for name in READ_OUT & set(values):
            technical = name == "content" and values.get("name") != "description"
            if not technical:
                self._look_at(values[name] or "")

    def handle_endtag(self, tag: str) -> None:
        self.hidden -= tag in {"script", "style"}

    def handle_data(self, data: str) -> None:
        if not self.hidden:
            self._look_at(data)

    def _look_at(self, text: str) -> None:
        if set(LETTERS.findall(text)) - NAMES:
            self.found.append(text.strip())


def in_template(source: str) -> list[str]:
    """Texts and attributes with words of their own, outside of every tag of the template language."""
    reader = _Words()
    reader.feed(CODE.sub(" ", MARKED.sub(" ", source)))
    reader.close()
    return reader.found


def in_code(source: str) -> Iterator[str]:
    """Texts that look like sentences and stand in no call that marks them; neither docstrings nor messages of errors
    that only their own page shows."""
    tree = ast.parse(source)
    known = {id(node) for call in ast.walk(tree) for node in _inside(call)}
    for node in ast.walk(tree):
        text = node.value if isinstance(node, ast.Constant) and id(node) not in known else None
        if isinstance(text, str) and SENTENCE.search(text) and text not in NO_WORDS:
            yield text


def _inside(node: ast.AST) -> Iterator[ast.AST]:
    if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in {*CALLS, "Http404"}:
        yield from ast.walk(node)
    elif isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant):
        yield node.value
