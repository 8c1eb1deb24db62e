"""Nothing asks the clock when it is imported: a process, and a run of the tests, may live through midnight."""

import ast
from collections.abc import Iterator

from tests.architecture.tree import name, python_files

CLOCKS = frozenset({"localdate", "localtime", "now", "today", "utcnow"})


def test_no_day_is_fixed_at_import() -> None:
    fixed = [
        f"{name(path)}:{node.lineno}"
        for path in python_files()
        for node in _run_at_import(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Call) and _called(node) in CLOCKS
    ]
    assert fixed == []


def _called(call: ast.Call) -> str:
    match call.func:
        case ast.Name(id=called) | ast.Attribute(attr=called):
            return called
    return ""


def _run_at_import(node: ast.AST) -> Iterator[ast.AST]:
    """Of a function its decorators and defaults, of everything else all of it."""
    match node:
        case ast.FunctionDef() | ast.AsyncFunctionDef():
            parts: list[ast.AST] = [*node.decorator_list, node.args]
        case ast.Lambda():
            parts = [node.args]
        case _:
            parts = list(ast.iter_child_nodes(node))
    for part in parts:
        yield part
        yield from _run_at_import(part)
