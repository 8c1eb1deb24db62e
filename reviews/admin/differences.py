"""What differs between two payloads of a page, part by part, in words for an approver."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from reviews.word_changes import Piece, shortened, word_changes

# Read from other parts of the payload, or about the payload itself.
_FOLLOWS = {"version", "questions", "slug"}


@dataclass(frozen=True, slots=True)
class Difference:
    """`what` names the part, such as “evidence 2, title”."""

    what: str
    before: str
    after: str

    @property
    def pieces(self) -> list[Piece]:
        """Word by word, without the long stretches that stay."""
        return shortened(word_changes(self.before, self.after))


def differences(before: dict[str, Any], after: dict[str, Any]) -> list[Difference]:
    """Parts that were added, removed or changed, in the order of the page; lists are compared by position."""
    return [
        Difference(what, _told(old), _told(new))
        for key in dict.fromkeys([*after, *before])
        if key not in _FOLLOWS
        for what, old, new in _walk(key.replace("_", " "), before.get(key), after.get(key))
    ]


def _walk(what: str, before: Any, after: Any) -> Iterator[tuple[str, Any, Any]]:
    if before == after:
        return
    if isinstance(before, dict) and isinstance(after, dict):
        for key in dict.fromkeys([*after, *before]):
            yield from _walk(f"{what}, {str(key).replace('_', ' ')}", before.get(key), after.get(key))
    elif isinstance(before, list) and isinstance(after, list):
        for position in range(max(len(before), len(after))):
            old = before[position] if position < len(before) else None
            new = after[position] if position < len(after) else None
            yield from _walk(f"{what} {position + 1}", old, new)
    else:
        yield what, before, after


def _told(value: Any) -> str:
    if value in (None, "", [], {}):
        return "–"
    if isinstance(value, dict):
        named = value.get("title") or value.get("name") or value.get("quote")
        return str(named or json.dumps(value, ensure_ascii=False))
    return str(value)
