"""What people must write when they do something that others will ask about."""

from reviews.errors import ReasonMissing


def required_text(text: str, ask: str) -> str:
    """The text without blanks around it. Raises ReasonMissing with `ask` where nothing is left."""
    stripped = text.strip()
    if not stripped:
        raise ReasonMissing(ask)
    return stripped
