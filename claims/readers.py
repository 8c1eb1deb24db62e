"""What readers send, as text: the same words are the same, however they are spaced or capitalised."""

import hashlib
import unicodedata


def text_digest(*parts: str) -> str:
    """sha256 (hex) over the parts; blanks, case and Unicode's spellings of one letter make no difference."""
    even = (" ".join(unicodedata.normalize("NFKC", part).casefold().split()) for part in parts)
    return hashlib.sha256("\x1f".join(even).encode()).hexdigest()
