"""Words that a reader may have meant: those of published texts that lie one slip away from what was typed, or begin
with it. Pure.

A word is found by its keys: itself and itself without any one letter, all without accents. Two words share a key when
one letter was left out, added, exchanged for another or for its neighbour, or an accent was not typed.
"""

import re
import unicodedata
from collections.abc import Iterable

SHORTEST, LONGEST = 4, 40
"""Letters of a word that is looked at: of shorter ones too many are one slip apart."""

BEGINNING = 3
"""Letters of the shortest beginning of a word that is completed."""

WORD = re.compile(r"[^\W\d_]+")


def words_of(texts: Iterable[str], *, shortest: int = SHORTEST) -> list[str]:
    """Every word once, in small letters and in the order of the alphabet."""
    found = {word.lower() for text in texts for word in WORD.findall(text)}
    return sorted(word for word in found if shortest <= len(word) <= LONGEST)


def keys_of(word: str) -> list[str]:
    plain = without_accents(word.lower())
    return sorted({plain, *(plain[:place] + plain[place + 1 :] for place in range(len(plain)))})


def without_accents(word: str) -> str:
    return "".join(letter for letter in unicodedata.normalize("NFD", word) if not unicodedata.combining(letter))


def completions(word: str, known: Iterable[str]) -> list[str]:
    """Those of the known words that begin with this one, the shortest first: “Ukr” may be on its way to Ukraine."""
    return sorted((other for other in known if other.startswith(word) and other != word), key=lambda it: (len(it), it))


def nearest(word: str, known: Iterable[str]) -> list[str]:
    """Those of the known words that are one or two slips away, the nearest first."""
    plain = without_accents(word.lower())
    measured = [(slips(plain, without_accents(other)), other) for other in known if other != word.lower()]
    return [other for distance, other in sorted(measured) if distance <= (1 if len(plain) < 2 * SHORTEST else 2)]


def slips(one: str, other: str) -> int:
    """Letters left out, added, exchanged, or swapped with their neighbour: the optimal string alignment distance."""
    before: list[int] = []
    last = list(range(len(other) + 1))
    for row, letter in enumerate(one, 1):
        now = [row]
        for column, counterpart in enumerate(other, 1):
            cost = min(last[column] + 1, now[column - 1] + 1, last[column - 1] + (letter != counterpart))
            if row > 1 and column > 1 and letter == other[column - 2] and one[row - 2] == counterpart:
                cost = min(cost, before[column - 2] + 1)
            now.append(cost)
        before, last = last, now
    return last[-1]


def respelled(query: str, chosen: dict[str, str]) -> str:
    """The query with some of its words, given in small letters, replaced; capitals and all else stay as typed."""

    def replaced(match: re.Match[str]) -> str:
        typed = match.group()
        word = chosen.get(typed.lower(), typed)
        return word.capitalize() if typed[0].isupper() and word != typed else word

    return WORD.sub(replaced, query)
