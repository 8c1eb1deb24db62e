"""Submitting a verdict, and asking its author for changes."""

from django.contrib.auth.models import User
from django.db import transaction
from django.db.models import Max

from reviews.completeness import problems
from reviews.drafting import DraftBody, EvidenceInput, decimal_or_none
from reviews.enums import EventKind
from reviews.errors import DraftConflict, TransitionRefused, VerdictIncomplete
from reviews.evidence_facts import independence_of_draft, known_for, sightings_of
from reviews.models import Draft, Evidence, EvidenceOrigin, Finding, Review, Verdict
from reviews.permissions import Action, require
from reviews.services.identities import refuse_revealing, revealing_fields
from reviews.services.leases import require_lease
from reviews.services.seconds import open_if_both_are_in, require_unsealed, sealed_submission
from reviews.services.steps import NO_LEASE, NO_WAIT, guard, lock, move
from reviews.services.wording import required_text
from reviews.workflow import Step


@transaction.atomic
def submit_verdict(*, review: Review, author: User, lease_number: int, version: int) -> Verdict:
    """Make the author's stored draft, of that version, an immutable verdict awaiting approval.

    Raises LeaseLost or DraftConflict (the draft stays as it is), VerdictIncomplete with every problem at its field.
    """
    require(author, Action.TAKE, review)
    locked = lock(review)
    guard(locked, Step.SUBMIT)
    require_lease(locked, author, lease_number)
    body = _stored_body(locked, author, version)
    found = problems(body, known_for(locked.claim, body), independence_of_draft(locked.claim, body))
    found |= revealing_fields(locked, body)
    if found:
        raise VerdictIncomplete(found)
    verdict = insert_verdict(locked, author, body)
    move(
        locked,
        Step.SUBMIT,
        actor=author,
        event=EventKind.SUBMITTED,
        payload={"verdict": verdict.pk, "number": verdict.number} | sealed_submission(verdict, body.as_json()),
        assignee=author,
        last_author=author,
        **NO_LEASE,
        **NO_WAIT,
    )
    open_if_both_are_in(review=locked, actor=author)
    return verdict


@transaction.atomic
def request_changes(*, verdict: Verdict, by: User, reason: str) -> Review:
    """Send the latest verdict back to its author, with a reason. The next submission is a new verdict."""
    require(by, Action.REQUEST_CHANGES, verdict)
    locked = lock(verdict.review)
    guard(locked, Step.REQUEST_CHANGES)
    require_latest(verdict)
    require_unsealed(locked)
    why = required_text(reason, "Say what should be changed.")
    refuse_revealing(locked, reason=why)
    return move(
        locked,
        Step.REQUEST_CHANGES,
        actor=by,
        event=EventKind.CHANGES_REQUESTED,
        payload={"verdict": verdict.pk, "reason": why},
        # Whose account is inactive can't go on: then anybody may take it.
        assignee=verdict.author if verdict.author.is_active else None,
    )


def require_latest(verdict: Verdict) -> None:
    """Raises TransitionRefused where a newer verdict was submitted; the review is locked."""
    newest = Verdict.objects.filter(review_id=verdict.review_id).aggregate(newest=Max("number"))["newest"]
    if verdict.number != newest:
        raise TransitionRefused(f"Verdict {newest} of this review was submitted after the one you looked at: reload.")


def _stored_body(review: Review, author: User, version: int) -> DraftBody:
    draft = Draft.objects.filter(review=review, author=author).first()
    if draft is None:
        raise DraftConflict("Nothing is saved yet: save the draft, then submit it.")
    if draft.version != version:
        raise DraftConflict(
            f"The draft is at version {draft.version}, you looked at version {version}: reload, then submit.",
            draft=draft,
        )
    return DraftBody.from_json(draft.body)


def insert_verdict(review: Review, author: User, body: DraftBody) -> Verdict:
    """The rows of a body in which `problems` found nothing, so its rating and sources exist; 0 would be refused.

    A sighting that the body has no finding for is left out: a minor correction leaves what was linked since.
    """
    last = review.verdicts.aggregate(last=Max("number"))["last"] or 0
    verdict = Verdict.objects.create(
        review=review,
        number=last + 1,
        author=author,
        rating_id=body.rating or 0,
        headline=body.headline.strip(),
        summary=body.summary.strip(),
        explanation=body.explanation.strip(),
        period_from=body.period_from,
        period_to=body.period_to,
        origins_exception=body.origins_exception.strip(),
        contact_exception=body.contact_exception.strip(),
    )
    Finding.objects.bulk_create(
        Finding(
            verdict=verdict,
            claim=sighting,
            value=body.findings[sighting.pk].value,
            note=body.findings[sighting.pk].note,
        )
        for sighting in sightings_of(review.claim)
        if sighting.pk in body.findings
    )
    rows = Evidence.objects.bulk_create(
        _evidence(verdict, position, item) for position, item in enumerate(body.evidence, start=1)
    )
    EvidenceOrigin.objects.bulk_create(
        EvidenceOrigin(evidence=row, source_id=origin.source, article_id=origin.article)
        for row, item in zip(rows, body.evidence, strict=True)
        for origin in dict.fromkeys(item.rests_on)
    )
    return verdict


def _evidence(verdict: Verdict, position: int, item: EvidenceInput) -> Evidence:
    return Evidence(
        verdict=verdict,
        position=position,
        source_id=item.source or 0,
        kind=item.kind,
        address=item.address,
        title=item.title.strip(),
        published_on=item.published_on,
        language=item.language,
        excerpt=item.excerpt,
        excerpt_translation=item.excerpt_translation,
        stance=item.stance,
        question=item.question,
        primary=item.primary,
        figure_value=decimal_or_none(item.figure_value),
        figure_upper=decimal_or_none(item.figure_upper),
        figure_basis=item.figure_basis,
        figure_as_of=item.figure_as_of,
        protected_id=item.protected,
        withheld_because=item.withheld_because.strip(),
    )
