"""A minor correction: the words of a published verdict are put right, its rating and its evidence stay.

An editor edits and submits in one go; it is a new verdict of theirs, so a second person approves it like any other.
"""

from dataclasses import dataclass, replace

from django.contrib.auth.models import User
from django.db import transaction
from django.utils.timezone import localdate

from reviews.completeness import problems
from reviews.drafting import DraftBody
from reviews.enums import EventKind, Stage
from reviews.errors import FourEyesRefused, TransitionRefused, VerdictIncomplete
from reviews.evidence_facts import independence_of_draft, known_for
from reviews.models import Draft, MinorCorrection, Publication, Review, Verdict
from reviews.permissions import Action, require
from reviews.sealing import gave_second
from reviews.selectors import latest_verdict
from reviews.services.brake import lock_publication, refuse_ended
from reviews.services.corrections import Notice, refuse_revealing_notice, refuse_unseen, refuse_wrong_dates
from reviews.services.events import record_event
from reviews.services.identities import revealing_fields
from reviews.services.steps import NO_LEASE, NO_WAIT, move
from reviews.services.verdicts import insert_verdict
from reviews.services.wording import required_text
from reviews.verdict_bodies import body_of
from reviews.workflow import Step

WORDED = ("headline", "summary", "explanation")
"""What a minor correction may change."""


@dataclass(frozen=True, slots=True)
class Wording:
    headline: str
    summary: str
    explanation: str


@transaction.atomic
def submit_minor_correction(*, publication: Publication, wording: Wording, notice: Notice, by: User) -> Verdict:
    """The published verdict in these words, submitted for approval; the notice becomes public with the page.

    Raises VerdictIncomplete with the problem at each field, ReasonMissing, TransitionRefused while the review is in
    somebody's hands, Recused and FourEyesRefused.
    """
    current = lock_publication(publication)
    review = current.review
    require(by, Action.CORRECT, current)
    if gave_second(by, review):
        raise FourEyesRefused("You gave the second verdict on this claim: somebody else must correct the first.")
    _refuse_unsettled(current)
    body = _reworded(current, wording)
    refuse_wrong_dates(notice.reported_on, localdate())
    refuse_revealing_notice(review, notice)
    _take_up(review, by)
    _keep_as_draft(review, by, body)
    verdict = insert_verdict(review, by, body)
    MinorCorrection.objects.create(
        verdict=verdict,
        publication=current,
        was=required_text(notice.was, "Say what was wrong."),
        now=required_text(notice.now, "Say what is right."),
        cause=required_text(notice.cause, "Say how the mistake came about."),
        noticed_by=notice.noticed_by.strip(),
        reported_on=notice.reported_on,
    )
    move(
        review,
        Step.SUBMIT,
        actor=by,
        event=EventKind.SUBMITTED,
        payload={"verdict": verdict.pk, "number": verdict.number, "rating": verdict.rating.code, "minor": True},
        assignee=by,
        last_author=by,
        **NO_LEASE,
        **NO_WAIT,
    )
    return verdict


def returned_to(review: Review, by: User) -> bool:
    """Whether it is a minor correction of theirs for which changes were requested: the same page submits it again."""
    latest = latest_verdict(review)
    mine = latest is not None and latest.author_id == by.pk and MinorCorrection.objects.filter(verdict=latest).exists()
    return mine and review.stage == Stage.IN_REVIEW and review.assignee_id == by.pk


def _refuse_unsettled(publication: Publication) -> None:
    refuse_ended(publication)
    refuse_unseen(publication)
    if publication.suspended_at is not None or not publication.payload:
        raise TransitionRefused("This verdict is not in force: settle that first, then correct its words.")
    if publication.valid_until is not None:
        raise TransitionRefused(
            "Another page is to follow at a set time: reopen the review, which calls it off, or wait for it."
        )


def _reworded(publication: Publication, wording: Wording) -> DraftBody:
    """The published verdict as a form's content, in the new words. Raises VerdictIncomplete, TransitionRefused."""
    published = body_of(publication.verdict)
    words = {name: getattr(wording, name).strip() for name in WORDED}
    body = replace(published, **words)
    if body == published:
        raise TransitionRefused("Nothing is changed: edit the headline, the summary or the explanation.")
    claim = publication.review.claim
    found = problems(body, known_for(claim, body), independence_of_draft(claim, body))
    found |= revealing_fields(publication.review, body)
    worded = {name: says for name, says in found.items() if name in WORDED}
    if worded:
        raise VerdictIncomplete(worded)
    return body


def _take_up(review: Review, by: User) -> None:
    """Out of “approved”, as a reopening is; a correction that came back is in its author's hands already."""
    if returned_to(review, by):
        return
    move(
        review,
        Step.REOPEN,
        actor=by,
        event=EventKind.REOPENED,
        payload={"reason": "A minor correction.", "called_off": None},
        assignee=by,
    )


def _keep_as_draft(review: Review, by: User, body: DraftBody) -> None:
    """The proof that they had a hand in it: it bars them from approving."""
    draft = Draft.objects.filter(review=review, author=by).first()
    if draft is None:
        Draft.objects.create(review=review, author=by, body=body.as_json())
        record_event(review=review, kind=EventKind.DRAFT_STARTED, actor=by)
        return
    draft.body, draft.version = body.as_json(), draft.version + 1
    draft.save(update_fields=["body", "version", "updated_at"])
