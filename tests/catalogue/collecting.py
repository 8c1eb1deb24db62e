"""Every message that code, templates and word lists ask to have translated; needs no GNU gettext."""

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path

from babel.messages.extract import extract
from django.utils.translation.template import templatize

from reviews.wording import kept_words
from tests.architecture.tree import ROOT, python_files

CONTEXT, SINGULAR, PLURAL = "context", "singular", "plural"

CALLS = {
    name + lazy: arguments
    for name, arguments in {
        "gettext": (SINGULAR,),
        "gettext_noop": (SINGULAR,),
        "ngettext": (SINGULAR, PLURAL),
        "pgettext": (CONTEXT, SINGULAR),
        "npgettext": (CONTEXT, SINGULAR, PLURAL),
    }.items()
    for lazy in ("", "_lazy")
}

IN_TEMPLATES = {"gettext": None, "ngettext": (1, 2), "pgettext": ((1, "c"), 2), "npgettext": ((1, "c"), 2, 3)}
"""Arguments of the calls that `templatize` makes of a template's tags, as Babel wants them."""


@dataclass(frozen=True, slots=True)
class Message:
    """`id` is a pair where there is a plural."""

    id: str | tuple[str, str]
    context: str | None
    place: str


def messages() -> Iterator[Message]:
    for path in python_files(tests=False):
        yield from in_code(path.read_text(encoding="utf-8"), str(path.relative_to(ROOT)))
    for path in sorted((ROOT / "templates").rglob("*.html")):
        yield from _in_template(path)
    yield from (Message(words, None, "reviews/wording.py") for words in kept_words())


def in_code(source: str, place: str) -> Iterator[Message]:
    """Calls with constant texts; what is looked up by a variable is in `kept_words`."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in CALLS:
            texts = [item.value for item in node.args if isinstance(item, ast.Constant) and isinstance(item.value, str)]
            given = dict(zip(CALLS[node.func.id], texts, strict=False))
            if SINGULAR in given:
                ids = (given[SINGULAR], given[PLURAL]) if PLURAL in given else given[SINGULAR]
                yield Message(ids, given.get(CONTEXT), place)


def _in_template(path: Path) -> Iterator[Message]:
    place = str(path.relative_to(ROOT))
    code = templatize(path.read_text(encoding="utf-8"), origin=str(path)).encode()
    for _, found, _, context in extract("python", BytesIO(code), IN_TEMPLATES, options={"encoding": "utf-8"}):
        yield Message(
            (found[0], found[1]) if isinstance(found, tuple) and len(found) == 2 else str(found), context, place
        )
