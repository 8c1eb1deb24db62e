"""The second reviewer's form: shorter than the first one's, as it is published nowhere. Pure."""

from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass, field
from typing import Any

from reviews.completeness import Known
from reviews.drafting import LARGEST_BODY
from reviews.enums import FindingValue
from reviews.errors import DraftUnreadable


@dataclass(frozen=True, slots=True)
class SecondBody:
    """`rating` is a Rating's id; `findings`: the id of a sighting's claim → FindingValue; `sources`: one a line."""

    rating: int | None = None
    findings: Mapping[int, str] = field(default_factory=dict)
    reasoning: str = ""
    sources: str = ""

    @classmethod
    def from_json(cls, data: Mapping[str, Any]) -> "SecondBody":
        """Raises DraftUnreadable for what `as_json` would not write; missing keys are empty fields."""
        try:
            findings = {int(claim): str(value) for claim, value in data.get("findings", {}).items()}
            texts = {name: str(data.get(name, "")) for name in ("reasoning", "sources")}
            body = cls(rating=data.get("rating"), findings=findings, **texts)
        except (AttributeError, TypeError, ValueError) as error:
            raise DraftUnreadable(f"The form's content can't be read: {error}.") from error
        body.refuse_nonsense()
        return body

    def as_json(self) -> dict[str, Any]:
        return asdict(self) | {"findings": {str(claim): value for claim, value in self.findings.items()}}

    def refuse_nonsense(self) -> None:
        """Raises DraftUnreadable for what no form offers; gaps are fine in a draft."""
        unknown = set(self.findings.values()) - {*FindingValue.values, ""}
        if unknown:
            raise DraftUnreadable(f"{unknown.pop()!r} is not one of: {', '.join(FindingValue.values)}.")
        if len(self.reasoning) + len(self.sources) > LARGEST_BODY:
            raise DraftUnreadable(f"The draft is longer than {LARGEST_BODY:,} characters: shorten it.")
        if "\0" in self.reasoning + self.sources:
            raise DraftUnreadable("The draft contains a character that can't be stored (NUL): remove it.")


def second_problems(body: SecondBody, known: Known) -> dict[str, str]:
    """Field → what is missing; empty when it can be submitted. `known` as for a first verdict."""
    return dict(_problems(body, known))


def _problems(body: SecondBody, known: Known) -> Iterator[tuple[str, str]]:
    if body.rating not in known.ratings:
        yield "rating", "Choose a rating of the current scale."
    for claim, name in known.sightings.items():
        if not body.findings.get(claim):
            yield f"findings-{claim}", f"Say whether it was said there: {name}."
    if not body.reasoning.strip():
        yield "reasoning", "Write in a few sentences how you came to it."
    if not body.sources.strip():
        yield "sources", "Name what it rests on: no verdict without a source."
