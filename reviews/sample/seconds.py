"""Blind second verdicts of the sample newsroom: one that is awaited, and one that stands beside the first."""

from django.contrib.auth.models import User

from reviews.enums import FindingValue, Stage
from reviews.evidence_facts import current_ratings, sightings_of
from reviews.models import Review
from reviews.second_drafting import SecondBody
from reviews.services.seconds import ask_second, save_second_draft, submit_second

TENDER = "became the sole legal tender"
VISIT = "hosted Russian President"


def ask_for_seconds(people: dict[str, User]) -> None:
    """Of the claim about legal tender nobody has taken it yet; of the presidents' meeting both are in and agree."""
    editor = people["editor"]
    tender = Review.objects.get(claim__wording__contains=TENDER, stage=Stage.IN_REVIEW)
    ask_second(review=tender, by=editor, why="The date is in every schoolbook: a mistake of ours would be, too.")
    visit = Review.objects.get(claim__wording__contains=VISIT, stage=Stage.SUBMITTED)
    opinion = ask_second(review=visit, by=editor, why="The sources are the two sides alone.", to=people["reviewer"])
    body = SecondBody(
        rating=next(rating.pk for rating in current_ratings() if rating.code == "true"),
        findings={claim.pk: FindingValue.SAID.value for claim in sightings_of(visit.claim)},
        reasoning="The French embassy published the **welcome** of that day; Sputnik reported the press meeting.",
        sources="https://uk.ambafrance.org/Russia-Press-statement-by-M-Emmanuel\n"
        "https://sputniknews.com/europe/201908191076583795-putin-and-macron-meet-at-fort-bregancon/",
    )
    draft = save_second_draft(opinion=opinion, author=people["reviewer"], body=body, version=1)
    submit_second(opinion=opinion, author=people["reviewer"], version=draft.version)
