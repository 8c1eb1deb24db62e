"""The font of share images: FiraGO, which covers Latin, Cyrillic, Greek, Arabic, Hebrew, Georgian and Thai."""

import tempfile
from functools import cache, lru_cache
from pathlib import Path

import uharfbuzz
from pymupdf_fonts import fontbuffers

FAMILY = "FiraGO"
_BUFFERS = {True: "figbo", False: "figo"}


@cache
def files() -> tuple[tempfile.TemporaryDirectory[str], list[str]]:
    """Where the renderer reads the fonts, once for each process: they come as bytes, it wants files.

    The folder is removed with the object that is returned, when the process ends.
    """
    folder = tempfile.TemporaryDirectory(prefix="claimdesk-fonts-")
    paths = [Path(folder.name) / f"{name}.ttf" for name in _BUFFERS.values()]
    for path in paths:
        path.write_bytes(fontbuffers[path.stem]())
    return folder, [str(path) for path in paths]


@lru_cache(maxsize=4096)
def width_of(text: str, size: float, *, bold: bool) -> float:
    """How wide it is when drawn, kerning and joined letters included."""
    font = _font(bold=bold)
    buffer = uharfbuzz.Buffer()
    buffer.add_str(text)
    buffer.guess_segment_properties()
    uharfbuzz.shape(font, buffer)
    return float(sum(glyph.x_advance for glyph in buffer.glyph_positions) * size / font.face.upem)


def covers(text: str) -> bool:
    """Whether the font has every character; what it lacks would be drawn as a box."""
    font = _font(bold=True)
    return all(font.get_nominal_glyph(ord(character)) is not None for character in text if not character.isspace())


@cache
def _font(*, bold: bool) -> uharfbuzz.Font:
    return uharfbuzz.Font(uharfbuzz.Face(uharfbuzz.Blob(fontbuffers[_BUFFERS[bold]]())))
