"""A second verdict beside the first: where the two differ, and what an approver still has to say about it."""

from dataclasses import dataclass

from django.db.models import Max

from reviews.enums import FindingValue
from reviews.models import Review, SecondOpinion, SecondVerdict, Verdict


@dataclass(frozen=True, slots=True)
class Contrast:
    """One thing that both decided. `what` names it; the rest is in words."""

    what: str
    first: str
    second: str

    @property
    def differs(self) -> bool:
        return self.first != self.second


def published_number(review: Review) -> int:
    """The number of the last published verdict, 0 for none: a round is about what comes after it."""
    newest = Verdict.objects.filter(review=review, publication__isnull=False).aggregate(newest=Max("number"))["newest"]
    return int(newest or 0)


def current_round(review: Review) -> SecondOpinion | None:
    """The second verdict that the next approval has to reckon with: asked for, not called off."""
    rounds = SecondOpinion.objects.filter(review=review, called_off_at=None, after=published_number(review))
    return rounds.select_related("reviewer", "asked_by", "first__rating").first()


def opened_second(review: Review) -> SecondVerdict | None:
    """The second verdict that stands beside the present one, once both are in."""
    seconds = SecondVerdict.objects.filter(opinion=current_round(review), opinion__opened_at__isnull=False)
    return seconds.select_related("rating", "author", "opinion").first()


def contrasts(verdict: Verdict, second: SecondVerdict) -> list[Contrast]:
    """Rating and findings of both; a sighting that only one of them judged is left out. Two queries."""
    rows = [Contrast("Rating", verdict.rating.label, second.rating.label)]
    if verdict.rating.code == second.rating.code:
        # A revision of the scale may have renamed it between the two.
        rows = [Contrast("Rating", verdict.rating.label, verdict.rating.label)]
    for finding in verdict.findings.select_related("claim__article"):
        if said := second.findings.get(str(finding.claim_id)):
            rows.append(
                Contrast(f"Said in {finding.claim.article}", finding.get_value_display(), FindingValue(said).label)
            )
    return rows


def differences(verdict: Verdict, second: SecondVerdict) -> list[Contrast]:
    """What an approver has to resolve in words; the trigger `waits_for_the_second` says the same."""
    return [row for row in contrasts(verdict, second) if row.differs]
