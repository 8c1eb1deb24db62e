"""What a share image says, and where: the headline, the rating as word, shape and colour, who said it, and who we are.

Lengths are text in the units of the viewBox, so that no locale puts a comma into them.
"""

import re
from dataclasses import dataclass
from functools import cache, partial
from pathlib import Path
from urllib.parse import urlsplit

from django.conf import settings
from django.template.loader import render_to_string
from django.utils.translation import gettext

from claims.enums import SpeakerKind
from reviews.dates import day_in_words
from reviews.labels import Tone
from reviews.models import Publication
from reviews.public.share.fonts import FAMILY, covers, width_of
from reviews.public.share.wrapping import is_right_to_left, plain, wrap
from reviews.public.state import State
from reviews.wording import label_in_words

WIDTH, HEIGHT = 1200, 630
MARGIN = 70
ROOM = WIDTH - 2 * MARGIN
HEADLINE_SIZES = (64, 56, 48)
HEADLINE_LINES = 3
RATING_SIZES = (54, 46, 38)
SHAPE = 64

_TOKENS = Path(__file__).resolve().parents[2] / "static" / "reviews" / "tokens.css"
_TONES = {Tone.FALSE_ATTRIBUTION: "attribution", Tone.OFF_SCALE: "open"}


@dataclass(frozen=True, slots=True)
class Line:
    """Text at a place. `length`: how wide it must be, so that a browser without our font keeps it in its place."""

    text: str
    x: str
    y: str
    size: int
    length: str
    anchor: str = "start"


@dataclass(frozen=True, slots=True)
class Badge:
    """The rating, or what stands in its place. `tone` chooses the shape."""

    line: Line
    tone: str
    ink: str
    tint: str
    width: str


def svg_of(publication: Publication, state: State) -> str:
    """The image as SVG. Suspended, retracted and merged verdicts show no rating here either, withheld ones no word."""
    context = {
        "language": publication.language,
        "width": WIDTH,
        "height": HEIGHT,
        "family": FAMILY,
        "title": plain(f"{publication.headline}: {_words(publication, state)}"),
        "name": _line(str(settings.SITE_NAME), 72, sizes=(40, 32, 24), bold=True),
        "headline": _headline(publication.headline),
        "badge": _badge(publication, state),
        "who": _line(_who(publication), 540, sizes=(30, 26, 22), bold=False),
        "where": _line(_where(publication), 586, sizes=(26, 22), bold=False),
        "paper": _colours()["paper"],
        "ink": _colours()["ink"],
        "soft": _colours()["ink-soft"],
        "rule": _colours()["rule-strong"],
    }
    return render_to_string("public/share.html", context).strip()


def _headline(text: str) -> list[Line]:
    """As large as fits. A script that the font lacks is left out: the newsroom and the rating still show."""
    text = plain(text)
    if not covers(text):
        return []
    for size in HEADLINE_SIZES:
        measure = partial(width_of, size=size, bold=True)
        lines = wrap(text, width=ROOM, lines=HEADLINE_LINES, measure=measure)
        if not lines or not lines[-1].endswith("…"):
            break
    to_left = is_right_to_left(text)
    return [
        _placed(line, 192 + round(size * 1.2) * n, size, bold=True, to_left=to_left) for n, line in enumerate(lines)
    ]


def _badge(publication: Publication, state: State) -> Badge:
    shows_rating = state.shows_rating and bool(publication.payload)
    tone = publication.payload["label"]["tone"] if shows_rating else Tone.OFF_SCALE.value
    name = _TONES.get(Tone(tone), tone.replace("_", "-"))
    left = MARGIN + 30 + SHAPE + 22
    text, size = _fitted(plain(_words(publication, state)), RATING_SIZES, WIDTH - MARGIN - 40 - left, bold=True)
    line = _placed(text, 430 + round(size * 0.36), size, bold=True, to_left=False, left=left)
    width = left - MARGIN + width_of(text, size, bold=True) + 40
    return Badge(line, tone, _colours()[name], _colours()[f"{name}-tint"], _text(width))


def _words(publication: Publication, state: State) -> str:
    if not publication.payload:
        return gettext("Withheld by legal order")
    if state.retraction is not None:
        return gettext("Retracted on %(day)s") % {"day": day_in_words(state.retraction.made_at)}
    if state.merged is not None:
        return gettext("Merged on %(day)s") % {"day": day_in_words(state.merged.since)}
    if state.suspended_at is not None:
        return gettext("Under re-examination since %(day)s") % {"day": day_in_words(state.suspended_at)}
    return label_in_words(publication.label, publication.payload)


def _who(publication: Publication) -> str:
    """Who said it and where; a private person is not named on what travels without its page."""
    if not publication.payload:
        return ""
    claim, article = publication.payload["claim"], publication.payload["article"]
    named = claim["speaker"] and claim["speaker"]["kind"] not in {SpeakerKind.PRIVATE_PERSON, SpeakerKind.ANONYMOUS}
    speaker = claim["speaker"]["name"] if named else ""
    source = article["source"]["name"] if article["source"] else ""
    if speaker and source:
        return gettext("%(speaker)s, in %(source)s") % {"speaker": speaker, "source": source}
    return speaker or source


def _where(publication: Publication) -> str:
    host = (urlsplit(settings.SITE_URL).hostname or "").removeprefix("www.")
    sample = [gettext("Sample data")] if publication.is_sample else []
    return " · ".join([host, day_in_words(publication.valid_from), *sample])


def _line(text: str, y: int, *, sizes: tuple[int, ...], bold: bool) -> Line | None:
    text = plain(text)
    if not text or not covers(text):
        return None
    text, size = _fitted(text, sizes, ROOM, bold=bold)
    return _placed(text, y, size, bold=bold, to_left=is_right_to_left(text))


def _fitted(text: str, sizes: tuple[int, ...], room: float, *, bold: bool) -> tuple[str, int]:
    """One line in the largest size in which it fits, cut in the smallest."""
    for size in sizes:
        if width_of(text, size, bold=bold) <= room:
            return text, size
    [cut] = wrap(text, width=room, lines=1, measure=partial(width_of, size=sizes[-1], bold=bold))
    return cut, sizes[-1]


def _placed(text: str, y: int, size: int, *, bold: bool, to_left: bool, left: int = MARGIN) -> Line:
    """Isolated in its own direction: what is written from right to left begins at the right margin."""
    shown, x, anchor = (f"\u2067{text}\u2069", WIDTH - MARGIN, "end") if to_left else (text, left, "start")
    return Line(shown, str(x), str(y), size, _text(width_of(text, size, bold=bold)), anchor)


def _text(length: float) -> str:
    return f"{length:.1f}"


@cache
def _colours() -> dict[str, str]:
    """The light theme's colours, from where the pages have them."""
    light = _TOKENS.read_text(encoding="utf-8").partition("@media")[0]
    return dict(re.findall(r"--([\w-]+): (#[0-9a-f]{6});", light))
