"""Holds what the model proposes against the text: the quote must stand there, and no figure or name may be new."""

from __future__ import annotations

import re
from collections import Counter
from datetime import date
from typing import Final

from claims.extraction import ExtractedClaim, Kind, fingerprint
from claims.extraction.date_words import MONTHS
from claims.extraction.dates import dates
from claims.extraction.figures import figures
from claims.extraction.numbers import numbers
from claims.extraction.worthiness import explain_worthiness
from claims.llm.acronyms import acronyms, initials, spelled_out
from claims.llm.steps import Held, Proposed, Sentence

DIGITS: Final = re.compile(r"\d+")
WORD: Final = re.compile(r"\w+")
NAME: Final = re.compile(r"(?<![\w'’])[A-ZÀ-ÖØ-Þ]\w{2,}")
CONTENT: Final = re.compile(r"[^\W\d_]{4,}|\d+")
STEM: Final = 4
SHARED: Final = 0.3
"""Of the quote's content words the wording keeps at least this share; a paraphrase keeps half and more."""

NO_QUOTE: Final = "quote not in the text"
OTHER_MATTER: Final = "wording has little to do with its quote"
NEW_FIGURE: Final = "figure that the article does not give"
NEW_NAME: Final = "name that the article does not give"


class Anchoring:
    """Turns what was proposed for one article into claims; `dropped` counts what did not hold, by reason."""

    def __init__(self, text: str, published: date | None, source: str | None) -> None:
        self.dropped: Counter[str] = Counter()
        self._text = text
        self._published = published
        named = dates(text, 0, len(text), published)
        self._values = frozenset(
            number.value for number in numbers(text, 0, len(text), [(d.start, d.end) for d in named])
        )
        self._digits = frozenset(DIGITS.findall(text)) | _digits_of([*(d.value for d in named), str(published or "")])
        self._words = frozenset(map(str.casefold, WORD.findall(f"{text} {source or ''}"))) | set(MONTHS)
        self._acronyms, self._initials = acronyms(text), initials(text)

    def claim(self, proposed: Proposed) -> ExtractedClaim | None:
        """The claim with its span and typed figures; None, and counted, where it does not hold."""
        start = self._find(proposed.quote, proposed.sentence)
        problem = NO_QUOTE if start < 0 else self._problem(proposed.quote, proposed.text)
        if problem:
            self.dropped[problem] += 1
            return None
        return self._claim(
            (start, start + len(proposed.quote)),
            text=proposed.text,
            kind=proposed.kind,
            speaker=self._named(proposed.speaker),
            via=self._named(proposed.via),
        )

    def ambiguous(self, held: Held) -> ExtractedClaim | None:
        """The sentence as printed with its readings; None, and counted, where a reading adds to the article."""
        sentence = held.sentence
        problem = next(filter(None, (self._problem(sentence.text, reading) for reading in held.readings)), "")
        if problem:
            self.dropped[problem] += 1
            return None
        return self._claim((sentence.start, sentence.end), text=sentence.text, kind=Kind.STATUS, readings=held.readings)

    def _find(self, quote: str, sentence: Sentence) -> int:
        """Inside its own sentence only: a quote is no licence to point elsewhere."""
        return self._text.find(quote, sentence.start, sentence.end) if quote else -1

    def _problem(self, quote: str, wording: str) -> str:
        """Why the wording cannot stand for the quote, or ""."""
        stems = {word.casefold()[:STEM] for word in CONTENT.findall(quote)}
        kept = stems & {word.casefold()[:STEM] for word in CONTENT.findall(wording)}
        if len(kept) < max(1, SHARED * len(stems)):
            return OTHER_MATTER
        if not self._knows_figures(wording):
            return NEW_FIGURE
        return "" if self._knows_names(wording[1:]) else NEW_NAME

    def _knows_figures(self, wording: str) -> bool:
        """Every number has a value of the article's, or its digits stand there or in a date that resolves."""
        for number in numbers(wording, 0, len(wording)):
            if number.value not in self._values and not DIGITS.search(wording, number.start, number.end):
                return False
        known = [
            (number.start, number.end) for number in numbers(wording, 0, len(wording)) if number.value in self._values
        ]
        return all(
            match.group() in self._digits or any(start <= match.start() < end for start, end in known)
            for match in DIGITS.finditer(wording)
        )

    def _knows_names(self, wording: str) -> bool:
        """Every name stands in the article, spelled out or abbreviated: "United Nations" where it writes "UN"."""
        known = self._words | spelled_out(wording, self._acronyms)
        return all(name.casefold() in known or name in self._initials for name in NAME.findall(wording))

    def _named(self, name: str | None) -> str | None:
        """A speaker whom the article does not name is left to the editor, and counted."""
        if name is None or self._knows_names(name):
            return name
        self.dropped["speaker that the article does not name"] += 1
        return None

    def _claim(
        self,
        span: tuple[int, int],
        *,
        text: str,
        kind: Kind,
        speaker: str | None = None,
        via: str | None = None,
        readings: tuple[str, ...] = (),
    ) -> ExtractedClaim:
        """Figures and dates are read from the quote by our own rules, not taken from the model."""
        start, end = span
        named = dates(self._text, start, end, self._published)
        counted = numbers(self._text, start, end, [(mention.start, mention.end) for mention in named])
        typed = tuple(figures(self._text, counted, named))
        worth = explain_worthiness(text)
        return ExtractedClaim(
            text=text,
            quote=self._text[start:end],
            start=start,
            end=end,
            score=worth.score,
            reasons=worth.reasons,
            kind=kind,
            speaker=speaker,
            via=via,
            numbers=tuple(number.value for number in counted),
            dates=tuple(dict.fromkeys(mention.value for mention in named if mention.value)),
            figures=typed,
            ambiguous=bool(readings),
            readings=readings,
            fingerprint=fingerprint(text, typed),
        )


def _digits_of(values: list[str]) -> frozenset[str]:
    """The parts of ISO dates, with and without leading noughts."""
    parts = {part for value in values for part in value.split("-") if part}
    return frozenset(parts | {part.lstrip("0") for part in parts})
