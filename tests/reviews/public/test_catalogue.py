"""The catalogues are complete, and what the program reads is what people wrote."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path
from string import Formatter

import pytest
from babel.messages.catalog import Message

from claims.extraction import importance
from reviews.wording import WHY_WORTH_CHECKING
from tests.catalogue.keeping import mo_of, path_of, po_of, read, wanted

CODES = ["fr"]

PLACEHOLDER = re.compile(r"%\((\w+)\)[sd]")
TAG = re.compile(r"<[^>]+>")
AGAIN = "Run `python -m tests.catalogue`, translate what it names in the .po, and run it again."


@pytest.mark.parametrize("code", CODES)
def test_the_catalogue_holds_what_the_program_asks_for_and_nothing_else(code: str) -> None:
    assert path_of(code).read_bytes() == po_of(wanted(code)), AGAIN


@pytest.mark.parametrize("code", CODES)
def test_the_program_reads_what_people_wrote(code: str) -> None:
    assert path_of(code, "mo").read_bytes() == mo_of(path_of(code).read_bytes(), code), AGAIN


@pytest.mark.parametrize("code", CODES)
def test_every_message_is_translated_and_none_is_a_guess(code: str) -> None:
    assert [message.id for message in _messages(code) if not all(_strings(message))] == []
    assert [message.id for message in _messages(code) if message.fuzzy] == []


@pytest.mark.parametrize("code", CODES)
def test_translations_keep_every_placeholder_and_every_tag(code: str) -> None:
    for message in _messages(code):
        ids = [message.id] if isinstance(message.id, str) else list(message.id)
        for original, string in zip(ids, _strings(message), strict=True):
            assert sorted(set(PLACEHOLDER.findall(string))) == sorted(set(PLACEHOLDER.findall(original))), string
            assert sorted(TAG.findall(string)) == sorted(TAG.findall(original)), string
            percents = re.findall("\u00a0%(?!\\()", string)
            assert string.count("%") == len(PLACEHOLDER.findall(string)) + len(percents), string


def test_french_is_set_as_french_is_printed() -> None:
    """No-break spaces inside of guillemets and before colons and percent signs, narrow ones before ; ! and ?."""
    for message in _messages("fr"):
        for string in _strings(message):
            plain = TAG.sub("", PLACEHOLDER.sub("x", string))
            assert not re.search(r"« | »| [:;!?%]", plain), string
            assert not re.search(r"[^\s\u00a0\u202f/](?<!https)(?<!http)[:;!?%»](?!\w)", plain), string
            assert "'" not in plain, string
            assert '"' not in plain or "<kbd>" in string, string


def test_the_reasons_of_extraction_are_all_known() -> None:
    """`claims.extraction` can't name its own reasons for us: it knows no languages."""
    tree = ast.parse(Path(importance.__file__).read_text(encoding="utf-8"))
    terms = next(node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef) and node.name == "_terms")
    reasons = [node.elts[1] for node in ast.walk(terms) if isinstance(node, ast.Tuple) and len(node.elts) == 2]
    words = {node.value for node in reasons if isinstance(node, ast.Constant) and isinstance(node.value, str)}
    assert len(words) > 10
    assert words - set(WHY_WORTH_CHECKING) == set()


def test_no_message_is_put_together_with_braces() -> None:
    for message in _messages("fr"):
        for text in [*_strings(message), message.id if isinstance(message.id, str) else message.id[0]]:
            assert [name for _, name, _, _ in Formatter().parse(text) if name is not None] == [], text


def _messages(code: str) -> Iterator[Message]:
    return (message for message in read(code) if message.id)


def _strings(message: Message) -> list[str]:
    return [message.string] if isinstance(message.string, str) else list(message.string or ())
