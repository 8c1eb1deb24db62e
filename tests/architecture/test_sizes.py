"""Gates at the far end; good code stays well below them."""

import ast
from collections.abc import Iterator

from tests.architecture.tree import name, python_files

LONGEST_FILE = 300
LONGEST_FUNCTION = 50

Function = ast.FunctionDef | ast.AsyncFunctionDef


def test_no_file_is_too_long_to_read_at_once() -> None:
    lengths = {name(path): len(path.read_text(encoding="utf-8").splitlines()) for path in python_files()}
    assert {path: length for path, length in lengths.items() if length > LONGEST_FILE} == {}


def test_no_function_is_too_long_to_hold_in_mind() -> None:
    lengths = {place: (function.end_lineno or 0) - function.lineno + 1 for place, function in _functions()}
    assert {place: length for place, length in lengths.items() if length > LONGEST_FUNCTION} == {}


def test_imports_stand_at_the_head_of_a_file() -> None:
    """An import inside a function hides a cycle; only an AppConfig must wait until the models are there."""
    hidden = [
        place
        for place, function in _functions(tests=False)
        if not place.endswith("apps.py::ready")
        and any(isinstance(node, ast.Import | ast.ImportFrom) for node in ast.walk(function))
    ]
    assert hidden == []


def _functions(*, tests: bool = True) -> Iterator[tuple[str, Function]]:
    for path in python_files(tests=tests):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, Function):
                yield f"{name(path)}::{node.name}", node
