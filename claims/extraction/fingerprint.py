"""The identity of a claim inside its article: the same statement found again gives the same fingerprint."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections.abc import Iterable

from claims.extraction.values import Figure

WORD = re.compile(r"[^\W_]+")
ARTICLES = {"a", "an", "the"}


def fingerprint(wording: str, figures: Iterable[Figure] = ()) -> str:
    """SHA-256 (hex) of the wording without case, accents' form, punctuation and articles, and of its figures.

    Offsets are left out: a claim that moved in an edited text keeps its fingerprint.
    """
    folded = unicodedata.normalize("NFKC", wording).casefold()
    words = [word for word in WORD.findall(folded) if word not in ARTICLES]
    values = sorted(f"{figure.bound}:{figure.value:.10g}:{_upper(figure)}:{figure.unit}" for figure in figures)
    return hashlib.sha256("\x1f".join([" ".join(words), *values]).encode()).hexdigest()


def _upper(figure: Figure) -> str:
    return "" if figure.upper is None else format(figure.upper, ".10g")
