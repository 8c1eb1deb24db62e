"""Bytes to text: by byte order mark, by what the server or page says, else UTF-8, else Windows-1252."""

import codecs
import re

from claims.errors import IngestRefused

MARKS = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))
# Within the first bytes, as browsers look for it.
META_CHARSET = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w-]{2,40})", re.I)
META_WITHIN = 2048
KNOWN = frozenset(
    {"utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "ascii", "koi8-r", "koi8-u", "mac-roman", "cp866"}
    | {"big5", "big5hkscs", "euc_jp", "euc_kr", "gb18030", "gb2312", "gbk", "iso2022_jp", "shift_jis", "tis-620"}
    | {f"cp125{page}" for page in range(9)}
    | {f"iso8859-{part}" for part in range(1, 17)}
)
"""What browsers read, by the Encoding Standard, under Python's names. Python has more: `punycode` takes hours for what
a page may hold, others make no text."""
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
    try:
        return codecs.lookup(encoding).name in KNOWN
    except (LookupError, ValueError):
        return False
