"""Where words end, for PostgreSQL's parser of texts. Pure.

With a database's built-in locale the parser takes every character beyond ASCII for a letter: of “Russia’s war” it makes
the one word “russia’s, quotation marks and all, which no search for Russia finds, and of 13 000 with a blank that does
not break one word of seven characters. So texts and searches come to it with these characters replaced by blanks.
"""

from typing import Final

_RANGES: Final = (
    *((0xA0, 0xA9), (0xAB, 0xAC), (0xAE, 0xB1), (0xB4, 0xB4), (0xB6, 0xB8), (0xBB, 0xBB), (0xBF, 0xBF)),
    *((0xD7, 0xD7), (0xF7, 0xF7), (0x37E, 0x37E), (0x387, 0x387), (0x589, 0x58A), (0x5BE, 0x5BE), (0x5C0, 0x5C0)),
    *((0x5C3, 0x5C3), (0x5F3, 0x5F4), (0x60C, 0x60D), (0x61B, 0x61B), (0x61E, 0x61F), (0x66A, 0x66D), (0x6D4, 0x6D4)),
    *((0x964, 0x965), (0x2000, 0x200B), (0x2010, 0x2029), (0x202F, 0x205F), (0x20A0, 0x20C0), (0x2122, 0x2122)),
    *((0x2212, 0x2212), (0x3000, 0x3003)),
)
"""Blanks, punctuation and signs of currency, of Latin, Greek, Armenian, Hebrew, Arabic and Devanagari texts.

What these are is frozen in the column `Publication.search`: a change needs a migration that makes it anew.
"""

SEPARATORS: Final = "".join(chr(number) for first, last in _RANGES for number in range(first, last + 1))
BLANKS: Final = " " * len(SEPARATORS)

_TYPED: Final = str.maketrans(SEPARATORS, BLANKS) | dict.fromkeys(map(ord, "\u201c\u201d\u201e\u201f\u00ab\u00bb"), '"')


def typed_plainly(words: str) -> str:
    """A search as if it were typed in ASCII: quotation marks of every kind hold a phrase, other signs are blanks."""
    return words.translate(_TYPED)
