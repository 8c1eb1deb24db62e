"""Two texts of one draft side by side, where they differ."""

from dataclasses import dataclass

from reviews.desk.forms.names import source_names
from reviews.desk.forms.page import PLAIN
from reviews.desk.forms.rows import row_stored
from reviews.desk.forms.verdict import VerdictForm
from reviews.drafting import DraftBody, FindingInput
from reviews.enums import FindingValue
from reviews.evidence_facts import current_ratings


@dataclass(frozen=True, slots=True)
class Difference:
    label: str
    here: str
    stored: str


def differences(here: DraftBody, stored: DraftBody) -> list[Difference]:
    """Field by field in the order of the page; the evidence counts as one field."""
    mine, theirs = in_words(here), in_words(stored)
    return [Difference(label, mine[label], theirs[label]) for label in mine if mine[label] != theirs[label]]


def in_words(body: DraftBody) -> dict[str, str]:
    """A draft to be read: its fields by label. Two queries."""
    ratings = current_ratings()
    fields = VerdictForm(ratings=ratings).fields
    words = {str(fields[name].label or name.capitalize()): getattr(body, name) for name in PLAIN}
    rating = {rating.pk: rating.label for rating in ratings}.get(body.rating or 0, "")
    findings = "\n".join(_finding(finding) for _, finding in sorted(body.findings.items()))
    return {"Rating": rating, "Findings": findings, **words, "Evidence": _evidence(body)}


def _finding(finding: FindingInput) -> str:
    said = FindingValue(finding.value).label if finding.value else "Not answered"
    return f"{said}. {finding.note}".strip()


def _evidence(body: DraftBody) -> str:
    names = source_names(body)
    rows = [row_stored(row, names) for row in body.evidence]
    return "\n\n".join("\n".join(f"{name}: {value}" for name, value in row.items() if value) for row in rows)
