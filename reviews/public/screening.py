"""What a text from a stranger must be before anybody reads it: visible, of a few words, not a list of links."""

import re
import unicodedata
from typing import Final

from django.core.exceptions import ValidationError
from django.utils.translation import gettext

MOST_LINKS: Final = 3
FEWEST_WORDS: Final = 3
FEWEST_LETTERS: Final = 6
"""Of scripts that put no blanks between words."""

_LINK = re.compile(r"https?://|\bwww\.", re.IGNORECASE)
_WORD = re.compile(r"\w+")
# Chinese, Japanese, Korean, Thai, Lao, Khmer, Burmese: their words can't be counted by blanks.
_UNSPACED = re.compile("[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
# Embeddings, overrides and isolates turn neighbouring text around; the plain marks of direction stay allowed.
_TURNS_TEXT = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")


def even(text: str) -> str:
    """Unicode's composed spelling, one kind of line end."""
    return unicodedata.normalize("NFC", text.replace("\r\n", "\n").replace("\r", "\n"))


def visible(text: str) -> None:
    """Refuses control characters and what reverses the reading order."""
    if any(unicodedata.category(letter) == "Cc" and letter not in "\n\t" for letter in text):
        raise ValidationError(gettext("This contains control characters. Type it anew, or paste it as plain text."))
    if not _TURNS_TEXT.isdisjoint(text):
        raise ValidationError(
            gettext("This contains invisible characters that turn text around. Paste it as plain text.")
        )


def few_links(text: str) -> None:
    if len(_LINK.findall(text)) > MOST_LINKS:
        raise ValidationError(
            gettext("At most %(most)s links, please: name the one that matters most."), params={"most": MOST_LINKS}
        )


def enough_words(text: str) -> None:
    if len(_WORD.findall(text)) < FEWEST_WORDS and len(_UNSPACED.findall(text)) < FEWEST_LETTERS:
        raise ValidationError(gettext("Write it out in a sentence: we can't tell what is meant."))
