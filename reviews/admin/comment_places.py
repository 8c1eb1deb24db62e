"""Where each part of a verdict stands on the page of approval, with its comments and the form for another."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.forms import Form
from django.utils.safestring import SafeString

from reviews.commenting import Remark
from reviews.paragraphs import paragraph_of_lines
from reviews.parts import Part
from reviews.public.markdown import Block, blocks


@dataclass(frozen=True, slots=True)
class Place:
    """Beside one part. `form` None: this person may add nothing now."""

    part: Part
    remarks: Sequence[Remark]
    form: Form | None


@dataclass(frozen=True, slots=True)
class ExplanationBlock:
    """A piece of the explanation, with the numbers of the paragraphs that end in it."""

    html: SafeString
    paragraphs: Sequence[int]


class CommentPlaces:
    """What templates look up by a part's key, as `reviews.parts` makes it.

    `answer-0`, `answer-1` … are the answers to the two questions in the order of the page (`reviews.labels.questions`).
    """

    def __init__(
        self, parts: Iterable[Part], found: Iterable[Remark], forms: Mapping[str, Form], payload: Mapping[str, Any]
    ) -> None:
        on_part: dict[str, list[Remark]] = defaultdict(list)
        for remark in found:
            on_part[remark.comment.part].append(remark)
        self.places = {part.key: Place(part, on_part[part.key], forms.get(part.key)) for part in parts}
        answers = [*(f"finding-{sighting['claim_id']}" for sighting in payload["sightings"]), "rating"]
        self.parts = {f"answer-{number}": key for number, key in enumerate(answers)}

    def at(self, key: str) -> Place | None:
        """None where there is nothing to show: no comment, and none may be added."""
        place = self.places.get(self.parts.get(key, key))
        return place if place and (place.form or place.remarks) else None


def explanation_blocks(text: str) -> list[ExplanationBlock]:
    """A heading and the text right below it are one paragraph, a list may be several: each is named where it ends."""
    lines = paragraph_of_lines(text)
    found = blocks(text)
    ends = {number: at for at, block in enumerate(found) for number in _within(block, lines)}
    return [
        ExplanationBlock(block.html, [number for number, last in ends.items() if last == at])
        for at, block in enumerate(found)
    ]


def _within(block: Block, lines: Sequence[int]) -> list[int]:
    return sorted(set(lines[block.begin : block.end]))
