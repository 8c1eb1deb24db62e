"""Text to checkable claims: pure, offline, deterministic. See README.md in this folder."""

from claims.extraction.canonical import canonicalise
from claims.extraction.errors import ExtractionRefused
from claims.extraction.extractor import LONGEST_TEXT, extract
from claims.extraction.fingerprint import fingerprint
from claims.extraction.values import (
    EXTRACTOR_VERSION,
    Bound,
    Credit,
    ExtractedClaim,
    Extraction,
    Figure,
    Kind,
    Zone,
    ZoneKind,
)
from claims.extraction.worthiness import checkworthiness

__all__ = [
    "EXTRACTOR_VERSION",
    "LONGEST_TEXT",
    "Bound",
    "Credit",
    "ExtractedClaim",
    "Extraction",
    "ExtractionRefused",
    "Figure",
    "Kind",
    "Zone",
    "ZoneKind",
    "canonicalise",
    "checkworthiness",
    "extract",
    "fingerprint",
]
