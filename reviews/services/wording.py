"""What people must write when they do something that others will ask about."""

from reviews.errors import ReasonMissing


def required_text(text: str, ask: str) -> str:
    """The text without blanks around it. Raises ReasonMissing with `ask` where nothing is left, or for a NUL."""
    if "\0" in text:
        raise ReasonMissing(f"{ask} What was sent holds a character that can't be stored (NUL): remove it.")
    stripped = text.strip()
    if not stripped:
        raise ReasonMissing(ask)
    return stripped
