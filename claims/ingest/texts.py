"""What may become an article's text, and its stored form."""

import hashlib
import re
from dataclasses import dataclass

from claims.errors import IngestRefused
from claims.extraction.canonical import canonicalise
from claims.extraction.values import ZoneKind
from claims.extraction.zones import zones
from claims.models.articles import TEXT_LIMIT

# Control characters that no text has; line ends, tabs and page breaks are fine, and a stray NUL is dropped.
CONTROL = re.compile(r"[\x01-\x08\x0b\x0e-\x1f\x7f\ufffd]")
# A page copied from a broken PDF has a few; a picture read as text has every tenth.
CONTROL_SHARE = 0.02


@dataclass(frozen=True, slots=True)
class StoredText:
    """Canonical text without blank ends, and its SHA-256 (hex)."""

    text: str
    sha256: str


def stored_text(text: str) -> StoredText:
    """The one form in which a text is stored, compared and pointed into. Raises IngestRefused, saying what to do."""
    canonical = canonicalise(text).strip()
    if not canonical:
        raise IngestRefused("There is no text: paste the article, or name a page or file that has some.")
    if len(canonical) > TEXT_LIMIT:
        raise IngestRefused(
            f"The text has {len(canonical):,} characters; {TEXT_LIMIT:,} are the limit. Bring it in as several."
        )
    if len(CONTROL.findall(canonical)) > CONTROL_SHARE * len(canonical):
        raise IngestRefused("This is not text but the content of a binary file: save the article as text or HTML.")
    return StoredText(canonical, hashlib.sha256(canonical.encode()).hexdigest())


def headline(text: str) -> str:
    """The text's own headline, where it has one: a pasted article need not be titled by hand."""
    found = next((zone for zone in zones(text) if zone.kind is ZoneKind.HEADLINE), None)
    return " ".join(text[found.start : found.end].split()) if found else ""
