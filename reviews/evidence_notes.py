"""What a reviewer and an approver should look at again in the evidence: circles, and proof older than the event."""

from collections.abc import Iterable
from dataclasses import dataclass

from claims.models import Claim
from reviews.dates import partial_date_in_words
from reviews.drafting import DraftBody, EvidenceInput
from reviews.evidence_age import too_old_for
from reviews.evidence_facts import independence_of_evidence
from reviews.independence import Independence
from reviews.models import Evidence, Verdict


@dataclass(frozen=True, slots=True)
class Note:
    """`row` is the place in the form or the position in the verdict, `says` ends the sentence “it …”."""

    row: int
    says: str


def notes_of_draft(claim: Claim, body: DraftBody, independence: Independence) -> list[Note]:
    """Rows count from 0, as in the form. No query."""
    return _notes(claim, enumerate(body.evidence), independence)


def notes_of_verdict(verdict: Verdict) -> list[Note]:
    """Rows count from 1, as on the page."""
    claim = verdict.review.claim
    evidence = list(verdict.evidence.prefetch_related("origins__article"))
    return _notes(claim, ((item.position, item) for item in evidence), independence_of_evidence(claim, evidence))


def _notes(
    claim: Claim, rows: Iterable[tuple[int, Evidence | EvidenceInput]], independence: Independence
) -> list[Note]:
    found = [Note(row, f"{why}: it is no proof of its own") for row, why in independence.circular]
    for row, item in rows:
        event = too_old_for(
            item.published_on,
            question=item.question,
            stance=item.stance,
            dates=claim.dates,
            stated_on=claim.stated_on,
        )
        if event:
            published = partial_date_in_words(item.published_on)
            found.append(
                Note(row, f"is of {published}, older than what it is to prove ({partial_date_in_words(event)})")
            )
    return sorted(found, key=lambda note: note.row)
