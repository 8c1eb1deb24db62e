"""What extraction returns. Every value is frozen; offsets are code points into the canonical text, half-open."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from enum import StrEnum
from typing import Any

EXTRACTOR_VERSION = "1.7"


class Kind(StrEnum):
    """What sort of statement a claim is; `quote` is a statement whose interest lies in its having been made."""

    QUANTITY = "quantity"
    EVENT = "event"
    COMPARISON = "comparison"
    STATUS = "status"
    QUOTE = "quote"
    CAUSAL = "causal"


class Bound(StrEnum):
    """How a figure's value is meant."""

    EXACTLY = "exactly"
    MORE_THAN = "more than"
    AT_LEAST = "at least"
    NEARLY = "nearly"
    ABOUT = "about"
    UP_TO = "up to"
    LESS_THAN = "less than"
    FROM_TO = "from-to"


class ZoneKind(StrEnum):
    """What a stretch of the page is for; claims come from headline-free running text only: standfirst and body."""

    HEADLINE = "headline"
    STANDFIRST = "standfirst"
    SUBHEADING = "subheading"
    BODY = "body"
    CAPTION = "caption"
    CREDIT_LINE = "credit line"
    BYLINE = "byline"
    DATELINE = "dateline"
    TAIL_NOTE = "tail note"
    FURNITURE = "furniture"


@dataclass(frozen=True, slots=True)
class Zone:
    """A stretch of the text and what it is for."""

    kind: ZoneKind
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Credit:
    """An agency or outlet that the article names as an origin, where it does so."""

    name: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Figure:
    """A typed figure. Percentages are fractions (12 % is 0.12), money is in whole units of `unit` ("USD", "ZAR").

    `upper` is set for from-to only. `basis` is "total", "per side", "per year" … where the text says so, else "".
    `since` and `as_of` are partial ISO dates ("2014-04"), empty unless the text states them.
    """

    value: float
    bound: Bound
    upper: float | None
    unit: str
    counted: str
    basis: str
    since: str
    as_of: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class ExtractedClaim:
    """One checkable statement: standalone wording, verbatim quote with its span, and what was read from it.

    `speaker` is None where the article asserts it in its own voice; `via` names the body that relayed the speaker.
    An ambiguous claim keeps its wording as printed and both `readings`; nothing is guessed.
    """

    text: str
    quote: str
    start: int
    end: int
    score: float
    reasons: tuple[str, ...]
    kind: Kind
    speaker: str | None
    via: str | None
    numbers: tuple[float, ...]
    dates: tuple[str, ...]
    figures: tuple[Figure, ...]
    ambiguous: bool
    readings: tuple[str, ...]
    fingerprint: str

    def as_dict(self) -> dict[str, Any]:
        """Plain lists, strings and numbers, ready for JSON."""
        return {name: _plain(value) for name, value in asdict(self).items()}


@dataclass(frozen=True, slots=True)
class Extraction:
    """The result for one text. `text` is the canonical text that all offsets point into.

    `reason` is empty when the text was read; otherwise it says why there are no claims ("the text is not English …").
    `notes` tell an editor what else happened on the way, such as another extractor that failed.
    """

    text: str
    claims: tuple[ExtractedClaim, ...]
    credits: tuple[Credit, ...]
    zones: tuple[Zone, ...]
    language: str
    version: str
    reason: str
    notes: tuple[str, ...] = ()

    def as_dict(self) -> dict[str, Any]:
        """Plain lists, strings and numbers; `credits` holds the names, `credit_spans` where they stand."""
        return {
            "claims": [claim.as_dict() for claim in self.claims],
            "credits": list(dict.fromkeys(credit.name for credit in self.credits)),
            "credit_spans": [_plain(asdict(credit)) for credit in self.credits],
            "zones": [_plain(asdict(zone)) for zone in self.zones],
            "language": self.language,
            "version": self.version,
            "reason": self.reason,
            "notes": list(self.notes),
        }


def _plain(value: Any) -> Any:
    """Tuples become lists and enum members their strings, so that the result survives a round trip through JSON."""
    if isinstance(value, dict):
        return {key: _plain(item) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [_plain(item) for item in value]
    return str(value) if isinstance(value, StrEnum) else value
