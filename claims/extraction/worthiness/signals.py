"""What the check-worthiness model sees of a sentence: its terms and its cues. Training and scoring share this."""

from __future__ import annotations

import re
from typing import Final, NamedTuple

from claims.extraction.worthiness.cues import BITS_OF, LINKS, NUMBER_OF, PRONOUNS, WORD_CUES, bit

TOKEN: Final = re.compile(r"\d[\d.,]*|[^\W\d_]+(?:'[^\W\d_]+)?|[$€£%?!]")
YEAR: Final = re.compile(r"(?:1[789]|20)\d\d[.,]*")
PAST_FORM: Final = re.compile(r"[^\W\d_]{3}ed\b")
CAPITAL: Final = re.compile(r"[A-ZÀ-ÖØ-Þ]")
SELF: Final = re.compile(r"I(?:'|$)")

NUMBER, A_YEAR, OPENING, END = "#", "#y", "^", "."
STEM_LENGTH: Final = 5
"""Words longer than this also count by their first letters, so that an unseen form of a known word still weighs."""

FIRST_PERSON, OPINION, FUTURE, PAST = (bit(name) for name in ("first person", "opinion", "future", "past verb"))
WORD_BITS: Final = tuple((1 << number, number) for number in range(len(WORD_CUES)))
LENGTH_CUES: Final = (
    (3, NUMBER_OF["at most 3 words"]),
    (6, NUMBER_OF["4 to 6 words"]),
    (10, NUMBER_OF["7 to 10 words"]),
    (15, NUMBER_OF["11 to 15 words"]),
    (21, NUMBER_OF["16 to 21 words"]),
    (29, NUMBER_OF["22 to 29 words"]),
    (44, NUMBER_OF["30 to 44 words"]),
)
VERY_LONG: Final = NUMBER_OF["45 words or more"]
(
    FIGURE,
    FIGURES,
    HAS_YEAR,
    NAME,
    NAMES,
    ED,
    ACTS,
    QUESTION,
    EXCLAMATION,
    QUOTATION,
    OPENS_I,
    OPENS_LINK,
    OPENS_PRONOUN,
) = range(NUMBER_OF["figure"], NUMBER_OF["opens with a pronoun"] + 1)
(OPENS_NAME, FIGURE_PAST, FIGURE_FUTURE, I_FUTURE, I_OPINION, PAST_NO_I, NAME_PAST, LONG_WORDS) = range(
    NUMBER_OF["opens with a name"], NUMBER_OF["long words"] + 1
)


class Signals(NamedTuple):
    """`terms`: words, pairs of words and stems; `cues`: (number of the cue, strength 0..1); `length` in tokens."""

    terms: set[str]
    cues: list[tuple[int, float]]
    length: int


def signals(sentence: str) -> Signals:
    """Read one sentence; linear in its length. A sentence without words has no signals."""
    text = sentence.replace("’", "'")
    tokens = TOKEN.findall(text)
    if not tokens:
        return Signals(set(), [], 0)
    lower = text.lower()
    words = TOKEN.findall(lower)
    if text == text.upper():
        tokens = words  # capitals say nothing where everything is one
    names = sum(1 for _ in filter(CAPITAL.match, tokens[1:])) - _selves(tokens)
    figures = years = 0
    if not lower.isascii() or any(map(lower.__contains__, "0123456789")):
        figures, years = _mask_numbers(words)
    return Signals(_terms(words), _cues(text, tokens, words, lower, names, figures, years), len(words))


def _selves(tokens: list[str]) -> int:
    return sum(1 for _ in filter(SELF.match, tokens[1:]))


def _mask_numbers(words: list[str]) -> tuple[int, int]:
    """Replace figures and years by one mark each, in place; how many there were of either."""
    figures = years = 0
    for place, word in enumerate(words):
        if word[0].isdigit():
            if YEAR.fullmatch(word):
                words[place] = A_YEAR
                years += 1
            else:
                words[place] = NUMBER
                figures += 1
    return figures, years


def _terms(words: list[str]) -> set[str]:
    terms = set(words)
    terms.update(["<" + word[:STEM_LENGTH] for word in terms if len(word) > STEM_LENGTH])
    terms.update(map("{} {}".format, [OPENING, *words], [*words, END]))
    return terms


def _cues(
    text: str, tokens: list[str], words: list[str], lower: str, names: int, figures: int, years: int
) -> list[tuple[int, float]]:
    mask = 0
    for word in words:
        if word in BITS_OF:
            mask |= BITS_OF[word]
    found = [(number, 1.0) for one, number in WORD_BITS if mask & one]
    found += _shape(text, tokens, words)
    acts = sum(1 for _ in PAST_FORM.finditer(lower)) if "ed" in lower else 0
    if acts:
        found.append((ED, 1.0))
    acts += 1 if mask & PAST else 0
    if acts:
        found.append((ACTS, min(acts, 3) / 3))
        if not mask & FIRST_PERSON:
            found.append((PAST_NO_I, min(acts, 3) / 3))
    if years:
        found.append((HAS_YEAR, 1.0))
    if figures:
        found += [(FIGURE, 1.0), (FIGURES, min(figures, 3) / 3)]
        if acts:
            found.append((FIGURE_PAST, 1.0))
        if mask & FUTURE:
            found.append((FIGURE_FUTURE, 1.0))
    if names:
        found += [(NAME, 1.0), (NAMES, min(names, 4) / 4)]
        if acts:
            found.append((NAME_PAST, 1.0))
    if mask & FIRST_PERSON:
        if mask & FUTURE:
            found.append((I_FUTURE, 1.0))
        if mask & OPINION:
            found.append((I_OPINION, 1.0))
    return found


def _shape(text: str, tokens: list[str], words: list[str]) -> list[tuple[int, float]]:
    """Cues of length, of the opening and of the marks."""
    count = len(words)
    found = [(next((cue for most, cue in LENGTH_CUES if count <= most), VERY_LONG), 1.0)]
    found.append((LONG_WORDS, min(len(text) / count, 9.0) / 9))
    opening = words[0]
    if BITS_OF.get(opening, 0) & FIRST_PERSON:
        found.append((OPENS_I, 1.0))
    elif opening in LINKS:
        found.append((OPENS_LINK, 1.0))
    elif opening in PRONOUNS:
        found.append((OPENS_PRONOUN, 1.0))
    elif len(tokens) > 1 and CAPITAL.match(tokens[0]) and CAPITAL.match(tokens[1]) and tokens[1] != "I":
        found.append((OPENS_NAME, 1.0))
    if "?" in text:
        found.append((QUESTION, 1.0))
    if "!" in text:
        found.append((EXCLAMATION, 1.0))
    if '"' in text or "“" in text:
        found.append((QUOTATION, 1.0))
    return found
