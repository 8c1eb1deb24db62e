"""The parts of a verdict that somebody may comment on, with the words that stand there."""

from collections.abc import Iterator
from dataclasses import dataclass

from reviews.models import Verdict
from reviews.paragraphs import paragraphs

_FIELDS = {"period": "period_from", "exception": "origins_exception", "reply": "contact_exception"}


@dataclass(frozen=True, slots=True)
class Part:
    """`key` as in `Comment.part`; `label` for people; `text` as it was submitted."""

    key: str
    label: str
    text: str


def parts_of(verdict: Verdict) -> list[Part]:
    """In the order of the page. Three queries."""
    return list(_parts(verdict))


def part_of(verdict: Verdict, key: str) -> Part | None:
    return next((part for part in parts_of(verdict) if part.key == key), None)


def field_of(key: str) -> str:
    """Which field of the verdict form a part is mended in: a paragraph belongs to the explanation."""
    if key.startswith("paragraph-"):
        return "explanation"
    return _FIELDS.get(key, key.replace("finding-", "findings-"))


def _parts(verdict: Verdict) -> Iterator[Part]:
    yield Part("rating", "Rating", verdict.rating.label)
    for finding in verdict.findings.select_related("claim__article"):
        yield Part(f"finding-{finding.claim_id}", f"Said in {finding.claim.article}", finding.get_value_display())
    yield Part("headline", "Headline", verdict.headline)
    yield Part("summary", "Summary", verdict.summary)
    yield Part("explanation", "Explanation as a whole", verdict.explanation)
    for number, paragraph in enumerate(paragraphs(verdict.explanation), start=1):
        yield Part(f"paragraph-{number}", f"Explanation, paragraph {number}", paragraph)
    if verdict.period_from or verdict.period_to:
        yield Part("period", "Period it holds for", f"{verdict.period_from} to {verdict.period_to}")
    if verdict.origins_exception:
        yield Part("exception", "Exception from the two origins", verdict.origins_exception)
    if verdict.contact_exception:
        yield Part("reply", "Exception from asking for a reply", verdict.contact_exception)
    for item in verdict.evidence.select_related("source"):
        yield Part(f"evidence-{item.position}", f"Evidence {item.position}", f"{item.source}: {item.title}")
