"""A review in each stage, with everything that any step could need: a verdict, its author, an editor."""

from dataclasses import dataclass

from django.contrib.auth.models import User

from reviews.enums import CloseReason, Stage
from reviews.models import Review, Verdict
from reviews.services.assignment import assign_review, close_review
from reviews.services.publishing import reopen_review
from reviews.services.queue import take_review
from reviews.services.verdicts import request_changes
from tests.claims.factories import make_user
from tests.reviews.factories import approve, make_submitted_verdict


@dataclass
class Case:
    review: Review
    verdict: Verdict
    author: User
    editor: User


def review_in(stage: Stage) -> Case:
    verdict = make_submitted_verdict()
    author, editor = verdict.author, make_user("editor")
    match stage:
        case Stage.WAITING:
            request_changes(verdict=verdict, by=editor, reason="Say which register.")
            assign_review(review=verdict.review, to=None, by=editor)
        case Stage.IN_REVIEW:
            request_changes(verdict=verdict, by=editor, reason="Say which register.")
            take_review(review=verdict.review, reviewer=author)
        case Stage.APPROVED:
            approve(verdict, editor)
        case Stage.CLOSED:
            close_review(review=verdict.review, reason=CloseReason.OVERTAKEN, note="A new count is out.", by=editor)
    return Case(Review.objects.get(pk=verdict.review_id), verdict, author, editor)


def reopened() -> Case:
    case = review_in(Stage.APPROVED)
    case.review = reopen_review(review=case.review, by=case.editor, reason="A new figure.")
    return case
