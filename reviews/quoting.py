"""How much of a source's words and which of its addresses we show publicly: the source's own record says so."""

from claims.enums import LinkPolicy
from claims.models import Source


def within_limit(text: str, source: Source | None) -> str:
    """The text, cut after as many words as the source lets us quote; the cut shows."""
    limit = source.quoting_limit if source else None
    words = text.split()
    if limit is None or len(words) <= limit:
        return text
    return " ".join(words[:limit]) + " …"


def may_quote_around(source: Source | None) -> bool:
    """Whether the words around a quotation may be shown too: not where every word counts against a limit."""
    return source is None or source.quoting_limit is None


def public_address(address: str, source: Source | None) -> str:
    """The address if we may link to it, else empty. An archived copy is not stored yet, so it can't be linked."""
    return address if source is None or source.link_policy == LinkPolicy.FOLLOW else ""
