"""Bytes to text: by byte order mark, by what the server or page says, else UTF-8, else Windows-1252."""

import codecs
import re

from claims.errors import IngestRefused

MARKS = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))
# Within the first bytes, as browsers look for it.
META_CHARSET = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w-]{2,40})", re.I)
META_WITHIN = 2048
BINARY = {b"%PDF": "a PDF", b"PK\x03\x04": "a ZIP or Office file", b"\xd0\xcf\x11\xe0": "an old Office file",
          b"\x89PNG": "a picture", b"\xff\xd8\xff": "a picture", b"GIF8": "a picture"}  # fmt: skip


def decode(data: bytes, charset: str = "") -> str:
    """Raises IngestRefused for what is no text in any of the encodings."""
    for start, what in BINARY.items():
        if data.startswith(start):
            raise IngestRefused(f"This is {what}, not text: save the article as text or HTML, or paste it.")
    for mark, encoding in MARKS:
        if data.startswith(mark):
            return _decode(data, [encoding])
    if b"\0" in data[:META_WITHIN]:
        raise IngestRefused("This is a binary file, not text: save the article as text or HTML, or paste it.")
    meta = META_CHARSET.search(data[:META_WITHIN])
    said = [charset, meta[1].decode("ascii") if meta else ""]
    return _decode(data, [*(name for name in said if _is_known(name)), "utf-8", "cp1252"])


def _decode(data: bytes, encodings: list[str]) -> str:
    for encoding in encodings:
        try:
            return data.decode(encoding)
        except UnicodeError:
            continue
    raise IngestRefused("This text is in an unknown encoding: save it as UTF-8, or paste it.")


def _is_known(encoding: str) -> bool:
    """Whether Python has it and it makes text: `base64` and the like are codecs too."""
    try:
        return bool(encoding) and codecs.lookup(encoding)._is_text_encoding
    except (LookupError, ValueError):
        return False
