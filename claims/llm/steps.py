"""The three questions put to the model about a stretch of one article, and the strict reading of its answers.

Select the sentences that state something checkable; make each stand alone, or hold it where it has two readings;
decompose what stands alone into single claims. The order follows what has worked best for language models:
deciding first, rewording second, splitting last.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Final

from claims.extraction import Kind
from claims.llm.client import Question
from claims.llm.errors import AnswerInvalid
from claims.llm.prompts import DECOMPOSE, DISAMBIGUATE, SELECT
from claims.llm.shapes import choice, items, line, line_or_none, number_of, record

LONGEST_WORDING: Final = 600
LONGEST_QUOTE: Final = 2000
LONGEST_NAME: Final = 200
MOST_READINGS: Final = 4
MOST_CLAIMS_A_SENTENCE: Final = 12
KINDS: Final = tuple(kind.value for kind in Kind)

Ask = Callable[[Question], Any]


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence of the article with its number in the stretch and its span in the text."""

    number: int
    text: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Held:
    """A sentence with more than one reading: kept with all of them, never guessed."""

    sentence: Sentence
    readings: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Proposed:
    """A claim as the model words it, of the right shape but not yet held against the text."""

    sentence: Sentence
    quote: str
    text: str
    kind: Kind
    speaker: str | None
    via: str | None


def select(ask: Ask, sentences: list[Sentence], about: dict[str, str]) -> list[Sentence]:
    """The sentences worth going on with, in their order."""
    answer = ask(Question("selection", SELECT, _data(sentences, about), _object(sentences=_list({"type": "integer"}))))
    known = {sentence.number for sentence in sentences}
    chosen = items(record(answer, ["sentences"], "the selection")["sentences"], len(known), "sentences")
    numbers = {number_of(number, known, f"sentences[{place}]") for place, number in enumerate(chosen)}
    return [sentence for sentence in sentences if sentence.number in numbers]


def disambiguate(
    ask: Ask, sentences: list[Sentence], about: dict[str, str], context: list[Sentence]
) -> tuple[dict[int, str], list[Held]]:
    """Wording that stands alone by sentence number, and what has to be held."""
    schema = _object(
        sentences=_list(
            _object(number={"type": "integer"}, standalone=TEXT_OR_NULL, readings=_list(TEXT)),
        )
    )
    data = _data(context, about) | {"numbers": [sentence.number for sentence in sentences]}
    answer = ask(Question("disambiguation", DISAMBIGUATE, data, schema))
    waiting = {sentence.number: sentence for sentence in sentences}
    alone: dict[int, str] = {}
    held: list[Held] = []
    entries = items(record(answer, ["sentences"], "the disambiguation")["sentences"], len(sentences), "sentences")
    for place, entry in enumerate(entries):
        number, wording, readings = _disambiguated(entry, waiting, f"sentences[{place}]")
        sentence = waiting.pop(number)
        if wording is not None:
            alone[number] = wording
        elif readings:
            held.append(Held(sentence, readings))
    return alone, held


def _disambiguated(entry: Any, known: dict[int, Sentence], place: str) -> tuple[int, str | None, tuple[str, ...]]:
    """Either a wording, or two to four readings, or neither where the sentence cannot be understood at all."""
    found = record(entry, ["number", "standalone", "readings"], place)
    number = number_of(found["number"], known, f"{place}.number")
    wording = line_or_none(found["standalone"], LONGEST_WORDING, f"{place}.standalone")
    listed = items(found["readings"], MOST_READINGS, f"{place}.readings")
    readings = tuple(dict.fromkeys(line(one, LONGEST_WORDING, f"{place}.readings") for one in listed))
    if (wording is not None and readings) or len(readings) == 1:
        raise AnswerInvalid(f"{place} should have either one wording or two readings and more")
    return number, wording, readings


def decompose(ask: Ask, sentences: list[Sentence], alone: dict[int, str], about: dict[str, str]) -> list[Proposed]:
    """The single claims of the sentences that stand alone."""
    claim = _object(
        number={"type": "integer"},
        quote=TEXT,
        text=TEXT,
        kind={"type": "string", "enum": list(KINDS)},
        speaker=TEXT_OR_NULL,
        via=TEXT_OR_NULL,
    )
    rows = [
        {"number": sentence.number, "text": sentence.text, "standalone": alone[sentence.number]}
        for sentence in sentences
    ]
    answer = ask(Question("claims", DECOMPOSE, about | {"sentences": rows}, _object(claims=_list(claim))))
    most = MOST_CLAIMS_A_SENTENCE * len(sentences)
    entries = items(record(answer, ["claims"], "the claims")["claims"], most, "claims")
    known = {sentence.number: sentence for sentence in sentences}
    return [_proposed(entry, known, f"claims[{place}]") for place, entry in enumerate(entries)]


def _proposed(entry: Any, known: dict[int, Sentence], place: str) -> Proposed:
    found = record(entry, ["number", "quote", "text", "kind", "speaker", "via"], place)
    quote = found["quote"]
    if not isinstance(quote, str) or len(quote) > LONGEST_QUOTE:
        raise AnswerInvalid(f"{place}.quote should be a text of at most {LONGEST_QUOTE} characters")
    return Proposed(
        sentence=known[number_of(found["number"], known, f"{place}.number")],
        quote=quote.strip(),
        text=line(found["text"], LONGEST_WORDING, f"{place}.text"),
        kind=Kind(choice(found["kind"], KINDS, f"{place}.kind")),
        speaker=line_or_none(found["speaker"], LONGEST_NAME, f"{place}.speaker"),
        via=line_or_none(found["via"], LONGEST_NAME, f"{place}.via"),
    )


TEXT: Final[dict[str, Any]] = {"type": "string"}
TEXT_OR_NULL: Final[dict[str, Any]] = {"type": ["string", "null"]}


def _object(**members: dict[str, Any]) -> dict[str, Any]:
    return {"type": "object", "properties": members, "required": list(members), "additionalProperties": False}


def _list(of: dict[str, Any]) -> dict[str, Any]:
    return {"type": "array", "items": of}


def _data(sentences: list[Sentence], about: dict[str, str]) -> dict[str, Any]:
    return about | {"sentences": [{"number": sentence.number, "text": sentence.text} for sentence in sentences]}
