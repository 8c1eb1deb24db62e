"""Word lists, apart from the rules that use them. Each is a plain constant; adding a word needs no code."""

from __future__ import annotations


def listed(words: str) -> frozenset[str]:
    """A set from words divided by blanks, so that a list reads as prose and not as punctuation."""
    return frozenset(words.split())
