"""The one stored form of a text: every offset of the project points into it."""

from __future__ import annotations

import unicodedata


def canonicalise(text: str) -> str:
    """Unicode NFC, `\\n` line ends, no NUL and no lone surrogate (PostgreSQL stores neither). Idempotent."""
    text = text.replace("\r\n", "\n").replace("\r", "\n").replace("\0", "")
    text = text.encode("utf-8", "replace").decode("utf-8")
    return unicodedata.normalize("NFC", text)
