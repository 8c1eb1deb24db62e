"""Helpers for the tables: read a passage, draw its claims back into the text."""

from __future__ import annotations

from claims.extraction import ExtractedClaim, Extraction, extract

PUBLISHED = "2019-09-12"  # a Thursday


def read(text: str, published: str | None = PUBLISHED) -> Extraction:
    """The extraction, after checking what must hold of any: every span is valid and quotes the text."""
    extraction = extract(text, published=published)
    for claim in extraction.claims:
        assert 0 <= claim.start < claim.end <= len(extraction.text)
        assert extraction.text[claim.start : claim.end] == claim.quote
    return extraction


def claims(text: str, published: str | None = PUBLISHED) -> tuple[ExtractedClaim, ...]:
    return read(text, published).claims


def wordings(text: str, published: str | None = PUBLISHED) -> list[str]:
    return [claim.text for claim in claims(text, published)]


def claim_with(text: str, words: str, published: str | None = PUBLISHED) -> ExtractedClaim:
    """The one claim whose wording holds `words`."""
    found = [claim for claim in claims(text, published) if words in claim.text]
    assert len(found) == 1, [claim.text for claim in claims(text, published)]
    return found[0]
