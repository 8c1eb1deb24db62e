"""CSV as RFC 4180 has it, and harmless in a spreadsheet. Pure."""

import csv
import io
from collections.abc import Iterable, Iterator, Sequence

FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠")
"""Spreadsheets take a cell that begins so for a formula, and run it."""

Value = str | int | float | None


def safe(value: Value) -> Value:
    """Text that a spreadsheet would run gets an apostrophe before it, which shows it as text; numbers stay numbers."""
    if isinstance(value, str) and value.lstrip(" ").startswith(FORMULA_STARTS):
        return f"'{value}"
    return value


def lines(rows: Iterable[Sequence[Value]]) -> Iterator[str]:
    """One record at a time, ended by CR LF; quoted where it must be. Takes and keeps one row in memory."""
    buffer = io.StringIO()
    writer = csv.writer(buffer)
    for row in rows:
        writer.writerow([safe(value) for value in row])
        yield buffer.getvalue()
        buffer.seek(0)
        buffer.truncate()
