"""What the demo prints: a table of claims, addresses, accounts."""

import shutil
from collections.abc import Iterable, Sequence


def table(headings: Sequence[str], rows: Iterable[Sequence[object]], *, width: int | None = None) -> str:
    """Rows under headings, as wide as the terminal; the last column is cut to fit."""
    cells = [[str(cell) for cell in row] for row in rows]
    limit = width or shutil.get_terminal_size((120, 24)).columns
    columns = list(zip(headings, *cells, strict=True))
    sizes = [max(map(len, column)) for column in columns]
    sizes[-1] = max(20, min(sizes[-1], limit - sum(sizes[:-1]) - 2 * (len(sizes) - 1)))
    lines = [list(headings), ["-" * size for size in sizes], *cells]
    return "\n".join(_line(line, sizes) for line in lines)


def _line(cells: Sequence[str], sizes: Sequence[int]) -> str:
    *first, last = (_cut(cell, size) for cell, size in zip(cells, sizes, strict=True))
    padded = [cell.ljust(size) for cell, size in zip(first, sizes[:-1], strict=True)]
    return "  ".join([*padded, last]).rstrip()


def _cut(cell: str, size: int) -> str:
    return cell if len(cell) <= size else f"{cell[: size - 1]}…"
