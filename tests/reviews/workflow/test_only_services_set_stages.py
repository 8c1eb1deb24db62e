"""`Review.stage` is written in `reviews/services` alone; everything else asks a service."""

import ast
from collections.abc import Iterator
from pathlib import Path

import claims
import config
import reviews

WRITES = {"update", "create", "bulk_update", "update_or_create", "get_or_create", "setattr"}


def stage_writes(tree: ast.AST) -> Iterator[int]:
    """Lines that assign to `.stage`, or pass `stage=` to a call that writes rows."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Assign | ast.AugAssign | ast.AnnAssign):
            targets = node.targets if isinstance(node, ast.Assign) else [node.target]
            yield from (item.lineno for item in targets if isinstance(item, ast.Attribute) and item.attr == "stage")
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr in WRITES:
            yield from (node.lineno for keyword in node.keywords if keyword.arg == "stage")


def files() -> Iterator[Path]:
    for room in (claims, reviews, config):
        yield from Path(room.__file__ or "").parent.rglob("*.py")


def test_only_services_set_a_stage() -> None:
    found = {path for path in files() if any(stage_writes(ast.parse(path.read_text(encoding="utf-8"))))}
    assert {path.parent.name for path in found} == {"services"}, found
    assert {path.name for path in found} == {"steps.py"}
