"""Two texts word by word: what stays, what goes, what comes. Pure; for people who want to see a change at a glance."""

import re
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum

_WORD = re.compile(r"\w+(?:[.,'’:-]\w+)*\s*|[^\w\s]+\s*|\s+")  # 12,800 and isn’t are words.
MOST_WORDS = 4_000
"""Of one text: comparing takes longer than their product allows beyond it, so longer ones are compared line by line."""

CONTEXT = 80
"""Characters kept at each side of a change; of what stays in between nobody needs more."""
GAP = " … "


class Fate(StrEnum):
    KEPT = "kept"
    GONE = "gone"
    NEW = "new"


@dataclass(frozen=True, slots=True)
class Piece:
    text: str
    fate: Fate


def word_changes(before: str, after: str) -> list[Piece]:
    """Pieces in reading order; those that are not new make `before` again, those that are not gone make `after`."""
    old, new = _pieces_of(before, after)
    matcher = SequenceMatcher(None, old, new, autojunk=len(old) > MOST_WORDS // 4)
    found: list[Piece] = []
    for how, old_from, old_to, new_from, new_to in matcher.get_opcodes():
        gone, come = "".join(old[old_from:old_to]), "".join(new[new_from:new_to])
        if how == "equal":
            found.append(Piece(gone, Fate.KEPT))
            continue
        found += [Piece(text, fate) for text, fate in ((gone, Fate.GONE), (come, Fate.NEW)) if text]
    return found


def shortened(pieces: list[Piece]) -> list[Piece]:
    """The same with long stretches of what stays cut to their ends."""
    last = len(pieces) - 1
    return [_cut(piece, begins=place > 0, ends=place < last) for place, piece in enumerate(pieces)]


def _cut(piece: Piece, *, begins: bool, ends: bool) -> Piece:
    """`begins`: a change comes before it; `ends`: one comes after it."""
    if piece.fate != Fate.KEPT or len(piece.text) <= 2 * CONTEXT + len(GAP):
        return piece
    head, tail = piece.text[:CONTEXT] if begins else "", piece.text[-CONTEXT:] if ends else ""
    return Piece(f"{head}{GAP}{tail}", Fate.KEPT)


def _pieces_of(before: str, after: str) -> tuple[list[str], list[str]]:
    old, new = _WORD.findall(before), _WORD.findall(after)
    if max(len(old), len(new)) > MOST_WORDS:
        return before.splitlines(keepends=True), after.splitlines(keepends=True)
    return old, new
