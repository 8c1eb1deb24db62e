"""The checked passages of an article, and its text cut at them. Pure: spans are code points, half-open."""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise

from reviews.models import Publication, PublishedSighting


@dataclass(frozen=True, slots=True)
class Passage:
    """`raw_quote` is the passage as it stands in the text, `quote` as much of it as may be quoted."""

    publication: Publication
    row: PublishedSighting
    before: str
    quote: str
    after: str
    start: int | None
    end: int | None
    raw_quote: str
    treatment: str
    finding: str
    covered: bool
    speaker: str = ""


@dataclass(frozen=True, slots=True)
class Segment:
    """A stretch of text and the passages that it belongs to, as indexes into the list they came from."""

    text: str
    passages: tuple[int, ...]


def segments(text: str, passages: Iterable[Passage]) -> list[Segment]:
    """The text cut wherever a passage begins or ends; joined they are the text again.

    A passage whose quote is not what stands there, because it was taken from an older text, is not marked.
    """
    spans = [
        (index, item.start, item.end)
        for index, item in enumerate(passages)
        if item.start is not None and item.end is not None and text[item.start : item.end] == item.raw_quote
    ]
    cuts = sorted({0, len(text), *(start for _, start, _ in spans), *(end for _, _, end in spans)})
    return [
        Segment(text[begin:end], tuple(index for index, start, stop in spans if start <= begin and end <= stop))
        for begin, end in pairwise(cuts)
        if begin < end
    ]
