"""The measures as a table for a terminal, each beside its figure at the last release."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final

from claims.extraction.scoring.measures import MEASURES, Value
from claims.extraction.scoring.release import Release

WORSE: Final = {one.name for one in MEASURES if one.less_is_better}
# Facts about the run: they are neither better nor worse.
NEUTRAL: Final = {"gold", "predicted", "articles", "mean_quote_chars"}
SMALLEST: Final = 0.0005
"""Changes below the last digit shown are none."""


def table(figures: Mapping[str, Value], release: Release) -> str:
    """One line a measure: now, at the release, the change, and whether that is better or worse."""
    return "\n".join(_lines(figures, release))


def _lines(figures: Mapping[str, Value], release: Release) -> Iterator[str]:
    then = f"release {release.version}" if release.version else "no release"
    yield f"{'':28} {'now':>9} {then:>14} {'change':>9}"
    for name, value in figures.items():
        before = release.figures.get(name)
        yield f"{name:28} {_show(value):>9} {_show(before):>14} {_change(name, value, before)}".rstrip()


def _show(value: Value) -> str:
    if value is None:
        return "-"
    return str(value) if isinstance(value, int) else f"{value:.3f}"


def _change(name: str, value: Value, before: Value) -> str:
    if value is None or before is None or abs(value - before) < SMALLEST:
        return ""
    change = value - before
    shown = f"{change:+d}" if isinstance(change, int) else f"{change:+.3f}"
    better = (change < 0) == (name in WORSE)
    return f"{shown:>9} {'' if name in NEUTRAL else 'better' if better else 'worse'}"
