"""What the demo prints: tables for a terminal."""

import shutil
import textwrap
from collections.abc import Iterable, Sequence
from typing import Final

# Without a terminal (a pipe, a log) lines may be this long.
WIDTH: Final = 120
NARROWEST_LAST_COLUMN: Final = 30


def table(headings: Sequence[str], rows: Iterable[Sequence[str]], *, width: int | None = None) -> str:
    """Rows under headings; nothing is cut: the last column goes on below itself where the terminal ends."""
    cells = [list(row) for row in rows]
    sizes = [max(map(len, column)) for column in zip(headings, *cells, strict=True)]
    room = (width or shutil.get_terminal_size((WIDTH, 24)).columns) - sum(sizes[:-1]) - 2 * (len(sizes) - 1)
    sizes[-1] = max(NARROWEST_LAST_COLUMN, min(sizes[-1], room))
    rules = ["-" * size for size in sizes]
    return "\n".join(line for row in [list(headings), rules, *cells] for line in _lines(row, sizes))


def _lines(row: Sequence[str], sizes: Sequence[int]) -> list[str]:
    head = "".join(f"{cell:<{size}}  " for cell, size in zip(row[:-1], sizes[:-1], strict=True))
    first, *more = textwrap.wrap(row[-1], sizes[-1]) or [""]
    return [(head + first).rstrip(), *(" " * len(head) + line for line in more)]
