"""Strict reading of JSON: every function returns what it was asked for or raises AnswerInvalid with the place."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

from claims.llm.errors import AnswerInvalid


def record(value: Any, names: Collection[str], place: str) -> dict[str, Any]:
    """An object with exactly these members."""
    if not isinstance(value, dict) or value.keys() != set(names):
        raise AnswerInvalid(f"{place} should be an object with exactly {', '.join(sorted(names))}")
    return value


def items(value: Any, most: int, place: str) -> list[Any]:
    if not isinstance(value, list):
        raise AnswerInvalid(f"{place} should be a list")
    if len(value) > most:
        raise AnswerInvalid(f"{place} has {len(value)} entries where {most} are allowed")
    return value


def number_of(value: Any, known: Collection[int], place: str) -> int:
    """The number of a sentence that was sent. True is no number."""
    if type(value) is not int or value not in known:
        raise AnswerInvalid(f"{place} should be the number of a sentence that was sent, once")
    return value


def line(value: Any, longest: int, place: str) -> str:
    """One line that is not empty; line breaks become spaces, what prints nothing (marks of direction too) goes."""
    if not isinstance(value, str):
        raise AnswerInvalid(f"{place} should be a text")
    if len(value) > longest:
        raise AnswerInvalid(f"{place} has {len(value)} characters where {longest} are allowed")
    plain = "".join(filter(str.isprintable, " ".join(value.split())))
    if not plain.strip():
        raise AnswerInvalid(f"{place} should not be empty")
    return plain.strip()


def line_or_none(value: Any, longest: int, place: str) -> str | None:
    return None if value is None else line(value, longest, place)


def choice(value: Any, known: Collection[str], place: str) -> str:
    if not isinstance(value, str) or value not in known:
        raise AnswerInvalid(f"{place} should be one of {', '.join(known)}")
    return value
