"""The content of the verdict form while it is unfinished: typed, JSON-able, tolerant of gaps, not of nonsense."""

import re
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field, fields
from decimal import Decimal
from typing import Any

from reviews.enums import EvidenceKind, FindingValue, Question, Stance
from reviews.errors import DraftUnreadable

LARGEST_BODY = 500_000
"""Characters of text in one draft: far above any explanation, far below what a request may carry."""


@dataclass(frozen=True, slots=True)
class FindingInput:
    value: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class OriginInput:
    """What a piece of evidence rests on: the id of a source or of an article."""

    source: int | None = None
    article: int | None = None


@dataclass(frozen=True, slots=True)
class EvidenceInput:
    """One evidence row of the form; figures are decimal text as typed, empty when there is none.

    `source_typed` and `rests_on_typed` keep names that no record has (yet): text is never lost, but a verdict with
    them is not complete. `protected` is the id of a ProtectedSource, `withheld_because` keeps title, address and
    excerpt from the public and tells it why.
    """

    source: int | None = None
    source_typed: str = ""
    kind: str = EvidenceKind.DOCUMENT.value
    address: str = ""
    title: str = ""
    published_on: str = ""
    language: str = "en"
    excerpt: str = ""
    excerpt_translation: str = ""
    stance: str = Stance.SUPPORTS.value
    question: str = Question.SUBSTANCE.value
    primary: bool = False
    figure_value: str = ""
    figure_upper: str = ""
    figure_basis: str = ""
    figure_as_of: str = ""
    rests_on: tuple[OriginInput, ...] = ()
    rests_on_typed: str = ""
    protected: int | None = None
    withheld_because: str = ""

    @classmethod
    def from_json(cls, data: Mapping[str, Any]) -> "EvidenceInput":
        known = _known(cls, data)
        known["rests_on"] = tuple(OriginInput(**_known(OriginInput, item)) for item in data.get("rests_on", ()))
        return cls(**known)


@dataclass(frozen=True, slots=True)
class DraftBody:
    """A verdict in the making. `rating` is a Rating's id; `findings` are keyed by the id of the sighting's claim."""

    rating: int | None = None
    headline: str = ""
    summary: str = ""
    explanation: str = ""
    findings: Mapping[int, FindingInput] = field(default_factory=dict)
    period_from: str = ""
    period_to: str = ""
    origins_exception: str = ""
    contact_exception: str = ""
    evidence: tuple[EvidenceInput, ...] = ()

    @classmethod
    def from_json(cls, data: Mapping[str, Any]) -> "DraftBody":
        """Raises DraftUnreadable for anything that `as_json` would not write; missing keys are empty fields."""
        try:
            known = _known(cls, data)
            known["findings"] = {
                int(claim): FindingInput(**_known(FindingInput, item))
                for claim, item in data.get("findings", {}).items()
            }
            known["evidence"] = tuple(EvidenceInput.from_json(item) for item in data.get("evidence", ()))
            body = cls(**known)
        except (AttributeError, TypeError, ValueError) as error:
            raise DraftUnreadable(f"The form's content can't be read: {error}.") from error
        body.refuse_nonsense()
        return body

    def as_json(self) -> dict[str, Any]:
        """The value for `Draft.body`; `from_json` reads it back to an equal body."""
        data = asdict(self)
        data["findings"] = {str(claim): asdict(finding) for claim, finding in self.findings.items()}
        data["evidence"] = [
            asdict(item) | {"rests_on": [asdict(origin) for origin in item.rests_on]} for item in self.evidence
        ]
        return data

    def refuse_nonsense(self) -> None:
        """Raises DraftUnreadable for what no form offers; a gap is fine in a draft, an unknown word is not."""
        for finding in self.findings.values():
            _one_of(FindingValue, finding.value, blank=True)
        for item in self.evidence:
            _one_of(EvidenceKind, item.kind, blank=True)
            _one_of(Stance, item.stance, blank=True)
            _one_of(Question, item.question, blank=True)
        texts = [self.headline, self.summary, self.explanation, self.origins_exception, self.contact_exception]
        texts += [text for item in self.evidence for text in (item.excerpt, item.excerpt_translation, item.title)]
        if sum(map(len, texts)) > LARGEST_BODY:
            raise DraftUnreadable(f"The draft is longer than {LARGEST_BODY:,} characters: shorten the excerpts.")
        if any("\0" in text for text in texts):
            raise DraftUnreadable("The draft contains a character that can't be stored (NUL): remove it.")


FIGURE = re.compile(r"-?(?:[0-9]{1,18}|[0-9]{1,3}(?:[, \u00a0\u202f][0-9]{3}){1,5})(?:\.[0-9]{1,6})?")
"""Plain digits, or groups of three; as many as a figure's column holds. “12,5” is refused: it is not 125."""

_PERCENT = re.compile(r"\s*(?:%|percent|per cent)$")
_PLACES = 6
"""Decimals of a figure's column."""


def decimal_or_none(text: str) -> Decimal | None:
    """A figure as typed, “4.1 %” as 0.041; None for empty. ValueError for anything that is not a number written out."""
    typed = text.strip()
    if not typed:
        return None
    digits = _PERCENT.sub("", typed)
    if not FIGURE.fullmatch(digits):
        raise ValueError(f"{text!r} is not a number")
    number = Decimal(re.sub(r"[^0-9.-]", "", digits)).scaleb(-2 if digits != typed else 0)
    if number != round(number, _PLACES):
        raise ValueError(f"{text!r} has more decimals than we keep")
    return number


def _known(cls: type[Any], data: Mapping[str, Any]) -> dict[str, Any]:
    """The entries of `data` that `cls` has, each of the type of its default. TypeError names what is wrong."""
    if not isinstance(data, Mapping):
        raise TypeError(f"{data!r} is not an object")
    names = {item.name: item for item in fields(cls)}
    unknown = sorted(set(data) - set(names))
    if unknown:
        raise TypeError(f"unknown field {', '.join(unknown)}")
    for name, value in data.items():
        default = names[name].default
        wanted = (int, type(None)) if default is None else type(default)
        if isinstance(default, str | bool | None) and not isinstance(value, wanted):
            raise TypeError(f"{name} is {value!r}")
    return dict(data)


def _one_of(choices: Any, value: str, *, blank: bool) -> None:
    if value not in choices.values and not (blank and value == ""):
        raise DraftUnreadable(f"{value!r} is not one of: {', '.join(choices.values)}.")
