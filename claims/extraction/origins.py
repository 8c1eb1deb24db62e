"""How an outlet is told from any other name: the known ones, names that end like one, agency initials."""

from __future__ import annotations

import re

from claims.extraction.words.outlets import OUTLET_ENDINGS, OUTLET_PARTS, OUTLETS
from claims.extraction.words.outlets_abroad import OUTLETS_ABROAD
from claims.extraction.words.outlets_named import OUTLETS_NAMED

CANONICAL = {spelling: names[0] for names in (*OUTLETS, *OUTLETS_ABROAD, *OUTLETS_NAMED) for spelling in names}
KNOWN = "|".join(re.escape(spelling) for spelling in sorted(CANONICAL, key=len, reverse=True))
# A full stop inside (U.S., St.) is part of a name; behind a longer word it ends a sentence.
_WORD = r"(?:(?:[A-Z]\.){1,4}|[A-ZÀ-Þ][a-z]{0,2}\.(?=\s)|[A-ZÀ-Þ][\w’'&-]*(?:\.[\w’'&-]+)*)"
_ENDINGS = "|".join(OUTLET_ENDINGS)
# The Nordlys News Agency · the Press Bureau of Lorn · Agence Nord: an agency by its noun, also in other tongues.
AGENCY = (
    rf"(?:(?:{_WORD}\s){{0,3}}(?:News\s(?:Agency|Bureau|Service)|Press\s(?:Agency|Bureau)|Wire\sService)"
    rf"(?:\sof\s{_WORD}(?:\s{_WORD})?)?"
    rf"|(?:Agence|Agencia|Agência|Agenzia|Agentur|Agentura)(?:\s(?:de|di|do|da)\s|\s){_WORD}(?:\s{_WORD})?)"
)
# NordPress, SudWire: one word that ends like a press name.
_COMPOUND = r"[A-Z][a-z]+(?:Press|Wire|News|Media|TV|FM)"
# Sky News Australia · the Nordlys Courier: behind a word of the first sort more may follow, the second ends a name.
OUTLETLIKE = (
    rf"(?:(?:{_WORD}\s){{0,3}}(?:{'|'.join(OUTLET_PARTS)})(?:\s{_WORD}){{0,2}}"
    rf"|(?:{_WORD}\s){{1,3}}(?:{_ENDINGS})(?!\s[A-Z]))"
)
_WHOLE = re.compile(rf"(?:[Tt]he\s)?(?:{KNOWN}|{AGENCY}|{OUTLETLIKE}|{_COMPOUND})(?:\s[Nn]ews\s[Aa]gency)?")
_INITIALS = re.compile(r"[A-Z]{2,6}")
# "… to strangers. — Example News Agency" · "… on Monday. (PTI)" · "… said. /TASS/"
SIGNATURE = re.compile(
    r"(?<=[.!?…\"”’)])\s*(?:[-–—]{1,2}\s?(?P<dashed>[^-–—().]{2,40})|[(\[](?P<bracketed>[^()\[\]]{2,40})[)\]]|/\s?(?P<slashed>[^/]{2,30})/?)\.?$"
)


# "… on Monday. (Additional reporting by AFP)" behind the last full stop of a paragraph
INLINE = re.compile(
    r"(?<=[.!?…\"”’)])\s+(?:[-–—]\s?)?[(\[]?(?i:(?:with\s)?(?:additional\s)?reporting\s(?:by|from)|with\s(?:input|inputs|files"
    r"|information|material|reporting)\sfrom|with\sagencies|source:)[^.]{0,80}\.?[)\]]?$"
)


def is_outlet(name: str) -> bool:
    """Whether a name alone is an outlet's: one that is known, one that ends like one, or an agency's initials."""
    return bool(_WHOLE.fullmatch(name) or _INITIALS.fullmatch(name))


def is_agency(name: str) -> bool:
    """Whether a name is an agency's by its noun, not only an outlet's: people have names that end like papers."""
    return bool(re.fullmatch(rf"{AGENCY}|{_COMPOUND}", name))


def signature(paragraph: str) -> re.Match[str] | None:
    """The credit that closes a paragraph after its full stop; None where a person or nothing stands there."""
    inline = INLINE.search(paragraph)
    if inline is not None:
        return inline
    match = SIGNATURE.search(paragraph)
    if match is None or not match.start():
        return None
    names = re.split(r"\s*[,/;]\s*|\s(?:and|with)\s", next(filter(None, match.groups())).strip(" ."))
    return match if all(is_outlet(name) for name in names) else None
