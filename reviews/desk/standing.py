"""How far a draft is: what it still lacks, how independent its evidence is, how its figures compare."""

from dataclasses import dataclass

from claims.models import Claim
from reviews.completeness import problems
from reviews.desk.figures import Comparison, comparisons
from reviews.drafting import DraftBody
from reviews.evidence_facts import current_ratings, independence_of_draft, known_for
from reviews.independence import MINIMUM, Independence


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
    minimum: int = MINIMUM


def standing(claim: Claim, body: DraftBody) -> Standing:
    """About ten queries, however long the draft."""
    independence = independence_of_draft(claim, body)
    found = problems(body, known_for(claim, body), independence)
    return Standing(
        [Missing(target(name), says) for name, says in found.items()],
        independence,
        comparisons(list(claim.figures.all()), body.evidence, current_ratings()),
    )


def target(problem: str) -> str:
    """Where on the page a problem of `reviews.completeness` is mended."""
    if problem in {"evidence", "rating"} or problem.startswith("findings-"):
        return problem
    return f"id_{problem}"
