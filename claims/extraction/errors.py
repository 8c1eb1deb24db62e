"""The one way in which extraction refuses a text."""

from __future__ import annotations


class ExtractionRefused(ValueError):
    """The text cannot be worked on at all; the message says what is wrong and what to do."""
