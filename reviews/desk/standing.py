"""How far a draft is: what it still lacks, how independent its evidence is, how its figures compare."""

from dataclasses import dataclass

from claims.models import Claim
from reviews.completeness import problems
from reviews.drafting import DraftBody
from reviews.evidence_facts import current_ratings, independence_of_draft, known_for
from reviews.evidence_notes import Note, notes_of_draft
from reviews.figure_checks import Comparison, comparisons
from reviews.independence import MINIMUM, Independence
from reviews.selectors import unconfirmed_names


@dataclass(frozen=True, slots=True)
class Missing:
    """One point of the checklist; `target` is the id of the field on the page."""

    target: str
    says: str


@dataclass(frozen=True, slots=True)
class Standing:
    missing: list[Missing]
    independence: Independence
    figures: list[Comparison]
    notes: list[Note]
    unknown_sources: list[tuple[int, str]]
    """Place among the rows, and the name that no record has."""
    unconfirmed: list[str]
    minimum: int = MINIMUM

    @property
    def summary(self) -> str:
        """In two words, for the bar that is always in sight."""
        return f"Missing: {len(self.missing)}" if self.missing else "Complete"


def standing(claim: Claim, body: DraftBody) -> Standing:
    """About ten queries, however long the draft."""
    independence = independence_of_draft(claim, body)
    found = problems(body, known_for(claim, body), independence)
    return Standing(
        [Missing(target(name), says) for name, says in found.items()],
        independence,
        comparisons(list(claim.figures.all()), body.evidence, current_ratings(), stated_on=claim.stated_on),
        notes_of_draft(claim, body, independence),
        unknown_sources=[(index, row.source_typed) for index, row in enumerate(body.evidence) if row.source_typed],
        unconfirmed=unconfirmed_names(row.source for row in body.evidence),
    )


def target(problem: str) -> str:
    """Where on the page a problem of `reviews.completeness` is mended."""
    if problem in {"evidence", "rating"} or problem.startswith("findings-"):
        return problem
    return f"id_{problem}"
