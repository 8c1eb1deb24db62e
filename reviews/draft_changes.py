"""What differs between two states of a verdict: two tabs, a draft and the last submission, two verdicts."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from reviews.draft_words import Names, body_in_words, names_for, row_in_words
from reviews.drafting import DraftBody, EvidenceInput
from reviews.word_changes import Piece, shortened, word_changes


@dataclass(frozen=True, slots=True)
class FieldChange:
    """One field in both states; empty: not there."""

    label: str
    before: str
    after: str

    @property
    def pieces(self) -> list[Piece]:
        """Word by word, without the long stretches that stay."""
        return shortened(word_changes(self.before, self.after))


def changes_between(before: DraftBody, after: DraftBody, names: Names | None = None) -> list[FieldChange]:
    """Fields that differ, in the order of the form. Four queries where `names` is not given."""
    names = names or names_for([before, after])
    old, new = (body_in_words(replace(body, evidence=()), names) for body in (before, after))
    plain = (FieldChange(label, old.get(label, ""), new.get(label, "")) for label in dict.fromkeys([*new, *old]))
    return [change for change in (*plain, *_evidence(before, after, names)) if change.before != change.after]


def _evidence(before: DraftBody, after: DraftBody, names: Names) -> Iterator[FieldChange]:
    """The same document is the same evidence, wherever it stands now; moving it alone is no change of words."""
    left = list(before.evidence)
    for place, row in enumerate(after.evidence, start=1):
        known = next((item for item in left if _document(item) == _document(row)), None)
        if known is not None:
            left.remove(known)
        yield FieldChange(f"Evidence {place}", row_in_words(known, names) if known else "", row_in_words(row, names))
    for row in left:
        place = before.evidence.index(row) + 1
        yield FieldChange(f"Evidence {place}, removed", row_in_words(row, names), "")


def _document(row: EvidenceInput) -> str:
    return row.address or row.title
