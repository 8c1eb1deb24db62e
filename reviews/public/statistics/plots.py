"""The geometry of a plot, pure: numbers in, places of bars and labels out. Drawn by `public/includes/plot.html`.

Plots are as wide as a phone, so that their words keep the size that they are written in; several stand side by side on
a wide screen. All lengths are text in the units of the viewBox: no locale may put a comma into them.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.translation import gettext

from reviews.dates import number_in_words

WIDTH = 340
LEFT, RIGHT, TOP, BOTTOM = 40, 8, 18, 22
COLUMNS_HEIGHT = 140
ROW_HEIGHT = 40
LABELLED_COLUMNS = 12
"""Up to so many, each column carries its number; more would run into each other."""
LONGEST_LABEL = 42
WIDEST_COLUMN = 28
"""One month alone is a column too, not a wall."""


@dataclass(frozen=True, slots=True)
class Point:
    """`value` None: there is nothing to measure, so there is no bar, not even an empty one."""

    label: str
    value: float | None


@dataclass(frozen=True, slots=True)
class Bar:
    x: str
    y: str
    width: str
    height: str
    says: str


@dataclass(frozen=True, slots=True)
class Mark:
    """A word or a number at a place."""

    x: str
    y: str
    text: str


@dataclass(frozen=True, slots=True)
class Plot:
    """`tone`: of the rating that it is about, if it is about one; `lines`: heights of the rules across."""

    title: str
    describes: str
    height: int
    bars: tuple[Bar, ...]
    starts: tuple[Mark, ...] = ()
    middles: tuple[Mark, ...] = ()
    ends: tuple[Mark, ...] = ()
    lines: tuple[str, ...] = ()
    tone: str = ""

    @property
    def width(self) -> int:
        return WIDTH


def nice_ceiling(value: float) -> int:
    """The smallest of 1, 2, 5, 10, 20, 50 … that is not below the value."""
    step = 1
    while True:
        for factor in (1, 2, 5):
            if factor * step >= value:
                return factor * step
        step *= 10


def columns(title: str, points: Sequence[Point], *, top: int | None = None, unit: str = "", tone: str = "") -> Plot:
    """One column for each point, in the order of time. `top`: of the scale, so that several plots can share one."""
    top = top or nice_ceiling(max((point.value or 0 for point in points), default=0))
    slot = (WIDTH - LEFT - RIGHT) / max(len(points), 1)
    width = min(slot * 0.8, WIDEST_COLUMN)
    drawn = [(number, point, point.value) for number, point in enumerate(points) if point.value is not None]
    bars = tuple(
        Bar(
            x=_text(LEFT + number * slot + (slot - width) / 2),
            y=_text(_height(value, top)),
            width=_text(width),
            height=_text(_height(0, top) - _height(value, top)),
            says=f"{point.label}: {_number(value)}{unit}",
        )
        for number, point, value in drawn
    )
    highest = max((value for _, _, value in drawn), default=0)
    numbered = drawn
    if len(points) > LABELLED_COLUMNS:
        numbered = [entry for entry in drawn if entry[2] == highest][:1]
    steps = [0, top // 2, top] if top % 2 == 0 else [0, top]
    return Plot(
        title=title,
        describes=describe(points, unit),
        height=COLUMNS_HEIGHT,
        bars=bars,
        starts=_ends_of_axis(points)[:1],
        middles=tuple(
            Mark(_text(LEFT + (number + 0.5) * slot), _text(_height(value, top) - 4), _number(value))
            for number, _, value in numbered
        ),
        ends=(
            *(Mark(_text(LEFT - 6), _text(_height(step, top) + 4), f"{_number(step)}{unit}") for step in steps),
            *_ends_of_axis(points)[1:],
        ),
        lines=tuple(_text(_height(step, top)) for step in steps),
        tone=tone,
    )


def rows(title: str, points: Sequence[Point]) -> Plot:
    """One bar below the other, each under its words: for things that have names."""
    highest = max((point.value or 0 for point in points), default=0) or 1
    room = WIDTH - RIGHT - 48
    widths = [room * (point.value or 0) / highest for point in points]
    return Plot(
        title=title,
        describes=describe(points, ""),
        height=ROW_HEIGHT * max(len(points), 1),
        bars=tuple(
            Bar("0", _text(number * ROW_HEIGHT + 18), _text(width), "14", f"{point.label}: {_number(point.value or 0)}")
            for number, (point, width) in enumerate(zip(points, widths, strict=True))
        ),
        starts=(
            *(Mark("0", _text(number * ROW_HEIGHT + 13), shortened(p.label)) for number, p in enumerate(points)),
            *(
                Mark(_text(width + 6), _text(number * ROW_HEIGHT + 29.5), _number(point.value or 0))
                for number, (point, width) in enumerate(zip(points, widths, strict=True))
            ),
        ),
    )


def describe(points: Sequence[Point], unit: str) -> str:
    """What somebody who can't see the plot should know; every number is in the table below it."""
    known = [(point.label, point.value) for point in points if point.value is not None]
    if not known:
        return gettext("No values.")
    if len(known) == 1:
        return gettext("One value: %(label)s, %(value)s.") % {
            "label": known[0][0],
            "value": f"{_number(known[0][1])}{unit}",
        }
    label, highest = max(known, key=lambda entry: entry[1])
    return gettext(
        "%(count)s values, from %(first)s to %(last)s. The highest is %(highest)s (%(label)s), the last %(value)s."
    ) % {
        "count": len(known),
        "first": known[0][0],
        "last": known[-1][0],
        "highest": f"{_number(highest)}{unit}",
        "label": label,
        "value": f"{_number(known[-1][1])}{unit}",
    }


def shortened(label: str) -> str:
    return label if len(label) <= LONGEST_LABEL else f"{label[: LONGEST_LABEL - 1].rstrip()}…"


def _ends_of_axis(points: Sequence[Point]) -> tuple[Mark, ...]:
    """The first and the last point's words below the columns; those of a single one stand at the left."""
    y = str(COLUMNS_HEIGHT - 6)
    if len(points) < 2:
        return tuple(Mark(str(LEFT), y, point.label) for point in points)
    return Mark(str(LEFT), y, points[0].label), Mark(str(WIDTH - RIGHT), y, points[-1].label)


def _height(value: float, top: int) -> float:
    return COLUMNS_HEIGHT - BOTTOM - (COLUMNS_HEIGHT - TOP - BOTTOM) * value / top


def _text(length: float) -> str:
    return f"{length:.1f}".removesuffix(".0")


def _number(value: float) -> str:
    """With one decimal where it has one."""
    return number_in_words(value, 0 if round(value, 1) == round(value) else 1)
