"""Numbers in a search: 13000, 13,000 and 13 000 are one number, and a text has it in one of these writings. Pure.

PostgreSQL reads 13,000 as two words beside each other, 13 and 000, and 13000 as one.
"""

import re

_GROUPED = r"\d{1,3}(?:[, ]\d{3})+"
NUMBER = re.compile(rf"(?<![\w.,])(?:{_GROUPED}|\d{{4,15}})(?![\w]|[.,]\d)", re.ASCII)

YEAR = re.compile(r"(?:19|20)\d\d", re.ASCII)
"""Four digits that nobody writes with a comma."""


def in_other_writing(words: str) -> str:
    """The search with its large numbers written the other way: in groups as a phrase, or without; else as it is."""
    parts = words.split('"')
    return '"'.join(_rewritten(part, is_quoted=place % 2 == 1) for place, part in enumerate(parts))


def _rewritten(part: str, *, is_quoted: bool) -> str:
    def other(match: re.Match[str]) -> str:
        number = match.group()
        if not number.isdecimal():
            return re.sub(r"\D", "", number)
        if YEAR.fullmatch(number):
            return number
        groups = f"{int(number):,}".replace(",", " ")
        return groups if is_quoted else f'"{groups}"'

    return NUMBER.sub(other, part)
